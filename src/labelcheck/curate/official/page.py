"""A saved web page as its title, its tables and its paragraphs."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from labelcheck.curate.official.wording import squeezed

_BREAKS = frozenset("p div br li ul ol h1 h2 h3 h4 h5 h6 table tr td th section article header footer main nav".split())
_UNSEEN = frozenset(["script", "style", "template", "noscript"])


@dataclass(slots=True)
class Page:
    """``rows``: those of all tables, in their order. ``paragraphs``: what stands outside tables."""

    title: str = ""
    rows: list[list[str]] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)


def read_page(text: str) -> Page:
    """The page, without what its reader does not see."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end_paragraph()
    return reader.page


class _Reader(HTMLParser):
    """Text goes into the innermost open cell, or else into the paragraph."""

    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self._text: list[str] = []
        self._cells: list[list[str]] = []
        self._rows: list[list[str]] = []
        self._unseen = ""
        self._titled = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen = self._unseen or tag
        self._titled = tag == "title"
        if tag in _BREAKS:
            self._break()
        if tag == "tr":
            self._rows.append([])
            self.page.rows.append(self._rows[-1])
        elif tag in ("td", "th"):
            self._cells.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag == self._unseen:
            self._unseen = ""
        self._titled = False
        if tag in _BREAKS:
            self._break()
        if tag in ("td", "th") and self._cells:
            cell = self._cells.pop()
            if self._rows:
                self._rows[-1].append(squeezed("".join(cell)))
        elif tag == "tr" and self._rows:
            self._rows.pop()

    def handle_data(self, data: str) -> None:
        if self._titled:
            self.page.title = self.page.title or squeezed(data)
        elif self._cells:
            self._cells[-1].append(data)
        elif not self._unseen:
            self._text.append(data)

    def end_paragraph(self) -> None:
        """Put away the paragraph that is open."""
        paragraph = squeezed("".join(self._text))
        self._text.clear()
        if paragraph:
            self.page.paragraphs.append(paragraph)

    def _break(self) -> None:
        if self._cells:
            self._cells[-1].append("\n")
        else:
            self.end_paragraph()
