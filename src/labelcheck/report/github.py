"""Workflow commands of GitHub Actions, which shows them as annotations on the changed lines."""

from __future__ import annotations

from labelcheck.findings import Place
from labelcheck.report.escape import visible
from labelcheck.report.model import Options, Run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(run: Run, out: TextIO, _options: Options) -> None:
    """Write one command for each finding, and an error for each file that could not be checked."""
    for finding in run.findings:
        properties = {
            **({} if finding.path is None else {"file": finding.path}),
            **(_region(finding.place) if finding.place else {}),
            "title": f"{finding.rule} {finding.name}",
        }
        out.write(_command(_COMMANDS[finding.severity], properties, finding.message))
    for error in run.errors:
        properties = {**({} if error.path is None else {"file": error.path}), "title": "not checked"}
        out.write(_command("error", properties, error.message))


def _region(place: Place) -> dict[str, str]:
    lines = {"line": str(place.line), "endLine": str(place.end_line)}
    if place.line != place.end_line:  # GitHub takes no columns for a region of several lines
        return lines
    return {**lines, "col": str(place.column), "endColumn": str(place.end_column)}


def _command(name: str, properties: dict[str, str], message: str) -> str:
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(message)}\n"


def _data(text: str) -> str:
    """``text`` with the characters that end a command escaped as GitHub unescapes them, the rest visible."""
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
