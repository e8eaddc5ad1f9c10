"""How one Russian word declines: its readings as a nominative, each with its forms in the other cases.

The forms of a reading are a *row* each, always in the same order (genitive, dative, accusative, instrumental,
prepositional, instrumental in -ою/-ею), so that a phrase declines by joining its words row by row. They are in the
number in which the word is written. Of two accusatives, one for things and one for beings, the row has that of
things, which is the nominative; the other is the genitive.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from labelcheck.errors import LabelcheckError

Rows = tuple[str, ...]

ROWS = 6
"""How many forms a reading has."""

_INDECLINABLE = re.compile("(?:[ёиуэю]|(?<!ств)о|[аеёиоуыэюя]а)$")
"""How foreign words end that do not decline."""

_SPOKEN = re.compile("(?=.*[АЕЁИОУЫЭЮЯ])[А-ЯЁ]{2,5}[БВГДЖЗКЛМНПРСТФХЧШЩ]")
"""An abbreviation that is read as a word and so takes endings colloquially: «ИГИЛа»."""

_ADJECTIVES = ("ADJF", "PRTF")
_PROPER = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Init", "Abbr"})
"""Grammemes of names of people, places, organizations and brands, of initials and abbreviations."""
_ENDINGS = (
    ("[гкхжчшщ]а", "а", "femn", ("и", "е", "у", "ой", "е", "ою")),
    ("а", "а", "femn", ("ы", "е", "у", "ой", "е", "ою")),
    ("ия", "я", "femn", ("и", "и", "ю", "ей", "и", "ею")),
    ("я", "я", "femn", ("и", "е", "ю", "ей", "е", "ею")),
    ("арь|ырь|тель", "ь", "masc", ("я", "ю", "ь", "ем", "е", "ем")),
    ("ь", "ь", "femn", ("и", "и", "ь", "ью", "и", "ью")),
    ("й", "й", "masc", ("я", "ю", "й", "ем", "е", "ем")),
    ("ец", "ец", "masc", ("ца", "цу", "ец", "цем", "це", "цом")),
    ("[жчшщц]", "", "masc", ("а", "у", "", "ем", "е", "ом")),
    ("[бвгдзклмнпрстфх]", "", "masc", ("а", "у", "", "ом", "е", "ом")),
)
"""Nouns that the dictionary lacks: how the word ends, what of it is replaced, gender, the endings of the rows."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A word taken as a nominative; ``gender`` is empty in the plural."""

    gender: str
    rows: Rows


@dataclass(frozen=True, slots=True)
class Word:
    """What a phrase needs to know of a word; one that cannot decline has no readings.

    ``known``: the dictionary has it, in whatever case or part of speech. ``genitive``: it may be a genitive, too.
    """

    text: str
    nouns: tuple[Reading, ...] = ()
    adjectives: tuple[Reading, ...] = ()
    known: bool = False
    genitive: bool = False
    preposition: bool = False

    @property
    def nominatives(self) -> tuple[Reading, ...]:
        """All readings."""
        return self.nouns + self.adjectives


@cache
def analyse(text: str) -> Word:
    """The readings of one word, the best first. All forms keep its capitals.

    Words of another script or with a digit, single letters, spelled abbreviations («ФБК») and foreign words in -о, -и,
    -у, -э, -ю have none.
    """
    if not re.fullmatch("[А-Яа-яЁё]+", text):
        return Word(text)
    if len(text) == 1:  # a preposition, a conjunction, an initial
        return Word(text, known=True)
    known = _analyzer().word_is_known(text.lower())
    parses = _analyzer().parse(text.lower())
    nominatives = [parse for parse in parses if parse.tag.case == "nomn"]
    abbreviation = bool(nominatives) and all("Abbr" in parse.tag for parse in nominatives)
    if text.isupper() and len(text) <= 6 and (abbreviation or not known):
        return Word(text, _by_ending(text, str.lower) if _SPOKEN.fullmatch(text) else ())
    return _listed(text, parses, nominatives) if known else _guessed(text, parses, nominatives)


def is_ordinary(text: str) -> bool:
    """Whether the dictionary has the word, in whatever form, as more than a proper name or an abbreviation."""
    known = [parse for parse in _analyzer().parse(text.lower()) if parse.is_known]
    return any(_PROPER.isdisjoint(parse.tag.grammemes) for parse in known)


def _listed(text: str, parses: list[Any], nominatives: list[Any]) -> Word:
    """A word that the dictionary has."""
    # Words that decline come before their indeclinable namesakes; «Большая» is a form of «большой», not of «больший».
    nominatives = sorted(nominatives, key=lambda parse: ("Fixd" in parse.tag, parse.normal_form == "больший"))
    return Word(
        text,
        nouns=tuple(_reading(text, parse) for parse in nominatives if parse.tag.POS == "NOUN"),
        adjectives=tuple(_reading(text, parse) for parse in nominatives if parse.tag.POS in _ADJECTIVES),
        known=True,
        genitive=any(parse.tag.case == "gent" for parse in parses),
        preposition="PREP" in parses[0].tag,
    )


def _guessed(text: str, parses: list[Any], nominatives: list[Any]) -> Word:
    """A word that the dictionary lacks: ``pymorphy3`` knows its adjectives, but for most nouns the ending is surer."""
    if _INDECLINABLE.search(text.lower()):
        return Word(text)
    declinable = [parse for parse in nominatives if "Fixd" not in parse.tag]
    adjectives = tuple(_reading(text, parse) for parse in declinable if parse.tag.POS in _ADJECTIVES)
    if adjectives or parses[0].tag.POS in _ADJECTIVES:
        return Word(text, adjectives=adjectives, genitive=any(parse.tag.case == "gent" for parse in parses))
    nouns = _by_ending(text, str.upper if text.isupper() else str.lower)
    return Word(text, nouns or tuple(_reading(text, parse) for parse in declinable if parse.tag.POS == "NOUN"))


def _by_ending(text: str, case: Callable[[str], str]) -> tuple[Reading, ...]:
    """A noun that the dictionary lacks, read by its last letters."""
    for pattern, cut, gender, endings in _ENDINGS:
        if re.search(f"(?:{pattern})$", text.lower()):
            stem = text[: len(text) - len(cut)]
            return (Reading(gender, tuple(stem + case(ending) for ending in endings)),)
    return ()


def _reading(text: str, parse: Any) -> Reading:
    """The forms of a ``pymorphy3`` parse of ``text`` in the nominative."""
    grammemes = parse.tag.grammemes - {"nomn"}
    forms: dict[str, str] = {}
    for form in sorted(parse.lexeme, key=lambda form: len(form.tag.grammemes)):  # plain before colloquial variants
        if form.tag.grammemes >= grammemes:
            archaic = form.tag.grammemes & {"V-oy", "V-ey"}
            forms.setdefault("archaic" if archaic else form.tag.case, form.word)
    genitive, dative, accusative, instrumental, prepositional = (
        forms.get(case, parse.word) for case in ("gent", "datv", "accs", "ablt", "loct")
    )
    rows = (
        genitive,
        dative,
        parse.word if accusative == genitive else accusative,
        instrumental,
        prepositional,
        forms.get("archaic", instrumental),
    )
    gender = str(parse.tag.gender) if parse.tag.number == "sing" else ""
    return Reading(gender, tuple(_like(text, form) for form in rows))


def _like(text: str, form: str) -> str:
    """``form`` in the letters of ``text`` (capitals, ё) as far as both are the same, and in its case from there on."""
    same = 0
    while same < min(len(text), len(form)) and _fold(text[same]) == _fold(form[same]):
        same += 1
    return text[:same] + (form[same:].upper() if text.isupper() else form[same:])


def _fold(letter: str) -> str:
    return letter.lower().replace("ё", "е")


@cache
def _analyzer() -> Any:
    try:
        from pymorphy3 import MorphAnalyzer

        return MorphAnalyzer(lang="ru")
    except (ImportError, ValueError) as error:
        raise LabelcheckError(
            "Russian names cannot be declined, because pymorphy3 or its dictionary is missing: install the packages "
            "pymorphy3 and pymorphy3-dicts-ru."
        ) from error
