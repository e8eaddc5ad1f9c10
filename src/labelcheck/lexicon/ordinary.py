"""Words that any text may hold: those of the Russian dictionary, and a list of common English ones."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from labelcheck.lexicon import inflect_word

_RUSSIAN = re.compile("[а-яё]+", re.IGNORECASE)
_ENGLISH = re.compile("[a-z]+", re.IGNORECASE)
_ARTICLES = frozenset({"a", "an", "the"})
_ENDINGS = (
    *(("s", ""), ("es", ""), ("ies", "y"), ("d", ""), ("ed", ""), ("ied", "y")),
    *(("ing", ""), ("ing", "e"), ("ly", ""), ("er", "")),
)
"""Endings of regular forms, which the English list leaves out, with what stands there in the word itself."""


@cache
def is_ordinary(word: str) -> bool:
    """Whether the word, in whatever form and letter case, is more than a name, an abbreviation or a rarity."""
    if _RUSSIAN.fullmatch(word):
        return inflect_word.is_ordinary(word)
    return is_english(word) and _is_listed(word.lower())


def is_english(word: str) -> bool:
    """Whether the word has the letters of English and no others."""
    return _ENGLISH.fullmatch(word) is not None


def is_article(word: str) -> bool:
    """Whether the word is «a», «an» or «the»."""
    return word.lower() in _ARTICLES


def _is_listed(word: str) -> bool:
    known = _english()
    if word in known or is_article(word):
        return True
    return any(word.endswith(ending) and word.removesuffix(ending) + rest in known for ending, rest in _ENDINGS)


@cache
def _english() -> frozenset[str]:
    lines = Path(__file__).with_name("english.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
