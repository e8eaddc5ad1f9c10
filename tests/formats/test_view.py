"""Characters as a reader sees them, and the way back to where they stand."""

from __future__ import annotations

import pytest

from labelcheck.source.model import Source
from labelcheck.source.view import OBJECT, ViewBuilder
from tests.formats.views import view_of, where


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("сло\u00adво", "слово"),  # soft hyphen
        ("сло\u200bво\ufeff", "слово"),  # zero-width space, mark in the middle of a text
        ("сло\u0301во", "слово"),  # stress
        ("Краи\u0306", "Край"),  # decomposed й
        ("е\u0308лка", "ёлка"),
        ("e\u0301", "é"),
        ("и\u0306\u0301", "й"),  # й with a stress
        ("\u0301слово", "слово"),  # a mark without a letter
        ("a\u00a0b\u2009c\td", "a b c d"),
        ("кое\u2011что", "кое-что"),
        ("слово＊ слово∗ слово✱", "слово* слово* слово*"),
        ("слово\u20f0", "слово*"),  # combining asterisk
        ("\u00a0\u20f0слово", "*слово"),
        ("＊\u0301", "*"),
        ("İ", "I"),
        ("❤️ 👩‍🚀 😀", "❤ 👩🚀 😀"),
        ("a\u202eb", "ab"),  # bidirectional control
        ("½ ﬁ №", "½ ﬁ №"),  # no compatibility folding
    ],
)
def test_unusual_characters(stored: str, shown: str) -> None:
    assert view_of(stored, "txt").text == shown.strip()


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_are_shown_alike(newline: str) -> None:
    assert view_of(f"один{newline}два{newline}{newline}три", "txt").text == "один\nдва\n\nтри"


@pytest.mark.parametrize(
    ("stored", "words", "source"),
    [
        ("😀 Газета", "Газета", "Газета"),
        ("В «Га\u00adзе\u00adте»", "Газете", "Га\u00adзе\u00adте"),
        ("Газе\u0301та*", "Газета", "Газе\u0301та"),
        ("Краи\u0306 света", "Край", "Краи\u0306"),
        ("Краи\u0306 света", "света", "света"),
        ("Новая\u00a0газета", "Новая газета", "Новая\u00a0газета"),
        ("Новая\r\nгазета", "Новая\nгазета", "Новая\r\nгазета"),
        ("Газета\u20f0 вышла", "*", "\u20f0"),
    ],
)
def test_the_way_back_is_exact(stored: str, words: str, source: str) -> None:
    assert where(view_of(stored, "txt"), words) == source


def test_blocks_have_no_white_space_at_their_ends_and_no_block_is_empty() -> None:
    builder = ViewBuilder(Source("a", " слово \u00a0"))
    builder.copy(0, 7)
    builder.block("paragraph", 0)
    builder.copy(7, 8)
    builder.block("paragraph", 7)
    builder.block("paragraph", builder.length)
    assert [(block.start, block.end) for block in builder.build().blocks] == [(1, 6)]


def test_another_text_is_one_thing_on_the_way_back() -> None:
    builder = ViewBuilder(Source("a", "a&shy;&nbsp;&copy;`x`"))
    builder.copy(0, 1)
    builder.put("\u00ad", 1, 6)
    builder.put("\u00a0", 6, 12)
    builder.put("©", 12, 18)
    builder.put(OBJECT, 18, 21)
    view = builder.build()
    assert view.text == f"a ©{OBJECT}"
    assert [where(view, c) for c in view.text] == ["a", "&nbsp;", "&copy;", "`x`"]
