"""What holds for every article: positions are exact, findings are stable, neutral text changes nothing."""

from __future__ import annotations

import html
import re
from datetime import date
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from labelcheck.findings import Finding
from labelcheck.linter import Linter
from labelcheck.policy import Policy

PIECES = st.sampled_from(
    [
        "Facebook",
        "«Медуза»",
        "Медиазоной",
        "The Moscow Times",
        "«Важных историй»",
        "Правый сектор",
        "ИГИЛ",
        "*",
        "**",
        "***",
        " *",
        " (признана иноагентом)",
        "¹",
        "-группа",
        ", ",
        " и ",
        ". ",
        " — ",
        "\n",
        "\n\n",
        "* иностранный агент",
        "** нежелательная организация",
        "\n\n* экстремистская организация",
        "дождь",
        "😀",
        "слово",
        " ",
        "&",
        "<",
        "\u00ad",
        "\u0301",
        "\u00a0",
        "й",
        "«",
        "»",
        '"',
        "(",
        ")",
        "#",
        "_",
    ]
)
TEXTS = st.lists(PIECES, max_size=25).map("".join)
MARKDOWN = st.lists(PIECES | st.sampled_from(["\\*", "**Мета**", "[a](https://theins.ru)", "`x`", "- ", "[^1]", "> "]))
HTML = st.lists(PIECES | st.sampled_from(["<p>", "</p>", "<b>", "</b>", "&amp;", "&#42;", "<sup>*</sup>", "<br>"]))
DOCUMENTS = st.one_of(
    st.tuples(TEXTS, st.just("txt")),
    st.tuples(TEXTS, st.just("telegram")),
    st.tuples(MARKDOWN.map("".join), st.just("md")),
    st.tuples(HTML.map("".join), st.just("html")),
)


@cache
def linter() -> Linter:
    return Linter.bundled(policy=Policy(today=date(2026, 10, 1)))


def check(text: str, format_name: str = "txt") -> tuple[Finding, ...]:
    return linter().check_text(text, "a", format_name).findings


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.rule, finding.place.text if finding.place else "") for finding in findings]


@given(DOCUMENTS)
def test_every_finding_stands_where_it_says(document: tuple[str, str]) -> None:
    text, format_name = document
    lines = re.split(r"\r\n|\r|\n", text)
    for finding in check(text, format_name):
        place = finding.place
        assert place is not None
        assert place.offset < place.end_offset
        assert text[place.offset : place.end_offset] == place.text
        assert lines[place.line - 1][place.column - 1 :].startswith(re.split(r"\r\n|\r|\n", place.text)[0])


@given(DOCUMENTS)
def test_the_same_article_gives_the_same_findings(document: tuple[str, str]) -> None:
    assert check(*document) == check(*document)


@given(TEXTS)
def test_a_neutral_paragraph_moves_findings_and_changes_nothing_else(text: str) -> None:
    before = "Утро было тихим, и никто никуда не спешил.\n\n"
    after = check(before + text)
    assert told(after) == told(check(text))
    for moved, finding in zip(after, check(text), strict=True):
        assert moved.place is not None
        assert finding.place is not None
        assert moved.place.offset == finding.place.offset + len(before)


@given(TEXTS)
@settings(max_examples=50)
def test_escaping_a_text_into_html_keeps_its_findings(text: str) -> None:
    paragraphs = [f"<p>{html.escape(part)}</p>" for part in re.split(r"\n{2,}", text)]
    one_line_each = "\n\n".join(part.replace("\n", " ") for part in re.split(r"\n{2,}", text))
    rules = sorted(rule for rule, _ in told(check("\n".join(paragraphs), "html")))
    assert rules == sorted(rule for rule, _ in told(check(one_line_each)))


@given(TEXTS)
def test_newline_styles_and_a_byte_order_mark_change_nothing(text: str) -> None:
    assert [rule for rule, _ in told(check(text.replace("\n", "\r\n")))] == [rule for rule, _ in told(check(text))]
