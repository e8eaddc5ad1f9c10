"""What holds for every view of every text."""

from __future__ import annotations

import string
import unicodedata
from itertools import pairwise

import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st

from labelcheck.source import blocks
from labelcheck.source.formats import FORMATS
from labelcheck.source.markdown import OPTIONS
from labelcheck.source.view import OBJECT, TextView
from tests.formats.views import view_of

COMMON = [
    "Газета", "слово", " ", "  ", "\n", "\n\n", "\r\n", "\u00a0", "\u00ad", "\u0301", "\u200b", "и\u0306", "😀",
    "＊", "1", "*", "**", "***", "_", "__", "~~", "||", "`", "```", "[", "]", "(", ")", "!", "<", ">", "&", "\\",
    "#", "-", "- ", "* ", "> ", "    ", "|", "[^1]", "[^1]: ", "---", "---\n", "+++\n", "title: ",
    "date: 2024-05-06\n", "# ", "\n|-|\n", "https://example.org/a_b", "[x](u)", "![x](u)", "&amp;", "&amp",
    "&#42;", "&shy;", "<!-- ", " -->", "<b>", "</b>", "<sup>", "</sup>", "<br>", "<p>", "</p>", "<li>", "<td>",
    "<pre>", "</pre>", "<a href='u'>", "</a>", "<code>", "</code>", "<script>", "</script>", "<title>",
    "</title>", "<div hidden>", "</div>", "<img alt='x y'>", "<h1>", '"', "'", "\t",
    "<meta name=description content='x'>", "\x00", "\u2028", "<!", "</",
]  # fmt: skip
documents = st.lists(st.sampled_from(COMMON) | st.text(max_size=3), max_size=25).map("".join)
each_format = pytest.mark.parametrize("format_name", FORMATS)
DIGITS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", string.digits, strict=True))


def is_seen_as(stored: str, shown: str) -> bool:
    """Whether one character of a source may be shown as one character of a view."""
    if shown == " ":
        return stored.isspace() or stored == ":"  # of the label of a Markdown footnote
    if shown == "\n":
        return stored in "\r\n"
    return (
        shown in {stored, "*", "-", "I"} or stored == DIGITS.get(shown) or unicodedata.normalize("NFC", stored) == shown
    )


@each_format
@given(text=documents)
def test_every_character_of_a_view_stands_somewhere_in_its_source(format_name: str, text: str) -> None:
    view = view_of(text, format_name)
    spans = [view.source_span(at, at + 1) for at in range(len(view.text))]
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    for shown, (start, end) in zip(view.text, spans, strict=True):
        stored = text[start:end]
        assert len(stored) != 1 or is_seen_as(stored, shown)


@each_format
@given(text=documents)
def test_every_character_is_found_again(format_name: str, text: str) -> None:
    view = view_of(text, format_name)
    locate = view.locator()
    for block in view.blocks:
        for at in range(block.start, block.end):
            place = view.source_span(at, at + 1)
            if view.text[at] == OBJECT:
                continue  # a picture may have a description inside it
            assert view.source_span(locate(place[0]), locate(place[0]) + 1) == place


@each_format
@given(text=documents)
def test_inside_a_block_the_view_goes_through_its_source_in_order(format_name: str, text: str) -> None:
    view = view_of(text, format_name)
    for block in view.blocks:
        spans = [view.source_span(at, at + 1) for at in range(block.start, block.end)]
        assert all(this[1] <= following[0] or this == following for this, following in pairwise(spans))


@each_format
@given(text=documents)
def test_blocks_follow_each_other_and_hold_all_that_is_seen(format_name: str, text: str) -> None:
    view = view_of(text, format_name)
    at = 0
    for block in view.blocks:
        between = view.text[at : block.start]
        inside = view.text[block.start : block.end]
        assert block.start < block.end
        assert inside == inside.strip()
        assert "\n\n" not in inside
        assert not between.strip()
        assert at == 0 or between.count("\n") >= 2
        at = block.end
    assert not view.text[at:].strip()


@each_format
@given(text=documents)
def test_links_and_comments_stand_where_they_say(format_name: str, text: str) -> None:
    view = view_of(text, format_name)
    for link in view.links:
        assert 0 <= link.start <= link.end <= len(view.text)
        assert 0 <= link.source_start < link.source_end <= len(text)
        if link.start < link.end:
            first, last = view.source_span(link.start, link.end)
            assert link.source_start <= first <= last <= link.source_end
    for comment in view.comments:
        assert 0 <= comment.at <= len(view.text)
        assert comment.text in text[comment.source_start : comment.source_end] or format_name == "md"


@each_format
@given(text=documents, newline=st.sampled_from(["\r\n", "\r"]))
def test_the_kind_of_newline_makes_no_difference(format_name: str, text: str, newline: str) -> None:
    unix = text.replace("\r", "")
    assert seen(view_of(unix.replace("\n", newline), format_name)) == seen(view_of(unix, format_name))


@each_format
@given(text=documents)
def test_words_that_need_no_care_are_read_as_if_they_did(format_name: str, text: str) -> None:
    view = view_of(text, format_name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "shows_itself", lambda _text: False)
        assert view_of(text, format_name) == view


def seen(view: TextView) -> list[tuple[str, str]]:
    return [(block.kind, view.text[block.start : block.end]) for block in view.blocks]


words = st.lists(
    st.text(st.sampled_from("абвГД xyZ1.,:;!?«»—()[]{}*_~`#+-<>&|\\/\"'$%^=@😀ё"), min_size=1, max_size=12)
    .map(str.strip)
    .filter(bool),
    min_size=1,
    max_size=6,
).map(" ".join)


@given(words)
def test_escaped_markdown_is_shown_as_it_was(text: str) -> None:
    escaped = "".join(f"\\{c}" if c in string.punctuation else c for c in text)
    assert view_of(escaped, "md").text == " ".join(text.split())


@given(words)
def test_escaped_html_is_shown_as_it_was(text: str) -> None:
    entities = {"&": "&amp;", "<": "&lt;", ">": "&#62;", "*": "&#x2a;"}
    escaped = "".join(entities.get(c, c) for c in text)
    assert view_of(f"<p>{escaped}</p>", "html").text == " ".join(text.split())


MARKDOWN = [
    "Газета", "слово", " ", "\n", "\n\n", "*", "**", "_", "~~", "`", "[", "]", "(", "\\", "# ", "- ", "* ",
    "> ", "    ", "1. ", "| a | b |\n|---|---|\n", "| ", "[x](u)", "&amp;", "&#42;", "\\*", "  \n", "\\\n",
    "***\n", "===\n", "```\n", "😀", "<https://example.org>", "<br>", "<b>", "</b>",
]  # fmt: skip


@given(st.lists(st.sampled_from(MARKDOWN), max_size=30).map(lambda parts: "x " + "".join(parts)))
def test_markdown_is_seen_as_the_page_that_it_makes(text: str) -> None:
    page = pyromark.html(text, options=OPTIONS)
    assert letters(view_of(text, "md")) == letters(view_of(page, "html"))


def letters(view: TextView) -> str:
    """What is seen without white space; code, which is left out or an object, does not count."""
    return "".join(view.text.replace(OBJECT, "").split())
