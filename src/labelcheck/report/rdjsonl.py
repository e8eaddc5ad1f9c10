"""The diagnostic format of reviewdog: one JSON object a line and finding, with the fix as a suggestion.

Its columns count the bytes that the line has in UTF-8, so articles with findings are read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TextIO

from labelcheck.errors import SourceError
from labelcheck.findings import Edit, Finding
from labelcheck.report.escape import to_json
from labelcheck.report.model import NO_FILE, FileError, Options, Run
from labelcheck.source.model import Source

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}
_SOURCE = {"name": "labelcheck"}

_Position = dict[str, int]


def render(run: Run, out: TextIO, _options: Options) -> None:
    """Write the findings by path and place, and an error for whatever could not be checked.

    The findings in an article that changed after the check are about whole lines, and have no suggestions.
    """
    for path, group in groupby(run.findings, key=lambda finding: finding.path):
        findings = list(group)
        source = None if path is None else _source(run, path, findings)
        positions = _positions(source, _offsets(findings)) if source else {}
        out.writelines(f"{to_json(_diagnostic(finding, source, positions))}\n" for finding in findings)
    out.writelines(f"{to_json(_error(error))}\n" for error in run.errors)


def _diagnostic(finding: Finding, source: Source | None, positions: dict[int, _Position]) -> dict[str, object]:
    location: dict[str, object] = {"path": finding.path or NO_FILE}
    place = finding.place
    if place:
        location["range"] = {
            "start": positions.get(place.offset, {"line": place.line}),
            "end": positions.get(place.end_offset, {"line": place.end_line}),
        }
    diagnostic: dict[str, object] = {
        "message": finding.message,
        "location": location,
        "severity": _SEVERITIES[finding.severity],
        "source": _SOURCE,
        "code": {"value": finding.rule},
    }
    if finding.fix and source:
        diagnostic["suggestions"] = [
            {"range": {"start": positions[edit.offset], "end": positions[edit.end_offset]}, "text": edit.content}
            for edit in _joined(finding.fix.edits, source)
        ]
    return diagnostic


def _error(error: FileError) -> dict[str, object]:
    return {
        "message": f"not checked: {error.message}",
        "location": {"path": error.path or NO_FILE},
        "severity": "ERROR",
        "source": _SOURCE,
    }


def _source(run: Run, path: str, findings: Iterable[Finding]) -> Source | None:
    """The article, or None if it is not what it was."""
    try:
        source = run.read(path)
    except SourceError:
        return None
    places = (finding.place for finding in findings if finding.place)
    return source if all(source.text[p.offset : p.end_offset] == p.text for p in places) else None


def _joined(edits: Iterable[Edit], source: Source) -> Iterator[Edit]:
    """The edits, those that share a line as one: a review replaces whole lines, and each line once."""
    joined: Edit | None = None
    for edit in sorted(edits, key=lambda edit: edit.offset):
        if joined and source.position(joined.end_offset)[0] == source.position(edit.offset)[0]:
            between = source.text[joined.end_offset : edit.offset]
            joined = Edit(joined.offset, edit.end_offset, f"{joined.content}{between}{edit.content}")
        else:
            if joined:
                yield joined
            joined = edit
    if joined:
        yield joined


def _offsets(findings: Iterable[Finding]) -> Iterator[int]:
    for finding in findings:
        for span in (finding.place, *(finding.fix.edits if finding.fix else ())):
            if span:
                yield from (span.offset, span.end_offset)


def _positions(source: Source, offsets: Iterable[int]) -> dict[int, _Position]:
    """Line and column of each offset. A byte order mark belongs to the first line, as it does for git."""
    positions: dict[int, _Position] = {}
    at = 0
    size = len("\ufeff".encode()) if source.bom else 0
    for offset in sorted(set(offsets)):
        line, column = source.position(offset)
        start = offset - (column - 1)
        if start > at:
            at, size = start, 0
        size += len(source.text[at:offset].encode())
        at = offset
        positions[offset] = {"line": line, "column": size + 1}
    return positions
