"""Lists of wordings, asked whether a text holds one of them: words, stems, and patterns for what is neither.

All texts here are folded. Made of rows that :mod:`labelcheck.lexicon.take_apart` writes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from labelcheck.errors import RegistryError
from labelcheck.expressions import expression
from labelcheck.lexicon.skeleton import SUPERSCRIPT, is_letter
from labelcheck.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable
    from typing import Any, TypeAlias

    import regex

    Match: TypeAlias = re.Match[str] | regex.Match[str]
    Matches: TypeAlias = Callable[[str, int, int], Iterator[Match]]

_REST = expression(rf"[^\W{SUPERSCRIPT}]*")
_SHORT = 20_000
"""Code points of texts that :mod:`re` may search: it knows no time limit, and tries at every place anew."""
_SHOWN = 200
"""Characters of a pattern that a message repeats."""
_BEGIN, _END = rf"(?:\b|(?<=[{SUPERSCRIPT}]))", rf"(?:\b|(?=[{SUPERSCRIPT}]))"
"""Where words begin and end."""


class SlowPatternError(RegistryError):
    """A pattern takes too long on a text. ``pattern``: its text."""

    def __init__(self, pattern: str) -> None:
        shown = pattern if len(pattern) <= _SHOWN else pattern[:_SHOWN] + "…"
        super().__init__(
            [f"a pattern takes too long on this text: {shown}; `labelcheck registry check` tells where it stands"]
        )
        self.pattern = pattern


@dataclass(frozen=True, slots=True)
class Pattern:
    """What is no word and no stem.

    ``quick``: :mod:`re` may run it on a short text. ``ways`` to match: for each, what a text must hold then.
    """

    text: str
    quick: bool
    ways: tuple[tuple[str, ...], ...]

    def may_match(self, folded: str) -> bool:
        """Whether the text holds all literals of some way to match."""
        for way in self.ways:  # any() and all() would take four times as long
            for literal in way:
                if literal not in folded:
                    break
            else:
                return True
        return False

    def compiled(self, form: str, *, limited: bool) -> Matches:
        """What finds its matches in part of a text; ``{}`` in ``form`` stands for the pattern; ``limited``: in time."""
        pattern = form.format(f"(?:{self.text})")
        if not limited:
            return expression(pattern).finditer
        from labelcheck.patterns import TIMEOUT, compile_pattern

        slow = compile_pattern(pattern)

        def matches(folded: str, low: int, high: int) -> Iterator[regex.Match[str]]:
            try:
                yield from slow.finditer(folded, low, high, timeout=TIMEOUT)
            except TimeoutError as error:
                raise SlowPatternError(self.text) from error

        return matches


class Wordings:
    """What any pattern of a list matches. ``whole``: only as whole words, and not inside of words."""

    def __init__(self, row: Mapping[str, Any], *, whole: bool) -> None:
        self._whole = whole
        self._tails: dict[str, str] = row["literals"]
        self._patterns = tuple(Pattern(text, quick, tuple(map(tuple, ways))) for text, quick, ways in row["patterns"])
        stems = [literal for literal, tail in self._tails.items() if tail]
        self._sizes = sorted(set(map(len, stems)))
        self._compiled: dict[tuple[str, str, bool], Matches] = {}

    def __eq__(self, other: object) -> bool:
        """Whether they match the same by the same means."""
        return isinstance(other, Wordings) and self._key() == other._key()

    def __hash__(self) -> int:
        """Alike for equal ones."""
        return hash(self._patterns)

    def _key(self) -> tuple[object, ...]:
        return self._whole, self._tails, self._patterns

    def has_pattern(self, text: str) -> bool:
        """Whether this is one of the patterns that are neither words nor stems."""
        return any(pattern.text == text for pattern in self._patterns)

    def ways(self) -> list[tuple[str, ...]]:
        """For each way to match, what a text must hold then."""
        return [(literal,) for literal in self._tails] + [way for pattern in self._patterns for way in pattern.ways]

    def fit(self, text: str) -> bool:
        """Whether all of ``text`` is one of the wordings."""
        return self._fit_literal(text) or any(
            pattern.may_match(text) and any(self._matches(pattern, r"\A{}\Z", text)) for pattern in self._patterns
        )

    def stand_in(self, folded: str) -> bool:
        """Whether one of the wordings stands in the text."""
        return next(self.spans(folded), None) is not None

    def spans(self, folded: str, low: int = 0, high: int = sys.maxsize) -> Iterator[tuple[int, int]]:
        """Where in ``folded[low:high]`` they stand, in no order. A word at the edge is read to its end."""
        part = folded[low:high]
        for literal in [literal for literal in self._tails if literal in part]:  # quicker than to find it
            tail = self._tails[literal]
            at = folded.find(literal, low, high)
            while at >= 0:
                stop = self._stop(folded, at, at + len(literal), tail)
                if stop:
                    yield at, stop
                at = folded.find(literal, max(stop, at + 1), high)  # not again inside a long word
        form = f"{_BEGIN}{{}}{_END}" if self._whole else "{}"
        for pattern in self._patterns:
            if pattern.may_match(part):
                for match in self._matches(pattern, form, folded, low, high):
                    yield match.span()

    def final(self, folded: str) -> int | None:
        """Where the wording begins that the text ends with, and which begins a word; None if there is none."""
        last = _last_word(folded)
        if self._fit_literal(folded[last:]):
            return last
        complete, open_ended = self._phrases
        for phrase in complete.get(folded[last:], ()):
            at = len(folded) - len(phrase)
            if folded.endswith(phrase) and _begins_word(folded, at):
                return at
        for phrase in open_ended:
            at = folded.rfind(phrase)
            if at >= 0 and _begins_word(folded, at) and self._fit_literal(folded[at:]):
                return at
        for pattern in self._patterns:
            if pattern.may_match(folded):
                for match in self._matches(pattern, _BEGIN + r"{}\Z", folded):
                    return match.start()
        return None

    @cached_property
    def _phrases(self) -> tuple[Mapping[str, Sequence[str]], Sequence[str]]:
        """The literals of several words: those complete, by their last words, and those that go on."""
        complete: dict[str, list[str]] = {}
        phrases = [literal for literal in self._tails if not is_word(literal)]
        for phrase in phrases:
            if not self._tails[phrase]:
                complete.setdefault(phrase[_last_word(phrase) :], []).append(phrase)
        return complete, [phrase for phrase in phrases if self._tails[phrase]]

    def _fit_literal(self, text: str) -> bool:
        if self._tails.get(text, "+") != "+":
            return True
        for size in self._sizes:
            if size > len(text):
                break
            tail = self._tails.get(text[:size])
            if tail and (is_word(text[size:]) or (tail == "*" and size == len(text))):
                return True
        return False

    def _stop(self, folded: str, start: int, end: int, tail: str) -> int:
        """Where the wording ends whose literal is ``folded[start:end]``; 0 if that is none."""
        if self._whole and not _begins_word(folded, start):
            return 0
        stop = _REST.match(folded, end).end() if tail or self._whole else end  # type: ignore[union-attr] # or nothing
        return stop if (stop > end if tail == "+" else tail or stop == end) else 0

    def _matches(
        self, pattern: Pattern, form: str, folded: str, low: int = 0, high: int = sys.maxsize
    ) -> Iterator[Match]:
        key = (pattern.text, form, not pattern.quick or min(len(folded), high) - low > _SHORT)
        if key not in self._compiled:
            self._compiled[key] = pattern.compiled(form, limited=key[2])
        return self._compiled[key](folded, low, high)


def is_word(text: str) -> bool:
    r"""Whether the text is one or more letters, digits and underscores: ``\w+``, but that raised digits are marks."""
    return text.isalpha() or (text != "" and all(letter == "_" or is_letter(letter) for letter in text))


def _last_word(folded: str) -> int:
    """Where the word begins that the text ends with."""
    last = folded.rpartition(" ")[2]
    if last.isalpha():  # as nearly all are
        return len(folded) - len(last)
    at = len(folded)
    while at and is_word(folded[at - 1]):
        at -= 1
    return at


def _begins_word(folded: str, at: int) -> bool:
    return at == 0 or not is_word(folded[at - 1])
