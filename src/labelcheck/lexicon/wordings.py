"""What a lexicon knows of wordings: what is a role word, what labels, what states a designation, if misprinted.

Made for the start of a program: hardly a pattern is compiled. All of it is asked about folded text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property

from labelcheck.lexicon.misprints import Form, nearly
from labelcheck.lexicon.pattern import Pattern
from labelcheck.lexicon.wording import Wording

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Wordings:
    """The wordings of one lexicon, from the row that :mod:`labelcheck.lexicon.compile_wordings` made of them."""

    def __init__(self, row: Mapping[str, Any]) -> None:
        self._row = row
        self._odd_cues = frozenset(row["odd_cues"])
        self.of = cache(self._of)
        self.cues = cache(self._cues)

    def _of(self, field: str) -> Wording:
        """What the languages list in a field, such as ``role_words``."""
        return _wording(self._row["fields"][field])

    def _cues(self, cues: tuple[str, ...]) -> Pattern:
        """The cues of a name."""
        return Pattern(whole_words(cues), plain=self._odd_cues.isdisjoint(cues))

    @cached_property
    def states(self) -> tuple[tuple[str, bool, Wording], ...]:
        """Each designation with one thing that states it, and whether only weakly."""
        return tuple((designation, weak, _wording(wording)) for designation, weak, wording in self._row["states"])

    @cached_property
    def any_state(self) -> Wording:
        """What states some designation, weakly or not."""
        return _wording(self._row["any_state"])

    @cached_property
    def state(self) -> Pattern:
        """The same as a pattern, which tells where the words stand."""
        text, plain = self._row["state"]
        return Pattern(text, plain=plain)

    def misprinted(self, text: str) -> frozenset[str]:
        """The designations that a word, or two, states but for one misprint; weak ones do not count."""
        return frozenset(
            designation
            for designation, sequences, pattern in self._misprints
            if (pattern.is_all_of(text) if pattern else any(nearly(text, forms) for forms in sequences))
        )

    @cached_property
    def _misprints(self) -> list[tuple[str, list[list[Form]], Pattern | None]]:
        return [
            (designation, sequences, Pattern(fuzzy, plain=False) if fuzzy else None)
            for designation, sequences, fuzzy in self._row["misprints"]
        ]


def whole_words(alternatives: Iterable[str]) -> str:
    """A pattern for any of ``alternatives`` that neither begins nor ends inside a word."""
    return rf"\b(?:{'|'.join(alternatives)})\b"


def _wording(row: tuple[list[str], dict[str, int], tuple[str, bool, bool] | None]) -> Wording:
    words, stems, rest = row
    return Wording(words, stems, Pattern(rest[0], plain=rest[1], plain_whole=rest[2]) if rest else None)
