"""Markdown as CommonMark and GitHub read it: emphasis resolved, escapes and entities mapped, HTML inside it read."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pyromark

from labelcheck.expressions import expression
from labelcheck.source.blocks import BlockWriter, Piece
from labelcheck.source.model import Source
from labelcheck.source.urls import with_bare_links
from labelcheck.source.view import OBJECT, TextView, ViewBuilder

if TYPE_CHECKING:
    from labelcheck.source.html import HtmlReader

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_FOOTNOTES
)
"""What is Markdown beyond CommonMark. Front matter is cut off before: the parser would also find it in the middle."""

_LONE_CR = expression(r"\r(?!\n)")  # it ends a line, but the parser heeds it only here and there
_BULLETS = "*-+"
_UNSEEN = frozenset(["Emphasis", "Strong", "Strikethrough"])
_KINDS = {"Paragraph": "paragraph", "Heading": "heading", "TableCell": "cell", "HtmlBlock": "paragraph"}

_Inline = tuple[str, Any, int, int]
"""Something inside a block: kind, value, span in bytes."""


def read(source: Source) -> TextView:
    """The article as a Markdown processor would show it, without code blocks."""
    builder = ViewBuilder(source)
    writer = BlockWriter(builder, source.text)
    start = 0
    if source.text.lstrip().startswith(("---", "+++")):
        from labelcheck.source.front_matter import read_front_matter

        start = read_front_matter(source.text, writer)
    body = source.text[start:]
    if "\r" in body:
        body = _LONE_CR.sub("\n", body)
    _Reader(source.text, start, writer).read(pyromark.events_with_range(body, options=OPTIONS))
    writer.close_link(len(source.text))
    writer.close()
    return with_bare_links(builder.build())


class _Reader:
    """Turns the events of the parser into blocks."""

    def __init__(self, text: str, start: int, writer: BlockWriter) -> None:
        self._text = text
        self._offset = _Offsets(text, start)
        self._writer = writer
        self._html_block: tuple[int, int] | None = None
        self._block_end = 0
        """Of the innermost block, in bytes."""
        self._limit = (0, start)
        """The same as it was last asked for, in bytes and in code points."""
        self._shown = start
        """Where the last thing inside a line ended."""
        self._passed = start
        """Where inline HTML that is not read, such as code, ends."""
        self._begun = False
        """An item or a note awaits its first paragraph."""
        self._in_note = False
        self._in_code = False
        self._images: list[int] = []
        self._description: list[Piece] = []

    @cached_property
    def _html(self) -> HtmlReader:
        from labelcheck.source.html import HtmlReader

        return HtmlReader(self._text, self._writer)

    def read(self, events: Iterable[tuple[Any, Any]]) -> None:
        """Read the events of the parser, each with its span in bytes, and use them up.

        Text and line ends with nothing between them wait for each other, to be shown together.
        """
        lines: list[_Inline] = []
        lines_end = -1
        for event, span in events:
            start, end = span["start"], span["end"]
            kind, value = (event, "\n") if isinstance(event, str) else event.popitem()
            if start == lines_end and (kind == "Text" or kind == "SoftBreak"):
                lines.append((kind, value, start, end))
                lines_end = end
                continue
            if lines:
                self._lines(lines)
                lines, lines_end = [], -1
            if kind == "Text":
                lines, lines_end = [(kind, value, start, end)], end
            elif kind == "Start" or kind == "End":
                name, details = (value, None) if isinstance(value, str) else value.popitem()
                if name in _UNSEEN:
                    continue
                if kind == "Start":
                    self._start(name, details, self._offset.of(start), end)
                else:
                    self._end(name, end)
            elif kind == "Html":
                self._html_line(self._offset.of(start), self._offset.of(end))
            else:
                self._inline(kind, value, start, end)

    def _lines(self, lines: list[_Inline]) -> None:
        """Show lines, in one go if each character of them is seen as it stands."""
        start, end = self._offset.of(lines[0][2]), self._offset.of(lines[-1][3])
        if (
            self._is_seen(start)
            and not self._images
            and not self._is_escaped(start)
            and self._text[start:end] == "".join([text for _, text, _, _ in lines])
            and self._writer.lines(start, end)
        ):
            self._begun = False
            self._shown = end
            return
        for piece in lines:
            self._inline(*piece)

    def _start(self, name: str, details: Any, start: int, end_byte: int) -> None:
        if name in _KINDS:
            self._block_end = end_byte
            self._block(_KINDS[name], start)
        elif name == "Link":
            if not self._images:
                self._writer.open_link(details["dest_url"], start)
        elif name == "Image":
            self._images.append(start)
        elif name == "CodeBlock":
            self._block("paragraph", start)
            self._in_code = True
        elif name == "Item":
            self._block_end = end_byte
            bullet = self._text[start]
            self._begun = False
            self._block("item", start, (bullet, start, start + 1) if bullet in _BULLETS else None)
            self._begun = True
        elif name == "FootnoteDefinition":
            self._note(start)

    def _end(self, name: str, end_byte: int) -> None:
        if name == "Link":
            if not self._images:
                self._writer.close_link(self._offset.of(end_byte))
            return
        if name == "Image":
            self._image(self._offset.of(end_byte))
            return
        if name == "HtmlBlock":
            self._feed_html()
        elif name == "CodeBlock":
            self._in_code = False
        elif name == "FootnoteDefinition":
            self._in_note = False
        self._begun = False
        if not self._in_note and name != "Paragraph":  # what follows a paragraph begins with a start
            self._writer.open("paragraph")

    def _block(self, kind: str, start: int, marker: tuple[str, int, int] | None = None) -> None:
        """Begin a block; inside a note, all is one block, and each begins a line."""
        if self._begun:
            self._begun = False
        elif self._in_note:
            self._writer.new_line(start, start)
        else:
            self._writer.open(kind, marker)

    def _note(self, start: int) -> None:
        """Begin a note with its label as a reference to it would stand, and a space for the colon."""
        label_end = self._text.index("]:", start) + 1
        self._writer.open("note")
        self._writer.put(self._text[start:label_end], start, label_end)
        self._writer.put(" ", label_end, label_end + 1)
        self._in_note = self._begun = True

    def _is_seen(self, start: int) -> bool:
        return start >= self._passed and not self._in_code

    def _is_escaped(self, start: int) -> bool:
        return start > self._shown and self._text[start - 1] == "\\"

    def _inline(self, kind: str, value: Any, start_byte: int, end_byte: int) -> None:
        start, end = self._offset.of(start_byte), self._offset.of(end_byte)
        if not self._is_seen(start):
            return
        self._begun = False
        if kind == "Text":
            self._show(self._pieces(value, start, end))
        elif kind == "SoftBreak" or kind == "HardBreak":
            if self._images:
                self._show([(" ", start, end)])
            elif kind == "HardBreak":
                self._writer.line_break(start, end)
            else:
                self._writer.new_line(start, end)
        elif kind == "Code":
            self._show([(OBJECT, start, end)])
        elif kind == "FootnoteReference":
            self._show([(self._text[start:end], start, end)])
        elif kind == "InlineHtml" and not self._images:
            self._passed = self._html.markup(start, self._end_of_block())
        self._shown = end

    def _show(self, pieces: list[Piece]) -> None:
        if self._images:
            self._description += pieces
        else:
            self._writer.show(pieces)

    def _pieces(self, shown: str, start: int, end: int) -> list[Piece]:
        """What a text event shows: the source itself, with the backslash before it if it is escaped, or an entity."""
        if self._text[start:end] != shown:
            return [(shown, start, end)]
        if self._is_escaped(start):
            return [(shown[0], start - 1, start + 1), (None, start + 1, end)]
        return [(None, start, end)] if end > start else []

    def _end_of_block(self) -> int:
        if self._limit[0] != self._block_end:
            self._limit = (self._block_end, self._offset.of(self._block_end))
        return self._limit[1]

    def _image(self, end: int) -> None:
        """A picture is an object; its description, of the outermost picture, is a block after the one it stands in."""
        start = max(self._images.pop(), self._passed)
        if not self._images:
            if start < end:
                self._writer.put(OBJECT, start, end)
            self._writer.defer("alt", self._description)
            self._description = []
            self._shown = end

    def _html_line(self, start: int, end: int) -> None:
        """A line of an HTML block. Lines are read together unless a block quote's sign stands between them."""
        if self._html_block and self._text[self._html_block[1] : start].strip():
            self._feed_html()
        self._html_block = (self._html_block[0] if self._html_block else start, end)

    def _feed_html(self) -> None:
        if self._html_block:
            self._html.feed(*self._html_block)
        self._html_block = None
        self._writer.keeps_lines = False


class _Offsets:
    """Turns offsets in bytes into code points, step by step from the last one asked for."""

    def __init__(self, text: str, start: int) -> None:
        self._data = text[start:].encode()
        self._byte = 0
        self._offset = start
        self._ascii = len(self._data) == len(text) - start

    def of(self, byte: int) -> int:
        """The offset in code points."""
        if byte == self._byte:
            return self._offset
        if self._ascii:
            step = byte - self._byte
        elif byte >= self._byte:
            step = len(self._data[self._byte : byte].decode())
        else:
            step = -len(self._data[byte : self._byte].decode())
        self._byte = byte
        self._offset += step
        return self._offset
