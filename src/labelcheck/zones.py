"""Stretches of a text, held together so that it is quick to ask whether a place lies in one of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


class Zones:
    """A set of spans, asked whether one of them holds a place. Overlapping spans are joined."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def hold(self, start: int, end: int) -> bool:
        """Whether ``[start, end)`` lies inside one of the spans."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and end <= self._ends[at]

    def touch(self, start: int, end: int) -> bool:
        """Whether ``[start, end)`` shares a character with one of the spans."""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and start < self._ends[at]
