"""From bound candidates to mentions: which footnotes answer a mark, what the labels state, who needs none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from labelcheck.article import Entity, Footnote, Mention, Statement
from labelcheck.lexicon import Lexicon
from labelcheck.lexicon.fold import fold
from labelcheck.policy import Policy, combined
from labelcheck.recognise.binding import Bound
from labelcheck.recognise.grammar import Grammar
from labelcheck.recognise.zones import Zones
from labelcheck.source.view import TextView


@dataclass(frozen=True, slots=True)
class _Answers:
    """The footnotes of a document by symbol, and how undefined symbols are read."""

    by_symbol: Mapping[str, tuple[Footnote, ...]]
    combine: bool

    @classmethod
    def of(cls, footnotes: Iterable[Footnote], policy: Policy) -> _Answers:
        """Index the footnotes."""
        by_symbol: dict[str, tuple[Footnote, ...]] = {}
        for note in footnotes:
            by_symbol[note.symbol] = (*by_symbol.get(note.symbol, ()), note)
        return cls(by_symbol, policy.combine_marks)

    def to(self, symbol: str) -> tuple[Footnote, ...]:
        """The footnotes that answer a mark."""
        notes = self.by_symbol.get(symbol, ())
        if not notes and self.combine:
            parts = combined(symbol, frozenset(self.by_symbol))
            notes = tuple(note for part in parts or () for note in self.by_symbol[part])
        return notes


def judge_all(
    bound: Sequence[Bound],
    notes: Sequence[Footnote],
    zones: Mapping[str, Zones],
    view: TextView,
    policy: Policy,
    lexicon: Lexicon,
    grammar: Grammar,
) -> tuple[Mention, ...]:
    """The mentions of an article, judged. ``zones``: by reason, where names need no label of their own."""
    folded = fold(view.text)
    as_of = policy.judged_at(view.published)
    answers = _Answers.of(notes, policy)
    mentions = []
    for item in bound:
        candidate = item.candidate
        reasons = (reason for reason, zone in zones.items() if zone.hold(candidate.start, candidate.end))
        entity = lexicon.entity(candidate.entity)
        mentions.append(_mention(item, entity, next(reasons, None), answers, policy, as_of, folded, grammar))
    return tuple(_by_policy(mentions, view, policy))


def _mention(
    bound: Bound,
    entity: Entity,
    exempt: str | None,
    answers: _Answers,
    policy: Policy,
    as_of: date,
    folded: str,
    grammar: Grammar,
) -> Mention:
    """The mention that a bound candidate is, judged at ``as_of``."""
    mark = bound.mark if "mark" in policy.labels else None
    phrase = bound.phrase if "phrase" in policy.labels else None
    notes = answers.to(mark.symbol) if mark else ()
    if mark and bound.joint and not any(_covers_list(note, entity, folded, grammar) for note in notes):
        mark, notes = None, ()
    said = [note.statement for note in notes if not note.names or entity.id in note.names]
    if phrase:
        said.append(phrase.statement)
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
        footnotes=notes,
        phrase=phrase,
        due=entity.due(as_of),
        stated=Statement(
            frozenset().union(*(s.states for s in said)),
            frozenset().union(*(s.weak for s in said)),
        ),
    )


def _covers_list(note: Footnote, entity: Entity, folded: str, grammar: Grammar) -> bool:
    """Whether a footnote at the last of a list speaks of all of it: it is worded so, or names the entity."""
    return entity.id in note.names or grammar.is_joint(folded[note.start : note.end])


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
