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
_MARKED = re.compile(rf"({_NAME})[ ]?({SYMBOL})(?!\w)")
_PARENTHESISED = re.compile(rf"({_NAME})[ ]?\(")


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
            if match.group(2) in symbols and not covered.touch(*match.span()):
                yield _name(match)
    for match in _PARENTHESISED.finditer(text):
        close = pairs.get(match.end() - 1)
        if close is None or covered.touch(*match.span()):
            continue
        inner = folded[match.end() : close - 1]
        if grammar.states(inner) and grammar.statement(inner).states and grammar.is_unclear(inner):
            yield _name(match)


def _name(match: re.Match[str]) -> UnknownName:
    start, end = match.span(1)
    quoted = match.group(1)[0] in '«"“'
    return UnknownName(start + quoted, end - quoted)
