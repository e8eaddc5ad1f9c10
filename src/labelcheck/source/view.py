r"""The text view: what a reader sees of an article, with an exact map back to its source.

A format reads a :class:`~labelcheck.source.model.Source` and feeds a :class:`ViewBuilder`; everything after it works on
``TextView.text`` alone and asks :meth:`TextView.source_span` where a stretch of it stands in the file.

In the view's text newlines are ``\n``, blocks are parted by a blank line, characters nobody sees (soft hyphens,
zero-width characters, stress marks, bidi controls) are gone, letters are composed (NFC), every kind of space is a
space, every kind of hyphen that looks like ``-`` is ``-``, look-alike asterisks are ``*``, superscript digits are
``¹²³``, and an object that is not text (inline code, a picture without a description) is :data:`OBJECT`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import pairwise

from labelcheck.expressions import expression
from labelcheck.records import dataclass
from labelcheck.source.model import Source

OBJECT = "\ufffc"
"""Stands for something that a reader sees but that is not text, so that its neighbours are not adjacent."""

BLOCK_KINDS = ("paragraph", "heading", "item", "cell", "title", "description", "alt", "note")
"""``note`` is a footnote by markup (Markdown ``[^1]: …``), ``title`` and ``description`` come from metadata."""

INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe0e\ufe0f"
"""Characters that show nothing, as the inside of a character class of a regular expression."""

_SPACES = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_HYPHENS = "\u2010\u2011"
_STARS = "\u2217\uff0a\u204e\u2731"
ACCENTS = "\u0300-\u036f"
"""Characters that are one with the letter before them, in the same manner."""
_COMBINING = f"{ACCENTS}\u20f0"
_UNUSUAL = expression(f"[{INVISIBLE}{_COMBINING}{_SPACES}{_HYPHENS}{_STARS}\\r\u0130]")
_NOT_ITSELF = expression(
    f"[{INVISIBLE}{_COMBINING}{_SPACES}{_HYPHENS}{_STARS}\\r\u0130\\v\\f\\x1c-\\x1f\\x85\u2028\u2029]"
)
_MARKS = expression(f"[{_COMBINING}]+")
_SHOWN = {
    "\r": "\n",
    **dict.fromkeys("\t\u00a0\u1680\u202f\u205f\u3000", " "),
    **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys(_STARS, "*"),
    "\u0130": "I",  # the only letter whose lower case is two code points
}


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table cell …: ``text[start:end]`` of the view.

    It has no white space at its ends. ``marker`` is the bullet of a list item as
    ``(bullet, source start, source end)``; the bullet is not in the view.
    """

    start: int
    end: int
    kind: str
    marker: tuple[str, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: view span of its anchor, target, and source span of the whole construct."""

    start: int
    end: int
    url: str
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the format, which may hold a directive: its inner text and its source span.

    ``at`` is the view offset at which the comment stands.
    """

    text: str
    source_start: int
    source_end: int
    at: int


@dataclass(frozen=True, slots=True)
class TextView:
    """What a reader sees of one source, block by block, and the map back."""

    source: Source
    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    comments: tuple[Comment, ...] = ()
    published: date | None = None
    _runs: tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]] = ((0,), (0,), (0,))

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Source offsets ``(a, b)`` of the view's non-empty ``text[start:end]``, markup inside it included."""
        return self._character(start)[0], self._character(end - 1)[1]

    def locator(self) -> Callable[[int], int]:
        """The way back, as a function: from a source offset to that of the first character shown from there on."""
        starts, sources, ends = self._runs
        stored = [run for run in range(len(starts)) if sources[run] < ends[run]]
        stored.sort(key=lambda run: (sources[run], -ends[run]))
        # A picture is one character, and what stands inside it is its description.
        around = {run for run, inside in pairwise(stored) if sources[inside] < ends[run]}
        order = [run for run in stored if run not in around]
        ends_in_order = [ends[run] for run in order]

        def locate(offset: int) -> int:
            at = bisect_right(ends_in_order, offset)
            if at == len(order):
                return len(self.text)
            run = order[at]
            into = max(0, offset - sources[run])
            return starts[run] + (into if self._stands_for_itself(run) else 0)

        return locate

    def _character(self, at: int) -> tuple[int, int]:
        starts, sources, ends = self._runs
        run = bisect_right(starts, at) - 1
        if not self._stands_for_itself(run):
            return sources[run], ends[run]
        offset = sources[run] + at - starts[run]
        return offset, offset + 1

    def _stands_for_itself(self, run: int) -> bool:
        """Whether each character of the run is one of the source."""
        starts, sources, ends = self._runs
        after = starts[run + 1] if run + 1 < len(starts) else len(self.text)
        return ends[run] - sources[run] == after - starts[run]


def shows_itself(text: str) -> bool:
    """Whether a reader sees each character of ``text`` as it is, and no white space but blanks and newlines."""
    return _NOT_ITSELF.search(text) is None


def view_as_is(source: Source, end: int, blocks: Iterable[Block]) -> TextView:
    """The view of a source of which a reader sees ``text[:end]`` as it is."""
    return TextView(source, source.text[:end], tuple(blocks), _runs=((0,), (0,), (end,)))


class ViewBuilder:
    """Collects the runs of a view in source order. A format calls it and, last, :meth:`build`."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._parts: list[str] = []
        self.length = 0
        """Code points put into the view so far: the view offset of whatever comes next."""
        self._starts: list[int] = []
        self._sources: list[int] = []
        self._ends: list[int] = []
        self._continues = -1
        """Where in the source a run of characters that stand for themselves would go on."""
        self._blocks: list[Block] = []
        self._links: list[Link] = []
        self._comments: list[Comment] = []
        self.published: date | None = None

    def copy(self, start: int, end: int) -> None:
        """Show ``source[start:end]``, less what nobody sees."""
        if _UNUSUAL.search(self._source.text, start, end) is None:
            self.as_is(self._source.text[start:end], start, end)
            return
        for shown, first, last in _visible(self._source.text, start, end):
            self.as_is(shown, first, last)

    def put(self, text: str, start: int, end: int) -> None:
        """Show ``text`` for ``source[start:end]``, which is another string (an entity, an escape, ``<sup>``)."""
        if _UNUSUAL.search(text):
            text = "".join(shown for shown, _, _ in _visible(text, 0, len(text)))
        self.as_is(text, start, end)

    def separate(self, text: str, at: int) -> None:
        """Put white space that no source character stands for (between blocks, for ``<br>``) before source ``at``."""
        self.as_is(text, at, at)

    def as_is(self, text: str, start: int, end: int) -> None:
        """Show ``text``, in which nothing is unseen or seen as something else, for ``source[start:end]``."""
        length = len(text)
        if not length:
            return
        same_length = length == end - start
        if same_length and start == self._continues:
            self._ends[-1] = end
        else:
            self._starts.append(self.length)
            self._sources.append(start)
            self._ends.append(end)
        self._continues = end if same_length else -1
        self._parts.append(text)
        self.length += length

    def block(self, kind: str, start: int, marker: tuple[str, int, int] | None = None) -> None:
        """Close a block that began at view offset ``start``; one without a visible character is not kept."""
        self._blocks.append(Block(start, self.length, kind, marker))

    def link(self, start: int, url: str, source_start: int, source_end: int) -> None:
        """Note a hyperlink whose anchor began at view offset ``start`` and ends here."""
        self._links.append(Link(start, self.length, url, source_start, source_end))

    def comment(self, text: str, source_start: int, source_end: int) -> None:
        """Note a comment; it shows nothing."""
        self._comments.append(Comment(text, source_start, source_end, self.length))

    def build(self) -> TextView:
        """The finished view."""
        runs = (tuple(self._starts), tuple(self._sources), tuple(self._ends)) if self._starts else ((0,), (0,), (0,))
        text = "".join(self._parts)
        blocks = [trimmed for block in self._blocks if (trimmed := _trimmed(block, text))]
        blocks.sort(key=lambda block: (block.start, -block.end))
        return TextView(
            source=self._source,
            text=text,
            blocks=tuple(blocks),
            links=tuple(self._links),
            comments=tuple(self._comments),
            published=self.published,
            _runs=runs,
        )


def _trimmed(block: Block, text: str) -> Block | None:
    """The block without white space at its ends, or None if it is nothing else."""
    if block.start < block.end and not text[block.start].isspace() and not text[block.end - 1].isspace():
        return block
    shown = text[block.start : block.end]
    start = block.end - len(shown.lstrip())
    end = block.start + len(shown.rstrip())
    return Block(start, end, block.kind, block.marker) if start < end else None


def _visible(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield what a reader sees of ``text[start:end]``, piece by piece, each with the span that it stands for."""
    at = start
    for unusual in _UNUSUAL.finditer(text, start, end):
        first = unusual.start()
        if first < at:
            continue  # a mark that was composed with the letter before it
        shown = _SHOWN.get(text[first])
        marks = _MARKS.match(text, first, end) if shown is None else None
        if marks:
            base = max(first - 1, at)
            yield text[at:base], at, base
            at = marks.end()
            yield _composed(text[base:at]), base, at
        else:
            yield text[at:first], at, first
            at = first + 1
            if shown and not text.startswith("\r\n", first):
                yield shown, first, at
    yield text[at:end], at, end


def _composed(cluster: str) -> str:
    """A letter with combining marks, as one letter; marks that make no letter (a stress) are gone."""
    import unicodedata  # a start does without it, if it can

    letters = "".join(c for c in unicodedata.normalize("NFC", cluster) if not unicodedata.combining(c))
    return letters + "*" if "\u20f0" in cluster else letters
