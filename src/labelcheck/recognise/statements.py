"""Labels that stand in the sentence itself: prefixes and statements of the status.

«признанное иноагентом издание X», «Минюст признал X иноагентом», «X внесена в перечень нежелательных».

Only what is tied to the name counts: between a word that confers a status and the name may stand nothing but role
words, status words and light words, no other name and no punctuation. A status word alone («гроза иноагентов X») is no
label, but for a status noun right before the name («иноагент X»); nor is a sentence that only bans something («X
запретила рекламу»), denies a status, or gives it to somebody else («редактор X признан иноагентом»).
"""

from __future__ import annotations

from labelcheck.article import Phrase
from labelcheck.expressions import expression
from labelcheck.recognise.context import OPENING
from labelcheck.recognise.grammar import Grammar
from labelcheck.records import dataclass, replace
from labelcheck.zones import Zones

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
    high = _clause_end(text, folded, end, high, grammar)
    stated = Zones([span for span in grammar.state_spans(folded, low, high) if not grammar.is_topic(folded, span[0])])
    if not stated.touch(low, start) and not stated.touch(end, high):
        return None
    if grammar.is_denied(folded[low:high]):
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
    states = statement.states if form == "sentence" else statement  # much is banned, and not as an organization
    return Phrase(first.start, last.end, form, statement) if states else None


def _clause_end(text: str, folded: str, start: int, high: int, grammar: Grammar) -> int:
    """Where the clause ends that goes on at ``start``; commas between statuses do not end it."""
    stop = _BREAK.search(text, start, high)
    while stop and stop.group() == "," and grammar.states(folded[start : stop.start()]):
        following = _BREAK.search(text, stop.end(), high)
        if not grammar.enumerates(folded[stop.end() : following.start() if following else high]):
            break
        stop = following
    return stop.start() if stop else high


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
    if folded[start - 1 : start] == "-" and not grammar.is_status_noun(first.text):
        return None  # «журналист-иноагент X»: the name is of whom that is
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
    if _belongs_to_another(before, grammar):
        return None
    for at, word in enumerate(after[:_TO_VERB]):
        if grammar.is_designating(word.text):
            if grammar.is_linking(word.text):
                last = _status_within(after[at + 1 :], _TO_STATUS, grammar)
                if last is None and grammar.is_light(word.text):
                    continue  # «was» of «was declared»
            else:
                last = next((w for w in reversed(after[at : at + _AFTER_VERB]) if w.status), None)
            if last is not None:
                return "sentence", word, last
            early = _status_within(before[:-4:-1], 3, grammar)
            return ("sentence", early, word) if early else None
        if not _may_stand_between(word, grammar):
            return None
    return None


def _belongs_to_another(before: list[_Word], grammar: Grammar) -> bool:
    """Whether what happens behind the name happens to another: «редактор X признан», «пост на сайте X признали»."""
    at = len(before)
    while at and grammar.is_role(before[at - 1].text):
        at -= 1
    if at and grammar.is_preposition(before[at - 1].text):
        return True
    return bool(before) and grammar.ends_with_reporting_phrase(" ".join(word.text for word in before))


def _status_within(after: list[_Word], count: int, grammar: Grammar) -> _Word | None:
    """The status word farthest from a name or verb that only light words part from it, in the order of ``after``."""
    last = None
    for word in after[:count]:
        if word.status:
            last = word
        elif not _may_stand_between(word, grammar):
            break
    return last


def _ties(word: _Word, grammar: Grammar) -> bool:
    """Whether a word right before a name lets a status come through to it: «издание X», «в России X», but not «в X»."""
    known = grammar.is_role(word.text) or grammar.is_designating(word.text) or grammar.is_unclear(word.text)
    return known or word.status or (grammar.is_light(word.text) and not grammar.is_preposition(word.text))


def _may_stand_between(word: _Word, grammar: Grammar) -> bool:
    if word.foreign:
        return False
    return word.status or grammar.is_light(word.text) or grammar.is_role(word.text)
