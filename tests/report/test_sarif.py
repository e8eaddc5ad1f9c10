"""SARIF 2.1.0, held against its schema."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from labelcheck.findings import Edit, Finding, Fix
from labelcheck.report.model import FileError, Options, Run

from .samples import INCOMPLETE, STALE, UNLABELLED, found, run_of, written

SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"
TEXT = "Как пишет «Полынь», дождя\nне будет. «Полынь» неправа.\n"


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    return Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def sarif_run(*findings: Finding, **more: Any) -> Any:
    """The only run in the log."""
    (run,) = json.loads(written("sarif", run_of(*findings, **more)))["runs"]
    return run


def result_of(finding: Finding) -> Any:
    """The only result in the log."""
    (result,) = sarif_run(finding)["results"]
    return result


FIXABLE = replace(found(UNLABELLED, "Полынь", TEXT), fix=Fix(safe=True, edits=(Edit(18, 18, "*"), Edit(20, 25, ""))))


@pytest.mark.parametrize(
    "run",
    [
        run_of(),
        run_of(
            STALE,
            FIXABLE,
            found(INCOMPLETE, TEXT.strip(), TEXT),
            errors=(FileError("b.md", "is not UTF-8"), FileError(None, "gave up")),
        ),
    ],
    ids=["clean", "full"],
)
@pytest.mark.parametrize("options", [None, Options()], ids=["rules", "no rules"])
def test_the_log_is_valid(validator: Draft4Validator, run: Run, options: Options | None) -> None:
    validator.validate(json.loads(written("sarif", run, options)))


def test_the_driver_lists_the_rules() -> None:
    run = sarif_run(found(INCOMPLETE, "Полынь", TEXT))
    assert run["tool"]["driver"]["rules"][1] == {
        "id": "LC104",
        "name": "incomplete-label",
        "shortDescription": {"text": "A label leaves a status out."},
        "help": {"text": "# LC104\n\nName them all.", "markdown": "# LC104\n\nName them all."},
        "defaultConfiguration": {"level": "warning"},
    }
    assert (run["results"][0]["ruleId"], run["results"][0]["ruleIndex"]) == ("LC104", 1)


def test_columns_count_code_points() -> None:
    text = "😀😀 Полынь"
    assert sarif_run()["columnKind"] == "unicodeCodePoints"
    assert result_of(found(UNLABELLED, "Полынь", text))["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "a.md"},
                "region": {
                    "startLine": 1,
                    "startColumn": 4,
                    "endLine": 1,
                    "endColumn": 10,
                    "charOffset": 3,
                    "charLength": 6,
                    "snippet": {"text": "Полынь"},
                },
            }
        }
    ]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("новости/50% a?.md", "%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/50%25%20a%3F.md"),
        ("javascript:a.md", "javascript%3Aa.md"),
        ("caf\udce9.md", "caf%E9.md"),
        ("/srv/news/a.md", "file:///srv/news/a.md"),
    ],
)
def test_paths_are_written_as_uris(path: str, uri: str) -> None:
    location = result_of(replace(FIXABLE, path=path))["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": uri}


def test_a_fix_replaces_characters_by_offset() -> None:
    assert result_of(FIXABLE)["fixes"] == [
        {
            "description": {"text": "Safe fix"},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": "a.md"},
                    "replacements": [
                        {"deletedRegion": {"charOffset": 18, "charLength": 0}, "insertedContent": {"text": "*"}},
                        {"deletedRegion": {"charOffset": 20, "charLength": 5}, "insertedContent": {"text": ""}},
                    ],
                }
            ],
        }
    ]


def test_an_unsafe_fix_says_so() -> None:
    (fix,) = result_of(replace(FIXABLE, fix=Fix(safe=False, edits=())))["fixes"]
    assert fix["description"] == {"text": "Unsafe fix: it may change what the text says"}


def fingerprints(*findings: Finding) -> list[str]:
    return [result["partialFingerprints"]["labelcheck/v1"] for result in sarif_run(*findings)["results"]]


def test_a_fingerprint_outlives_moved_lines_and_new_words_around() -> None:
    moved = "Заголовок\n\nСегодня и завтра, как пишет «ПОЛЫНЬ», дождя не будет."
    before = fingerprints(found(UNLABELLED, "Полынь", TEXT))
    assert fingerprints(found(UNLABELLED, "ПОЛЫНЬ", moved)) == before


def test_fingerprints_differ_by_path_rule_organization_words_and_number() -> None:
    finding = found(UNLABELLED, "Полынь", TEXT)
    different = fingerprints(
        finding,
        finding,
        replace(finding, path="b.md"),
        replace(finding, rule="LC104"),
        replace(finding, entity=None),
        found(UNLABELLED, "Как", TEXT),
    )
    assert len(set(different)) == 6


def test_a_finding_without_a_place_is_a_notification_since_github_refuses_results_without_one() -> None:
    run = sarif_run(STALE)
    assert run["results"] == []
    assert run["invocations"][0]["toolConfigurationNotifications"] == [
        {
            "associatedRule": {"id": "LC401", "index": 2},
            "level": "warning",
            "message": {"text": "the registry xx-agents is 40 days old"},
        }
    ]


def test_a_run_that_left_a_file_out_is_not_successful() -> None:
    assert sarif_run()["invocations"][0]["executionSuccessful"] is True
    (invocation,) = sarif_run(errors=(FileError("b c.md", "is not UTF-8"), FileError(None, "gave up")))["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"] == [
        {
            "level": "error",
            "message": {"text": "is not UTF-8"},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": "b%20c.md"}}}],
        },
        {"level": "error", "message": {"text": "gave up"}},
    ]
