"""Label wordings and language data, compiled for use: what states a designation, what is a cue, what is a light word.

All patterns run on folded text (lower case, ё as е) and under a time limit, since registries may be hostile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from itertools import chain, islice, pairwise

import regex

from labelcheck.article import Statement
from labelcheck.errors import RegistryError
from labelcheck.lexicon import Lexicon

TIMEOUT = 2.0
"""Seconds that one search may take; ordinary ones take microseconds."""

_SHORTEST_MISPRINT = 7
_READ_FOR_MISPRINTS = 40
"""Words of a label in which misprints are looked for; labels say what they mean early."""
_REMEMBERED = 1 << 16
"""Words whose class is remembered, so that an archive of any size needs bounded memory."""
_WORD = regex.compile(r"[\w-]+")


class Grammar:
    """The patterns of one lexicon. Word tests are remembered, since texts repeat their words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._states = [
            (label.designation, weak, _compile(pattern)) for label in lexicon.labels for pattern, weak in label.states
        ]
        self._any_state = _compile("|".join(f"(?:{p})" for label in lexicon.labels for p, _ in label.states) or r"(?!)")
        self._misprinted = [
            (label.designation, _compile(f"(?:{pattern}){{e<=1}}"))
            for label in lexicon.labels
            for pattern, weak in label.states
            if not weak
        ]
        self._misprint = lru_cache(_REMEMBERED)(self._misprinted_status)
        languages = lexicon.languages

        def words(field: str) -> Callable[[str], bool]:
            return _whole_word(item for language in languages for item in getattr(language, field))

        def phrases(field: str) -> regex.Pattern[str]:
            items = [item for language in languages for item in getattr(language, field)]
            return _compile(rf"\b(?:{'|'.join(items)})\b" if items else r"(?!)")

        self.is_role = words("role_words")
        self.is_reporting_verb = words("reporting_verbs")
        self.is_counter_cue = words("counter_cues")
        self.is_designating = words("designating_verbs")
        self.is_light = words("light_words")
        self.is_status_noun = words("status_nouns")
        self._reporting_phrase = phrases("reporting_phrases")
        self._unclear = phrases("unclear")
        self._joint = phrases("joint")
        self._status_noun = phrases("status_nouns")
        self._cues = cache(lambda cues: _compile(rf"\b(?:{'|'.join(cues)})\b"))

    def states(self, folded: str) -> bool:
        """Whether the words state some designation, strongly or weakly, as written."""
        return search(self._any_state, folded) is not None

    def statement(self, folded: str) -> Statement:
        """What the words state; one misprint in a status word is forgiven when nothing is stated otherwise."""
        strong: set[str] = set()
        weak: set[str] = set()
        if self.states(folded):
            for designation, is_weak, pattern in self._states:
                if search(pattern, folded):
                    (weak if is_weak else strong).add(designation)
        if not strong:
            strong = self._forgiven(folded)
        return Statement(frozenset(strong), frozenset(weak - strong))

    def _forgiven(self, folded: str) -> set[str]:
        words = [match.group() for match in islice(_WORD.finditer(folded), _READ_FOR_MISPRINTS)]
        pairs = (f"{first} {second}" for first, second in pairwise(words))
        return {designation for text in chain(words, pairs) for designation in self._misprint(text)}

    def _misprinted_status(self, text: str) -> frozenset[str]:
        """The designations that a word, or two, states but for one misprint."""
        if len(text) < _SHORTEST_MISPRINT:
            return frozenset()
        return frozenset(designation for designation, pattern in self._misprinted if _fullmatch(pattern, text))

    def state_spans(self, folded: str) -> list[tuple[int, int]]:
        """Where status words stand."""
        return [match.span() for match in self._any_state.finditer(folded, timeout=TIMEOUT)]

    def is_unclear(self, folded: str) -> bool:
        """Whether the words sound like a label."""
        return search(self._unclear, folded) is not None

    def is_joint(self, folded: str) -> bool:
        """Whether a label so worded covers a whole list."""
        return search(self._joint, folded) is not None

    def ends_with_reporting_phrase(self, folded: str) -> bool:
        """Whether the words before a name announce a source: «по данным», «as reported by»."""
        return _last_match(self._reporting_phrase, folded) is not None

    def final_status_noun(self, folded: str) -> int | None:
        """Where the status noun («иноагент», «foreign agent») begins that the words before a name end with."""
        return _last_match(self._status_noun, folded)

    def has_cue(self, cues: tuple[str, ...], folded: str) -> bool:
        """Whether one of a name's own cues stands in the words."""
        return bool(cues) and search(self._cues(cues), folded) is not None


def search(pattern: regex.Pattern[str], text: str) -> regex.Match[str] | None:
    """``pattern.search(text)`` within the time limit.

    Raises :class:`~labelcheck.errors.RegistryError` when the pattern takes too long.
    """
    try:
        return pattern.search(text, timeout=TIMEOUT)
    except TimeoutError as error:
        raise RegistryError([_too_slow(pattern)]) from error


def _fullmatch(pattern: regex.Pattern[str], text: str) -> regex.Match[str] | None:
    try:
        return pattern.fullmatch(text, timeout=TIMEOUT)
    except TimeoutError as error:
        raise RegistryError([_too_slow(pattern)]) from error


def _too_slow(pattern: regex.Pattern[str]) -> str:
    shown = pattern.pattern if len(pattern.pattern) < 200 else pattern.pattern[:200] + "…"
    return f"a registry pattern took longer than {TIMEOUT:g} s on this text: {shown}"


def _last_match(pattern: regex.Pattern[str], folded: str) -> int | None:
    """Where the match begins that ends the text, white space aside."""
    length = len(folded.rstrip())
    starts = (match.start() for match in pattern.finditer(folded, timeout=TIMEOUT) if match.end() == length)
    return next(starts, None)


def _compile(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern.replace("ё", "е"), regex.IGNORECASE | regex.VERSION1)


def _whole_word(items: Iterable[str]) -> Callable[[str], bool]:
    pattern = _compile("|".join(f"(?:{item})" for item in items) or r"(?!)")
    return lru_cache(_REMEMBERED)(lambda word: _fullmatch(pattern, word) is not None)
