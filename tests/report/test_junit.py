"""JUnit's XML, held against the schema that Jenkins checks by."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xmlschema import XMLSchema

from labelcheck.report.model import FileError, Options, Run

from .samples import INCOMPLETE, STALE, UNLABELLED, found, run_of, written

SCHEMA = XMLSchema(Path(__file__).parent / "schemas" / "junit-10.xsd")
TEXT = "Как пишет «Полынь», дождя\nне будет. «Полынь» неправа.\n"
MENTION = found(UNLABELLED, "Полынь", TEXT)


def suites(run: Run, options: Options | None = None) -> ET.Element:
    """The root of the report, after its validation."""
    output = written("junit", run, options)
    SCHEMA.validate(output)
    return ET.fromstring(output)  # noqa: S314 - made here


def test_the_whole_report() -> None:
    run = run_of(
        MENTION,
        replace(found(INCOMPLETE, "дождя", TEXT), severity="note"),
        STALE,
        files={"a.md": TEXT, "clean.md": ""},
        errors=(FileError("b.md", "is not UTF-8"), FileError(None, "gave up")),
    )
    suites(run)
    assert (
        written("junit", run)
        == """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="labelcheck" tests="7" failures="2" errors="2">
  <testsuite name="a.md" tests="3" failures="1" errors="0" skipped="1">
    <testcase classname="a.md" name="checked"/>
    <testcase classname="a.md" name="LC101 unlabelled-mention: Полынь">
      <failure type="error" message="«Полынь» has no label">\
a.md:1:12: error LC101 unlabelled-mention: «Полынь» has no label</failure>
    </testcase>
    <testcase classname="a.md" name="LC104 incomplete-label: дождя">
      <skipped type="note" message="the label of «Полынь» leaves out: undesirable">\
a.md:1:21: note LC104 incomplete-label: the label of «Полынь» leaves out: undesirable</skipped>
    </testcase>
  </testsuite>
  <testsuite name="b.md" tests="1" failures="0" errors="1" skipped="0">
    <testcase classname="b.md" name="checked">
      <error type="not checked" message="is not UTF-8">b.md: is not UTF-8</error>
    </testcase>
  </testsuite>
  <testsuite name="clean.md" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="clean.md" name="checked"/>
  </testsuite>
  <testsuite name="labelcheck" tests="2" failures="1" errors="1" skipped="0">
    <testcase classname="labelcheck" name="LC401 registry-stale">
      <failure type="warning" message="the registry xx-agents is 40 days old">\
warning LC401 registry-stale: the registry xx-agents is 40 days old</failure>
    </testcase>
    <testcase classname="labelcheck" name="checked">
      <error type="not checked" message="gave up">labelcheck: gave up</error>
    </testcase>
  </testsuite>
</testsuites>
"""
    )


def test_an_empty_run_is_valid() -> None:
    assert suites(run_of()).attrib == {"name": "labelcheck", "tests": "0", "failures": "0", "errors": "0"}


@pytest.mark.parametrize(
    ("fail_on", "outcomes"),
    [
        ("note", ["failure", "failure", "failure"]),
        ("warning", ["failure", "failure", "skipped"]),
        ("error", ["failure", "skipped", "skipped"]),
    ],
)
def test_a_test_fails_if_its_finding_fails_the_run(fail_on: str, outcomes: list[str]) -> None:
    severities = ("error", "warning", "note")
    run = run_of(*(replace(MENTION, severity=severity, path=f"{n}.md") for n, severity in enumerate(severities)))
    assert [case.tag for case in suites(run, Options(fail_on=fail_on)).iterfind(".//testcase/*")] == outcomes


def names(run: Run) -> list[str]:
    return [case.attrib["name"] for case in suites(run).iter("testcase")]


def test_names_of_tests_differ_and_hold_no_line_numbers() -> None:
    moved = found(UNLABELLED, "Полынь", f"Заголовок\n\n{TEXT}")
    assert names(run_of(MENTION, moved)) == [
        "LC101 unlabelled-mention: Полынь",
        "LC101 unlabelled-mention: Полынь (2)",
    ]
    assert names(run_of(moved)) == names(run_of(MENTION))


def test_a_name_shows_the_beginning_of_a_long_place_in_one_line() -> None:
    text = "Длинная\nсноска " * 20
    (name,) = names(run_of(found(UNLABELLED, text, text)))
    assert name == f"LC101 unlabelled-mention: {'Длинная сноска ' * 3}Длинная сноска…"


@given(path=st.text(min_size=1), message=st.text())
def test_nothing_that_an_article_says_is_markup(path: str, message: str) -> None:
    root = suites(run_of(replace(MENTION, path=path, message=message)))
    assert [element.tag for element in root.iter()] == ["testsuites", "testsuite", "testcase", "failure"]


def test_controls_that_xml_forbids_and_the_end_of_a_cdata_section() -> None:
    (failure,) = suites(run_of(replace(MENTION, message='a\x00\x1b[0m\ufffe]]> <b a="">&\n\t'))).iter("failure")
    assert failure.attrib["message"] == """a\\x00\\x1b[0m\\ufffe]]> <b a="">&\\n\\t"""
