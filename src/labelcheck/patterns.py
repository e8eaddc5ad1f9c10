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
    return regex.compile(folded, regex.VERSION1 if is_lower(folded) else regex.VERSION1 | regex.IGNORECASE)


def is_lower(pattern: str) -> bool:
    """Whether all letters that a pattern asks for are in lower case."""
    bare = _ESCAPE.sub("", pattern)
    return bare == bare.lower()
