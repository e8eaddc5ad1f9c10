"""The fixes of one article: proposed rule by rule, tried together, attached to their findings or carried out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from labelcheck.findings import Finding, Fix
from labelcheck.fix.changes import Change, Proposal, Spliced
from labelcheck.fix.draft import Draft
from labelcheck.fix.marking import add_footnotes, add_marks
from labelcheck.fix.verifying import Trial, settle
from labelcheck.linter import Result
from labelcheck.recognise import Recogniser
from labelcheck.records import dataclass, replace
from labelcheck.source.model import Source

_PASSES = 10
"""How often an article is mended at most; after one or two passes, as a rule, there is nothing left to mend."""


@dataclass(frozen=True, slots=True)
class Mender:
    """Finds the fixes of articles of one format.

    ``check`` reads and checks an article in the way in which it was checked before. ``html_marks``: see
    :class:`labelcheck.config.Config`.
    """

    recogniser: Recogniser
    check: Callable[[Source], Result]
    format_name: str
    html_marks: str = "plain"

    def with_fixes(self, checked: Result, findings: Sequence[Finding]) -> Result:
        """The article with ``findings``, all of its own or some, each with a fix that holds: a safe one if there is."""
        return Plan(self, checked, findings).offered()

    def mend(self, checked: Result, findings: Sequence[Finding], *, unsafe: bool = False) -> Mended:
        """The article after the safe fixes of ``findings``, or after all fixes."""
        plans, fixed, texts = [Plan(self, checked, findings)], 0, []
        for _ in range(_PASSES):
            plan = plans[-1]
            trial = plan.after_all if unsafe else plan.after_safe
            if trial is None:
                break
            fixed += len(plan.safe) + (len(plan.unsafe) if unsafe else 0)
            texts.append(trial.text)
            plans.append(Plan(self, trial.new, trial.remaining(plan.findings)))
        return Mended(fixed, plans[0], plans[-1], tuple(texts))


@dataclass(frozen=True, slots=True)
class Mended:
    """An article after fixes, and how many findings were ``fixed``.

    ``first``: what could be done for the article as it was; ``last``: for what remains, none of it safe, and after all
    fixes nothing at all.
    """

    fixed: int
    first: Plan
    last: Plan
    _texts: tuple[Spliced, ...]

    @property
    def source(self) -> Source:
        """The article after the fixes."""
        return self.last.bare().article.view.source

    def before(self, offset: int) -> int | None:
        """Where the character at an offset of the text stood before the fixes; None if they put it in."""
        old: int | None = offset
        for text in reversed(self._texts):
            old = text.before(old) if old is not None else None
        return old


class Plan:
    """The fixes of one article that hold. None is drafted or tried before it is asked for."""

    def __init__(self, mender: Mender, checked: Result, findings: Sequence[Finding]) -> None:
        self.findings = findings
        self._mender = mender
        self._checked = checked

    @property
    def safe(self) -> Sequence[Proposal]:
        """The safe fixes."""
        return self._safe[0]

    @property
    def unsafe(self) -> Sequence[Proposal]:
        """The fixes of what these leave."""
        return self._unsafe[0]

    @property
    def after_safe(self) -> Trial | None:
        """The article with the safe fixes; None if there are none."""
        return self._safe[1]

    @property
    def after_all(self) -> Trial | None:
        """The article with all fixes; None if there are none."""
        return self._unsafe[1] or self.after_safe

    def bare(self) -> Result:
        """The article with the findings as they are, for those who do not ask how to fix them."""
        return replace(self._checked, findings=tuple(self.findings))

    def offered(self) -> Result:
        """The article with the findings and their fixes."""
        fixes = {id(proposal.finding): _fix(proposal, safe=True) for proposal in self.safe}
        fixes |= {id(proposal.finding): _fix(proposal, safe=False) for proposal in self.unsafe}
        return replace(self._checked, findings=tuple(replace(f, fix=fixes.get(id(f))) for f in self.findings))

    @cached_property
    def _draft(self) -> Draft:
        mender = self._mender
        return Draft(self._checked.article, mender.recogniser, mender.format_name, mender.html_marks)

    @cached_property
    def _safe(self) -> tuple[list[Proposal], Trial | None]:
        proposed = list(_safe(self._draft, self.findings))
        safe, after_safe = settle(self._check, self._checked, proposed)
        if len(safe) < len(proposed):
            kept = {id(proposal.finding) for proposal in safe}
            dropped = [proposal.finding for proposal in proposed if id(proposal.finding) not in kept]
            free = list(_with_free_marks(self._draft, dropped))
            more, after_more = settle(self._check, self._checked, free, firm=safe)
            safe, after_safe = [*safe, *more], after_more or after_safe
        return safe, after_safe

    @cached_property
    def _unsafe(self) -> tuple[list[Proposal], Trial | None]:
        left = self.after_safe.unsolved(self.findings) if self.after_safe else self.findings
        if not left:
            return [], None
        return settle(self._check, self._checked, list(_unsafe(self._draft, left)), firm=self.safe)

    def _check(self, text: str) -> Result:
        return self._mender.check(replace(self._checked.article.view.source, text=text))


def _safe(draft: Draft, findings: Sequence[Finding]) -> Iterator[Proposal]:
    if "mark" in draft.article.policy.labels:
        yield from add_footnotes(draft, _of(findings, "LC102"))
        yield from add_marks(draft, _of(findings, "LC101"))
    if typed := _of(findings, "LC501", "LC502"):
        from labelcheck.fix.tidying import move_marks, retype_names  # few articles need them, nor those below

        yield from move_marks(draft, _of(typed, "LC501"))
        yield from retype_names(draft, _of(typed, "LC502"))
    yield from _of_rule(draft, _of(findings, "LC901"))


def _with_free_marks(draft: Draft, findings: Sequence[Finding]) -> Iterator[Proposal]:
    """Another mark where that of the document is not read as one."""
    reused = [f for f in _of(findings, "LC101") if (m := draft.mention(f)) and draft.labels.mark_of_document(m)]
    return add_marks(draft, reused, free=True)


def _unsafe(draft: Draft, findings: Sequence[Finding]) -> Iterator[Proposal]:
    from labelcheck.fix.rewording import add_phrases, replace_labels
    from labelcheck.fix.unlinking import remove_links

    if "phrase" in draft.article.policy.labels:
        yield from add_phrases(draft, _of(findings, "LC101"))
    yield from replace_labels(draft, _of(findings, "LC103", "LC104", "LC105", "LC203"))
    yield from remove_links(draft, _of(findings, "LC301"))


def _of(findings: Iterable[Finding], *rules: str) -> list[Finding]:
    return [finding for finding in findings if finding.rule in rules]


def _of_rule(draft: Draft, findings: Iterable[Finding]) -> Iterator[Proposal]:
    """The fixes that come with their findings, of comments: of these a reader sees nothing."""
    comments = {comment.source_start: comment.at for comment in draft.view.comments}
    for finding in findings:
        if finding.fix and finding.place:
            at = comments[finding.place.offset]
            yield Proposal(finding, (tuple(Change(edit, at, at, "") for edit in finding.fix.edits),))


def _fix(proposal: Proposal, *, safe: bool) -> Fix:
    return Fix(safe, tuple(change.edit for change in proposal.changes))
