"""Labels that stand in the sentence itself: prefixes and statements of the status.

«признанное иноагентом издание X», «Минюст признал X иноагентом», «X внесена в перечень нежелательных».

Only what is tied to the name counts: between a word that confers a status and the name may stand nothing but role
words, status words and light words, no other name and no punctuation. A status word alone («гроза иноагентов X») is no
label, but for a status noun right before the name («иноагент X»).
"""

from __future__ import annotations

from labelcheck.article import Phrase
from labelcheck.expressions import expression
from labelcheck.recognise.context import OPENING
from labelcheck.recognise.grammar import Grammar
from labelcheck.recognise.zones import Zones
from labelcheck.records import dataclass, replace

_REACH = 170
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


def sentence_label(text: str, folded: str, start: int, end: int, grammar: Grammar) -> Phrase | None:
    """The label that the sentence around ``text[start:end]`` (a name, or a list of names, with its tail) gives it.

    Raises RegistryError for a pattern that takes too long.
    """
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    while start > low and text[start - 1] in OPENING:
        start -= 1
    for match in _BREAK.finditer(text, low, start):
        low = match.end()
    stop = _BREAK.search(text, end, high)
    high = stop.start() if stop else high
    stated = Zones(grammar.state_spans(folded, low, high))
    if not stated.touch(low, start) and not stated.touch(end, high):
        return None
    before = _words(text, folded, low, start, stated, grammar)
    after = _words(text, folded, end, high, stated, grammar)
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
