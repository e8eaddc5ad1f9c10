"""What words mean for labels: which state a designation, which are cues, which may stand between. On folded text."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import cache, cached_property, lru_cache

from labelcheck.article import Statement
from labelcheck.errors import RegistryError
from labelcheck.expressions import expression
from labelcheck.lexicon import Lexicon
from labelcheck.lexicon.wordings import SlowPatternError, Wordings
from labelcheck.recognise.misprints import Misprints
from labelcheck.zones import Zones

_REMEMBERED = 1 << 16
"""Words whose class is remembered, so that an archive of any size needs bounded memory."""
_REMEMBERED_LABELS = 1 << 12
"""Labels whose meaning is remembered: newsrooms word theirs in few ways."""
_LONGEST_PREPOSITION = 20
_WORD = expression(r"[\w-]+")


class Grammar:
    """The wordings of one lexicon, each read when a text first needs them; what they say of a word is remembered."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._wordings = cache(lexicon.wordings)
        self._misprints = cache(lambda: Misprints(lexicon.labels))
        self.statement = lru_cache(_REMEMBERED_LABELS)(self._statement)
        self._has = lru_cache(_REMEMBERED_LABELS)(lambda field, folded: self._wordings(field).stand_in(folded))
        self.is_role = self._words("role_words")
        self.is_reporting_verb = self._words("reporting_verbs")
        self.is_counter_cue = self._words("counter_cues")
        self.is_linking = self._words("linking_verbs")
        self._designates = self._words("designating_verbs")
        self.is_preposition = self._words("prepositions")
        self._is_topic_word = self._words("topic_words")
        self.is_light = self._words("light_words")
        self.is_conjunction = self._words("conjunctions")
        self.is_relative = self._words("relatives")
        self.is_nominative = self._words("nominatives")
        self.is_owning = self._words("owning_verbs")
        self.is_status_noun = self._words("status_nouns")

    def _words(self, field: str) -> Callable[[str], bool]:
        """Whether a word is one of those that the languages have in a field; see their docstrings in the model."""
        return lru_cache(_REMEMBERED)(lambda word: self._wordings(field).fit(word))

    @cached_property
    def _states(self) -> list[tuple[str, bool, Wordings]]:
        return [
            (label.designation, state.weak, state.wordings) for label in self._lexicon.labels for state in label.states
        ]

    def is_designating(self, word: str) -> bool:
        """Whether a verb or participle confers a status, by itself or as a linking verb."""
        return self._designates(word) or self.is_linking(word)

    def states(self, folded: str) -> bool:
        """Whether the words state some designation, strongly or weakly, as written."""
        return next(self.state_spans(folded), None) is not None

    def _statement(self, folded: str) -> Statement:
        """What the words state; one misprint in a status word is forgiven."""
        found = []
        if self.states(folded):
            found = [(designation, weak) for designation, weak, wordings in self._states if wordings.stand_in(folded)]
        strong = {designation for designation, weak in found if not weak} | self._misprinted(folded)
        return Statement(frozenset(strong), frozenset(designation for designation, weak in found if weak) - strong)

    def state_spans(self, folded: str, low: int = 0, high: int = sys.maxsize) -> Iterator[tuple[int, int]]:
        """Where status words stand in ``folded[low:high]``.

        Raises RegistryError for a pattern that takes too long, with its registry.
        """
        try:
            yield from self._lexicon.statuses.spans(folded, low, high)
        except SlowPatternError as error:
            raise self._blamed(error) from error

    def _misprinted(self, folded: str) -> set[str]:
        """The designations stated with a misprint. Raises as :meth:`state_spans` does."""
        try:
            return self._misprints().stated(folded)
        except SlowPatternError as error:
            raise self._blamed(error) from error

    def _blamed(self, error: SlowPatternError) -> RegistryError:
        for info, label in zip(self._lexicon.registries, self._lexicon.labels, strict=True):
            for state in label.states:
                if error.pattern == state.pattern or state.wordings.has_pattern(error.pattern):
                    return RegistryError([f"registry {info.id}: {error}"])
        return error

    def is_denied(self, folded: str) -> bool:
        """Whether the words deny a status, or only wish for it."""
        return self._has("denials", folded)

    def is_topic(self, folded: str, start: int) -> bool:
        """Whether the status word at ``start`` is only what the talk is about: «о нежелательных организациях»."""
        before = folded[max(0, start - _LONGEST_PREPOSITION) : start].split()
        return bool(before) and self._is_topic_word(before[-1])

    def enumerates(self, folded: str) -> bool:
        """Whether the words are statuses and nothing else: «террористической и нежелательной организацией»."""
        spans = [*self.state_spans(folded)]
        stated = Zones(spans)
        others = [word.group() for word in _WORD.finditer(folded) if not stated.touch(*word.span())]
        return bool(spans) and all(self.is_light(w) or self.is_role(w) or self.is_conjunction(w) for w in others)

    def is_active(self, folded: str) -> bool:
        """Whether a clause begins with what the name before it does to others: «которая запретила …»."""
        return any(start == 0 for start, _ in self._wordings("active_clauses").spans(folded))

    def is_unclear(self, folded: str) -> bool:
        """Whether the words sound like a label."""
        return self._has("unclear", folded)

    def is_joint(self, folded: str) -> bool:
        """Whether a label so worded covers a whole list."""
        return self._has("joint", folded)

    def ends_with_reporting_phrase(self, folded: str) -> bool:
        """Whether the words before a name announce a source: «по данным», «as reported by»."""
        return self._wordings("reporting_phrases").final(folded.rstrip()) is not None

    def final_status_noun(self, folded: str) -> int | None:
        """Where the status noun («иноагент», «foreign agent») begins that the words before a name end with."""
        return self._wordings("status_nouns").final(folded.rstrip())
