from __future__ import annotations

import pytest
from tests.lexicon.lexicons import entry, lexicon

from labelcheck.lexicon.lexicon import Lexicon
from labelcheck.lexicon.matcher import Words, find
from labelcheck.lexicon.skeleton import characters
from labelcheck.registry.model import Name

LEXICON = lexicon(
    entry("stories", "Важные истории"),
    entry("centre", "Левада-центр"),
    entry("siberia", "Сибирь.Реалии"),
    entry("insider", Name("The Insider", case="exact")),
    entry("group", Name("ИГИЛ", case="exact")),
    entry("council", Name("Совет матерей и жён", case="exact")),
    entry("inc", "Acme Inc."),
    entry("bulletin", "Медиазона"),
)


def found(text: str, names: Lexicon = LEXICON) -> list[str]:
    hits = sorted(find(Words(text), names), key=lambda hit: hit.start)
    return [text[hit.start : hit.end] for hit in hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Важных историй»", ["Важных историй"]),
        ("ВАЖНЫМИ\nИСТОРИЯМИ", ["ВАЖНЫМИ\nИСТОРИЯМИ"]),
        ("Важные\n\nистории", []),
        ("Важные. Истории", []),
        ("Важные — истории", []),
        ("Левада Центра и Левада-центром", ["Левада Центра", "Левада-центром"]),
        ("Левада–центр", ["Левада–центр"]),
        ("Сибирь.Реалий, «Сибирь. Реалии»", ["Сибирь.Реалий", "Сибирь. Реалии"]),
        ("the insider, The Insider, THE INSIDER", ["The Insider", "THE INSIDER"]),
        ("ИГИЛа, игил, сигил", ["ИГИЛа"]),
        ("совет матерей и жён, Совет матерей и жен", ["Совет матерей и жен"]),
        ("Совета Матерей и Жён, СОВЕТА МАТЕРЕЙ И ЖЁН", ["Совета Матерей и Жён", "СОВЕТА МАТЕРЕЙ И ЖЁН"]),
        ("СОВЕТ МАТЕРЕЙ И ЖЕН, Совет матеРей и жён", ["СОВЕТ МАТЕРЕЙ И ЖЕН"]),
        ("Acme Inc. left. Acme Inc, too", ["Acme Inc.", "Acme Inc"]),
        ("Mедиазонa", ["Mедиазонa"]),
        ("UF_Медиазона, Медиазона_2, __Медиазона__", ["Медиазона"]),
        ("Медиазонами", []),
    ],
)
def test_surface_forms(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_word_in_two_scripts_is_marked() -> None:
    text = "Mедиазона и Медиазона"
    assert [hit.mixed_script for hit in find(Words(text), LEXICON)] == [True, False]


OTHERS = lexicon(
    entry("bread", "Brot für die Welt"),
    entry("bridge", "ხიდი"),
    entry("house", "Тәртип өе"),
    entry("tea", "Øl ü Ø"),
)
"""Names with letters that skeletons lack: some, all of a word, all."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brot für die Welt", ["Brot für die Welt"]),
        ("Brot f r die Welt, Brot fïr die Welt, r die Welt", []),
        ("ხიდი и «ხიდი», но არახიდი", ["ხიდი", "ხიდი"]),
        ("Тәртип\nөе, Тәртип әе, әТәртип өе", ["Тәртип\nөе"]),
        ("øl ü ø, ol u o", ["øl ü ø"]),
    ],
)
def test_names_in_letters_of_other_alphabets(text: str, expected: list[str]) -> None:
    assert found(text, OTHERS) == expected


@pytest.mark.parametrize("before", range(2**16 - 20, 2**16 + 4))
def test_long_texts_are_looked_through_without_a_seam(before: int) -> None:
    assert found("а" * 9 + " " * (before - 9) + "Важных историй", LEXICON) == ["Важных историй"]


@pytest.mark.parametrize("name", ["Архипелагия дома сада", "Дом архипелагии сада", "Дом сада архипелагии"])
@pytest.mark.parametrize("stretch", range(1, 40))
def test_a_name_over_several_stretches_is_found(name: str, stretch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    names = lexicon(entry("garden", Name(name, inflect=False)))
    monkeypatch.setattr("labelcheck.lexicon.matcher._STRETCH", stretch)
    assert found(f"Весь день {name} и сады. {name}", names) == [name, name]


@pytest.mark.parametrize(
    ("name", "anchor"),
    [("Квумб против течения", "квумб"), ("Дорога на Квумб", "квумб"), ("The Qux House", "qux")],
)
def test_a_name_is_filed_under_a_word_that_is_no_ordinary_one(name: str, anchor: str) -> None:
    names = lexicon(entry("one", Name(name, inflect=False)))
    assert [characters(token) for token in names.anchors] == [anchor]


def test_of_ordinary_words_a_name_is_filed_under_the_longest() -> None:
    assert [*lexicon(entry("one", "All Public Libraries")).anchors] == [b"libraries"]
