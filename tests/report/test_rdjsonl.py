"""reviewdog's diagnostic format, one object a line: columns count bytes in UTF-8, from 1, the end left out."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labelcheck.findings import Edit, Finding, Fix
from labelcheck.report.model import FileError, Run
from labelcheck.source.model import Source

from .samples import INCOMPLETE, STALE, UNLABELLED, found, run_of, written

TEXT = "Как пишет «Полынь», дождя\nне будет. Полынь права.\n"
FILES = {"a.md": TEXT}


def diagnostics(run: Run) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written("rdjsonl", run).splitlines()]


def suggested(text: str, words: str, *edits: Edit) -> list[dict[str, Any]]:
    """The suggestions for a finding on ``words`` whose fix are the edits."""
    finding = replace(found(UNLABELLED, words, text), fix=Fix(safe=True, edits=edits))
    (diagnostic,) = diagnostics(run_of(finding, files={"a.md": text}))
    suggestions: list[dict[str, Any]] = diagnostic["suggestions"]
    return suggestions


def applied(text: str, suggestion: dict[str, Any]) -> str:
    """The text after the suggestion: lines and bytes are cut as reviewdog cuts them."""
    lines = [line.encode() for line in text.split("\n")]
    start, end = suggestion["range"]["start"], suggestion["range"]["end"]
    first = lines[start["line"] - 1][: start["column"] - 1]
    last = lines[end["line"] - 1][end["column"] - 1 :]
    lines[start["line"] - 1 : end["line"]] = [first + suggestion["text"].encode() + last]
    return b"\n".join(lines).decode()


def test_a_finding_is_an_object_on_one_line() -> None:
    assert diagnostics(run_of(found(UNLABELLED, "Полынь", TEXT), files=FILES)) == [
        {
            "message": "«Полынь» has no label",
            "location": {
                "path": "a.md",
                "range": {"start": {"line": 1, "column": 21}, "end": {"line": 1, "column": 33}},
            },
            "severity": "ERROR",
            "source": {"name": "labelcheck"},
            "code": {"value": "LC101"},
        }
    ]


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("a\U00010400b", "b", 6, 7),
        ("Да. 😀 Полынь", "Полынь", 12, 24),
        ("ab\r\ncd", "d", 2, 3),
        ("ab\rцd", "d", 3, 4),
    ],
)
def test_columns_count_bytes(text: str, words: str, start: int, end: int) -> None:
    (diagnostic,) = diagnostics(run_of(found(UNLABELLED, words, text), files={"a.md": text}))
    place = diagnostic["location"]["range"]
    assert (place["start"]["column"], place["end"]["column"]) == (start, end)


def test_a_byte_order_mark_belongs_to_the_first_line() -> None:
    text = "Полынь\nПолынь"
    second = replace(found(UNLABELLED, "Полынь", text), place=found(UNLABELLED, "\nПолынь", text).place)
    run = replace(run_of(found(UNLABELLED, "Полынь", text), second), read=lambda path: Source(path, text, bom=True))
    first, other = (diagnostic["location"]["range"] for diagnostic in diagnostics(run))
    assert (first["start"]["column"], first["end"]["column"]) == (4, 16)
    assert (other["start"]["column"], other["end"]["column"]) == (16, 13)


@pytest.mark.parametrize(("severity", "theirs"), [("error", "ERROR"), ("warning", "WARNING"), ("note", "INFO")])
def test_severities(severity: str, theirs: str) -> None:
    finding = replace(found(UNLABELLED, "Полынь", TEXT), severity=severity)
    assert diagnostics(run_of(finding, files=FILES))[0]["severity"] == theirs


def test_a_fix_is_a_suggestion() -> None:
    after = TEXT.index("»") + 1
    (suggestion,) = suggested(TEXT, "Полынь", Edit(after, after, "*"))
    assert suggestion == {
        "range": {"start": {"line": 1, "column": 35}, "end": {"line": 1, "column": 35}},
        "text": "*",
    }
    assert applied(TEXT, suggestion) == TEXT.replace("»", "»*")


def test_edits_that_share_a_line_are_one_suggestion_and_others_are_several() -> None:
    first, second = TEXT.index("Как"), TEXT.index(", дождя")
    end = len(TEXT)
    one, other = suggested(
        TEXT, "Полынь", Edit(end, end, "\n* Сноска.\n"), Edit(second, second + 1, "* —"), Edit(first, first + 3, "Так")
    )
    assert applied(TEXT, one) == TEXT.replace("Как", "Так").replace(",", "* —")
    assert applied(TEXT, other) == f"{TEXT}\n* Сноска.\n"


def test_a_fix_without_edits_has_no_suggestions() -> None:
    assert suggested(TEXT, "Полынь") == []


@pytest.mark.parametrize("now", [{}, {"a.md": "Всё переписано."}], ids=["gone", "changed"])
def test_in_a_file_that_changed_after_the_check_a_finding_is_about_lines(now: dict[str, str]) -> None:
    finding = replace(found(UNLABELLED, TEXT.strip(), TEXT), fix=Fix(safe=True, edits=(Edit(0, 1, ""),)))
    (diagnostic,) = diagnostics(run_of(finding, files=now))
    assert diagnostic["location"]["range"] == {"start": {"line": 1}, "end": {"line": 2}}
    assert "suggestions" not in diagnostic


def test_what_has_no_file_is_told_of_the_folder() -> None:
    run = run_of(STALE, errors=(FileError("b.md", "is not UTF-8"), FileError(None, "gave up")))
    assert [(item["location"], item["severity"], item["message"]) for item in diagnostics(run)] == [
        ({"path": "."}, "WARNING", "the registry xx-agents is 40 days old"),
        ({"path": "b.md"}, "ERROR", "not checked: is not UTF-8"),
        ({"path": "."}, "ERROR", "not checked: gave up"),
    ]


def test_an_article_with_several_findings_is_read_once() -> None:
    asked = []

    def read(path: str) -> Source:
        asked.append(path)
        return Source(path, TEXT)

    findings = (found(UNLABELLED, "Полынь", TEXT), found(INCOMPLETE, "Полынь права", TEXT))
    diagnostics(replace(run_of(*findings, files=FILES), read=read))
    assert asked == ["a.md"]


@given(text=st.text(st.characters(codec="utf-8")), data=st.data())
def test_what_stands_at_the_bytes_is_what_stands_at_the_code_points(text: str, data: st.DataObject) -> None:
    text = f"{text}Полынь"
    start = data.draw(st.integers(0, len(text) - 1))
    finding = found_at(text, start, data.draw(st.integers(start, len(text))))
    (diagnostic,) = diagnostics(run_of(finding, files={"a.md": text}))
    source = Source("a.md", text)
    starts = [*source.line_starts(), len(text)]
    ends = diagnostic["location"]["range"]
    offsets = [
        len(text[starts[at["line"] - 1] :].encode()[: at["column"] - 1].decode()) + starts[at["line"] - 1]
        for at in (ends["start"], ends["end"])
    ]
    assert finding.place is not None
    assert offsets == [finding.place.offset, finding.place.end_offset]


def found_at(text: str, start: int, end: int) -> Finding:
    source = Source("a.md", text)
    line, column = source.position(start)
    end_line, end_column = source.position(end)
    place = found(UNLABELLED, "Полынь", "Полынь").place
    assert place is not None
    return replace(
        UNLABELLED,
        path="a.md",
        place=replace(
            place,
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
            offset=start,
            end_offset=end,
            text=text[start:end],
        ),
    )


@given(path=st.text(min_size=1), message=st.text())
def test_whatever_an_article_says_stays_on_one_line(path: str, message: str) -> None:
    output = written("rdjsonl", run_of(replace(found(UNLABELLED, "Полынь", TEXT), path=path, message=message)))
    assert len(output.splitlines()) == 1
    assert json.loads(output.encode())["code"] == {"value": "LC101"}
