"""One line a finding: ``path:line:column: LC101 [error] message``, as editors and ``grep`` like it.

The severity is English in every language: editors find it by a pattern.
"""

from __future__ import annotations

from labelcheck.report import statistics
from labelcheck.report.escape import visible
from labelcheck.report.model import Options, Run
from labelcheck.report.style import paint, where

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


def render(run: Run, out: TextIO, options: Options) -> None:
    """Write the findings by path and place, and the statistics if asked for; there is no summary."""
    for finding in run.findings:
        severity = paint(finding.severity, finding.severity, color=options.color)
        place = where(finding, color=options.color)
        out.write(f"{place}{finding.rule} [{severity}] {visible(finding.message)}\n")
    if options.statistics:
        statistics.render(run, out, options.language)
