"""Status words with a misprint: «нежелательнной организацией» states what it was meant to state."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from itertools import chain, islice, pairwise

from labelcheck.expressions import expression
from labelcheck.lexicon.lexicon import LabelRow, State
from labelcheck.lexicon.wordings import SlowPatternError
from labelcheck.places import places

TYPE_CHECKING = False
if TYPE_CHECKING:
    import regex

_SHORTEST = 7
_SHORTEST_LATIN = 10
"""English status words have neighbours: «terrorism» is no misprint of «terrorist»."""
_READ = 40
"""Words of a label in which misprints are looked for; labels say what they mean early."""
_REMEMBERED = 1 << 16
"""Words that are remembered, so that an archive of any size needs bounded memory."""
_WORD = expression(r"[\w-]+")


class Misprints:
    """Knows the words that state a designation but for one letter too many, too few, or wrong."""

    def __init__(self, labels: Iterable[LabelRow]) -> None:
        self._states = [(label.designation, state) for label in labels for state in label.states if not state.weak]
        self._meant = lru_cache(_REMEMBERED)(self._designations)
        self._nearly = cache(_nearly)

    def stated(self, folded: str) -> set[str]:
        """The designations that a label states with one misprint in a word, or in two words side by side."""
        words = [match.group() for match in islice(_WORD.finditer(folded), _READ)]
        pairs = (f"{first} {second}" for first, second in pairwise(words))
        return {designation for text in chain(words, pairs) for designation in self._meant(text)}

    def _designations(self, text: str) -> frozenset[str]:
        if len(text) < (_SHORTEST_LATIN if text.isascii() else _SHORTEST):
            return frozenset()
        likely = [pair for pair in self._states if any(_comes_near(text, way) for way in pair[1].wordings.ways())]
        if any(state.wordings.stand_in(text) for _, state in likely):
            return frozenset()  # one is spelled right
        return frozenset(designation for designation, state in likely if self._nearly(state)(text))


def _comes_near(text: str, way: tuple[str, ...]) -> bool:
    """Whether the text holds all literals but for one letter of one of them."""
    missing = [literal for literal in way if literal not in text]
    if len(missing) > 1:
        return False
    return all(_is_near(text, literal) for literal in missing)


def _is_near(text: str, literal: str) -> bool:
    """Whether the text holds the literal with one letter missing, wrong, or too many."""
    half = len(literal) // 2
    if literal[:half] not in text and literal[half:] not in text:
        return False
    return literal[1:] in text or any(
        text.startswith(literal[at + 1 :], end) or text.startswith((literal[at + 1 :], literal[at:]), end + 1)
        for at in range(1, len(literal))
        for end in (place + at for place in places(text, literal[:at]))
    )


def _nearly(state: State) -> Callable[[str], regex.Match[str] | None]:
    from labelcheck.patterns import TIMEOUT, compile_pattern

    pattern = compile_pattern(f"(?:{state.pattern}){{e<=1}}")

    def match(text: str) -> regex.Match[str] | None:
        try:
            return pattern.fullmatch(text, timeout=TIMEOUT)
        except TimeoutError as error:
            raise SlowPatternError(state.pattern) from error

    return match
