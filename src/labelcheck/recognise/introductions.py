"""Lists below a sentence that states a status: «В реестр иноагентов внесены:», and an item for each name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from labelcheck.article import Phrase
from labelcheck.expressions import expression
from labelcheck.recognise.binding import Bound
from labelcheck.recognise.grammar import Grammar
from labelcheck.recognise.statements import sentence_label
from labelcheck.records import replace
from labelcheck.source.view import TextView

_COLON = expression(r":[ ]?\n+")
_BULLET = expression(r"(?:[•·▪◾➖–—*-]|[0-9]{1,2}[.)])[ ]?")
_WORD = expression(r"[\w-]+")
_BEFORE_NAME = frozenset(" «„“\"'‘")
_LONGEST_OPENING = 80


def with_introductions(bound: Sequence[Bound], view: TextView, folded: str, grammar: Grammar) -> Sequence[Bound]:
    """The same, but names that open the items of a list have the label that the sentence before the list gives them."""
    items = {block.start for block in view.blocks if block.kind == "item"}
    lists = [*_lists(view.text, folded, items, grammar)] if bound else []
    if not lists:
        return bound
    starts = [start for start, _, _ in lists]
    result = []
    for item in bound:
        number = bisect_right(starts, item.candidate.start) - 1
        _, end, label = lists[number]
        inside = number >= 0 and item.candidate.start < end
        if inside and item.phrase is None and _opens_item(view.text, folded, item.candidate.start, items, grammar):
            item = replace(item, phrase=label)
        result.append(item)
    return result


def _lists(text: str, folded: str, items: Collection[int], grammar: Grammar) -> Iterator[tuple[int, int, Phrase]]:
    """Where lists begin and end before which stands what labels their items, and that label."""
    end = 0
    for colon in _COLON.finditer(text):
        if colon.start() >= end and _is_item(text, colon.end(), items):
            label = sentence_label(text, folded, colon.start(), colon.start(), grammar)
            if label is not None:
                end = _list_end(text, colon.end(), items)
                yield colon.end(), end, label


def _list_end(text: str, start: int, items: Collection[int]) -> int:
    """Where the last block ends that begins with an item."""
    end = at = start
    while _is_item(text, at, items):
        end = text.find("\n\n", at)
        if end < 0:
            return len(text)
        at = end + 2
    return end


def _is_item(text: str, start: int, items: Collection[int]) -> bool:
    return start in items or _BULLET.match(text, start) is not None


def _opens_item(text: str, folded: str, start: int, items: Collection[int], grammar: Grammar) -> bool:
    """Whether between the beginning of an item and the name at ``start`` stand at most role words."""
    line = text.rfind("\n", max(0, start - _LONGEST_OPENING), start) + 1
    if line == 0 or not _is_item(text, line, items):
        return False
    bullet = _BULLET.match(text, line)
    opening = folded[bullet.end() if bullet else line : start]
    roles = all(grammar.is_role(word) or grammar.is_light(word) for word in _WORD.findall(opening))
    return roles and set(_WORD.sub("", opening)) <= _BEFORE_NAME
