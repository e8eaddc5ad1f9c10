"""Fixes are tried before they are offered: the text is changed, read and checked again.

A fix is tried in another way, or dropped, if its finding is still there, if a finding comes or a mention comes or goes
beside it, if a suppression silences more or less than before, or if a reader sees anything else than was meant. So what
is left is right, however the text is marked up.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, takewhile

from labelcheck.findings import Finding
from labelcheck.fix.changes import Change, Proposal, compatible, in_order, splice
from labelcheck.linter import Result
from labelcheck.records import replace

Check = Callable[[str], Result]
"""Reads and checks the article with another text."""

_ROUNDS = 6
_SECOND_CHANCES = 4
"""How many of those that were dropped with their neighbours are tried again by themselves."""
_BLANK_LINE = "\n\n"
_FindingKey = tuple[str, int | None, str | None]
_MentionKey = tuple[int | None, int | None, str, str | None, bool]


def settle(
    check: Check, old: Result, proposals: Sequence[Proposal], firm: Sequence[Proposal] = ()
) -> tuple[list[Proposal], Trial | None]:
    """Those of ``proposals`` that hold, together and with the ``firm`` ones, and the article with all of them.

    The number of rounds is bounded; when it does not suffice, none is left. The article is None if none is.
    """
    if not proposals:
        return [], None
    kept, trial, accused = _settle(check, old, proposals, firm)
    for proposal in accused[:_SECOND_CHANCES]:
        more, after_more, _ = _settle(check, old, [proposal], [*firm, *kept])
        kept, trial = [*kept, *more], after_more or trial
    return kept, trial


def _settle(
    check: Check, old: Result, proposals: Sequence[Proposal], firm: Sequence[Proposal]
) -> tuple[list[Proposal], Trial | None, list[Proposal]]:
    """As :func:`settle`; last, those that were dropped for a harm that may have been another's."""
    kept = compatible([*firm, *proposals])[len(firm) :]
    accused: set[int] = set()
    for _ in range(_ROUNDS):
        if not kept:
            break
        trial = Trial([*firm, *kept], old, check)
        guilty = trial.failed or trial.harmful()
        if not guilty:
            return kept, trial, _without(proposals, kept, accused)
        numbers = {number - len(firm) for number in guilty if number >= len(firm)} or set(range(len(kept)))
        if len(numbers) > 1 and not trial.failed:
            accused |= {id(kept[number].finding) for number in numbers}
        kept = compatible([*firm, *_next_ways(kept, numbers)])[len(firm) :]
    return [], None, _without(proposals, [], accused)


def _without(proposals: Sequence[Proposal], kept: Sequence[Proposal], accused: set[int]) -> list[Proposal]:
    done = {id(proposal.finding) for proposal in kept}
    return [proposal for proposal in proposals if id(proposal.finding) in accused - done]


def _next_ways(proposals: Sequence[Proposal], guilty: set[int]) -> Iterator[Proposal]:
    for number, proposal in enumerate(proposals):
        if number not in guilty:
            yield proposal
        elif len(proposal.ways) > 1:
            yield replace(proposal, ways=proposal.ways[1:])


class Trial:
    """An article with proposals carried out: its ``text``, what was found in it (``new``), and who did harm."""

    def __init__(self, proposals: Sequence[Proposal], old: Result, check: Check) -> None:
        self._proposals = proposals
        self._old = old
        self._changes = in_order(proposals)
        # Footnotes are shared by many proposals: they are to blame if nothing else is.
        self._suspects = [change for change in self._changes if not change.block] or self._changes
        self._offsets = [change.edit.offset for change in self._suspects]
        source, edits = old.article.view.source.text, [change.edit for change in self._changes]
        self.text = moved = splice(source, ((e.offset, e.end_offset, e.content) for e in edits))
        # A letter for a letter moves nothing: what stands there is where it was.
        moving = [edit for edit in edits if (edit.end_offset - edit.offset, len(edit.content)) != (1, 1)]
        if len(moving) < len(edits):
            moved = splice(source, ((e.offset, e.end_offset, e.content) for e in moving))
        self._stood = moved.before
        self._taken = [(edit.offset, edit.end_offset) for edit in moving if edit.offset < edit.end_offset]
        self.new = check(self.text.text)
        self._after = {self._old_key(finding): finding.place.offset for finding in self.new.findings if finding.place}
        self.failed = {number for number, proposal in enumerate(proposals) if _key(proposal.finding) in self._after}
        """Numbers of the proposals whose findings are still there."""

    def remaining(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings of the new article that are among the given ones of the old."""
        given = {_key(finding) for finding in findings}
        return [finding for finding in self.new.findings if self._old_key(finding) in given]

    def unsolved(self, findings: Iterable[Finding]) -> list[Finding]:
        """Those of the given findings of the old article that the new one has, too."""
        remaining = {self._old_key(finding) for finding in self.new.findings}
        return [finding for finding in findings if _key(finding) in remaining]

    def harmful(self) -> set[int]:
        """Numbers of the proposals next to a harm. Empty only if all is well."""
        before = {_key(finding) for finding in self._old.findings}
        harms = [self._at(offset) for key, offset in self._after.items() if key not in before]
        harms = [*harms, *self._moved_mentions()] or [*self._misread()]
        if not harms and self.new.suppressed != self._old.suppressed:
            harms = [self._suspects]
        if not harms:
            return set()
        owners: dict[Change, list[int]] = {}
        for number, proposal in enumerate(self._proposals):
            for change in proposal.changes:
                owners.setdefault(change, []).append(number)
        return {number for change in {c for changes in harms for c in changes} for number in owners[change]}

    def _old_key(self, finding: Finding) -> _FindingKey:
        rule, offset, about = _key(finding)
        return rule, None if offset is None else self._stood(offset), about

    def _at(self, offset: int) -> list[Change]:
        """The change that put in what stands at an offset of the new text, else those next to it."""
        old = self.text.before(offset)
        if old is None:
            return [self._changes[bisect_right(self.text.starts, offset) - 1]]
        return self._next_to(old)

    def _next_to(self, offset: int) -> list[Change]:
        """The changes before and after an offset of the old text."""
        at = bisect_right(self._offsets, offset)
        return self._suspects[max(at - 1, 0) : at + 1]

    def _moved_mentions(self) -> Iterator[list[Change]]:
        """The changes next to each mention that is not what it was before, or was not there."""
        old: set[_MentionKey] = set()
        for mention in self._old.article.mentions:
            start, end = self._old.article.view.source_span(mention.start, mention.end)
            if not self._replaced(start, end):
                old.add((start, end - 1, mention.entity.id, mention.exempt, mention.certain))
        new: set[_MentionKey] = set()
        for mention in self.new.article.mentions:
            start, end = self.new.article.view.source_span(mention.start, mention.end)
            first, last = self._stood(start), self._stood(end - 1)
            if (first, last) != (None, None):
                new.add((first, last, mention.entity.id, mention.exempt, mention.certain))
        for first, last, *_ in old ^ new:
            yield self._next_to(next(offset for offset in (first, last) if offset is not None))

    def _replaced(self, start: int, end: int) -> bool:
        """Whether an edit takes away something between two offsets of the old text."""
        at = bisect_left(self._taken, (end,)) - 1
        return at >= 0 and self._taken[at][1] > start

    def _misread(self) -> Iterator[list[Change]]:
        """The changes in each block that does not read as it should; all if it is others that do not."""
        changes = sorted(self._changes, key=lambda c: (c.start, c.end, c.block, c.shown))
        expected = splice(self._old.article.view.text, ((c.start, c.end, c.shown) for c in changes))
        if expected.text == self.new.article.view.text:
            return
        wanted = expected.text.split(_BLANK_LINE)
        starts = list(accumulate((len(block) + len(_BLANK_LINE) for block in wanted), initial=0))
        inside: dict[int, list[Change]] = {}
        for change, start, end in zip(changes, expected.starts, expected.ends, strict=True):
            inside.setdefault(bisect_right(starts, max(start, end - 1)) - 1, []).append(change)
        misread = _different(wanted, self.new.article.view.text.split(_BLANK_LINE))
        found = [inside[block] for block in misread if block in inside]
        yield from found or [self._suspects]


def _different(wanted: Sequence[str], seen: Sequence[str]) -> Sequence[int]:
    """Numbers of the blocks in ``wanted`` that are not as in ``seen``; at least one, for something differs."""
    if len(wanted) == len(seen):
        return [number for number, pair in enumerate(zip(wanted, seen, strict=True)) if pair[0] != pair[1]]
    first = _alike(wanted, seen)
    last = len(wanted) - _alike(wanted[first:][::-1], seen[first:][::-1])
    return range(first, last) or range(max(first - 1, 0), min(first + 1, len(wanted)))


def _alike(some: Iterable[str], others: Iterable[str]) -> int:
    """How many blocks are the same at the beginning of both."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(some, others, strict=False)))


def _key(finding: Finding) -> _FindingKey:
    """By what a finding is known again: its rule, where it begins, and whom it is about."""
    if finding.place is None:
        return finding.rule, None, finding.message
    return finding.rule, finding.place.offset, finding.entity.id if finding.entity else None
