"""The XML of Checkstyle, which many CI services and their plugins read."""

from __future__ import annotations

from collections import defaultdict
from typing import TextIO

from labelcheck.findings import Finding
from labelcheck.report.escape import to_markup
from labelcheck.report.model import NO_FILE, FileError, Options, Run

_SEVERITIES = {"error": "error", "warning": "warning", "note": "info"}


def render(run: Run, out: TextIO, _options: Options) -> None:
    """Write every file that was checked, with its findings, and the files that could not be checked."""
    files: dict[str, list[str]] = defaultdict(list, {file.path: [] for file in run.files})
    for finding in run.findings:
        files[finding.path or NO_FILE].append(_finding(finding))
    for error in run.errors:
        files[error.path or NO_FILE].append(_error(error))
    # The version is that of the format, not of this program.
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n')
    out.writelines(f'  <file name="{to_markup(path)}">\n{"".join(files[path])}  </file>\n' for path in sorted(files))
    out.write("</checkstyle>\n")


def _finding(finding: Finding) -> str:
    place = finding.place
    at = f'line="{place.line}" column="{place.column}"' if place else 'line="0"'
    return _element(at, _SEVERITIES[finding.severity], finding.message, f"labelcheck.{finding.rule}")


def _error(error: FileError) -> str:
    return _element('line="0"', "error", f"not checked: {error.message}", "labelcheck.not-checked")


def _element(at: str, severity: str, message: str, source: str) -> str:
    return f'    <error {at} severity="{severity}" message="{to_markup(message)}" source="{source}"/>\n'
