"""SARIF 2.1.0, which code scanning services and editors read."""

from __future__ import annotations

from collections import Counter
from os import fsencode
from typing import Any, TextIO
from urllib.parse import quote

from labelcheck.findings import Finding, Fix, Place
from labelcheck.report.escape import to_json
from labelcheck.report.fingerprint import fingerprint
from labelcheck.report.model import FileError, Options, RuleInfo, Run
from labelcheck.version import __version__

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_Object = dict[str, Any]


def render(run: Run, out: TextIO, options: Options) -> None:
    """Write the log.

    A finding about the run itself has no location, and GitHub refuses a log with a result that has none; it becomes
    a notification, as do the files that could not be checked.
    """
    index = {rule.code: number for number, rule in enumerate(options.rules)}
    seen: Counter[str] = Counter()
    results = []
    about_run = []
    for finding in run.findings:
        number = index.get(finding.rule, -1)  # -1 is SARIF for a rule that is not listed
        if finding.path is None or finding.place is None:
            about_run.append(_about_run(finding, number))
        else:
            results.append(_result(finding, finding.path, finding.place, number, seen))
    invocation = {
        "executionSuccessful": not run.errors,
        "toolExecutionNotifications": [_error(error) for error in run.errors],
        "toolConfigurationNotifications": about_run,
    }
    driver = {"name": "labelcheck", "version": __version__, "rules": [_rule(rule) for rule in options.rules]}
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "invocations": [invocation],
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }
    out.write(f"{to_json(log)}\n")


def _rule(rule: RuleInfo) -> _Object:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.help, "markdown": rule.help},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(finding: Finding, path: str, place: Place, rule_index: int, seen: Counter[str]) -> _Object:
    location = {"artifactLocation": {"uri": _uri(path)}, "region": _region(place)}
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": finding.severity,
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"labelcheck/v1": fingerprint(finding, seen)},
        **({"fixes": [_fix(finding.fix, path)]} if finding.fix else {}),
    }


def _region(place: Place) -> _Object:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": place.offset,
        "charLength": place.end_offset - place.offset,
        "snippet": {"text": place.text},
    }


def _fix(fix: Fix, path: str) -> _Object:
    replacements = [
        {
            "deletedRegion": {"charOffset": edit.offset, "charLength": edit.end_offset - edit.offset},
            "insertedContent": {"text": edit.content},
        }
        for edit in fix.edits
    ]
    return {
        "description": {"text": "Safe fix" if fix.safe else "Unsafe fix: it may change what the text says"},
        "artifactChanges": [{"artifactLocation": {"uri": _uri(path)}, "replacements": replacements}],
    }


def _about_run(finding: Finding, rule_index: int) -> _Object:
    return {
        "associatedRule": {"id": finding.rule, "index": rule_index},
        "level": finding.severity,
        "message": {"text": finding.message},
    }


def _error(error: FileError) -> _Object:
    notification: _Object = {"level": "error", "message": {"text": error.message}}
    if error.path is not None:
        notification["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": _uri(error.path)}}}]
    return notification


def _uri(path: str) -> str:
    """A relative path as a relative URI, an absolute one as a ``file:`` URI."""
    quoted = quote(fsencode(path))
    return f"file://{quoted}" if path.startswith("/") else quoted
