"""The signs that tie a name to a footnote: asterisks, daggers, superscript digits, footnote references."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from labelcheck.expressions import expression
from labelcheck.places import places
from labelcheck.symbols import SYMBOL

_SIGNS = "*†‡¹²³⁰⁴⁵⁶⁷⁸⁹["
_BEGINS = frozenset(_SIGNS)
_SYMBOL = expression(SYMBOL)
_BEFORE = frozenset("»\"”“’')]%$€₽.,:;!?")


def symbol_at(text: str, at: int) -> re.Match[str] | None:
    """The mark that begins at a view offset; the longest run is the mark."""
    return _SYMBOL.match(text, at) if text[at : at + 1] in _BEGINS else None


def find_symbols(text: str) -> list[re.Match[str]]:
    """Everything in the view that has the form of a mark, wherever it stands, in order."""
    found: list[re.Match[str]] = []
    end = 0
    for at in sorted([at for sign in _SIGNS if sign in text for at in places(text, sign)]):
        if at >= end:
            symbol = symbol_at(text, at)
            if symbol:
                found.append(symbol)
                end = symbol.end()
    return found


def used_symbols(text: str, symbols: Sequence[re.Match[str]], footnote_starts: Collection[int]) -> frozenset[str]:
    """Those of all marks that stand after any word of the view, known name or not."""
    return frozenset(
        symbol.group()
        for symbol in symbols
        if symbol.start() not in footnote_starts and _marks_a_word(text, symbol.start(), symbol.end())
    )


def _marks_a_word(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    if before == " ":
        before = text[start - 2 : start - 1]
    return (before.isalnum() or before in _BEFORE) and not text[end : end + 1].isalnum()
