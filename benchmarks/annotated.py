"""Articles with their findings written in: reading them, and what labelcheck answers to them.

tests/articles/README.md has the notation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from labelcheck.linter import Linter
from labelcheck.policy import Policy

DEFAULT_DATE = date(2026, 10, 1)
_CASE = re.compile(r"^--- (?P<title>[^|\n]+)(?:\| (?P<options>.*))?\n", re.MULTILINE)
_BRACES = re.compile(r"\{(?:(?P<codes>LC\d{3}(?:,LC\d{3})*) )?(?P<text>[^{}]*)\}")
_ON_MENTIONS = frozenset({"LC101", "LC102", "LC103", "LC104", "LC105", "LC106", "LC203", "LC204", "LC502"})


@dataclass(frozen=True)
class Answers:
    """Findings (start, end, rule) in order of place, and mentions (start, end) in order of text."""

    findings: list[tuple[int, int, str]]
    mentions: list[tuple[int, int]]


@dataclass(frozen=True)
class Case:
    """An article, and the answers that are right."""

    title: str
    text: str
    options: dict[str, str]
    truth: Answers


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
        yield Case(head["title"].strip(), text, options, Answers(sorted(findings), mentions))


def answers(linter: Linter, case: Case) -> Answers:
    """What labelcheck says of an article, by the options of the case and the registries of ``linter``."""
    policy = Policy(
        today=DEFAULT_DATE,
        as_of=date.fromisoformat(case.options["as-of"]) if "as-of" in case.options else None,
        mentions=case.options.get("mentions", "every"),
        labels=tuple(case.options.get("labels", "mark,phrase").split(",")),
        combine_marks="combine-marks" in case.options,
    )
    result = Linter(linter.recogniser, policy).check_text(case.text, format=case.options.get("format", "txt"))
    findings = sorted((f.place.offset, f.place.end_offset, f.rule) for f in result.findings if f.place)
    view = result.article.view
    return Answers(findings, [view.source_span(m.start, m.end) for m in result.mentions])
