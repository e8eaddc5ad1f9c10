"""Ties labels to mentions: each name with its tail, lists that share a label, sentences that state a status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from labelcheck.article import Mark, Phrase
from labelcheck.expressions import either, expression
from labelcheck.lexicon import Lexicon
from labelcheck.lexicon.fold import fold
from labelcheck.recognise.candidates import Candidate, confirm
from labelcheck.recognise.grammar import Grammar
from labelcheck.recognise.statements import sentence_label
from labelcheck.recognise.tails import read_tail
from labelcheck.records import dataclass, replace
from labelcheck.symbols import QUOTE_OPENS

_SEPARATORS = frozenset(",;/&")
_BESIDE = frozenset(" \n«„“\"'‘")
_LONGEST_LINK = 60
_MOST_STRANGERS = 20
_WORD = expression(r"[\w-]+")
_PART = expression(r"\w+")
_CLOSES = either('[»"]', "”")
_FURTHER = expression(rf"(?:,\s?|\s)(?:(?P<word>\w+)\s)?{QUOTE_OPENS}(?:(?![„“”])[^«»\"\n]){{2,80}}{_CLOSES}")


@dataclass(frozen=True, slots=True)
class Bound:
    """A candidate with the labels that stand at it. ``joint``: it has them from the end of its list."""

    candidate: Candidate
    end: int
    mark: Mark | None
    phrase: Phrase | None
    joint: bool = False


def bind(text: str, folded: str, found: Sequence[Candidate], pairs: Mapping[int, int], grammar: Grammar) -> list[Bound]:
    """Every candidate with its own mark and phrase, and those it shares with the list it stands in."""
    bound = []
    for candidate in found:
        tail = read_tail(text, folded, candidate.start, candidate.end, pairs, grammar)
        phrase = tail.phrase
        if phrase is not None and phrase.form == "clause" and _is_of_subject(folded, candidate, phrase, grammar):
            phrase = None
        bound.append(Bound(candidate, tail.end, tail.mark, phrase))
    result: list[Bound] = []
    for group in _lists(bound, folded, grammar):
        if len(group) == 1 and _is_next_item(group[0].phrase, folded, grammar):
            group = [replace(group[0], phrase=None)]
        result += _share(_with_sentence(text, folded, group, grammar), folded, grammar)
    return _with_owners(result, folded, grammar)


def _is_of_subject(folded: str, candidate: Candidate, clause: Phrase, grammar: Grammar) -> bool:
    """Whether a clause is about the subject, and the name is in another case: «основатель «X-а», признанный …»."""
    words = (word.group() for word in _WORD.finditer(folded, clause.start, clause.end))
    if not grammar.is_nominative(next(filter(grammar.is_designating, words), "")):
        return False
    name = _PART.findall(fold(candidate.name))
    return not candidate.mixed_script and _PART.findall(folded[candidate.start : candidate.end]) != name


def _is_next_item(label: Phrase | None, folded: str, grammar: Grammar) -> bool:
    """Whether what looks like the label of a single name is the next item of a list: «X, иностранные агенты и …»."""
    if label is None or label.form != "clause" or "," not in folded[max(0, label.start - 2) : label.start]:
        return False
    words = _words(folded, label)
    plural = grammar.is_joint(words) and grammar.enumerates(words)
    return plural and not any(map(grammar.is_designating, _WORD.findall(words)))


def _with_owners(bound: Sequence[Bound], folded: str, grammar: Grammar) -> list[Bound]:
    """Products with the label in words of their owner, the same entity: «A и B принадлежат C, признанной …»."""
    result: list[Bound] = []
    owned = False
    for item in reversed(bound):
        owner = result[-1] if result else None
        if not owner or not owner.phrase or owner.candidate.entity != item.candidate.entity:
            owned = False
        elif not item.mark and not item.phrase:
            owned = _is_owned(item, owner, folded, grammar) or (
                owned and _joins(folded, item.end, owner.candidate.start, grammar)
            )
            item = replace(item, phrase=owner.phrase) if owned else item
        result.append(item)
    return result[::-1]


def _is_owned(item: Bound, owner: Bound, folded: str, grammar: Grammar) -> bool:
    """Whether what stands between two names says that the first belongs to the second: « принадлежит компании »."""
    between = folded[item.end : owner.candidate.start] if item.end + _LONGEST_LINK >= owner.candidate.start else ""
    words = _WORD.findall(between)
    if not any(map(grammar.is_owning, words)) or set(_WORD.sub("", between)) - _BESIDE - {","}:
        return False
    return all(grammar.is_owning(word) or grammar.is_light(word) or grammar.is_role(word) for word in words)


def confirmed(bound: Sequence[Bound], lexicon: Lexicon) -> Sequence[Bound]:
    """The same, but names are sure wherever the document gives one of them, in words, a status that the entity has."""
    if all(item.candidate.standing == "sure" for item in bound):
        return bound
    labelled = {
        item.candidate.entity
        for item in bound
        if item.phrase and item.phrase.statement.states & lexicon.entity(item.candidate.entity).ever()
    }
    return [
        replace(item, candidate=confirm(item.candidate, "the document states its status"))
        if item.candidate.entity in labelled
        else item
        for item in bound
    ]


def _lists(bound: Sequence[Bound], folded: str, grammar: Grammar) -> Iterator[list[Bound]]:
    """Runs of candidates joined by commas and conjunctions: «A», «B» и C."""
    group: list[Bound] = []
    for item in bound:
        if group and not _joins(folded, group[-1].end, item.candidate.start, grammar):
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _joins(folded: str, start: int, end: int, grammar: Grammar) -> bool:
    """Whether what stands between two names makes them neighbours in a list: «, », « и издание «»."""
    if not start <= end <= start + _LONGEST_LINK:
        return False
    between = folded[start:end]
    words = _WORD.findall(between)
    for word in words:
        if not grammar.is_conjunction(word) and not grammar.is_role(word):
            return False
    signs = set(_WORD.sub("", between)) - _BESIDE
    return signs <= _SEPARATORS and (bool(signs) or any(map(grammar.is_conjunction, words)))


def _with_sentence(text: str, folded: str, group: list[Bound], grammar: Grammar) -> list[Bound]:
    """The list with the label that its sentence states: for all of it when worded or placed so, else for one name."""
    if all(item.phrase for item in group):
        return group
    start, end = group[0].candidate.start, _with_strangers(folded, group[-1].end, grammar)
    if len(group) > 1 or end > group[-1].end:
        whole = sentence_label(text, folded, start, end, grammar)
        if whole is not None and (whole.start < start < end < whole.end or grammar.is_joint(_words(folded, whole))):
            return [replace(item, phrase=item.phrase or whole) for item in group]
    labelled = []
    for item in group:
        if item.phrase is None:
            phrase = sentence_label(text, folded, item.candidate.start, item.end, grammar)
            item = replace(item, phrase=phrase) if phrase else item
        labelled.append(item)
    return labelled


def _with_strangers(folded: str, end: int, grammar: Grammar) -> int:
    """Where a list ends that goes on with names in quotation marks which no registry has."""
    for _ in range(_MOST_STRANGERS):
        further = _FURTHER.match(folded, end)
        if not further or (further["word"] and not grammar.is_conjunction(further["word"])):
            break
        end = further.end()
    return end


def _words(folded: str, phrase: Phrase) -> str:
    return folded[phrase.start : phrase.end]


def _share(group: list[Bound], folded: str, grammar: Grammar) -> list[Bound]:
    """The mark and the joint phrase of each labelled name of a list, for those before it that have none."""
    if len(group) == 1:
        return group
    shared: list[Bound] = []
    mark = phrase = None
    for item in reversed(group):
        if item.mark or item.phrase:
            mark, phrase = item.mark, item.phrase
            if phrase and not grammar.is_joint(_words(folded, phrase)):
                phrase = None
        elif mark or phrase:
            item = replace(item, mark=mark, phrase=phrase, joint=True)
        shared.append(item)
    return shared[::-1]
