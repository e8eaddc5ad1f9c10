"""From the options of a command line to the articles it is about and a runner for them."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import date

from labelcheck.cli.console import note
from labelcheck.config import Config, find_config
from labelcheck.disk import too_large
from labelcheck.errors import SourceError
from labelcheck.files import find_articles
from labelcheck.linter import MAX_BYTES, Linter, read_source
from labelcheck.records import dataclass, fields, replace
from labelcheck.runner import Runner
from labelcheck.source.decode import decode
from labelcheck.source.model import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn

STDIN = "-"
_STDIN_NAME = "<stdin>"


@dataclass(frozen=True, slots=True)
class Session:
    """What a command works with. ``paths``: the articles, sorted; ``errors``: paths that stand for none."""

    config: Config
    runner: Runner
    reader: Reader
    paths: tuple[str, ...]
    errors: tuple[SourceError, ...]


class Reader:
    """Reads articles. Standard input, which is there only once, is kept, under the name it goes by."""

    def __init__(self, encoding: str | None, stdin_name: str | None) -> None:
        self._encoding = encoding
        self.stdin_name = stdin_name
        self.stdin: bytes | None = None
        """What standard input was, once it has been read, or what it is to be from now on."""

    def __call__(self, path: str) -> Source:
        """The article at ``path``. Raises SourceError."""
        if path != self.stdin_name:
            return read_source(path, self._encoding)
        return decode(self.take_stdin(path), path, self._encoding)

    def take_stdin(self, name: str) -> bytes:
        """Standard input, which goes by this ``name``. Raises SourceError."""
        if self.stdin is None:
            self.stdin = _read_stdin(name)
        return self.stdin


def _read_stdin(path: str) -> bytes:
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    except (OSError, AttributeError) as error:  # a standard input that was closed is None
        reason = getattr(error, "strerror", None) or "it is closed"
        raise SourceError(path, f"standard input cannot be read: {reason}") from None
    if len(data) > MAX_BYTES:
        raise SourceError(path, too_large(MAX_BYTES))
    return data


def prepare(options: Mapping[str, Any], *, quiet: bool = False) -> Session:
    """The session that the options of :mod:`labelcheck.cli.options` ask for; one not given may be left out.

    Tells on standard error which of the paths given are excluded, unless ``quiet``.
    """
    given = list(options["paths"])
    stdin_name = None
    if STDIN in given:
        stdin_name = options.get("stdin_filename") or _STDIN_NAME
    _check_usage(options, stdin_name)
    config = configuration(options)
    found = find_articles([path for path in given if path != STDIN], config)
    paths, excluded = set(found.paths), list(found.excluded)
    if stdin_name is not None:
        if config.excludes(stdin_name):
            excluded.append(stdin_name)
        else:
            paths.add(stdin_name)
    _tell_excluded(excluded, config, nothing_left=not paths and not found.errors, quiet=quiet)
    linter = Linter.bundled(
        policy=config.policy(date.today()),
        language=config.lang,
        select=config.select,
        ignore=config.ignore,
        registries=config.registries,
        bundled=config.bundled_registries,
    )
    reader = Reader(config.encoding, stdin_name)
    runner = Runner(linter, config, reader, options.get("input_format"))
    return Session(config, runner, reader, tuple(sorted(paths)), found.errors)


def _check_usage(options: Mapping[str, Any], stdin_name: str | None) -> None:
    if not options["paths"]:
        _refuse("give the path of a file or folder, or `-` for standard input")
    if options.get("stdin_filename") and stdin_name is None:
        _refuse("--stdin-filename is about standard input; add the path `-`")


def _refuse(problem: str) -> NoReturn:
    import click

    raise click.UsageError(problem, click.get_current_context())


def configuration(options: Mapping[str, Any]) -> Config:
    """The configuration file's settings, overruled by the options given; see :mod:`labelcheck.cli.options`."""
    if options.get("config") and options.get("no_config"):
        _refuse("--config and --no-config contradict each other; leave one of them out")
    if options.get("no_config"):
        config = Config()
    elif options.get("config"):
        from labelcheck.config_file import load_config

        config = load_config(options["config"])
    else:
        config = find_config(os.path.dirname(options.get("stdin_filename") or "") or os.curdir)
    overruled = {f.name: options[f.name] for f in fields(Config) if options.get(f.name)}
    if options.get("no_bundled_registries"):
        overruled["bundled_registries"] = False
    return replace(config, **overruled)


def _tell_excluded(excluded: list[str], config: Config, *, nothing_left: bool, quiet: bool) -> None:
    if excluded and nothing_left:
        which = excluded[0] if len(excluded) == 1 else f"all {len(excluded)} paths"
        are = "is" if len(excluded) == 1 else "are"
        note(f"nothing to check: {which} {are} excluded by {config.path}")
    elif not quiet:
        for path in sorted(excluded):
            note(f"{path} is excluded by {config.path}")
