"""The report for people: each finding with an excerpt of its line, and a summary. Programs should not parse it."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TextIO

from labelcheck.errors import SourceError
from labelcheck.findings import SEVERITIES, Finding, Place
from labelcheck.report import statistics
from labelcheck.report.escape import visible
from labelcheck.report.excerpt import excerpt
from labelcheck.report.model import Options, Run
from labelcheck.report.style import paint, where


def render(run: Run, out: TextIO, options: Options) -> None:
    """Write the findings by path and place, the statistics if asked for, and the summary unless quiet."""
    for path, findings in groupby(run.findings, key=lambda finding: finding.path):
        text = None if path is None else _text(run, path)
        for finding in findings:
            _write(finding, text, out, color=options.color)
    if options.statistics:
        statistics.render(run, out)
    if not options.quiet:
        out.write(f"{summary(run)}\n")


def summary(run: Run) -> str:
    """One line: ``3 errors, 1 warning in 2 of 14 files (37 mentions)``, and what could not be checked."""
    counts = Counter(finding.severity for finding in run.findings)
    found = ", ".join(_number(counts[severity], severity) for severity in reversed(SEVERITIES) if counts[severity])
    mentions = _number(sum(file.mentions for file in run.files), "mention")
    files = _number(len(run.files), "file")
    if found:
        affected = len({finding.path for finding in run.findings if finding.path is not None})
        line = f"{found} in {affected} of {files} ({mentions})"
    else:
        line = f"no findings in {files} ({mentions})"
    unread = sum(error.path is not None for error in run.errors)
    if unread:
        line += f"; {_number(unread, 'file')} could not be checked"
    if len(run.errors) > unread:
        line += f"; {_number(len(run.errors) - unread, 'other error')}"
    return line


def _write(finding: Finding, text: str | None, out: TextIO, *, color: bool) -> None:
    severity = paint(finding.severity, finding.severity, color=color)
    place = where(finding, color=color)
    out.write(f"{place}{severity} {finding.rule} {finding.name}: {visible(finding.message)}\n")
    if text is not None and finding.place and _still_there(text, finding.place):
        line, indent, width = excerpt(text, finding.place)
        carets = paint("^" * width, finding.severity, color=color)
        out.write(f"  | {line}\n  | {' ' * indent}{carets}\n")
    if finding.fix:
        option = "--fix" if finding.fix.safe else "--fix --unsafe-fixes"
        out.write(f"  = help: fixable with {option}\n")
    out.write("\n")


def _text(run: Run, path: str) -> str | None:
    try:
        return run.read(path).text
    except SourceError:  # gone since it was checked; the findings stand, without excerpts
        return None


def _still_there(text: str, place: Place) -> bool:
    """False if the file has changed since it was checked, when an excerpt would show something else."""
    return text[place.offset : place.end_offset] == place.text


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
