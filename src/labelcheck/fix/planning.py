"""The fixes of one article: proposed rule by rule, tried together, attached to their findings or carried out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from labelcheck.findings import Finding, Fix
from labelcheck.fix.changes import Change, Proposal, Spliced
from labelcheck.fix.draft import Draft
from labelcheck.fix.marking import add_footnotes, add_marks
from labelcheck.fix.rewording import add_phrases, replace_labels
from labelcheck.fix.tidying import move_marks, retype_names
from labelcheck.fix.unlinking import remove_links
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
        return self._plan(checked, findings).offered(checked)

    def mend(self, checked: Result, findings: Sequence[Finding], *, unsafe: bool = False) -> Mended:
        """The article after the safe fixes of ``findings``, or after all fixes."""
        plan, fixed, texts = self._plan(checked, findings), 0, []
        for _ in range(_PASSES):
            trial = plan.after_all if unsafe else plan.after_safe
            if trial is None:
                break
            fixed += len(plan.safe) + (len(plan.unsafe) if unsafe else 0)
            texts.append(trial.text)
            checked, findings = trial.new, trial.remaining(findings)
            plan = self._plan(checked, findings)
        return Mended(plan.offered(checked), fixed, tuple(texts))

    def _plan(self, checked: Result, findings: Sequence[Finding]) -> _Plan:
        draft = Draft(checked.article, self.recogniser, self.format_name, self.html_marks)

        def check(text: str) -> Result:
            return self.check(replace(checked.article.view.source, text=text))

        proposed = list(_safe(draft, findings))
        safe, after_safe = settle(check, checked, proposed)
        if len(safe) < len(proposed):
            kept = {id(proposal.finding) for proposal in safe}
            dropped = [proposal.finding for proposal in proposed if id(proposal.finding) not in kept]
            more, after_more = settle(check, checked, list(_with_free_marks(draft, dropped)), firm=safe)
            safe, after_safe = [*safe, *more], after_more or after_safe
        left = after_safe.unsolved(findings) if after_safe else findings
        unsafe, after_all = settle(check, checked, list(_unsafe(draft, left)), firm=safe)
        return _Plan(findings, safe, unsafe, after_safe, after_all or after_safe)


@dataclass(frozen=True, slots=True)
class Mended:
    """An article after fixes, and how many findings were ``fixed``.

    ``result`` has the findings that remain, with their fixes: none of them safe, and after all fixes none at all.
    """

    result: Result
    fixed: int
    _texts: tuple[Spliced, ...]

    def before(self, offset: int) -> int | None:
        """Where the character at an offset of the text stood before the fixes; None if they put it in."""
        old: int | None = offset
        for text in reversed(self._texts):
            old = text.before(old) if old is not None else None
        return old


@dataclass(frozen=True, slots=True)
class _Plan:
    """The fixes that hold, and the article with the safe ones and with all; None if there are none."""

    findings: Sequence[Finding]
    safe: Sequence[Proposal]
    unsafe: Sequence[Proposal]
    after_safe: Trial | None
    after_all: Trial | None

    def offered(self, checked: Result) -> Result:
        """The article with the findings and their fixes."""
        fixes = {id(proposal.finding): _fix(proposal, safe=True) for proposal in self.safe}
        fixes |= {id(proposal.finding): _fix(proposal, safe=False) for proposal in self.unsafe}
        return replace(checked, findings=tuple(replace(f, fix=fixes.get(id(f))) for f in self.findings))


def _safe(draft: Draft, findings: Sequence[Finding]) -> Iterator[Proposal]:
    if "mark" in draft.article.policy.labels:
        yield from add_footnotes(draft, _of(findings, "LC102"))
        yield from add_marks(draft, _of(findings, "LC101"))
    yield from move_marks(draft, _of(findings, "LC501"))
    yield from retype_names(draft, _of(findings, "LC502"))
    yield from _of_rule(draft, _of(findings, "LC901"))


def _with_free_marks(draft: Draft, findings: Sequence[Finding]) -> Iterator[Proposal]:
    """Another mark where that of the document is not read as one."""
    reused = [f for f in _of(findings, "LC101") if (m := draft.mention(f)) and draft.labels.mark_of_document(m)]
    return add_marks(draft, reused, free=True)


def _unsafe(draft: Draft, findings: Sequence[Finding]) -> Iterator[Proposal]:
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
