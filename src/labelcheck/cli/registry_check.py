"""``labelcheck registry check`` (also ``lint``): what is wrong with registry files."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import click

from labelcheck.cli.console import CLEAN, FINDINGS
from labelcheck.cli.options import registry_options
from labelcheck.cli.registry_output import format_option, write_json, write_lines
from labelcheck.cli.session import configuration
from labelcheck.disk import UnreadableError, read_file
from labelcheck.errors import RegistryError
from labelcheck.registry.bundled import chosen
from labelcheck.registry.load import MAX_BYTES

_PLACED = re.compile(r"(.+?):(\d+):(\d+): (.*)", re.DOTALL)


@click.command("check", short_help="Check registry files.")
@click.argument("paths", nargs=-1)
@registry_options
@format_option
def command(paths: tuple[str, ...], output_format: str, **options: Any) -> int:
    """Check registries: their schema, names that are ordinary words or never found, slow patterns, examples that fail.

    PATHS are files, folders or ids, by default the registries of the configuration, else the bundled ones. They are
    checked together with the registries beside which they are used: the bundled ones and those of the configuration.
    `# labelcheck: ignore[ordinary-name] -- reason` answers a remark on its line.

    Exit codes: 0 nothing to remark, 1 remarks, 2 a file is missing or cannot be read.
    """
    config = configuration(options)
    everything = chosen([*config.registries, *paths], bundled=config.bundled_registries)
    about = paths or config.registries
    files = chosen(about, bundled=False) if about else everything
    remarks, whole = _remarks(everything, files)
    if output_format == "json":
        write_json(remarks)
    else:
        write_lines(_line(remark) for remark in remarks)
        end = "" if whole else "; nothing else was checked, correct these first"
        write_lines([f"{len(remarks) or 'no'} remark{'' if len(remarks) == 1 else 's'} on {_count(files)}{end}"])
    return FINDINGS if remarks else CLEAN


def _remarks(everything: Sequence[str], files: Sequence[str]) -> tuple[list[dict[str, Any]], bool]:
    """The remarks on ``files`` as objects, and whether all checks were made: none is on files that do not load."""
    from labelcheck.curate.lint import lint
    from labelcheck.lexicon import load_lexicon
    from labelcheck.recognise import Recogniser
    from labelcheck.registry.load import load_registries

    for path in everything:
        _ensure_readable(path)
    try:
        registries = load_registries(everything)
    except RegistryError as error:
        return [_problem(problem) for problem in error.problems], False
    remarks = lint(registries, Recogniser(load_lexicon(everything)), files)
    return [
        {
            "path": remark.position.path,
            "line": remark.position.line,
            "column": remark.position.column,
            "severity": remark.severity,
            "check": remark.check,
            "message": remark.message,
        }
        for remark in remarks
    ], True


def _ensure_readable(path: str) -> None:
    try:
        read_file(path, MAX_BYTES)
    except UnreadableError as error:
        raise RegistryError([f"{path}: {error}"]) from None


def _problem(problem: str) -> dict[str, Any]:
    """A problem of loading as a remark; one about a whole file has no line."""
    placed = _PLACED.fullmatch(problem)
    path, line, column, message = placed.groups() if placed else (None, None, None, problem)
    return {
        "path": path,
        "line": int(line) if line else None,
        "column": int(column) if column else None,
        "severity": "error",
        "check": "schema",
        "message": message,
    }


def _line(remark: Mapping[str, Any]) -> str:
    place = f"{remark['path']}:{remark['line']}:{remark['column']}: " if remark["path"] else ""
    return f"{place}{remark['severity']}: {remark['message']} [{remark['check']}]"


def _count(files: Sequence[str]) -> str:
    return f"{len(files)} file{'' if len(files) == 1 else 's'}"
