"""Labels on names that no loaded registry has: a marked or parenthesised name whose label states a designation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from labelcheck.article import UnknownName
from labelcheck.expressions import either, expression
from labelcheck.recognise.grammar import Grammar
from labelcheck.zones import Zones

_CAPITALISED = r"(?![а-яё])[^\W\d_a-z]" + either(r"[\w.'-]", "’") + "*"
_NAME = rf"(?:«[^«»\n]{{2,80}}»|\"[^\"\n]{{2,80}}\"|“[^“”\n]{{2,80}}”|{_CAPITALISED}(?:[ ]{_CAPITALISED}){{0,3}})"
_BEFORE = expression(rf"(?<!\w)(?P<name>{_NAME})[ ]?$")
_REACH = 90


def unknown_names(
    text: str,
    folded: str,
    symbols: Sequence[re.Match[str]],
    stating: Collection[str],
    pairs: Mapping[int, int],
    covered: Zones,
    grammar: Grammar,
) -> Iterator[UnknownName]:
    """Labelled names outside ``covered`` (mentions, footnotes and labels).

    ``symbols``: everything of the form of a mark; ``stating``: symbols that footnotes explain.
    """
    for symbol in symbols if stating else ():
        start, end = symbol.span()
        if not covered.touch(start - 1, end) and symbol.group() in stating and not text[end : end + 1].isalnum():
            yield from _name_before(text, start, covered)
    for start, end in pairs.items():
        if not covered.touch(start - 1, start) and _is_label(folded[start + 1 : end - 1], grammar):
            yield from _name_before(text, start, covered)


def _is_label(folded: str, grammar: Grammar) -> bool:
    """Whether what a parenthesis holds is a label for sure."""
    return bool(grammar.statement(folded).states) and grammar.states(folded) and grammar.is_unclear(folded)


def _name_before(text: str, end: int, covered: Zones) -> Iterator[UnknownName]:
    """The name that ends right before a label at ``end``, unless something already known stands there."""
    low = max(0, end - _REACH)
    found = _BEFORE.search(text[low:end])
    if found and not covered.touch(low + found.start(), end + 1):
        quoted = found["name"][0] in '«"“'
        yield UnknownName(low + found.start("name") + quoted, low + found.end("name") - quoted)
