"""The piece of a line that a finding is about, with carets under it.

A paragraph of news is one long line, so the excerpt is a window on it. Columns are counted as a terminal shows them:
East Asian characters and emoji are two wide, combining marks have no width.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from labelcheck.expressions import expression
from labelcheck.findings import Place
from labelcheck.records import dataclass
from labelcheck.report.escape import escapes

LIMIT = 90
"""Columns of an excerpt at most."""

_REACH = 4
"""Code points looked at on each side, for each column of the limit: a line may be megabytes long, and a character may
bear a thousand marks."""

_ELLIPSES = 2
"""Columns that the signs take which say that a line goes on."""
_NEWLINE = expression(r"[\r\n]")
_SINGLE = expression("[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027№]*")
"""Characters that are shown as they are, each in one column."""
_HIDDEN = frozenset("\u00ad\u034f\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff")
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"


class _Cell:
    """What a terminal shows as one character: ``start`` is its offset in the source, ``width`` is in columns."""

    __slots__ = ("shown", "start", "width")

    def __init__(self, start: int, shown: str, width: int) -> None:
        self.start = start
        self.shown = shown
        self.width = width


def excerpt(text: str, place: Place, limit: int = LIMIT) -> tuple[str, int, int]:
    """The line of ``text`` on which ``place`` begins, cut to ``limit`` columns around it, and the carets below it.

    The carets are two numbers: how many columns stand before them, and how many they are.

    Where the line is cut stands ``…``. A place of several lines is underlined up to the end of the first, an empty
    one has one caret. A tab shows as a space, a hidden character (soft hyphen, zero-width space) as ``·``, a control
    character as its escape.
    """
    line_start = place.offset - (place.column - 1)
    start = max(line_start, place.offset - _REACH * limit)
    end = min(len(text), place.offset + _REACH * limit)
    newline = _NEWLINE.search(text, place.offset, end)
    line_goes_on = newline is None and end < len(text)
    if newline:
        end = newline.start()

    show = _piece
    if _SINGLE.fullmatch(text, start, end) and "##" not in text[start:end]:  # so are most lines
        show = _plain_piece
        start, end_of_reach = max(start, place.offset - limit), min(end, place.offset + limit)
        line_goes_on, end = line_goes_on or end_of_reach < end, end_of_reach
    cut = start > line_start or line_goes_on

    piece = show(text, start, end, place, limit, cut)
    before = "…" if piece.cut_before or start > line_start else ""
    after = "…" if piece.cut_after or line_goes_on else ""
    return before + piece.shown + after, len(before) + piece.indent, max(1, piece.width)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What is shown of a line, where in it the place begins, and how wide that is, in columns."""

    shown: str
    indent: int
    width: int
    cut_before: bool
    cut_after: bool


def _piece(text: str, start: int, end: int, place: Place, limit: int, cut: bool) -> _Piece:  # noqa: FBT001
    """The piece of ``text[start:end]`` around a place that fits the limit; ``cut``: the line goes on outside."""
    cells = _cells(text, start, end)
    starts = [cell.start for cell in cells]
    first = bisect_right(starts, place.offset) - 1 if place.offset < end else len(cells)
    stop = max(first, bisect_left(starts, place.end_offset))
    low, high = 0, len(cells)
    if cut or _width(cells) > limit:
        low, high = _window(cells, first, stop, limit - _ELLIPSES)
    return _Piece(
        shown="".join(cell.shown for cell in cells[low:high]),
        indent=_width(cells[low:first]),
        width=_width(cells[first : min(stop, high)]),
        cut_before=low > 0,
        cut_after=high < len(cells),
    )


def _plain_piece(text: str, start: int, end: int, place: Place, limit: int, cut: bool) -> _Piece:  # noqa: FBT001
    """The same of a line in which every character is shown as it is in one column, ten times faster."""
    columns = limit - _ELLIPSES if cut or end - start > limit else end - start
    first = min(place.offset, end)
    stop = max(first, min(place.end_offset, end))
    high = min(stop, first + columns)
    free = columns - (high - first)
    left = min(first - start, max((free + 1) // 2, free - (end - high)))
    low, high = first - left, min(end, high + free - left)
    return _Piece(text[low:high], first - low, min(stop, high) - first, low > start, high < end)


def _window(cells: list[_Cell], first: int, stop: int, columns: int) -> tuple[int, int]:
    """The widest ``cells[low:high]`` of that many columns: as much of ``cells[first:stop]`` as fits, then its sides."""
    low = high = first
    while high < stop and cells[high].width <= columns:
        columns -= cells[high].width
        high += 1
    balance = 0
    while True:
        left = low > 0 and cells[low - 1].width <= columns
        right = high < len(cells) and cells[high].width <= columns
        if left and (balance <= 0 or not right):
            low -= 1
            taken = cells[low].width
            balance += taken
        elif right:
            taken = cells[high].width
            high += 1
            balance -= taken
        else:
            return low, high
        columns -= taken


def _width(cells: list[_Cell]) -> int:
    return sum(cell.width for cell in cells)


def _cells(text: str, start: int, end: int) -> list[_Cell]:
    escaped = escapes(text, start, end)
    cells: list[_Cell] = []
    for at in range(start, end):
        char = text[at]
        if char == "\t":
            cells.append(_Cell(at, " ", 1))
        elif char in _HIDDEN:
            cells.append(_Cell(at, "·", 1))
        elif at in escaped:
            cells.append(_Cell(at, escaped[at], len(escaped[at])))
        elif cells and _joins(cells[-1], char):
            cells[-1].shown += char
            if char == _EMOJI_STYLE:
                cells[-1].width = 2
        else:
            cells.append(_Cell(at, char, _columns(char)))
    return cells


def _joins(cell: _Cell, char: str) -> bool:
    """Whether ``char`` is shown as a part of ``cell``: a mark, a skin tone, the next person of an emoji family."""
    in_emoji = cell.width == 2 and (cell.shown.endswith(_JOINER) or "\U0001f3fb" <= char <= "\U0001f3ff")
    return in_emoji or _columns(char) == 0


def _columns(char: str) -> int:
    if char < "\u0300" or "\u0370" <= char < "\u0483" or "\u2010" <= char <= "\u2027":
        return 1
    import unicodedata  # two milliseconds that a text of Latin and Cyrillic letters does without

    # The vowels and final consonants of decomposed Korean syllables are letters, but are drawn into the syllable.
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
