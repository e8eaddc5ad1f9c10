"""Parentheses of a text, paired once, and those among them that label somebody."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from labelcheck.places import places
from labelcheck.recognise.grammar import Grammar

_LONGEST = 1200
_SIGNS = ("(", ")", "\n\n")


def pair(text: str) -> dict[int, int]:
    """For each ``(`` the offset just past its ``)``; unbalanced ones, and those over a block's end, are left out."""
    pairs: dict[int, int] = {}
    if "(" not in text:
        return pairs
    open_at: list[int] = []
    for at, sign in sorted((at, part) for part in _SIGNS for at in places(text, part)):
        if sign == "(":
            open_at.append(at)
        elif sign != ")":
            open_at.clear()
        elif open_at:
            start = open_at.pop()
            if at + 1 - start <= _LONGEST:
                pairs[start] = at + 1
    return pairs


def labels_of_others(
    folded: str, starts: Sequence[int], pairs: Mapping[int, int], grammar: Grammar
) -> list[tuple[int, int]]:
    """Spans of parentheses that label a name and name entities in doing so: «WhatsApp (принадлежит Meta, …)».

    ``starts``: where candidates begin, in order. What stands before the first of them must sound like a label.
    """
    found = []
    for start, end in pairs.items():
        first = bisect_left(starts, start)
        if first < len(starts) and starts[first] < end:
            opening = folded[start + 1 : starts[first]]
            sounds = grammar.is_unclear(opening) or grammar.states(opening)
            if sounds and grammar.statement(folded[start:end]).states:
                found.append((start, end))
    return found
