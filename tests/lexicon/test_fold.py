from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labelcheck.lexicon.fold import first_look, fold, has_mixed_words, split_words, unmix, words
from labelcheck.lexicon.skeleton import skeleton


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


@given(
    st.text(alphabet="абвЁёҐґЎџәABCxyz019 ?«».…–№ü²→\n") | st.text(alphabet="abcАБВё ?K"),
    st.sampled_from([0, 300, 2000]),
)
def test_a_first_look_is_that_of_a_slower_one(text: str, more: int) -> None:
    text += "- " * more  # a few characters that cp1251 lacks are another thing than many
    folded, bones, may_mix = first_look(text)
    assert (folded, bones) == (fold(text), skeleton(fold(text)))
    assert may_mix or bones.isascii() or not has_mixed_words(folded)


_MUCH = " Зима." * 60


@pytest.mark.parametrize(
    "text",
    ["Медуза", "IKEA и Медуза", "IKEA-Медуза", "→ IKEA", "№ 5?", "→ IKEA и Медуза" + _MUCH, "Żubr и Медуза" + _MUCH],
)
def test_texts_in_which_no_word_can_be_mixed(text: str) -> None:
    assert not first_look(text)[2]


@pytest.mark.parametrize(
    "text", ["Mедуза", "Медузa", "Mәскәү", "Mә, IKEA" + _MUCH, "→ Медузa" + _MUCH, "→ IKEA и Медуза"]
)
def test_texts_in_which_a_word_may_be_mixed(text: str) -> None:
    assert first_look(text)[2]
