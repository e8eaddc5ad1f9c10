"""What a fix changes: edits of the source, each with what it makes of the view."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable

from labelcheck.findings import Edit, Finding
from labelcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """An edit of the source, after which the view reads ``shown`` where ``text[start:end]`` stood."""

    edit: Edit
    start: int
    end: int
    shown: str

    @property
    def key(self) -> tuple[int, int, str, int, int, str]:
        """What makes changes equal. It is hashed and compared in a fourth of the time."""
        edit = self.edit
        return edit.offset, edit.end_offset, edit.content, self.start, self.end, self.shown

    @property
    def block(self) -> bool:
        """Whether it adds a line. Several may be added at one place, behind what else is put in there."""
        return self.edit.content.startswith(("\r", "\n"))


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fix to be tried: ``ways`` to mend a finding, the best first. Equal changes of several proposals are one."""

    finding: Finding
    ways: tuple[tuple[Change, ...], ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """Those of the way that is tried now."""
        return self.ways[0]


@dataclass(frozen=True, slots=True)
class Spliced:
    """A text after changes: that with number ``n`` put in ``text[starts[n]:ends[n]]`` for what ended at ``were[n]``."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    were: tuple[int, ...]

    def before(self, offset: int) -> int | None:
        """Where the character at ``offset`` stood before the changes; None if they put it in."""
        number = bisect_right(self.starts, offset) - 1
        if number < 0:
            return offset
        return None if offset < self.ends[number] else offset - self.ends[number] + self.were[number]


def splice(text: str, pieces: Iterable[tuple[int, int, str]]) -> Spliced:
    """Replace ``text[start:end]`` for each ``(start, end, new)``; the pieces are in order and do not overlap."""
    parts: list[str] = []
    spans: list[tuple[int, int, int]] = []
    at = length = 0
    for start, end, new in pieces:
        parts += text[at:start], new
        length += start - at
        spans.append((length, length + len(new), end))
        length += len(new)
        at = end
    starts, ends, were = zip(*spans, strict=True) if spans else ((), (), ())
    return Spliced("".join([*parts, text[at:]]), starts, ends, were)


def in_order(proposals: Iterable[Proposal]) -> list[Change]:
    """The changes of all proposals, each once, by their place in the source; footnotes at one place by their marks."""
    changes = {change.key: change for proposal in proposals for change in proposal.changes}
    return sorted(changes.values(), key=lambda c: (c.edit.offset, c.edit.end_offset, c.block, c.shown, c.edit.content))


def compatible(proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals without those that change otherwise what an earlier one changes."""
    seen: set[object] = set()
    inserted: set[int] = set()
    spans: list[tuple[int, int]] = []
    kept = []
    for proposal in proposals:
        new = [change for change in proposal.changes if change.key not in seen]
        if any(_clashes(change, inserted, spans) for change in new):
            continue
        kept.append(proposal)
        for change in new:
            seen.add(change.key)
            start, end = change.edit.offset, change.edit.end_offset
            insort(spans, (start, end))
            if start == end and not change.block:
                inserted.add(start)
    return kept


def _clashes(change: Change, inserted: set[int], spans: list[tuple[int, int]]) -> bool:
    """Whether a change overlaps one of the ``spans``, or puts something where something else is ``inserted``."""
    start, end = change.edit.offset, change.edit.end_offset
    at = bisect_left(spans, (start, end))
    overlaps = (at > 0 and spans[at - 1][1] > start) or (at < len(spans) and spans[at][0] < end)
    return overlaps or (start == end and not change.block and start in inserted)
