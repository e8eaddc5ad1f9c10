"""The Markdown documents of this folder and the pages of the rules, as tests.

In a document a fenced article is followed by an ``expect`` fence with what labelcheck finds in it, one finding a line
(``LC101 3:14 "Медузы"``; a line break in the text is ``⏎``), or ``nothing``. The info string of an article is its
format and the options: ``as-of=2025-02-01 mentions=first labels=mark combine-marks``. On a rule's page the articles
under *Fails* break that rule and those under *Passes* break none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from labelcheck.findings import Finding
from labelcheck.linter import Linter
from labelcheck.policy import Policy
from labelcheck.rules import ALL
from labelcheck.rules.base import Rule
from labelcheck.rules.pages import page, summary, write
from labelcheck.rules.registry_stale import check_registries

HERE = Path(__file__).parent
PAGES = HERE.parents[1] / "docs" / "rules"
FENCE = re.compile(r"^(?P<fence>`{3,})(?P<info>[^`\n]+)\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^## (?P<heading>.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Fenced:
    """A fenced block: ``format`` is the first word of its info string, ``heading`` the section it stands in."""

    format: str
    options: dict[str, str]
    text: str
    heading: str


def fenced(markdown: str) -> Iterator[Fenced]:
    """All fenced blocks of a document, in order."""
    blocks = list(FENCE.finditer(markdown))
    headings = [
        found
        for found in HEADING.finditer(markdown)
        if not any(block.start() < found.start() < block.end() for block in blocks)
    ]
    for block in blocks:
        kind, *options = block["info"].split()
        heading = next((found["heading"] for found in reversed(headings) if found.start() < block.start()), "")
        yield Fenced(kind, dict(option.partition("=")[::2] for option in options), block["text"], heading)


@cache
def bundled() -> Linter:
    return Linter.bundled()


def findings(article: Fenced) -> tuple[Finding, ...]:
    """What labelcheck finds in a fenced article. An option that is not known is an error."""
    options = dict(article.options)
    as_of = options.pop("as-of", None)
    policy = Policy(
        today=date(2026, 9, 30),
        as_of=date.fromisoformat(as_of) if as_of else None,
        mentions=options.pop("mentions", "every"),
        labels=tuple(options.pop("labels", "mark,phrase").split(",")),
        combine_marks=options.pop("combine-marks", None) is not None,
    )
    assert not options, f"unknown options: {options}"
    return replace(bundled(), policy=policy).check_text(article.text, format=article.format).findings


def line(finding: Finding) -> str:
    place = finding.place
    assert place is not None
    return f'{finding.rule} {place.line}:{place.column} "{place.text}"'.replace("\n", "⏎")


def articles_with_expectations() -> Iterator[object]:
    for document in sorted(HERE.glob("*.md")):
        blocks = list(fenced(document.read_text(encoding="utf-8")))
        assert len(blocks) % 2 == 0, f"{document.name}: every article needs its expectations"
        for number, (article, expected) in enumerate(zip(blocks[::2], blocks[1::2], strict=True), start=1):
            assert (article.format == "expect", expected.format) == (False, "expect"), f"{document.name}: {article}"
            yield pytest.param(article, expected.text, id=f"{document.stem} {number}: {article.heading}")


@pytest.mark.parametrize(("article", "expected"), list(articles_with_expectations()))
def test_an_article_of_a_document(article: Fenced, expected: str) -> None:
    assert ([*map(line, findings(article))] or ["nothing"]) == expected.splitlines()


def examples(heading: str) -> Iterator[object]:
    for rule in ALL:
        for number, example in enumerate(fenced(page(rule)), start=1):
            if example.heading == heading and example.format != "yaml":
                yield pytest.param(rule, example, id=f"{rule.CODE} {number}")


@pytest.mark.parametrize(("rule", "example"), list(examples("Fails")))
def test_an_example_that_fails(rule: Rule, example: Fenced) -> None:
    assert rule.CODE in {finding.rule for finding in findings(example)}


@pytest.mark.parametrize(("rule", "example"), list(examples("Passes")))
def test_an_example_that_passes(rule: Rule, example: Fenced) -> None:
    assert list(map(line, findings(example))) == []


@dataclass(frozen=True)
class Registry:
    id: str
    as_of: date
    stale_after: int


def test_the_examples_of_registries() -> None:
    for example in fenced(page(next(rule for rule in ALL if rule.CODE == "LC401"))):
        registry = Registry(**yaml.safe_load(example.text))
        stale = any(check_registries([registry], date.fromisoformat(example.options["as-of"])))
        assert stale == (example.heading == "Fails")


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.CODE)
def test_a_page_says_what_and_what_to_do_and_shows_both(rule: Rule) -> None:
    assert summary(rule)
    assert "What to do: " in page(rule)
    assert [found["heading"] for found in HEADING.finditer(page(rule))] == ["Fails", "Passes"]
    assert {example.heading for example in fenced(page(rule))} == {"Fails", "Passes"}


def test_the_pages_in_docs_are_those_of_the_docstrings(tmp_path: Path) -> None:
    write(tmp_path)
    assert contents(PAGES) == contents(tmp_path), "run: python -m labelcheck.rules.pages docs/rules"


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
