"""What the registry commands share: which registries they are about, their output as tables, lines or JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from textwrap import shorten
from typing import Any, TypeVar

import click

from labelcheck.cli.console import write
from labelcheck.cli.options import registry_options
from labelcheck.cli.session import configuration
from labelcheck.config import Config
from labelcheck.messages import LANGUAGES
from labelcheck.registry.bundled import chosen
from labelcheck.registry.load import load_registries
from labelcheck.registry.model import Registry
from labelcheck.report.escape import to_json, visible

_Command = TypeVar("_Command", bound=Callable[..., Any])
_LONGEST = 100
"""Characters of an official name that a line shows; some run over half a page."""

format_option = click.option(
    "--format", "output_format", type=click.Choice(["text", "json"]), default="text", help="Format of the output."
)
lang_option = click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the output, by default en.")


def looking_options(command: _Command) -> _Command:
    """Put the options on ``command`` that those share which show registries."""
    return registry_options(format_option(lang_option(command)))


def loaded(options: Mapping[str, Any]) -> tuple[Config, list[str], tuple[Registry, ...]]:
    """The configuration, the files and the registries that the options ask for."""
    config = configuration(options)
    files = chosen(config.registries, bundled=config.bundled_registries)
    return config, files, load_registries(files)


def titled(registry: Registry, language: str) -> str:
    """The registry's title, in ``language`` if it has one."""
    return registry.title.get(language) or next(iter(registry.title.values()))


def short(name: str) -> str:
    """An official name in a line."""
    return shorten(name, _LONGEST, placeholder="…")


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows in columns, the first row as their heads; columns of numbers to the right."""
    columns = list(zip(*rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    numbers = [all(cell.lstrip("-").isdigit() for cell in column[1:]) for column in columns]
    lines = (
        "  ".join(
            cell.rjust(width) if number else cell.ljust(width)
            for cell, width, number in zip(row, widths, numbers, strict=True)
        )
        for row in rows
    )
    return "".join(f"{visible(line.rstrip())}\n" for line in lines)


def write_lines(lines: Iterable[str]) -> None:
    """Write lines for people."""
    write("".join(f"{visible(line)}\n" for line in lines))


def write_json(items: Iterable[Mapping[str, Any]]) -> None:
    """Write a list of objects, one a line."""
    write("[" + ",\n ".join(map(to_json, items)) + "]\n", machine=True)
