"""What the reports for a terminal share: where a finding stands, in words, and ANSI colours."""

from __future__ import annotations

from labelcheck.findings import Finding
from labelcheck.report.escape import visible_path

_STYLES = {"error": "1;31", "warning": "1;33", "note": "1;36", "bold": "1"}


def paint(text: str, style: str, *, color: bool) -> str:
    """``text`` in the style of a severity or ``bold``, if ``color``."""
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if color else text


def where(finding: Finding, *, color: bool) -> str:
    """``path:line:column: ``, or nothing for a finding about the run itself."""
    if finding.path is None or finding.place is None:
        return ""
    place = f"{visible_path(finding.path)}:{finding.place.line}:{finding.place.column}:"
    return paint(place, "bold", color=color) + " "
