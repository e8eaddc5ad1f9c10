"""From bound candidates to mentions: which footnotes answer a mark, what the labels state, who needs none."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from labelcheck.article import Entity, Footnote, Mention, Statement
from labelcheck.lexicon import Lexicon
from labelcheck.policy import Policy, combined
from labelcheck.recognise.binding import Bound
from labelcheck.recognise.grammar import Grammar
from labelcheck.records import dataclass, field, replace
from labelcheck.source.view import TextView
from labelcheck.zones import Zones

_NOTHING = Statement()


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the footnotes of a document say to a mark: ``said`` of each entity that they name, and of any by None."""

    notes: tuple[Footnote, ...] = ()
    said: Mapping[str | None, Statement] = field(default_factory=dict)
    joint: bool = False
    """One of them is worded for a whole list."""

    def say(self, entity: str) -> Statement:
        """What they state of an entity: those that name it, and those that name nobody."""
        return _union(self.said.get(None, _NOTHING), self.said.get(entity, _NOTHING))

    def cover(self, entity: str) -> bool:
        """Whether one of them names the entity, or names nobody."""
        return None in self.said or entity in self.said

    def cover_list(self, entity: str) -> bool:
        """Whether they speak of a whole list that ends at the mark: they are worded so, or name the entity."""
        return self.joint or entity in self.said


_NO_ANSWER = _Answer()


def _answers(
    symbols: Collection[str], footnotes: Sequence[Footnote], policy: Policy, folded: str, grammar: Grammar
) -> dict[str, _Answer]:
    """The answers to the marks of a document, by symbol."""
    notes: dict[str, list[Footnote]] = {}
    for note in footnotes:
        notes.setdefault(note.symbol, []).append(note)
    defined = frozenset(notes)
    answers = {}
    for symbol in symbols:
        parts: Sequence[str] = (symbol,) if symbol in defined else ()
        if policy.combine_marks and not parts:
            parts = combined(symbol, defined) or ()
        own = tuple(note for part in parts for note in notes[part])
        said: dict[str | None, Statement] = {}
        for note in own:
            for entity in note.names or (None,):
                said[entity] = _union(said.get(entity, _NOTHING), note.statement)
        answers[symbol] = _Answer(own, said, any(grammar.is_joint(folded[note.start : note.end]) for note in own))
    return answers


def _union(first: Statement, second: Statement) -> Statement:
    if not first or not second:
        return first or second
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
    answers = _answers({item.mark.symbol for item in bound if item.mark}, notes, policy, folded, grammar)
    mentions = []
    for item in bound:
        row, exempt = item.candidate.entity, None
        for reason, zone in zones.items():
            if zone.hold(item.candidate.start, item.candidate.end):
                exempt = reason
                break
        mentions.append(_mention(item, lexicon.entity(row), exempt, answers, policy, lexicon.due(row, as_of)))
    return tuple(_by_policy(mentions, view, policy))


def _mention(
    bound: Bound,
    entity: Entity,
    exempt: str | None,
    answers: Mapping[str, _Answer],
    policy: Policy,
    due: frozenset[str],
) -> Mention:
    """The mention that a bound candidate is. ``due``: the designations that its label must state."""
    mark = bound.mark if "mark" in policy.labels else None
    phrase = bound.phrase if "phrase" in policy.labels else None
    answer = answers[mark.symbol] if mark else _NO_ANSWER
    if mark and bound.joint and not answer.cover_list(entity.id):
        mark, answer = None, _NO_ANSWER
    stated = answer.say(entity.id)
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
        footnotes=answer.notes,
        named_by_footnotes=answer.cover(entity.id),
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
