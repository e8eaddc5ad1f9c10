"""Plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labelcheck.source.model import Source
from labelcheck.source.plain import read
from tests.formats.views import blocks, links, view_of, where


def test_all_is_text_and_blank_lines_part_paragraphs() -> None:
    view = view_of("Первая строка\nвторая\n \t\n\n  **Сноска** &amp; <b>\\*\n", "txt")
    assert blocks(view) == [("paragraph", "Первая строка\nвторая"), ("paragraph", "**Сноска** &amp; <b>\\*")]


def test_a_line_of_invisible_characters_is_blank() -> None:
    assert [text for _, text in blocks(view_of("\u200b\n\nраз\n\u200b\nдва\r\n\u00a0\r\nтри\n\u200b", "txt"))] == [
        "раз",
        "два",
        "три",
    ]


def test_doubled_spaces_and_indents_are_one_gap() -> None:
    view = view_of("Новая  газета\n\t* Сноска", "txt")
    assert view.text == "Новая газета\n* Сноска"
    assert where(view, "Новая газета") == "Новая  газета"


def test_positions_count_from_the_first_character_of_the_file() -> None:
    view = view_of("\n\n  Газета*", "txt")
    assert view.source_span(0, 7) == (4, 11)
    assert where(view, "*") == "*"


def test_addresses_are_links() -> None:
    view = view_of("Сайт https://example.org/a_(b)?c=d, канал (t.me/example) и www.example.com.", "txt")
    assert links(view) == [
        ("https://example.org/a_(b)?c=d", "https://example.org/a_(b)?c=d", "https://example.org/a_(b)?c=d"),
        ("t.me/example", "http://t.me/example", "t.me/example"),
        ("www.example.com", "http://www.example.com", "www.example.com"),
    ]


def test_what_only_looks_like_an_address_is_text() -> None:
    text = (
        "Пишите на a@example.com/x, в и/или, 24.12.2024/25, слово.com/x, foohttp://x.y, www.-, Example.com и http://."
    )
    assert links(view_of(text, "txt")) == []


@given(
    st.lists(st.sampled_from(["а", "Б.", " ", "  ", "\n", "\n\n", "\t", "\f", "\u00ad", "www.a.ru", "«"])).map("".join)
)
def test_tidy_texts_are_read_like_all_others(text: str) -> None:
    source = Source("a.txt", text)
    view = read(source)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("labelcheck.source.plain._tidy_blocks", lambda _text, _end: [])
        careful = read(source)
    assert (view.text, view.blocks, view.links) == (careful.text, careful.blocks, careful.links)
    letters = [at for at, letter in enumerate(view.text) if not letter.isspace()]
    assert [view.source_span(at, at + 1) for at in letters] == [careful.source_span(at, at + 1) for at in letters]
