"""What `check --show-config`, `--show-files` and `--show-text` print: with what, on what and on which text it works."""

from __future__ import annotations

from collections.abc import Iterator

from labelcheck.cli.console import CLEAN, COULD_NOT, complain, write
from labelcheck.cli.session import Session
from labelcheck.config import Config
from labelcheck.errors import SourceError
from labelcheck.records import fields
from labelcheck.report.escape import to_json, visible, visible_path
from labelcheck.source.formats import read_view
from labelcheck.source.view import TextView
from labelcheck.suppress_listed import Listed


def show(what: str, session: Session) -> int:
    """Print the ``config``, the ``files`` or the ``text``, and give the exit code."""
    if what == "config":
        write("".join(f"{line}\n" for line in settings(session.config)))
        return CLEAN
    failed = list(session.errors)
    for path in session.paths:
        try:
            write("".join(f"{line}\n" for line in _article(what, path, session)))
        except SourceError as error:
            failed.append(error)
    for problem in failed:
        complain(str(problem))
    return COULD_NOT if failed else CLEAN


def _article(what: str, path: str, session: Session) -> Iterator[str]:
    """The article's format, or its text line by line: where it stands in the file, and in what kind of block."""
    format_name = session.runner.format_of(path)
    if what == "files":
        yield f"{visible_path(path)}: {format_name}"
        return
    for line, kind, text in _lines(read_view(session.runner.read(path), format_name)):
        yield f"{visible_path(path)}:{line}: {kind}: {visible(text)}"


def settings(config: Config) -> Iterator[str]:
    """The settings in force, as lines of a ``labelcheck.toml``."""
    yield f"# {visible(config.path)}" if config.path else "# no configuration file"
    values = {field.name.replace("_", "-"): getattr(config, field.name) for field in fields(config)}
    tables = {key: dict(values.pop(key)) for key in ("formats", "per-file-ignores")}
    suppressions: tuple[Listed, ...] = values.pop("suppressions")
    del values["path"]
    yield from _rows(values)
    for name, table in tables.items():
        if table:
            yield from ("", f"[{name}]", *(f"{to_json(glob)} = {to_json(value)}" for glob, value in table.items()))
    for entry in suppressions:
        yield from ("", "[[suppressions]]")
        rows = {field.name: getattr(entry, field.name) for field in fields(entry)}
        del rows["where"]
        yield from _rows(rows | {"until": entry.until and entry.until.isoformat()})


def _rows(values: dict[str, object]) -> Iterator[str]:
    """``key = value`` for all that are set; JSON writes these values as TOML does."""
    return (f"{key} = {to_json(value)}" for key, value in values.items() if value is not None)


def _lines(view: TextView) -> Iterator[tuple[int, str, str]]:
    for block in view.blocks:
        at = block.start
        for text in view.text[block.start : block.end].split("\n"):
            line, _ = view.source.position(view.source_span(at, at + 1)[0])
            yield line, block.kind, text
            at += len(text) + 1
