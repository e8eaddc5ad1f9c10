"""The way back from a source to its view."""

from __future__ import annotations

from hypothesis import given

from labelcheck.source.view import OBJECT
from tests.formats.test_properties import documents, each_format
from tests.formats.views import view_of


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


def test_what_nobody_sees_leads_to_what_is_shown_next() -> None:
    text = "<p>A<!-- no -->&laquo;B</p>\n<!-- end -->"
    view = view_of(text, "html")
    locate = view.locator()
    assert view.text == "A«B"
    assert [view.text[locate(text.index(words)) :] for words in ("<p>", "A", "<!--", "&", "quo;", "B", "</p>")] == [
        "A«B",
        "A«B",
        "«B",
        "«B",
        "«B",
        "B",
        "",
    ]
    assert locate(len(text)) == 3


def test_an_empty_view() -> None:
    assert view_of("", "txt").locator()(0) == 0
