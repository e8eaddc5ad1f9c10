"""Words that would be others but for one misprint: a letter or a space too many, too few, or wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence

Form = tuple[str, int | None]
"""Letters, and how many letters must follow them at least; None if the word ends there."""

_LETTERS = re.compile(r"\w*")
_GAP = re.compile(r"\W+")


def nearly(text: str, forms: Sequence[Form]) -> bool:
    """Whether ``text``, a folded word or two, is what ``forms`` stand for, one word each, but for one misprint."""
    if len(forms) == 1:
        return _nearly(text, *forms[0])
    if len(forms) > 2:
        return False
    one, other = forms
    for gap in _GAP.finditer(text):
        first, second = text[: gap.start()], text[gap.end() :]
        if (_is(first, *one) and _nearly(second, *other)) or (_nearly(first, *one) and _is(second, *other)):
            return True
    return _run_together(text, one, other)


def _is(word: str, letters: str, more: int | None) -> bool:
    return word.startswith(letters) and _fits(word, len(letters), more)


def _nearly(text: str, letters: str, more: int | None) -> bool:
    same = 0
    for one, other in zip(text, letters, strict=False):
        if one != other:
            break
        same += 1
    if same == len(letters) and more is not None:
        return True  # what follows may lack one letter, or have a sign among its letters
    rest = letters[same:]
    return (
        (text.startswith(rest[1:], same + 1) and _fits(text, same + len(rest), more))
        or (text.startswith(rest, same + 1) and _fits(text, same + 1 + len(rest), more))
        or (text.startswith(rest[1:], same) and _fits(text, same + len(rest) - 1, more))
    )


def _run_together(text: str, first: Form, second: Form) -> bool:
    """Two words without the gap between them, or with a letter for it."""
    letters, more = first
    at = len(letters) + (more or 0)
    starts = (at, at + 1) if more is None else (text.find(second[0], at),)
    return text.startswith(letters) and any(
        start >= 0 and _LETTERS.fullmatch(text, len(letters), start) and _is(text[start:], *second) for start in starts
    )


def _fits(text: str, at: int, more: int | None) -> bool:
    """Whether what follows ``text[:at]`` is nothing, or at least ``more`` letters."""
    if more is None:
        return at == len(text)
    return len(text) >= at + more and _LETTERS.fullmatch(text, at) is not None
