"""The segmenter against a reader built on ``html.parser``, on generated pages."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from labelcheck.source.view import OBJECT
from tests.formats.views import view_of

BLOCKS = ("p", "div", "li", "ul", "h2", "td", "blockquote", "section")
INLINE = ("b", "i", "span", "a", "em", "q")
NOT_SEEN = ("template", "noscript", "script", "style", "code")


class Reference(HTMLParser):
    """The obvious way: all text between block tags, white space collapsed afterwards."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.current = ""
        self.skipping: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.skipping:
            self.skipping += [tag] * (tag == self.skipping[0])
        elif tag in NOT_SEEN or "hidden" in dict(attrs):
            self.skipping.append(tag)
            self.current += OBJECT if tag == "code" else ""
        elif tag == "br":
            self.current += "\v"
        elif tag in BLOCKS or tag == "hr":
            self.end_block()

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:
            if tag == self.skipping[0]:
                self.skipping.pop()
        elif tag in BLOCKS:
            self.end_block()

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.current += data

    def end_block(self) -> None:
        lines = [re.sub(r"[ \n]+", " ", line).strip() for line in self.current.split("\v")]
        self.found += [part.strip("\n") for part in re.split(r"\n\n+", "\n".join(lines)) if part.strip("\n")]
        self.current = ""


def expected(page: str) -> list[str]:
    reference = Reference()
    reference.feed(page)
    reference.close()
    reference.end_block()
    return reference.found


text = st.text(st.sampled_from("абвг xyz1*\n <>&;\"'«»"), max_size=12).map(lambda chars: escape(chars, quote=False))
attributes = st.sampled_from(["", " class='x > y'", ' title="&lt;b>"', " data-a = 1", " a b", "\n c='\"'"])
leaves = text | st.sampled_from(
    ["<br>", "<br />", "<!-- <p> & -->", "<!-- a\n-- b -->", "&laquo;", "&#42;", "<hr/><wbr>"]
)


def element(names: tuple[str, ...], content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds("<{0}{1}>{2}</{0}>".format, st.sampled_from(names), attributes, content)


def nested(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    joined = st.lists(content, max_size=4).map("".join)
    hidden = st.builds("<div hidden>{}</div>".format, joined)
    return (
        element(INLINE, joined) | element(BLOCKS, joined) | element(("template", "noscript", "code"), joined) | hidden
    )


raw = element(("script", "style"), st.sampled_from(["", "a < b", "'<p>' + x", "<b>", "<!-- x"]))
pages = st.lists(st.recursive(leaves | raw, nested, max_leaves=12), max_size=6).map("".join)


@given(pages)
def test_blocks_are_those_of_the_reference(page: str) -> None:
    view = view_of(page, "html")
    assert [view.text[block.start : block.end] for block in view.blocks] == expected(page)
