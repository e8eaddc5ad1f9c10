from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labelcheck.lexicon.fold import fold, has_mixed_words, split_words, unmix, words


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("«Важные истории»", ["важные", "истории"]),
        ("Вёрстка", ["верстка"]),
        ("Левада-центр", ["левада", "центр"]),
        ("Сибирь.Реалии", ["сибирь", "реалии"]),
        ("__Meta", ["meta"]),
        ("Instagram¹", ["instagram"]),
        ("Команда 29", ["команда", "29"]),
    ],
)
def test_words_of_a_name(name: str, expected: list[str]) -> None:
    assert words(name) == expected


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("mедуза", "медуза", id="a Latin m"),
        pytest.param("fаcebook", "facebook", id="a Cyrillic а"),
        pytest.param("штормz", "штормz", id="z looks like no Cyrillic letter, so the word stays"),
        pytest.param("медуза", "медуза", id="one script"),
    ],
)
def test_words_of_two_scripts_are_brought_to_one(typed: str, meant: str) -> None:
    assert unmix(typed) == meant
    assert has_mixed_words(f"x {typed} x") == (typed != "медуза")


@given(st.text())
def test_cutting_loses_nothing(text: str) -> None:
    assert "".join(split_words(text)) == text


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяABCXYZ «».-"))
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)
