"""Articles with their findings written into them, see README.md for the notation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from labelcheck.linter import Linter
from labelcheck.policy import Policy

FOLDER = Path(__file__).parent
DEFAULT_DATE = date(2026, 10, 1)
_CASE = re.compile(r"^--- (?P<title>[^|\n]+)(?:\| (?P<options>.*))?\n", re.MULTILINE)
_BRACES = re.compile(r"\{(?:(?P<codes>LC\d{3}(?:,LC\d{3})*) )?(?P<text>[^{}]*)\}")
_ON_MENTIONS = frozenset({"LC101", "LC102", "LC103", "LC104", "LC105", "LC106", "LC203", "LC204", "LC502"})


@dataclass(frozen=True)
class Case:
    title: str
    text: str
    options: dict[str, str]
    findings: list[tuple[int, int, str]]
    mentions: list[tuple[int, int]]


def read_cases(path: Path) -> Iterator[Case]:
    content = path.read_text(encoding="utf-8")
    heads = list(_CASE.finditer(content))
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        marked = content[head.end() : following.start() if following else len(content)].strip("\n")
        text, findings, mentions, at = "", [], [], 0
        for brace in _BRACES.finditer(marked):
            text += marked[at : brace.start()]
            start, end = len(text), len(text) + len(brace["text"])
            codes = brace["codes"].split(",") if brace["codes"] else []
            findings += [(start, end, code) for code in codes]
            if not codes or _ON_MENTIONS & set(codes):
                mentions.append((start, end))
            text += brace["text"]
            at = brace.end()
        text += marked[at:]
        words = (head["options"] or "").split()
        options = {key: value or "yes" for key, _, value in (word.partition("=") for word in words)}
        yield Case(head["title"].strip(), text, options, sorted(findings), mentions)


@cache
def bundled() -> Linter:
    return Linter.bundled()


def linter(options: dict[str, str]) -> Linter:
    policy = Policy(
        today=DEFAULT_DATE,
        as_of=date.fromisoformat(options["as-of"]) if "as-of" in options else None,
        mentions=options.get("mentions", "every"),
        labels=tuple(options.get("labels", "mark,phrase").split(",")),
        combine_marks="combine-marks" in options,
    )
    return Linter(bundled().recogniser, policy)


CASES = [
    pytest.param(case, id=f"{path.stem}: {case.title}") for path in FOLDER.glob("*.txt") for case in read_cases(path)
]


@pytest.mark.parametrize("case", CASES)
def test_article(case: Case) -> None:
    result = linter(case.options).check_text(case.text, format=case.options.get("format", "txt"))
    found = sorted((f.place.offset, f.place.end_offset, f.rule) for f in result.findings if f.place)

    def shown(spans: list[tuple[int, int, str]]) -> list[str]:
        return [f"{code} {start}:{end} {case.text[start:end]!r}" for start, end, code in spans]

    assert shown(found) == shown(case.findings)
    view = result.article.view
    spans = [view.source_span(m.start, m.end) for m in result.mentions]
    assert [case.text[a:b] for a, b in spans] == [case.text[a:b] for a, b in case.mentions]
    assert spans == case.mentions
