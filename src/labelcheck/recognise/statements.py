"""Labels that stand in the sentence itself: prefixes and statements of the status.

«признанное иноагентом издание X», «Минюст признал X иноагентом», «X внесена в перечень нежелательных».

Only what is tied to the name counts: between a word that confers a status and the name may stand nothing but role
words, status words and light words, no other name and no punctuation. A status word alone («гроза иноагентов X») is no
label, but for a status noun right before the name («иноагент X»).
"""

from __future__ import annotations

from collections.abc import Iterable

from labelcheck.article import Phrase
from labelcheck.expressions import expression
from labelcheck.recognise.context import OPENING
from labelcheck.recognise.grammar import Grammar
from labelcheck.recognise.zones import Zones
from labelcheck.records import dataclass, replace

_REACH = 170
_LONGEST_STATUS = 100
# It begins with a class, and looks back into it, because that is searched for several times faster.
_BREAK = expression(r"[;:!?(),*.—–\n](?:(?<=[;:!?(),*])|(?<=[.—–])(?=\s|$)|(?<=\n)\s*\n)")
_WORD = expression(r"[^\W_]+(?:-[^\W_]+)*")
_BEFORE_VERB = 5
_TO_STATUS = 5
_TO_VERB = 8
_AFTER_VERB = 14


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    status: bool
    foreign: bool
    """Capitalised and no light word: another name."""


def status_words(folded: str, spans: Iterable[tuple[int, int]], grammar: Grammar) -> Zones:
    """Where status words stand so near to the ``spans`` of names that they may label one.

    Raises RegistryError for a pattern that takes too long.
    """
    reach = _REACH + _LONGEST_STATUS
    near = Zones((max(0, start - reach), end + reach) for start, end in spans)
    return Zones(found for low, high in near for found in grammar.state_spans(folded, low, high))


def sentence_label(text: str, folded: str, start: int, end: int, stated: Zones, grammar: Grammar) -> Phrase | None:
    """The label that the sentence around ``text[start:end]`` (a name, or a list of names, with its tail) gives it.

    ``stated``: where status words stand, see :func:`status_words`.
    """
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    while start > low and text[start - 1] in OPENING:
        start -= 1
    if not _has_status(text, low, start, end, high, stated):
        return None
    breaks = list(_BREAK.finditer(text, low, start))
    before = _words(text, folded, breaks[-1].end() if breaks else low, start, stated, grammar)
    stop = _BREAK.search(text, end, high)
    after = _words(text, folded, end, stop.start() if stop else high, stated, grammar)
    found = (
        _status_noun(before, folded, grammar)
        or _verb_before(before, after, grammar)
        or _verb_after(before, after, grammar)
    )
    if found is None:
        return None
    form, first, last = found
    statement = grammar.statement(folded[first.start : last.end])
    return Phrase(first.start, last.end, form, statement) if statement else None


def _has_status(text: str, low: int, start: int, end: int, high: int, stated: Zones) -> bool:
    """Whether a status word stands in the sentence around ``text[start:end]``, between ``low`` and ``high``.

    Of most names this can be told from the gap between them and the nearest status words.
    """
    before, after = stated.last_before(start), stated.first_after(end)
    return (before > low and not _BREAK.search(text, before, start)) or (
        0 <= after < high and not _BREAK.search(text, end, after)
    )


def _words(text: str, folded: str, low: int, high: int, stated: Zones, grammar: Grammar) -> list[_Word]:
    words = []
    for match in _WORD.finditer(folded, low, high):
        word = match.group()
        status = stated.touch(match.start(), match.end())
        known = status or grammar.is_light(word) or grammar.is_designating(word)
        foreign = text[match.start()].isupper() and not known
        words.append(_Word(word, match.start(), match.end(), status, foreign))
    return words


def _status_noun(before: list[_Word], folded: str, grammar: Grammar) -> tuple[str, _Word, _Word] | None:
    if not before:
        return None
    at = grammar.final_status_noun(folded[before[0].start : before[-1].end])
    if at is None:
        return None
    start = before[0].start + at
    first = next(word for word in before if word.end > start)
    # A raised digit is a mark between two words, though it belongs to one by the pattern of words.
    return "prefix", replace(first, start=max(first.start, start)), before[-1]


def _verb_before(before: list[_Word], after: list[_Word], grammar: Grammar) -> tuple[str, _Word, _Word] | None:
    """V S N, V N S and S V N: the conferring word stands before the name."""
    if not before or not _ties(before[-1], grammar):
        return None
    for at in range(len(before) - 1, -1, -1):
        word = before[at]
        if grammar.is_designating(word.text):
            if any(w.status for w in before[at:]):
                return "prefix", word, before[-1]
            status = _status_within(after, _TO_STATUS, grammar)
            if status is not None:
                return "sentence", word, status
            early = [w for w in before[max(0, at - _BEFORE_VERB) : at] if w.status]
            return ("sentence", early[0], before[-1]) if early else None
        if not _may_stand_between(word, grammar):
            return None
    return None


def _verb_after(before: list[_Word], after: list[_Word], grammar: Grammar) -> tuple[str, _Word, _Word] | None:
    """N V S and S N V: the conferring word stands after the name."""
    for at, word in enumerate(after[:_TO_VERB]):
        if grammar.is_designating(word.text):
            following = [w for w in after[at : at + _AFTER_VERB] if w.status]
            if following:
                return "sentence", word, following[-1]
            early = [w for w in before[-3:] if w.status]
            return ("sentence", early[0], word) if early else None
        if not _may_stand_between(word, grammar):
            return None
    return None


def _status_within(after: list[_Word], count: int, grammar: Grammar) -> _Word | None:
    """The last of the status words that follow a name after light words only."""
    last = None
    for word in after[:count]:
        if word.status:
            last = word
        elif not _may_stand_between(word, grammar):
            break
    return last


def _ties(word: _Word, grammar: Grammar) -> bool:
    """Whether a word right before a name belongs to it: «издание X», but not «в X»."""
    known = grammar.is_role(word.text) or grammar.is_designating(word.text) or grammar.is_unclear(word.text)
    return known or word.status


def _may_stand_between(word: _Word, grammar: Grammar) -> bool:
    if word.foreign:
        return False
    return word.status or grammar.is_light(word.text) or grammar.is_role(word.text)
