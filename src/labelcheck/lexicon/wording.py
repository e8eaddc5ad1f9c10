r"""What patterns come to when they are written out: words by the hundred, looked for without a pattern.

``words`` are texts, mostly one word; ``stems`` are texts with the number of letters that must follow at least, as in
``реестр\w*``; ``rest`` is a pattern for what cannot be written out. All is asked about folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from labelcheck.lexicon.pattern import Pattern

_WORDS = re.compile(r"\w+")
_LETTERS = re.compile(r"\w*")


class Wording:
    """Words and phrases that mean one thing."""

    def __init__(self, words: Iterable[str], stems: Mapping[str, int], rest: Pattern | None) -> None:
        self._words = frozenset(words)
        self._phrases = [text for text in self._words if not _WORDS.fullmatch(text)]
        self._stems = stems
        self._stem_sizes = sorted(set(map(len, stems)))
        self._rest = rest

    def __contains__(self, word: str) -> bool:
        """Whether ``word`` is one of them."""
        if word in self._words or (self._rest is not None and self._rest.is_all_of(word)):
            return True
        for size in self._stem_sizes:
            more = self._stems.get(word[:size])
            if more is not None and _end_of_letters(word, size, more) == len(word):
                return True
        return False

    def stands_in(self, folded: str) -> bool:
        """Whether the text holds one of them as whole words."""
        if not self._words.isdisjoint(_WORDS.findall(folded)):
            return True
        if any(_is_apart(folded, at, at + len(text)) for text in self._phrases for at in _places(folded, text)):
            return True
        if any(end and _is_apart(folded, start, end) for start, end in self._grown(folded)):
            return True
        return self._rest is not None and self._rest.found_in(folded)

    def occurs_in(self, folded: str) -> bool:
        """Whether the text holds one of them, perhaps inside a word."""
        if any(text in folded for text in self._words) or any(end for _, end in self._grown(folded)):
            return True
        return self._rest is not None and self._rest.found_in(folded)

    def start_at_end(self, folded: str) -> int | None:
        """Where one of them begins, as whole words, that the text ends with, white space aside."""
        text = folded.rstrip()
        starts = [len(text) - len(word) for word in self._words if text.endswith(word)]
        starts += [start for start, end in self._grown(text) if end == len(text)]
        starts = [start for start in starts if _is_apart(text, start, len(text))]
        rest = self._rest.start_at_end(text) if self._rest else None
        return min([*starts, *([] if rest is None else [rest])], default=None)

    def _grown(self, folded: str) -> Iterator[tuple[int, int | None]]:
        """Where a stem begins, and where the letters after it end; None if they are too few."""
        for stem, more in self._stems.items():
            for at in _places(folded, stem):
                yield at, _end_of_letters(folded, at + len(stem), more)


def _places(folded: str, text: str) -> Iterator[int]:
    at = folded.find(text)
    while at >= 0:
        yield at
        at = folded.find(text, at + 1)


def _end_of_letters(folded: str, at: int, more: int) -> int | None:
    match = _LETTERS.match(folded, at)
    end = match.end() if match else at
    return end if end >= at + more else None


def _is_apart(folded: str, start: int, end: int) -> bool:
    """Whether no word goes on before or after ``folded[start:end]``, which begins and ends with letters."""
    return not (start > 0 and _is_letter(folded[start - 1])) and not (end < len(folded) and _is_letter(folded[end]))


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
