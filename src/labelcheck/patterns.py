"""How the ``regex`` patterns of registries and language files are compiled and run: under a time limit."""

from __future__ import annotations

import regex

TIMEOUT = 2.0
"""Seconds that one search may take; ordinary ones take microseconds."""


_ESCAPE = regex.compile(r"\\.", regex.DOTALL)


def compile_pattern(pattern: str) -> regex.Pattern[str]:
    """``pattern`` as folded texts are searched for it: in any letter case, and with ё as е.

    Folded texts are in lower case, so a pattern in lower case needs no flag that makes searches twice as slow.
    """
    folded = pattern.replace("ё", "е")
    bare = _ESCAPE.sub("", folded)
    return regex.compile(folded, regex.VERSION1 if bare == bare.lower() else regex.VERSION1 | regex.IGNORECASE)
