"""HTML: the text of a page as a browser shows it, and what its metadata says of it.

Inline tags join what stands around them, block tags part it, ``<br>`` breaks the line. Scripts, styles, templates and
hidden elements are not seen; code is an object. Titles, descriptions and picture descriptions are blocks of their own.
"""

from __future__ import annotations

import re

from labelcheck.expressions import expression
from labelcheck.source.blocks import BlockWriter
from labelcheck.source.html_dates import ArticleDate
from labelcheck.source.html_syntax import (
    SIMPLE_TAG,
    TAG,
    attribute_span,
    attribute_text,
    attributes,
    closing_tag,
    comment_end,
    pieces,
)
from labelcheck.source.model import Source
from labelcheck.source.view import OBJECT, TextView, ViewBuilder

_KINDS = {"li": "item", "td": "cell", "th": "cell", **{f"h{level}": "heading" for level in range(1, 7)}}
_END_KINDS = frozenset([*_KINDS, "ul", "ol", "table"])
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"  # noqa: SIM905
    " footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p"
    " pre search section select summary table tbody td tfoot th thead tr ul".split()
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_RAW = frozenset(["script", "style", "textarea", "iframe", "noembed", "noframes"])
_NOT_SEEN = frozenset(["template", "noscript"])
_CODE = frozenset(["code", "kbd", "samp"])
_PASSED_OVER = _RAW | _NOT_SEEN | _CODE
_TELLING = frozenset(["a", "article", "img", "meta", "time"])
_TOLD = frozenset(["content", "datetime", "itemprop", "name", "property", "pubdate"])
_DISPLAY_NONE = expression(r"display\s*:\s*none", re.IGNORECASE)
_META = {
    "description": "description",
    "og:description": "description",
    "twitter:description": "description",
    "og:title": "title",
    "twitter:title": "title",
}


def read(source: Source) -> TextView:
    """The page as its reader sees it."""
    builder = ViewBuilder(source)
    writer = BlockWriter(builder, source.text)
    reader = HtmlReader(source.text, writer)
    reader.feed(0, len(source.text))
    writer.close_link(len(source.text))
    writer.close()
    builder.published = reader.date.best
    return builder.build()


def _may_hide(inside: str) -> bool:
    """Whether it can be that the attributes of a tag hide its element."""
    inside = inside.lower()
    return "hidden" in inside or "none" in inside


class HtmlReader:
    """Reads stretches of HTML into a block writer; elements may be open from one stretch to the next."""

    def __init__(self, text: str, writer: BlockWriter) -> None:
        self.date = ArticleDate()
        self._text = text
        self._writer = writer
        self._kind = "paragraph"
        self._titled = False
        self._tag = TAG
        self._start = self._end = -1
        self._last_angle = -1
        self._last_comment: int | None = None
        self._unclosed: set[str] = set()

    def feed(self, start: int, end: int) -> None:
        """Read ``text[start:end]``."""
        text, writer = self._text, self._writer
        at = start
        self._limit(start, end)
        while at < end:
            token = self._tag.search(text, at, end)
            stop = token.start() if token else end
            if "&" in text[at:stop]:
                writer.show(pieces(text, at, stop))
            elif at < stop:
                writer.words(at, stop)
            at = self._markup(token) if token else end

    def markup(self, start: int, end: int) -> int:
        """Read the one tag or comment at ``start``; return where to go on, before ``end``."""
        self._limit(start, end)
        token = self._tag.match(self._text, start, end)
        return self._markup(token) if token else start

    def _limit(self, start: int, end: int) -> None:
        """Read no further than ``end`` for now, and look once where the last tag and comment may end."""
        if end == self._end:
            return
        self._start, self._end = start, end
        self._tag = TAG
        self._last_angle = self._text.rfind(">", start, end)
        self._last_comment = None
        self._unclosed.clear()

    def _markup(self, token: re.Match[str]) -> int:
        """Read a tag, a comment or a declaration; return where to go on."""
        close, name, inside = token.groups()
        if not name:
            return self._unnamed(token)
        if close:
            self._end_tag(name.lower(), token)
            return token.end()
        return self._start_tag(name.lower(), inside, token)

    def _unnamed(self, token: re.Match[str]) -> int:
        start, end = token.span()
        if comment := self._comment(token):
            inner_end, end = comment
            self._writer.builder.comment(self._text[start + 4 : inner_end], start, end)
        elif self._is_declaration(token):
            end = self._text.index(">", start) + 1
        else:
            self._writer.words(start, end)
        return end

    def _comment(self, token: re.Match[str]) -> tuple[int, int] | None:
        """Where the text of a comment ends, and where the comment does."""
        text, end = self._text, self._end
        if not text.startswith("<!--", token.start()):
            return None
        if self._last_comment is None:
            self._last_comment = max(text.rfind(close, self._start, end) for close in ("-->", "--!>"))
        return comment_end(text, token.start(), end) if token.end() - 2 <= self._last_comment else None

    def _is_declaration(self, token: re.Match[str]) -> bool:
        """Whether something begins that ends at the next ``>``. A tag that never ends makes all tags simple ones."""
        if token.end() == token.start() + 1:
            self._tag = SIMPLE_TAG
            return False
        return token.end() <= self._last_angle and token.end() == token.start() + 2

    def _start_tag(self, name: str, inside: str, token: re.Match[str]) -> int:
        start, end = token.span()
        if name in _PASSED_OVER or (inside and _may_hide(inside)):
            after = self._passed_over(name, token)
            if after is not None:
                if name in _CODE:
                    self._writer.put(OBJECT, start, after)
                return after
        if name in _BLOCKS:
            self._kind = _KINDS.get(name, self._kind)
            self._writer.open(self._kind)
            if name == "pre":
                self._writer.keeps_lines = True
        elif name == "br":
            self._writer.line_break(start, end)
        elif name == "sup":
            self._writer.superscript = True
        elif name == "title":
            return self._title(end)
        if name in _TELLING:
            self._describe(name, token)
        return end

    def _end_tag(self, name: str, token: re.Match[str]) -> None:
        if name in _BLOCKS:
            if name in _END_KINDS:
                self._kind = "paragraph"
            self._writer.open(self._kind)
            if name == "pre":
                self._writer.keeps_lines = False
            elif name == "article":
                self.date.leave_article()
        elif name == "a":
            self._writer.close_link(token.end())
        elif name == "sup":
            self._writer.superscript = False
        elif name == "br":
            self._writer.line_break(*token.span())

    def _title(self, start: int) -> int:
        """The text of a title holds no tags. Only the first is that of the page; pictures in SVG have some too."""
        end = self._raw_end("title", start)
        if end is None:
            return start
        self._writer.open("alt" if self._titled else "title")
        self._titled = True
        self._writer.show(pieces(self._text, start, end))
        self._writer.open(self._kind)
        return end

    def _describe(self, name: str, token: re.Match[str]) -> None:
        """What the attributes of a tag tell: a target, a description, a date."""
        start, end = token.span("attributes")
        if name == "article":
            self.date.enter_article()
        elif name == "a":
            if target := attribute_span(self._text, start, end, "href"):
                self._writer.open_link(attribute_text(self._text, target).strip(), token.start())
        elif name == "img":
            self._writer.put(OBJECT, *token.span())
            if description := attribute_span(self._text, start, end, "alt"):
                self._writer.defer("alt", pieces(self._text, *description, in_attribute=True))
        else:
            spans = attributes(self._text, start, end)
            values = {key: attribute_text(self._text, spans[key]) for key in spans if key in _TOLD}
            kind = _META.get(values.get("property", values.get("name", "")).lower()) if name == "meta" else None
            if kind and "content" in spans:
                self._writer.open(kind)
                self._writer.show(pieces(self._text, *spans["content"], in_attribute=True))
                self._writer.open(self._kind)
            self.date.see(name, values)

    def _passed_over(self, name: str, token: re.Match[str]) -> int | None:
        """Where to go on after an element that is not read; None for one that is."""
        end = token.end()
        closed = self._text.endswith("/", *token.span("attributes"))
        if name in _RAW and not closed:
            after = self._raw_end(name, end)
            if name == "script" and after is not None and "json" in token["attributes"].lower():
                self.date.see_json(self._text[end:after])
            return after
        hidden = self._is_hidden(name, token)
        if name in _VOID or closed:
            return end if hidden else None
        return self._element_end(name, end) if hidden or name in _NOT_SEEN or name in _CODE else None

    def _is_hidden(self, name: str, token: re.Match[str]) -> bool:
        if name in {"html", "body"} or not _may_hide(token["attributes"]):
            return False
        found = attributes(self._text, *token.span("attributes"))
        return "hidden" in found or bool("style" in found and _DISPLAY_NONE.search(self._text, *found["style"]))

    def _raw_end(self, name: str, start: int) -> int | None:
        """Where the end tag of a raw element begins."""
        if name in self._unclosed:
            return None
        found = closing_tag(name).search(self._text, start, self._end)
        if found is None:
            self._unclosed.add(name)
        return found.start() if found else None

    def _element_end(self, name: str, start: int) -> int | None:
        """Where an element ends whose content begins at ``start``.

        When one of a name (of hidden elements: any) is found open, later ones are not looked at any more: that would
        take a search to the end for each.
        """
        group = name if name in _NOT_SEEN or name in _CODE else "hidden"
        depth, at = 1, start
        while group not in self._unclosed and (token := self._tag.search(self._text, at, self._end)):
            at = token.end()
            inner = (token["name"] or "").lower()
            if inner == name:
                depth += -1 if token["close"] else 1
                if depth == 0:
                    return at
            elif inner in _RAW and not token["close"]:
                at = self._raw_end(inner, at) or at
            elif comment := self._comment(token):
                at = comment[1]
            elif not inner and self._is_declaration(token):
                at = self._text.index(">", at) + 1
        self._unclosed.add(group)
        return None
