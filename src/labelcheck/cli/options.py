"""The options that commands share: which articles, which registries, how to judge."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from labelcheck.config import parse_as_of
from labelcheck.errors import UsageError
from labelcheck.policy import LABEL_KINDS, MENTION_POLICIES
from labelcheck.rules import select
from labelcheck.source.decode import decode
from labelcheck.source.formats import FORMATS

_Command = TypeVar("_Command", bound=Callable[..., Any])


def judging_options(command: _Command) -> _Command:
    """Put the arguments and options of `check` on ``command``; they are named as the fields of a configuration."""
    return _with(_JUDGING, command)


def registry_options(command: _Command) -> _Command:
    """Put the options that choose registries on ``command``, named likewise."""
    return _with(_REGISTRIES, command)


def rule_options(command: _Command) -> _Command:
    """Put the options that choose rules on ``command``, and the one that names a baseline."""
    return _with(_RULES, command)


def _with(options: tuple[Callable[[_Command], _Command], ...], command: _Command) -> _Command:
    for option in reversed(options):
        command = option(command)
    return command


def parsed(parse: Callable[[Any], Any]) -> Callable[[click.Context, click.Parameter, Any], Any]:
    """A callback that gives what ``parse`` makes of the value, and turns its UsageError into click's."""

    def callback(ctx: click.Context, param: click.Parameter, value: Any) -> Any:
        try:
            return value if value is None or value == () else parse(value)
        except UsageError as error:
            raise click.BadParameter(str(error), ctx, param) from None

    return callback


def words(text: str) -> tuple[str, ...]:
    """The words of a list parted by commas."""
    return tuple(word.strip() for word in text.split(","))


def _codes(values: tuple[str, ...]) -> tuple[str, ...]:
    codes = tuple(code for value in values for code in words(value))
    select(codes)
    return codes


def _labels(text: str) -> tuple[str, ...]:
    for word in words(text):
        if word not in LABEL_KINDS:
            raise UsageError(f"{word!r} is not {' or '.join(LABEL_KINDS)}")
    return words(text)


def _path(path: str) -> str:
    if not path:
        raise UsageError("this is no path; name a file, or leave the option out")
    return path


def _as_of(text: str) -> str:
    parse_as_of(text)
    return text


def _encoding(name: str) -> str:
    decode(b"", "", name)
    return name


_REGISTRIES = (
    click.option(
        "--registry",
        "registries",
        metavar="FILE|DIR|ID[@DATE]",
        multiple=True,
        help="Use this registry too. May be repeated.",
    ),
    click.option("--no-bundled-registries", is_flag=True, help="Use the registries given with --registry alone."),
    click.option(
        "--config",
        metavar="FILE",
        callback=parsed(_path),
        help="Take settings from this file instead of looking for one.",
    ),
    click.option("--no-config", is_flag=True, help="Look for no configuration file."),
)
_JUDGING = (
    click.argument("paths", nargs=-1),
    click.option("--stdin-filename", metavar="NAME", help="What to call the article on standard input (path `-`)."),
    click.option(
        "--input-format",
        type=click.Choice(FORMATS),
        help="Format of all articles. By default that of the configuration or the extension, else txt.",
    ),
    click.option(
        "--encoding",
        metavar="NAME",
        callback=parsed(_encoding),
        help="Encoding of all articles without a byte order mark, by default utf-8.",
    ),
    *_REGISTRIES,
    click.option(
        "--as-of",
        metavar="DATE|article|today",
        callback=parsed(_as_of),
        help="Judge by the designations in force at this date. By default the article's own date, else today.",
    ),
    click.option(
        "--mentions", type=click.Choice(MENTION_POLICIES), help="Which mentions need a label, by default every."
    ),
    click.option(
        "--labels",
        metavar="mark,phrase",
        callback=parsed(_labels),
        help="Which kinds of label count, by default both.",
    ),
    click.option("--combine-marks", is_flag=True, help="Read an undefined *** as * and ** when both are defined."),
)
_RULES = (
    click.option(
        "--select",
        metavar="CODES",
        multiple=True,
        callback=parsed(_codes),
        help="Only these rules: codes, names or beginnings of codes, parted by commas.",
    ),
    click.option("--ignore", metavar="CODES", multiple=True, callback=parsed(_codes), help="All rules but these."),
    click.option(
        "--baseline",
        metavar="FILE",
        callback=parsed(_path),
        help="File of known findings, which are not reported.",
    ),
)
