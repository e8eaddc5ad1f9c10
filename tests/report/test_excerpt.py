"""The window on a line and the carets under it."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labelcheck.findings import Place
from labelcheck.report.excerpt import LIMIT, _piece, _plain_piece, excerpt
from labelcheck.source.model import Source

from .samples import place_of


def drawn(words: str, text: str, limit: int = LIMIT) -> str:
    """The excerpt as two lines."""
    line, indent, width = excerpt(text, place_of(words, text), limit)
    return f"{line}\n{' ' * indent}{'^' * width}"


def test_a_short_line_is_shown_whole() -> None:
    text = "Раз.\r\nКак пишет «Полынь», дождя нет.\r\nТри."
    assert drawn("Полынь", text) == "Как пишет «Полынь», дождя нет.\n           ^^^^^^"


def test_a_long_paragraph_is_cut_on_both_sides() -> None:
    text = "слово " * 100 + "Полынь" + " слово" * 100
    assert drawn("Полынь", text, 40) == ("…ово слово слово Полынь слово слово сло…\n                 ^^^^^^")


@pytest.mark.parametrize(
    ("text", "picture"),
    [
        ("Полынь пишет, что завтра будет дождь", "Полынь пишет, что …\n^^^^^^"),
        ("Завтра будет дождь, как пишет Полынь", "…, как пишет Полынь\n             ^^^^^^"),
    ],
    ids=["start", "end"],
)
def test_at_an_end_of_the_line_the_window_reaches_further_the_other_way(text: str, picture: str) -> None:
    assert drawn("Полынь", text, 20) == picture


def test_of_a_span_wider_than_the_window_the_beginning_is_shown() -> None:
    text = "Вчера " + "Полынь" * 20 + " молчала"
    assert drawn("Полынь" * 20, text, 20) == "…ПолыньПолыньПолынь…\n ^^^^^^^^^^^^^^^^^^"


def test_a_span_of_several_lines_is_underlined_to_the_end_of_the_first() -> None:
    assert drawn("Полынь\nнеправа", "«Полынь\nнеправа»") == "«Полынь\n ^^^^^^"


@pytest.mark.parametrize(
    ("before", "columns"),
    [
        ("Ёж и\u0306 ", 5),  # a breve on its letter
        ("中文 ", 5),  # two columns each
        ("😀😀 ", 5),
        ("👨\u200d👩\u200d👧 ", 3),  # a family is one picture
        ("👍🏽 ", 3),  # a skin tone too
        ("❤\ufe0f ", 3),  # a letter-like sign in its emoji style
        ("\u1112\u1161\u11ab ", 3),  # a Korean syllable in parts
        ("\u0301a ", 2),  # a mark on nothing
        ("\t\t", 2),
        ("Ме\u00adду ", 6),  # a soft hyphen, shown as ·
        ("a\x1bb ", 7),  # an escape
    ],
)
def test_carets_stand_under_the_words_in_every_script(before: str, columns: int) -> None:
    text = f"{before}Полынь, пишет"
    _, indent, width = excerpt(text, place_of("Полынь", text))
    assert (indent, width) == (columns, 6)


def test_what_cannot_be_seen_is_shown() -> None:
    assert drawn("b", "a\tb\u00adc\u200bd\x00") == "a b·c·d\\x00\n  ^"


def test_an_empty_place_has_one_caret() -> None:
    assert excerpt("абв", Place(1, 2, 1, 2, 1, 1, "")) == ("абв", 1, 1)
    assert excerpt("абв\n", Place(1, 4, 1, 4, 3, 3, "")) == ("абв", 3, 1)
    assert excerpt("", Place(1, 1, 1, 1, 0, 0, "")) == ("", 0, 1)


def test_a_line_of_megabytes_costs_no_more_than_a_short_one() -> None:
    text = "слово " * 1_000_000 + "Полынь" + "\u0301" * 1_000_000
    place = place_of("Полынь", text)
    start = time.process_time()
    line, _, _ = excerpt(text, place)
    assert time.process_time() - start < 0.1
    assert len(line) < 1000


LETTERS = st.text("абвёж  中😀", max_size=150)
"""Characters of one code point and one or two columns: what is drawn can be measured simply."""


@given(LETTERS, LETTERS, LETTERS, st.integers(20, 100))
def test_whatever_the_line_the_carets_are_under_the_span(before: str, span: str, after: str, limit: int) -> None:
    span = f"П{span}"
    text = f"первая\n{before}{span}{after}\nтретья"
    offset = len("первая\n") + len(before)
    line_number, column = Source("", text).position(offset)
    place = Place(line_number, column, line_number, column + len(span), offset, offset + len(span), span)

    line, indent, width = excerpt(text, place, limit)

    screen = [(char, part) for char in line for part in range(columns(char))]
    assert len(screen) <= limit
    assert line.strip("…") in before + span + after
    underlined = "".join(char for char, part in screen[indent : indent + width] if part == 0)
    assert underlined.startswith("П")
    assert span == underlined or (span.startswith(underlined) and line.endswith("…"))


def columns(char: str) -> int:
    return 2 if unicodedata.east_asian_width(char) == "W" else 1


@given(st.text(), st.text(), st.text())
def test_no_text_breaks_the_excerpt(before: str, span: str, after: str) -> None:
    text = before + span + after
    source = Source("", text)
    place = Place(*source.position(len(before)), 1, 1, len(before), len(before) + len(span), span)
    line, indent, width = excerpt(text, place)
    assert len(line.splitlines()) <= 1
    assert 0 <= indent <= LIMIT
    assert 1 <= width <= LIMIT


@given(
    before=st.text("a —ёé№", max_size=30),
    span=st.text("xю", max_size=30),
    after=st.text("b «№", max_size=30),
    limit=st.integers(4, 40),
    cut=st.booleans(),
)
def test_lines_of_plain_characters_are_cut_like_all_others(
    before: str, span: str, after: str, limit: int, cut: bool
) -> None:
    text = before + span + after
    place = Place(1, len(before) + 1, 1, len(before) + len(span) + 1, len(before), len(before) + len(span), span)
    for start, end in ((0, len(text)), (len(before) // 2, len(before) + len(span) // 2)):
        assert _plain_piece(text, start, end, place, limit, cut) == _piece(text, start, end, place, limit, cut)


def test_a_line_with_a_command_for_a_log_reader_is_no_plain_one() -> None:
    text = "Заметка ##vso[task] о реке"
    assert excerpt(text, place_of("Заметка", text)) == ("Заметка \\x23#vso[task] о реке", 0, 7)
