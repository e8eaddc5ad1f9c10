"""One misprint in a status word is forgiven, wherever it is; two are not."""

from __future__ import annotations

import pytest

from labelcheck.linter import Linter

GRAMMAR = Linter.bundled().recogniser.grammar
WORD = "нежелательной"
STEM = len("нежелательн")


def states(word: str) -> set[str]:
    return set(GRAMMAR.statement(f"признана {word} организацией").states)


def test_the_word_itself() -> None:
    assert states(WORD) == {"undesirable"}


@pytest.mark.parametrize("at", range(STEM))
def test_one_letter(at: int) -> None:
    assert states(WORD[:at] + WORD[at + 1 :]) == {"undesirable"}  # missing
    assert states(WORD[:at] + "щ" + WORD[at + 1 :]) == {"undesirable"}  # wrong
    assert states(WORD[:at] + "щ" + WORD[at:]) == {"undesirable"}  # too many


@pytest.mark.parametrize(("first", "second"), [(1, 3), (1, 9), (6, 9)])
def test_two_letters(first: int, second: int) -> None:
    assert states(WORD[:first] + "щ" + WORD[first + 1 : second] + "щ" + WORD[second + 1 :]) == set()
