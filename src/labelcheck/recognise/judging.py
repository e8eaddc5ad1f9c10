"""From bound candidates to mentions: which footnotes answer a mark, what the labels state, who needs none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from labelcheck.article import Entity, Footnote, Mention, Statement
from labelcheck.lexicon import Lexicon
from labelcheck.policy import Policy, combined
from labelcheck.recognise.binding import Bound
from labelcheck.recognise.grammar import Grammar
from labelcheck.recognise.zones import Zones
from labelcheck.records import replace
from labelcheck.source.view import TextView


class _Answers:
    """What the footnotes of a document say to a mark, gathered once: to any name, and to each that they name."""

    def __init__(self, footnotes: Iterable[Footnote], policy: Policy, folded: str, grammar: Grammar) -> None:
        self._combine = policy.combine_marks
        notes: dict[str, list[Footnote]] = {}
        self._said: dict[tuple[str, str | None], Statement] = {}
        self._joint: set[str] = set()
        for note in footnotes:
            notes.setdefault(note.symbol, []).append(note)
            for entity in note.names or (None,):
                key = (note.symbol, entity)
                self._said[key] = _union(self._said.get(key, Statement()), note.statement)
            if note.symbol not in self._joint and grammar.is_joint(folded[note.start : note.end]):
                self._joint.add(note.symbol)
        self._notes = {symbol: tuple(found) for symbol, found in notes.items()}

    def symbols(self, symbol: str) -> tuple[str, ...]:
        """The defined symbols that a mark stands for: itself, or its parts if they may be combined, or none."""
        if symbol in self._notes:
            return (symbol,)
        return (combined(symbol, frozenset(self._notes)) or ()) if self._combine else ()

    def notes(self, symbol: str) -> tuple[Footnote, ...]:
        """The footnotes that answer a mark."""
        found = [self._notes[part] for part in self.symbols(symbol)]
        return found[0] if len(found) == 1 else tuple(note for part in found for note in part)

    def say(self, symbol: str, entity: str) -> Statement:
        """What the footnotes that answer a mark state of an entity: those that name it, and those that name nobody."""
        said = Statement()
        for part in self.symbols(symbol):
            for key in ((part, None), (part, entity)):
                said = _union(said, self._said.get(key, said))
        return said

    def cover(self, symbol: str, entity: str) -> bool:
        """Whether one of the footnotes that answer a mark names the entity, or names nobody."""
        return any((part, named) in self._said for part in self.symbols(symbol) for named in (None, entity))

    def cover_list(self, symbol: str, entity: str) -> bool:
        """Whether they speak of a whole list that ends at the mark: they are worded so, or name the entity."""
        return any(part in self._joint or (part, entity) in self._said for part in self.symbols(symbol))


def _union(first: Statement, second: Statement) -> Statement:
    return Statement(first.states | second.states, first.weak | second.weak)


def judge_all(
    bound: Sequence[Bound],
    notes: Sequence[Footnote],
    zones: Mapping[str, Zones],
    view: TextView,
    folded: str,
    policy: Policy,
    lexicon: Lexicon,
    grammar: Grammar,
) -> tuple[Mention, ...]:
    """The mentions of an article, judged. ``zones``: by reason, where names need no label of their own."""
    as_of = policy.judged_at(view.published)
    answers = _Answers(notes, policy, folded, grammar)
    due = cache(lambda row: lexicon.entity(row).due(as_of))
    mentions = []
    for item in bound:
        candidate = item.candidate
        reasons = (reason for reason, zone in zones.items() if zone.hold(candidate.start, candidate.end))
        entity = lexicon.entity(candidate.entity)
        mentions.append(_mention(item, entity, next(reasons, None), answers, policy, due(candidate.entity)))
    return tuple(_by_policy(mentions, view, policy))


def _mention(
    bound: Bound, entity: Entity, exempt: str | None, answers: _Answers, policy: Policy, due: frozenset[str]
) -> Mention:
    """The mention that a bound candidate is. ``due``: the designations that its label must state."""
    mark = bound.mark if "mark" in policy.labels else None
    phrase = bound.phrase if "phrase" in policy.labels else None
    if mark and bound.joint and not answers.cover_list(mark.symbol, entity.id):
        mark = None
    stated = answers.say(mark.symbol, entity.id) if mark else Statement()
    candidate = bound.candidate
    return Mention(
        start=candidate.start,
        end=candidate.end,
        entity=entity,
        name=candidate.name,
        certain=candidate.standing == "sure",
        evidence=candidate.evidence,
        mixed_script=candidate.mixed_script,
        exempt=exempt,
        mark=mark,
        footnotes=answers.notes(mark.symbol) if mark else (),
        named_by_footnotes=mark is not None and answers.cover(mark.symbol, entity.id),
        phrase=phrase,
        due=due,
        stated=_union(stated, phrase.statement) if phrase else stated,
    )


def _by_policy(mentions: Sequence[Mention], view: TextView, policy: Policy) -> Iterator[Mention]:
    """The mentions, those exempted that the policy *first* or *first-per-block* does not ask a label of."""
    if policy.mentions == "every":
        yield from mentions
        return
    seen: set[tuple[str, int]] = set()
    blocks = iter(view.blocks)
    block, number = next(blocks, None), 0
    for item in mentions:
        while policy.mentions == "first-per-block" and block is not None and item.start >= block.end:
            block, number = next(blocks, None), number + 1
        key = (item.entity.id, number)
        counts = item.certain and item.exempt is None
        yield replace(item, exempt="policy") if counts and key in seen else item
        if counts:
            seen.add(key)
