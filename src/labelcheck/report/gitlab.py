"""GitLab's code quality report, which its merge requests show: a JSON array with one object a finding.

GitLab stops reading at the first object that lacks one of the keys written here, and of several objects with one
fingerprint it shows one.
"""

from __future__ import annotations

import os
from collections import Counter
from hashlib import sha256
from typing import TextIO

from labelcheck.findings import Finding
from labelcheck.report.escape import to_json
from labelcheck.report.fingerprint import fingerprint
from labelcheck.report.model import NO_FILE, FileError, Options, Run

_SEVERITIES = {"error": "critical", "warning": "major", "note": "info"}


def render(run: Run, out: TextIO, _options: Options) -> None:
    """Write the findings, and as ``blocker`` what could not be checked."""
    seen: Counter[str] = Counter()
    degradations = [
        *(_finding(finding, fingerprint(finding, seen)) for finding in run.findings),
        *(_error(error) for error in run.errors),
    ]
    out.write("[")
    out.writelines(f"{',' if number else ''}\n {to_json(item)}" for number, item in enumerate(degradations))
    out.write("]\n")


def _finding(finding: Finding, identity: str) -> dict[str, object]:
    first, last = (finding.place.line, finding.place.end_line) if finding.place else (1, 1)
    return {
        # GitLab does not show the name of a check.
        "description": f"{finding.rule}: {finding.message}",
        "check_name": finding.rule,
        "fingerprint": identity,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": _path(finding.path), "lines": {"begin": first, "end": last}},
    }


def _error(error: FileError) -> dict[str, object]:
    identity = to_json([error.path, "not checked", error.message])
    return {
        "description": f"not checked: {error.message}",
        "check_name": "not-checked",
        "fingerprint": sha256(identity.encode()).hexdigest(),
        "severity": "blocker",
        "location": {"path": _path(error.path), "lines": {"begin": 1, "end": 1}},
    }


def _path(path: str | None) -> str:
    """The path from the working directory, in a job that of the repository; GitLab knows no other."""
    return NO_FILE if path is None else os.path.relpath(path)
