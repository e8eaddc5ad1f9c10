"""JUnit's XML, for services that know of tests only: a suite for each file, in it a failed test for each finding.

Services follow a test from run to run by its names, so these have no line numbers. Elements and attributes are those
that Jenkins accepts (``junit-10.xsd``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TextIO

from labelcheck.findings import SEVERITIES, Finding
from labelcheck.report.escape import to_markup
from labelcheck.report.model import FileError, Options, Run
from labelcheck.report.style import where

_RUN = "labelcheck"
"""The name of the suite for what is about the run itself."""

_CHECKED = "checked"
"""The name of the test that every file passes or, if it could not be checked, fails."""

_LONGEST = 60
"""Code points of an article's words in the name of a test."""


@dataclass(slots=True)
class _Suite:
    cases: list[str] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)


def render(run: Run, out: TextIO, options: Options) -> None:
    """Write a test for every file, and one for every finding; findings milder than ``fail_on`` are skipped tests."""
    suites: dict[str, _Suite] = defaultdict(_Suite)
    for file in run.files:
        suites[file.path].cases.append(f"    <testcase {_names(file.path, _CHECKED)}/>\n")
    for finding in run.findings:
        path = finding.path or _RUN
        failed = SEVERITIES.index(finding.severity) >= SEVERITIES.index(options.fail_on)
        _add(suites[path], path, finding, "failure" if failed else "skipped")
    for error in run.errors:
        path = error.path or _RUN
        _add_error(suites[path], path, error)
    total: Counter[str] = sum((suite.outcomes for suite in suites.values()), Counter())
    tests = sum(len(suite.cases) for suite in suites.values())
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(
        f'<testsuites name="labelcheck" tests="{tests}" failures="{total["failure"]}" errors="{total["error"]}">\n'
    )
    for path in sorted(suites):
        suite = suites[path]
        out.write(
            f'  <testsuite name="{to_markup(path)}" tests="{len(suite.cases)}" failures="{suite.outcomes["failure"]}"'
            f' errors="{suite.outcomes["error"]}" skipped="{suite.outcomes["skipped"]}">\n'
        )
        out.writelines(suite.cases)
        out.write("  </testsuite>\n")
    out.write("</testsuites>\n")


def _add(suite: _Suite, path: str, finding: Finding, outcome: str) -> None:
    name = f"{finding.rule} {finding.name}"
    if finding.place:
        words = " ".join(finding.place.text.split())
        name += f": {words if len(words) <= _LONGEST else f'{words[: _LONGEST - 1]}…'}"
    suite.names[name] += 1
    if suite.names[name] > 1:
        name += f" ({suite.names[name]})"
    line = f"{where(finding, color=False)}{finding.severity} {finding.rule} {finding.name}: {finding.message}"
    _add_case(suite, _names(path, name), outcome, finding.severity, finding.message, line)


def _add_error(suite: _Suite, path: str, error: FileError) -> None:
    _add_case(suite, _names(path, _CHECKED), "error", "not checked", error.message, f"{path}: {error.message}")


def _add_case(suite: _Suite, names: str, outcome: str, kind: str, message: str, line: str) -> None:
    suite.outcomes[outcome] += 1
    suite.cases.append(
        f"    <testcase {names}>\n"
        f'      <{outcome} type="{kind}" message="{to_markup(message)}">{to_markup(line)}</{outcome}>\n'
        "    </testcase>\n"
    )


def _names(path: str, name: str) -> str:
    return f'classname="{to_markup(path)}" name="{to_markup(name)}"'
