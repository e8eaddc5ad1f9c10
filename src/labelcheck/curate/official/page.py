"""A saved web page as its title, its paragraphs, and the rows of its tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from labelcheck.curate.official.wording import squeezed

_BREAKS = frozenset(
    ["p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "main", "footer"]
)
_CELLS = frozenset(["td", "th"])
_TABLE = frozenset(["table", "tr", *_CELLS])
_UNSEEN = frozenset(["script", "style", "template", "noscript", "title"])


@dataclass(slots=True)
class Page:
    """``paragraphs``: all that is seen, what stands in tables too. ``rows``: the cells of all tables, row by row."""

    title: str = ""
    paragraphs: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


def read_page(text: str) -> Page:
    """The page as its reader sees it."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.finish()
    return reader.page


@dataclass(slots=True)
class _Table:
    row: list[str] | None = None
    cell: list[str] | None = None

    def end_cell(self) -> None:
        if self.cell is not None and self.row is not None:
            self.row.append(squeezed("".join(self.cell)))
        self.cell = None


class _Reader(HTMLParser):
    """Closing tags of rows and cells may be left out; a table may stand in another's cell, whose text it is not."""

    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self._text: list[str] = []
        self._tables = [_Table()]
        self._unseen = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as inherited
        if tag in _UNSEEN:
            self._unseen = self._unseen or tag
        elif tag in _BREAKS:
            self._break()
        elif tag in _TABLE:
            self._end_paragraph()
            self._table_tag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == self._unseen:
            self._unseen = ""
        elif tag in _BREAKS:
            self._break()
        elif tag in _TABLE:
            self._end_paragraph()
            self._tables[-1].end_cell()
            if tag == "table" and len(self._tables) > 1:
                self._tables.pop()

    def handle_data(self, data: str) -> None:
        if self._unseen:
            if self._unseen == "title":
                self.page.title += squeezed(data)
            return
        self._text.append(data)
        cell = self._tables[-1].cell
        if cell is not None:
            cell.append(data)

    def finish(self) -> None:
        """Put away what the page leaves open."""
        self._end_paragraph()
        for table in self._tables:
            table.end_cell()

    def _table_tag(self, tag: str) -> None:
        if tag == "table":
            self._tables.append(_Table())
            return
        table = self._tables[-1]
        table.end_cell()
        if tag == "tr" or table.row is None:
            table.row = []
            self.page.rows.append(table.row)
        if tag in _CELLS:
            table.cell = []

    def _break(self) -> None:
        self._end_paragraph()
        cell = self._tables[-1].cell
        if cell is not None:
            cell.append("\n")

    def _end_paragraph(self) -> None:
        paragraph = squeezed("".join(self._text))
        self._text.clear()
        if paragraph:
            self.page.paragraphs.append(paragraph)
