"""Patterns taken apart match what they matched whole."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from labelcheck.errors import RegistryError
from labelcheck.lexicon import load_lexicon
from labelcheck.lexicon.lexicon import LabelRow, State
from labelcheck.lexicon.take_apart import take_apart
from labelcheck.lexicon.wordings import Wordings
from labelcheck.patterns import compile_pattern
from labelcheck.recognise.misprints import Misprints
from labelcheck.registry.bundled import bundled_folder
from labelcheck.registry.languages import load_languages

PATTERNS = [
    "издани(?:е|я|ю)",
    r"медиапроект\w*",
    r"песн\w+",
    "песн",
    "(?:интернет-|онлайн-)?(?:журнал|канал)(?:а|у)?",
    r"иностранн\w+\W{1,3}агент\w*",
    "ино-?агент(?:а|у)?",
    "приз[нв]ан",
    r"[а-я-]+(?:ой|ого)",
    r"\d+ ?шт\.",
    r"(?:в )?реестр\w*",
    "под санкциями",
    r"(?:\w+-){0,3}союз",
    "(?<!не)признан",
    "A(?i:б)c",
    r"ФОНД\w*",
    "a+b",
    "а{2}|б{1,2}в",
    r"[[а-я]--[б]]х",
    r"(?>ко|кот)т",
    "сло(?#не всё)во",
    "cent(?:re|er)s?|за.он",
    r"под\ санкциями|шт\.",
]
WORDS = st.sampled_from(
    [
        "издание", "изданиям", "медиапроект", "медиапроекта-х", "песн", "песня", "интернет-журнала", "канал",
        "иностранным", "агентом", "иноагент", "ино-агенту", "призван", "новой", "5", "шт.", "в", "реестре", "под",
        "санкциями", "а-б-союз", "признан", "непризнан", "aбc", "фонда", "aab", "аа", "ббв", "вх", "котт", "слово",
        "centres", "закон", "_", "-", " ", " ", ",", "«", "»",
    ]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=8).map("".join)


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=TEXTS)
@settings(max_examples=40)
def test_a_pattern_taken_apart_finds_what_it_found_whole(pattern: str, text: str) -> None:
    folded = text.lower()
    anywhere = Wordings(take_apart([pattern]), whole=False)
    words = Wordings(take_apart([pattern]), whole=True)
    assert anywhere.stand_in(folded) == (compile_pattern(pattern).search(folded) is not None)
    assert words.stand_in(folded) == (compile_pattern(rf"\b(?:{pattern})\b").search(folded) is not None)
    assert words.fit(folded) == (compile_pattern(pattern).fullmatch(folded) is not None)


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=TEXTS)
@settings(max_examples=40)
def test_it_stands_where_it_stood(pattern: str, text: str) -> None:
    folded = text.lower()
    whole = compile_pattern(rf"\b(?:{pattern})\b")
    spans = set(Wordings(take_apart([pattern]), whole=True).spans(folded))
    assert spans <= {match.span() for match in whole.finditer(folded, overlapped=True)} | {
        (start, end)
        for start in range(len(folded))
        for end in range(len(folded) + 1)
        if whole.fullmatch(folded, start, end)
    }
    assert {match.start() for match in whole.finditer(folded)} <= {start for start, _ in spans}


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=TEXTS)
@settings(max_examples=40)
def test_a_text_ends_with_it_where_it_begins_a_word(pattern: str, text: str) -> None:
    folded = text.lower()
    found = Wordings(take_apart([pattern]), whole=True).final(folded)
    assert (found is not None) == (compile_pattern(rf"\b(?:{pattern})$").search(folded) is not None)


def test_what_the_bundled_languages_hold_is_nearly_all_words_and_stems() -> None:
    languages = load_languages(f"{bundled_folder()}/languages")
    left = [
        pattern
        for language in languages
        for field in language.__dataclass_fields__
        if field != "code"
        for pattern, *_ in take_apart(getattr(language, field))["patterns"]
    ]
    assert set(left) == {
        r"\d+",
        r"главн\w+ редактор\w*",
        r"и он\w*,? и",
        "[а-я-]+(?:ой|ого|ому|ым|ых|ыми|ые|ая|ую|ое|ый|ий|его|ему|им|ими|яя|юю|ее)",
        (
            r"(?:пред(?:лож|лаг)|по?треб|призва|призыва|попрос|прос[ия]|хо[тч]|мо[гж]|намере|собира|планиру|гро[зж]|угрожа"
            r"|обеща)\w* (?:[а-я-]+ ){0,2}(?:при(?:знать|знавать)|внести|включить|объявить|запретить|добавить)"
        ),
        *(pattern for language in languages for pattern in language.active_clauses),
    }


def test_but_for_one_no_bundled_pattern_needs_more_than_the_standard_engine() -> None:
    lexicon = load_lexicon([bundled_folder()])
    states = [state.wordings for label in lexicon.labels for state in label.states]
    fields = [lexicon.wordings(field) for field in ("role_words", "light_words", "status_nouns", "unclear", "joint")]
    cues = [name.cues for name in map(lexicon.name, range(len(lexicon._tables["names"]))) if name.cues]
    slow = {
        pattern.text for wordings in chain(states, fields, cues) for pattern in wordings._patterns if not pattern.quick
    }
    assert slow == {r"(?:(?:бойц|боевик|командир|комбат|националист|пленн)\w*|боец)(?! из)"}


@pytest.mark.parametrize(
    ("pattern", "quick"),
    [
        (r"иностранн\w+\W{1,3}агент\w*", True),
        (r"\w+\w+а", False),
        (r"(?:а+)+б", False),
        (r"(?:\w{1,20}-){1,20}б", False),
        (r"а.*б.*в", False),
        (r"Ф\d", False),
        (r"(?:x|x|x)*y", False),
        (r"\d{0,9}" * 6 + "х", False),
        (r"а?" * 10 + r"\d+б", False),
        (r"а?" * 40 + r"\d", False),
    ],
)
def test_the_standard_engine_runs_only_what_cannot_take_long(pattern: str, quick: bool) -> None:
    ((_, found, _),) = take_apart([pattern])["patterns"]
    assert found == quick


def test_a_pattern_that_takes_too_long_is_an_error_of_its_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("labelcheck.patterns.TIMEOUT", 0.01)
    wordings = Wordings(take_apart([r"(?:а+)+б"]), whole=False)
    with pytest.raises(RegistryError, match=r"takes too long on this text: \(\?:а\+\)\+б; `labelcheck registry check`"):
        wordings.stand_in("а" * 5000 + "вб")


def test_so_is_one_that_takes_too_long_with_a_misprint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("labelcheck.patterns.TIMEOUT", 0.01)
    pattern = r"запретн(?:а|аа)+х"
    state = State(pattern, weak=False, wordings=Wordings(take_apart([pattern]), whole=False))
    label = LabelRow("closed", required=True, marks=(), states=(state,), footnote={}, phrase={}, links="ignore")
    with pytest.raises(RegistryError, match=r"takes too long on this text: запретн\(\?:а\|аа\)\+х"):
        Misprints([label]).stated("запретн" + "а" * 200 + "ууу")
