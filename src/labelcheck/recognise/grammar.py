"""Label wordings and language data, compiled for use: what states a designation, what is a cue, what is a light word.

All patterns run on folded text (lower case, ё as е) and under a time limit, since registries may be hostile.
"""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from itertools import chain, islice, pairwise

import regex

from labelcheck.article import Statement
from labelcheck.errors import RegistryError
from labelcheck.lexicon import Lexicon
from labelcheck.patterns import TIMEOUT, compile_pattern

_NOTHING = r"(?!)"
_SHORTEST_MISPRINT = 7
_SHORTEST_LATIN_MISPRINT = 10
"""English status words have neighbours: «terrorism» is no misprint of «terrorist»."""
_READ_FOR_MISPRINTS = 40
"""Words of a label in which misprints are looked for; labels say what they mean early."""
_REMEMBERED = 1 << 16
"""Words whose class is remembered, so that an archive of any size needs bounded memory."""
_REMEMBERED_LABELS = 1 << 12
"""Labels whose meaning is remembered: newsrooms word theirs in few ways."""
_WORD = regex.compile(r"[\w-]+")


class Grammar:
    """The patterns of one lexicon, each compiled when a text first needs it; what they say of a word is remembered."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._pattern = cache(self._compiled)
        self._cues = cache(lambda cues: compile_pattern(rf"\b(?:{'|'.join(cues)})\b"))
        self._belongs = lru_cache(_REMEMBERED)(self._fits)
        self._misprint = lru_cache(_REMEMBERED)(self._misprinted_status)
        self.statement = lru_cache(_REMEMBERED_LABELS)(self._statement)
        self._has = lru_cache(_REMEMBERED_LABELS)(self._searched)

    @cached_property
    def _states(self) -> list[tuple[str, bool, regex.Pattern[str]]]:
        labels = self._lexicon.labels
        return [
            (label.designation, weak, compile_pattern(pattern)) for label in labels for pattern, weak in label.states
        ]

    @cached_property
    def _any_state(self) -> regex.Pattern[str]:
        return compile_pattern(
            "|".join(f"(?:{p})" for label in self._lexicon.labels for p, _ in label.states) or _NOTHING
        )

    @cached_property
    def _misprinted(self) -> list[tuple[str, regex.Pattern[str]]]:
        return [
            (designation, compile_pattern(f"(?:{pattern.pattern}){{e<=1}}"))
            for designation, weak, pattern in self._states
            if not weak
        ]

    def _compiled(self, field: str, *, backwards: bool = False) -> regex.Pattern[str]:
        """One pattern for all items that the languages have in a field; ``backwards`` it matches at the end."""
        items = [item for language in self._lexicon.languages for item in getattr(language, field)]
        pattern = rf"\b(?:{'|'.join(items)})\b" if items else _NOTHING
        return compile_pattern(f"(?r){pattern}" if backwards else pattern)

    def _searched(self, field: str, folded: str) -> bool:
        return search(self._pattern(field), folded) is not None

    def _fits(self, field: str, word: str) -> bool:
        return _fullmatch(self._pattern(field), word) is not None

    def is_role(self, word: str) -> bool:
        """Whether a word announces an organization."""
        return self._belongs("role_words", word)

    def is_reporting_verb(self, word: str) -> bool:
        """Whether a word is a verb whose subject is a source."""
        return self._belongs("reporting_verbs", word)

    def is_counter_cue(self, word: str) -> bool:
        """Whether a word announces something else of the same name."""
        return self._belongs("counter_cues", word)

    def is_designating(self, word: str) -> bool:
        """Whether a word confers a status."""
        return self._belongs("designating_verbs", word)

    def is_light(self, word: str) -> bool:
        """Whether a word may stand between a name and what states its status."""
        return self._belongs("light_words", word)

    def is_conjunction(self, word: str) -> bool:
        """Whether a word joins names to a list."""
        return self._belongs("conjunctions", word)

    def is_relative(self, word: str) -> bool:
        """Whether a word opens a clause about the name before it."""
        return self._belongs("relatives", word)

    def is_status_noun(self, word: str) -> bool:
        """Whether a word labels a name on its own."""
        return self._belongs("status_nouns", word)

    def states(self, folded: str) -> bool:
        """Whether the words state some designation, strongly or weakly, as written."""
        return search(self._any_state, folded) is not None

    def _statement(self, folded: str) -> Statement:
        """What the words state; one misprint in a status word is forgiven."""
        strong: set[str] = set()
        weak: set[str] = set()
        if self.states(folded):
            for designation, is_weak, pattern in self._states:
                if search(pattern, folded):
                    (weak if is_weak else strong).add(designation)
        strong |= self._forgiven(folded)
        return Statement(frozenset(strong), frozenset(weak - strong))

    def _forgiven(self, folded: str) -> set[str]:
        words = [match.group() for match in islice(_WORD.finditer(folded), _READ_FOR_MISPRINTS)]
        pairs = (f"{first} {second}" for first, second in pairwise(words))
        return {designation for text in chain(words, pairs) for designation in self._misprint(text)}

    def _misprinted_status(self, text: str) -> frozenset[str]:
        """The designations that a word, or two, states but for one misprint."""
        if len(text) < (_SHORTEST_LATIN_MISPRINT if text.isascii() else _SHORTEST_MISPRINT):
            return frozenset()
        return frozenset(designation for designation, pattern in self._misprinted if _fullmatch(pattern, text))

    def state_spans(self, folded: str) -> list[tuple[int, int]]:
        """Where status words stand."""
        return [match.span() for match in self._any_state.finditer(folded, timeout=TIMEOUT)]

    def is_unclear(self, folded: str) -> bool:
        """Whether the words sound like a label."""
        return self._has("unclear", folded)

    def is_joint(self, folded: str) -> bool:
        """Whether a label so worded covers a whole list."""
        return self._has("joint", folded)

    def ends_with_reporting_phrase(self, folded: str) -> bool:
        """Whether the words before a name announce a source: «по данным», «as reported by»."""
        return _match_at_end(self._pattern("reporting_phrases", backwards=True), folded) is not None

    def final_status_noun(self, folded: str) -> int | None:
        """Where the status noun («иноагент», «foreign agent») begins that the words before a name end with."""
        return _match_at_end(self._pattern("status_nouns", backwards=True), folded)

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


def _match_at_end(pattern: regex.Pattern[str], folded: str) -> int | None:
    """Where the match of a reversed pattern begins that ends the text, white space aside."""
    try:
        match = pattern.match(folded.rstrip(), timeout=TIMEOUT)
    except TimeoutError as error:
        raise RegistryError([_too_slow(pattern)]) from error
    return match.start() if match else None
