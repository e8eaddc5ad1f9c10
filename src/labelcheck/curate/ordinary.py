"""Names that are ordinary words: plain ones among them would flag rain and projects as organizations.

What is ordinary is known from the Russian dictionary of :mod:`labelcheck.lexicon.inflect_word` and from a list of
common English words. A name of several words is ordinary if they can follow each other in a sentence: «Важные
истории», «За свободу», "The Bell". One of more words, with a role word («фонд «Свобода»») or with signs in it
(«Свобода.медиа») is taken to be distinctive.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from labelcheck.lexicon.inflect_word import analyse, is_ordinary
from labelcheck.registry.model import Name

_RUSSIAN = re.compile("[а-яё]+", re.IGNORECASE)
_ENGLISH = re.compile("[a-z]+", re.IGNORECASE)
_QUOTES = "«»„“”\"'‘’"
_ARTICLES = frozenset({"a", "an", "the"})
_ENDINGS = (
    *(("s", ""), ("es", ""), ("ies", "y"), ("d", ""), ("ed", ""), ("ied", "y")),
    *(("ing", ""), ("ing", "e"), ("ly", ""), ("er", "")),
)
"""Endings of regular forms, which the English list leaves out, with what stands there in the word itself."""


def is_ordinary_name(name: Name, is_role: Callable[[str], bool]) -> bool:
    """Whether a text may write a plain ``name`` and mean no organization.

    A name in ``case: exact`` is ordinary only as one word that any sentence may begin with. ``is_role``: whether a
    folded word announces an organization.
    """
    words = [word.strip(_QUOTES) for word in name.text.split()]
    if name.match != "plain" or not all(map(_known, words)):
        return False
    if name.case == "exact":
        return len(words) == 1 and words[0][1:].islower()
    roles = [is_role(word.lower()) for word in words]
    if any(roles) and not all(roles):
        return False
    content = [word for word in words if word.lower() not in _ARTICLES and not analyse(word).preposition]
    if len(content) == 2 and len(words) == 2:
        return _phrase(content)
    return len(content) <= 2


def _phrase(words: Sequence[str]) -> bool:
    """Whether two words go together: an adjective and its noun, a noun and its genitive; of English ones any two."""
    if all(map(_ENGLISH.fullmatch, words)):
        return True
    first, second = map(analyse, words)
    return bool(first.adjectives and second.nouns) or bool(first.nouns and second.genitive)


def _known(word: str) -> bool:
    if _RUSSIAN.fullmatch(word):
        return is_ordinary(word)
    return bool(_ENGLISH.fullmatch(word)) and _is_english(word.lower())


def _is_english(word: str) -> bool:
    known = _english()
    if word in known or word in _ARTICLES:
        return True
    return any(word.endswith(ending) and word.removesuffix(ending) + rest in known for ending, rest in _ENDINGS)


@cache
def _english() -> frozenset[str]:
    lines = Path(__file__).with_name("english.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
