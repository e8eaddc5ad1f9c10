"""The way back from a source to its view."""

from __future__ import annotations

from tests.formats.views import view_of


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
