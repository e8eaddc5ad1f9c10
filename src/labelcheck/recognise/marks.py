"""The signs that tie a name to a footnote: asterisks, daggers, superscript digits, footnote references."""

from __future__ import annotations

import re
from collections.abc import Collection

SYMBOL = r"(?:\*+|†+|‡+|[¹²³⁰⁴-⁹]+|\[\^[^\]\s]{1,40}\])"
SIGNS = "*†‡¹²³⁰⁴⁵⁶⁷⁸⁹["
"""Characters with which a mark can begin, for a fast look."""

symbol_at = re.compile(SYMBOL).match
"""The mark that begins at a view offset; the longest run is the mark."""

_USED = re.compile(rf"(?<=[\w»\"”“’')\]%$€₽.,:;!?])[ ]?({SYMBOL})(?!\w)")


def used_symbols(text: str, footnote_starts: Collection[int]) -> frozenset[str]:
    """Symbols of all marks that stand after any word of the view, known name or not."""
    return frozenset(m.group(1) for m in _USED.finditer(text) if m.start(1) not in footnote_starts)
