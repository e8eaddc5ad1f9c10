"""Surface forms: all the ways in which texts write a Russian name, case by case.

A name is taken as a phrase in the nominative: its head, the first noun after the adjectives that agree with it,
declines together with them, and so does an adjective after it («Русь сидящая»); its complements («Фонд борьбы …») do
not. What texts do either way is given both ways: a noun beside the head («Новая газета Европа»), and what stands in
quotation marks, in brackets or after a slash or dash. A name that begins with anything but a nominative («За права
человека») or is in another language does not decline. «Имени» within a name is written «им.», too.

This runs when registries are compiled, never when an article is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from labelcheck.lexicon.inflect_word import ROWS, Reading, Rows, Word, analyse

_CYRILLIC = re.compile("[А-Яа-яЁё]")
_OTHER_LANGUAGE = re.compile("(?=[\u0400-\u052f])[^А-Яа-яЁё]|[А-Яа-я][IiÏï]|[IiÏï][А-Яа-я]|[А-Яа-я]['’ʼ][А-Яа-я]")
"""A letter of another Cyrillic alphabet; a Latin i or an apostrophe within a Cyrillic word."""
_DELIMITER = re.compile(r'([«»„“”"()\[\]/]+|\s[-–—]\s)')
_WORD = re.compile(r"(\w+)")

_Readings = dict[int, Reading]
"""Words of a phrase that decline, by place."""


def surface_forms(name: str) -> tuple[str, ...]:
    """All forms of ``name``, itself first, without duplicates, always in the same order.

    They keep its capitals and its number: «Голос» has no «Голосов». Raises
    :class:`~labelcheck.errors.LabelcheckError` if the Russian dictionary is not installed.
    """
    if not _CYRILLIC.search(name) or _OTHER_LANGUAGE.search(name):
        return (name,)
    parts = _DELIMITER.split(name)
    main = next(i for i in range(0, len(parts), 2) if _WORD.search(parts[i]))
    outer = [_frozen(part) for part in parts]
    inner = [*outer]
    for i in range(main + 2, len(parts), 2):
        if _WORD.match(parts[i]):  # a quotation or the like begins here; after a closing mark stands a space
            inner[i] = next(iter(_decline(parts[i])), outer[i])
    forms = [name]
    for rows in _decline(parts[main]):
        for columns in (outer, inner):
            forms += _joined([*columns[:main], rows, *columns[main + 1 :]])
    forms += [form.replace(" имени ", " им. ") for form in forms]
    return tuple(dict.fromkeys(forms))


def _decline(phrase: str) -> tuple[Rows, ...]:
    """The rows of a phrase, twice if it has an apposition; none if it is no nominative."""
    pieces = re.split(r"(\s+)", phrase)
    words = [_compound(piece) for piece in pieces[::2]]
    start = _start(words)
    if start == len(words):
        return (_frozen(phrase),)
    nominal = _nominal(words, start)
    if not nominal:
        return ()
    firm, loose = _following(words, nominal)
    patterns = []
    for readings in (nominal | firm, nominal | firm | loose):
        columns = [_frozen(piece) for piece in pieces]
        for i, reading in readings.items():
            columns[2 * i] = reading.rows
        patterns.append(_joined(columns))
    return tuple(patterns)


def _start(words: Sequence[Word]) -> int:
    """Where the part of a phrase begins that may decline; ``len(words)`` if there is none.

    Foreign words at the front are passed over. Of a phrase that is all foreign the last word declines.
    """
    start = next((i for i, word in enumerate(words) if word.known or word.nominatives), len(words))
    rest = [i for i in range(start, len(words)) if words[i].nominatives or not _is_symbol(words[i].text)]
    if len(rest) > 1 and not any(words[i].known or words[i].adjectives or words[i].text.islower() for i in rest):
        return rest[-1] if words[rest[-1]].nominatives else len(words)
    return start


def _is_symbol(text: str) -> bool:
    """Whether this is an abbreviation, a number, a Latin word or punctuation."""
    return text.isupper() or not _CYRILLIC.search(text)


def _nominal(words: Sequence[Word], i: int, gender: str | None = None) -> _Readings:
    """The adjectives from word ``i`` on and the noun that they agree with; empty if the word is no nominative."""
    if i >= len(words) or (words[i].preposition and i + 1 < len(words)):
        return {}
    for adjective in words[i].adjectives:
        if gender in (None, adjective.gender):
            rest = _nominal(words, i + 1 + _is_and(words, i + 1), adjective.gender)
            if rest:
                return {i: adjective, **rest}
    fitting = [reading for reading in words[i].nominatives if gender in (None, reading.gender)]
    return {i: fitting[0]} if fitting else {}


def _following(words: Sequence[Word], nominal: _Readings) -> tuple[_Readings, _Readings]:
    """What after ``nominal`` declines with it (an adjective, a second head), and what may (an apposition)."""
    head = max(nominal)
    i = head + 1
    if i == len(words) or words[head].text[-1] in ".:;!?":
        return {}, {}
    if _is_and(words, i) or words[head].text[-1] == ",":
        second = _nominal(words, i + _is_and(words, i))
        firm, loose = _following(words, second) if second else ({}, {})
        return second | firm, loose
    if words[i].genitive:
        return {}, {}
    apposition = _nominal(words, i)
    adjective = next((a for a in words[i].adjectives if a.gender == nominal[head].gender), None)
    return ({i: adjective}, {}) if adjective and len(apposition) == 1 else ({}, apposition)


def _is_and(words: Sequence[Word], i: int) -> bool:
    return i < len(words) and words[i].text == "и"


@cache
def _compound(text: str) -> Word:
    """What stands between two spaces, as one word: its last part declines, or else the last that can.

    «Левада-центра», «Агентуры.ру»; of plurals all: «Братьев-мусульман».
    """
    pieces = _WORD.split(text)
    parts = {i: analyse(pieces[i]) for i in range(1, len(pieces), 2) if not pieces[i].isdecimal()}
    if not parts:
        return Word(text)
    last = max(parts)
    core = next((i for i in reversed(parts) if parts[i].known and parts[i].nouns), last)
    if parts[last].nominatives:
        core = last

    def whole(reading: Reading) -> Reading:
        columns = [_frozen(piece) for piece in pieces]
        columns[core] = reading.rows
        for i in parts:
            if i < core and not reading.gender:
                columns[i] = next((other.rows for other in parts[i].nouns if not other.gender), columns[i])
        return Reading(reading.gender, _joined(columns))

    word = parts[core]
    nouns, adjectives = tuple(map(whole, word.nouns)), tuple(map(whole, word.adjectives))
    return replace(word, text=text, nouns=nouns, adjectives=adjectives)


def _frozen(text: str) -> Rows:
    return (text,) * ROWS


def _joined(columns: Sequence[Rows]) -> Rows:
    return tuple(map("".join, zip(*columns, strict=True)))
