"""GitLab's code quality report, as its parser reads it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labelcheck.findings import Finding
from labelcheck.report.model import FileError

from .samples import INCOMPLETE, STALE, UNLABELLED, found, run_of, written

TEXT = "Как пишет «Полынь», дождя\nне будет. «Полынь» неправа.\n"
MENTION = found(UNLABELLED, "Полынь", TEXT)


def degradations(*findings: Finding, **more: Any) -> list[dict[str, Any]]:
    objects: list[dict[str, Any]] = json.loads(written("gitlab", run_of(*findings, **more)))
    for item in objects:  # GitLab reads no further than the first object that lacks one of these
        assert {name: type(item[name]) for name in ("description", "fingerprint", "severity")} == {
            "description": str,
            "fingerprint": str,
            "severity": str,
        }
        assert item["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert isinstance(item["location"]["path"], str)
        assert item["location"]["lines"]["begin"] >= 1
    return objects


def test_a_finding_is_an_object_whose_description_begins_with_the_code() -> None:
    (item,) = degradations(found(UNLABELLED, TEXT.strip(), TEXT))
    assert len(item.pop("fingerprint")) == 64
    assert item == {
        "description": "LC101: «Полынь» has no label",
        "check_name": "LC101",
        "severity": "critical",
        "location": {"path": "a.md", "lines": {"begin": 1, "end": 2}},
    }


@pytest.mark.parametrize(("severity", "theirs"), [("error", "critical"), ("warning", "major"), ("note", "info")])
def test_severities(severity: str, theirs: str) -> None:
    assert degradations(replace(MENTION, severity=severity))[0]["severity"] == theirs


def test_what_could_not_be_checked_blocks() -> None:
    items = degradations(errors=(FileError("b.md", "is not UTF-8"), FileError(None, "gave up")))
    assert [(item["severity"], item["description"], item["location"]["path"]) for item in items] == [
        ("blocker", "not checked: is not UTF-8", "b.md"),
        ("blocker", "not checked: gave up", "."),
    ]


def test_a_finding_about_the_run_stands_on_the_whole_repository() -> None:
    assert degradations(STALE)[0]["location"] == {"path": ".", "lines": {"begin": 1, "end": 1}}


def test_a_clean_run_is_an_empty_list() -> None:
    assert degradations(files={"a.md": TEXT}) == []


def test_paths_are_told_from_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    paths = ["./news/a.md", str(tmp_path / "news" / "b.md")]
    items = degradations(*(replace(MENTION, path=path) for path in paths))
    assert sorted(item["location"]["path"] for item in items) == ["news/a.md", "news/b.md"]


def fingerprints(*findings: Finding) -> list[str]:
    return [item["fingerprint"] for item in degradations(*findings)]


def test_a_fingerprint_outlives_moved_lines() -> None:
    assert fingerprints(found(UNLABELLED, "Полынь", f"Заголовок\n\n{TEXT}")) == fingerprints(MENTION)


def test_no_two_objects_share_a_fingerprint() -> None:
    different = fingerprints(
        MENTION, MENTION, replace(MENTION, path="b.md"), found(INCOMPLETE, "Полынь", TEXT), STALE, STALE
    )
    assert len(set(different)) == 6


@given(path=st.text(min_size=1).filter(lambda path: "\0" not in path), message=st.text())
def test_whatever_an_article_says_is_one_object_on_a_line_of_its_own(path: str, message: str) -> None:
    output = written("gitlab", run_of(replace(MENTION, path=path, message=message)))
    assert len(json.loads(output.encode())) == 1
    assert len(output.splitlines()) == 2
