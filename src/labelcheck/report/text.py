"""The report for people: each finding with an excerpt of its line, and a summary. Programs should not parse it."""

from __future__ import annotations

from itertools import groupby

from labelcheck.errors import SourceError
from labelcheck.findings import Finding, Place
from labelcheck.messages import phrase
from labelcheck.report import statistics
from labelcheck.report.escape import visible
from labelcheck.report.excerpt import excerpt
from labelcheck.report.model import Options, Run
from labelcheck.report.style import paint, where
from labelcheck.report.summary import summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


def render(run: Run, out: TextIO, options: Options) -> None:
    """Write the findings by path and place, the statistics if asked for, and the summary unless quiet."""
    for path, findings in groupby(run.findings, key=lambda finding: finding.path):
        text = None if path is None else _text(run, path)
        for finding in findings:
            _write(finding, text, out, options)
    if options.statistics:
        statistics.render(run, out, options.language)
    if not options.quiet:
        out.write(f"{summary(run, options.language)}\n")


def _write(finding: Finding, text: str | None, out: TextIO, options: Options) -> None:
    severity = paint(phrase(options.language, finding.severity), finding.severity, color=options.color)
    place = where(finding, color=options.color)
    out.write(f"{place}{severity} {finding.rule} {finding.name}: {visible(finding.message)}\n")
    if text is not None and finding.place and _still_there(text, finding.place):
        line, indent, width = excerpt(text, finding.place)
        carets = paint("^" * width, finding.severity, color=options.color)
        out.write(f"  | {line}\n  | {' ' * indent}{carets}\n")
    if finding.fix:
        option = "--fix" if finding.fix.safe else "--fix --unsafe-fixes"
        out.write(f"  = {phrase(options.language, 'fixable', option=option)}\n")
    out.write("\n")


def _text(run: Run, path: str) -> str | None:
    try:
        return run.read(path).text
    except SourceError:  # gone since it was checked; the findings stand, without excerpts
        return None


def _still_there(text: str, place: Place) -> bool:
    """False if the file has changed since it was checked, when an excerpt would show something else."""
    return text[place.offset : place.end_offset] == place.text
