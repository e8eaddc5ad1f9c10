"""Blocks of a view as marked-up formats make them: parted by blank lines, with white space as a reader sees it."""

from __future__ import annotations

from collections.abc import Iterable

from labelcheck.expressions import expression
from labelcheck.source.view import ACCENTS, INVISIBLE, ViewBuilder, shows_itself
from labelcheck.symbols import RAISED

Piece = tuple[str | None, int, int]
"""A stretch of the source to show: as it stands, or as another text (of an entity, an escape)."""

# An accent after white space has no letter to stand on, and is not seen either.
_LEADING = expression(rf"[\s{INVISIBLE}{ACCENTS}]*+")
_UNSEEN = expression(rf"[\s{INVISIBLE}]")
_NOTHING = expression(rf"[{INVISIBLE}{ACCENTS}]*+")
# White space other than a single blank. It begins with a class and looks back because that is searched for faster.
_GAP = expression(rf"[ \t\n\f\r](?:(?<! )|[ \t\n\f\r])[\s{INVISIBLE}{ACCENTS}]*+")
_NO_BREAK_SPACE = "\u00a0"  # the one unusual character that most articles have: it needs no care but this
_NEWLINE = expression(r"\r\n?|\n")
_RAISED = expression(r"(?P<digits>[0-9]+)|(?P<brackets>[\[\](){}]+)|[^0-9\[\](){}]+")
# A number with brackets around it, or a bracket that a tag parts from its number.
_NUMBER = expression(r"[\[\](){}\s]*[0-9][0-9\[\](){}\s]*|[\[\]]+")


class BlockWriter:
    """Writes blocks into a view: joins what stands on one line, collapses white space, parts blocks.

    A block begins with the first visible thing after :meth:`open`; a gap is shown when something follows it in the
    same block. Two line breaks in a row end a block, and the next has its kind.
    """

    def __init__(self, builder: ViewBuilder, text: str) -> None:
        self.builder = builder
        self.keeps_lines = False
        """Whether newlines are line breaks (``<pre>``) and not spaces."""
        self.superscript = False
        """Whether digits are shown as superscripts. Every block begins without."""
        self._text = text
        self._kind = "paragraph"
        self._marker: tuple[str, int, int] | None = None
        self._start: int | None = None
        self._gap: tuple[str, int, int] | None = None
        self._link: tuple[str, int] | None = None
        self._anchor: int | None = None
        self._deferred: list[tuple[str, list[Piece]]] = []

    def open(self, kind: str, marker: tuple[str, int, int] | None = None) -> None:
        """What follows is a new block."""
        if self._start is not None or self._deferred:
            self.close()
        self.superscript = False
        self._gap = None
        self._kind, self._marker = kind, marker

    def close(self) -> None:
        """End the open block, if something was shown in it. Deferred blocks follow it, or the link around it."""
        self.superscript = False
        self._end_block()
        if self._deferred and self._link is None:
            kind, deferred = self._kind, self._deferred
            self._deferred = []
            for self._kind, pieces in deferred:
                self.show(pieces)
                self._end_block()
            self._kind = kind

    def defer(self, kind: str, pieces: Iterable[Piece]) -> None:
        """Write a block of its own after the open one."""
        self._deferred.append((kind, list(pieces)))

    def words(self, start: int, end: int) -> None:
        """Show ``source[start:end]`` with white space collapsed."""
        text = self._text[start:end].replace(_NO_BREAK_SPACE, " ")
        if not text or (self._start is None and text.isspace()):
            return
        if self.superscript or not _is_tidy(text):
            self._with_care(start, end)
        else:
            self._as_they_stand(text if self.keeps_lines else text.replace("\n", " "), start, end)

    def lines(self, start: int, end: int) -> bool:
        """Show ``source[start:end]`` with newlines as line breaks if it needs no care; return whether it is shown."""
        text = self._text[start:end].replace(_NO_BREAK_SPACE, " ")
        if self.superscript or not text or not _is_tidy(text):
            return False
        keeps_lines, self.keeps_lines = self.keeps_lines, True
        self._as_they_stand(text, start, end)
        self.keeps_lines = keeps_lines
        return True

    def _as_they_stand(self, text: str, start: int, end: int) -> None:
        """Show tidy words, of which a reader sees ``text``. Most words are, and take half the time of the others."""
        first, last = start, end
        if text[0].isspace():
            first += 1
            self._space(start, first)
            if first == end:
                return
        if text[-1].isspace():
            last -= 1
        self._begin(first)
        self.builder.as_is(text[first - start : last - start], first, last)
        if last < end:
            self._space(last, end)

    def _with_care(self, start: int, end: int) -> None:
        """Show any words."""
        text = self._text
        first = start
        if not text[start].isalnum():
            first = _LEADING.match(text, start, end).end()  # type: ignore[union-attr] # it matches nothing, too
            if first > start:
                self._space(start, first)
            if first == end:
                return
        last = end
        while _UNSEEN.match(text, last - 1):  # stops at ``first``, which is seen
            last -= 1
        self._begin(first)
        for gap in _GAP.finditer(text, first, last):
            self._copy(first, gap.start())
            first = gap.end()
            self._space(gap.start(), first)
            if first < last:
                self._begin(first)
        self._copy(first, last)
        if last < end:
            self._space(last, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Show ``text`` for ``source[start:end]``."""
        if not text.strip():
            if text and self._start is not None and self._gap is None:
                self._gap = (" ", start, end)
        elif not _NOTHING.fullmatch(text):
            self._begin(start)
            self.builder.put(text.translate(RAISED) if self.superscript else text, start, end)

    def show(self, pieces: Iterable[Piece]) -> None:
        """Show stretches of the source, one after the other."""
        for text, start, end in pieces:
            if text is None:
                self.words(start, end)
            else:
                self.put(text, start, end)

    def line_break(self, start: int, end: int) -> None:
        """Go on in a new line; ``source[start:end]`` says so."""
        if self._gap and self._gap[0] == "\n":
            self._end_block()
        elif self._start is not None:
            self._gap = ("\n", start, end)

    def new_line(self, start: int, end: int) -> None:
        """Go on in a new line, unless the block goes on in one already."""
        if self._gap is None or self._gap[0] != "\n":
            self.line_break(start, end)

    def open_link(self, url: str, source_start: int) -> None:
        """What follows is the anchor of a hyperlink; links do not nest."""
        self.close_link(source_start)
        self._link = (url, source_start)

    def close_link(self, source_end: int) -> None:
        """End the open hyperlink, if there is one."""
        if self._link:
            start = self.builder.length if self._anchor is None else self._anchor
            self.builder.link(start, *self._link, source_end)
        self._link = self._anchor = None

    def _begin(self, at: int) -> None:
        """Get ready for something visible that stands at ``at`` in the source."""
        if self._start is None:
            if self.builder.length:
                self.builder.separate("\n\n", at)
            self._start = self.builder.length
        elif self._gap:
            self.builder.as_is(*self._gap)
        self._gap = None
        if self._link and self._anchor is None:
            self._anchor = self.builder.length

    def _end_block(self) -> None:
        if self._start is not None:
            self.builder.block(self._kind, self._start, self._marker)
        self._start = self._gap = self._marker = None

    def _space(self, start: int, end: int) -> None:
        if self._start is None:
            return
        white = self._text[start:end]
        newlines = len(_NEWLINE.findall(white)) if self.keeps_lines and white != " " else 0
        if newlines > 1:
            self._end_block()
        elif newlines:
            self.line_break(start, end)
        elif self._gap is None and (white.isspace() or not _NOTHING.fullmatch(white)):
            self._gap = (" ", start, end)

    def _copy(self, start: int, end: int) -> None:
        if not self.superscript:
            self.builder.copy(start, end)
            return
        is_number = _NUMBER.fullmatch(self._text, start, end)
        for part in _RAISED.finditer(self._text, start, end):
            if part["digits"]:
                self.builder.put(part[0].translate(RAISED), *part.span())
            elif not (part["brackets"] and is_number):
                self.builder.copy(*part.span())


def _is_tidy(text: str) -> bool:
    """Whether a reader sees each character of ``text`` as it is, and nothing but single blanks or newlines between."""
    return "  " not in text.replace("\n", " ") and shows_itself(text)
