"""Labels on names that no loaded registry has: a marked or parenthesised name whose label states a designation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from labelcheck.article import UnknownName
from labelcheck.recognise.grammar import Grammar
from labelcheck.recognise.marks import SYMBOL
from labelcheck.recognise.zones import Zones

_CAPITALISED = r"[^\W\d_a-zа-яё][\w.’'-]*"
_NAME = rf"(?:«[^«»\n]{{2,80}}»|\"[^\"\n]{{2,80}}\"|“[^“”\n]{{2,80}}”|{_CAPITALISED}(?:[ ]{_CAPITALISED}){{0,3}})"
_MARKED = re.compile(rf"(?P<name>{_NAME})[ ]?(?P<symbol>{SYMBOL})(?!\w)")
_BEFORE = re.compile(rf"(?<!\w)(?P<name>{_NAME})[ ]?$")
_REACH = 90


def unknown_names(
    text: str,
    folded: str,
    symbols: Collection[str],
    pairs: Mapping[int, int],
    covered: Zones,
    grammar: Grammar,
) -> Iterator[UnknownName]:
    """Labelled names outside ``covered`` (mentions, footnotes and labels). ``symbols``: marks that state something."""
    if symbols:
        for match in _MARKED.finditer(text):
            if match["symbol"] in symbols and not covered.touch(*match.span()):
                yield _name(match, 0)
    for start, end in pairs.items():
        inner = folded[start + 1 : end - 1]
        if not grammar.states(inner) or not grammar.statement(inner).states or not grammar.is_unclear(inner):
            continue
        low = max(0, start - _REACH)
        before = _BEFORE.search(text[low:start])
        if before and not covered.touch(low + before.start(), start + 1):
            yield _name(before, low)


def _name(match: re.Match[str], shift: int) -> UnknownName:
    start, end = match.span("name")
    quoted = match["name"][0] in '«"“'
    return UnknownName(shift + start + quoted, shift + end - quoted)
