"""How the ``regex`` patterns of registries and language files are compiled and run: under a time limit."""

from __future__ import annotations

import regex

TIMEOUT = 2.0
"""Seconds that one search may take; ordinary ones take microseconds."""


def compile_pattern(pattern: str) -> regex.Pattern[str]:
    """``pattern`` as folded texts are searched for it: in any letter case, and with ё as е."""
    return regex.compile(pattern.replace("ё", "е"), regex.IGNORECASE | regex.VERSION1)
