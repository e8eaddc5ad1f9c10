"""Unsafe fixes of labels: words where no mark can stand, another label in place of a wrong or incomplete one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from labelcheck.article import Footnote, Mention, Phrase
from labelcheck.expressions import expression
from labelcheck.findings import Finding
from labelcheck.fix.changes import Proposal
from labelcheck.fix.draft import Draft, Ways
from labelcheck.fix.marking import another_mark
from labelcheck.fix.places import behind_name, end_of_words

_FULL_STOPS = ".!;"
_SEPARATOR = expression(r"[\s:—–-]*")


def add_phrases(draft: Draft, findings: Sequence[Finding]) -> Iterator[Proposal]:
    """The label in words behind each name."""
    for finding in findings:
        mention = draft.mention(finding)
        ways = _add_phrase(draft, mention) if mention else ()
        if ways:
            yield Proposal(finding, ways)


def replace_labels(draft: Draft, findings: Sequence[Finding]) -> Iterator[Proposal]:
    """The right words in place of a label or a footnote, what is missing behind it, or a mark of another footnote."""
    faulty = [(finding, mention) for finding in findings if (mention := draft.mention(finding))]
    tenants = _tenants(draft, [mention for _, mention in faulty])
    for finding, mention in faulty:
        missing = mention.due - mention.satisfied if mention.satisfied else frozenset()
        ways: Ways = ()
        if mention.phrase:
            ways = _reword_phrase(draft, mention, mention.phrase, missing)
        elif len(mention.footnotes) == 1 and tenants.get(mention.footnotes[0]) == (mention.due, mention.satisfied):
            ways = _reword_footnote(draft, mention, mention.footnotes[0], missing)
        ways = ways or another_mark(draft, mention)
        if ways:
            yield Proposal(finding, ways)


def _tenants(draft: Draft, faulty: Sequence[Mention]) -> dict[Footnote, tuple[frozenset[str], frozenset[str]]]:
    """For each footnote that may be reworded, the mentions it will be right for: what is due and stated of them.

    That is a footnote alone with its mark, which serves no mention as it is, nor will serve one that gets its mark, and
    no word that is no mention. Where they need different things, it goes by the first.
    """
    article, labels = draft.article, draft.labels
    places = {mention.start for mention in faulty}
    serving = {labels.mark_of_document(mention) for mention in article.checked if mention.fault(article.as_of)}
    tenants: dict[Footnote, tuple[frozenset[str], frozenset[str]]] = {}
    for mention in faulty:
        if len(mention.footnotes) == 1 and mention.named_by_footnotes:
            note = mention.footnotes[0]
            if note.symbol not in draft.marks_of_others | serving:
                tenants.setdefault(note, (mention.due, mention.satisfied))
    for mention in article.mentions:
        if len(mention.footnotes) == 1 and mention.exempt is None and mention.start not in places:
            tenants.pop(mention.footnotes[0], None)
    return tenants


def _add_phrase(draft: Draft, mention: Mention) -> Ways:
    at = behind_name(draft.view.text, mention)
    phrase = draft.labels.phrase(mention, mention.due)
    return draft.insert_words(at, f" ({phrase})") if phrase and at is not None else ()


def _reword_phrase(draft: Draft, mention: Mention, phrase: Phrase, missing: frozenset[str]) -> Ways:
    """``missing``: what a label that is right otherwise leaves out."""
    if phrase.form != "parenthesis":
        return _add_phrase(draft, mention)
    words = draft.labels.phrase(mention, missing or mention.due)
    if words and missing:
        return draft.insert_words(phrase.end - 1, f"; {words}")
    return draft.replace_words(phrase.start + 1, phrase.end - 1, words) if words else ()


def _reword_footnote(draft: Draft, mention: Mention, note: Footnote, missing: frozenset[str]) -> Ways:
    words = draft.labels.footnote(mention, missing or mention.due)
    start, end = _start_of_words(draft, note), end_of_words(draft.article, note, draft.format_name)
    if words and missing:
        return draft.insert_words(len(draft.view.text[:end].rstrip(_FULL_STOPS)), f"; {words}")
    return draft.replace_words(start, end, words) if words and start is not None else ()


def _start_of_words(draft: Draft, note: Footnote) -> int | None:
    """Behind the mark of a footnote; None for one that opens with a name."""
    if draft.view.text.startswith(note.symbol, note.start):
        separator = _SEPARATOR.match(draft.view.text, note.start + len(note.symbol))
        return separator.end() if separator else None
    bulleted = any(block.marker and block.start == note.start for block in draft.view.blocks)
    return note.start if bulleted else None
