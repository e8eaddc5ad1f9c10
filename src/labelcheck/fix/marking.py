"""Safe fixes of labels: a mark behind a name, the footnote of a mark."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from labelcheck.article import Mention
from labelcheck.findings import Finding
from labelcheck.fix.changes import Change, Proposal
from labelcheck.fix.draft import Draft, Ways
from labelcheck.fix.places import behind_name
from labelcheck.fix.writing import between_tags, with_tags


def add_footnotes(draft: Draft, findings: Sequence[Finding]) -> Iterator[Proposal]:
    """The footnote of each mark that has none, if it stands only at names of which the same is to be said.

    Where the document has that footnote under another mark, it is the mark that is wrong.
    """
    undefined: dict[str, list[tuple[Finding, Mention]]] = {}
    for finding in findings:
        mention = draft.mention(finding)
        if mention and mention.mark:
            undefined.setdefault(mention.mark.symbol, []).append((finding, mention))
    if not undefined:
        return
    at_names = {m.mark.start: m for m in draft.article.mentions if m.mark and m.mark.symbol in undefined}
    unclear = draft.marks_of_others | {
        mention.mark.symbol
        for mention in at_names.values()
        if mention.mark and (not mention.certain or mention.due != undefined[mention.mark.symbol][0][1].due)
    }
    for mark, places in undefined.items():
        if mark in unclear:
            continue
        if all(draft.labels.mark_of_document(mention) for _, mention in places):
            for finding, mention in places:
                yield Proposal(finding, another_mark(draft, mention))
            continue
        words = draft.labels.footnote(places[0][1], places[0][1].due)
        footnote = draft.add_footnote(mark, words) if words else None
        if words and footnote:
            draft.labels.define(mark, words)
            for finding, _ in places:
                yield Proposal(finding, ((footnote,),))


def add_marks(draft: Draft, findings: Sequence[Finding], *, free: bool = False) -> Iterator[Proposal]:
    """A mark for each unlabelled mention: one that the document has, unless it must be ``free``, or a free one.

    Footnotes that state one designation choose their marks before those that state several.
    """
    unlabelled = [(finding, mention) for finding in findings if (mention := draft.mention(finding))]
    for finding, mention in sorted(unlabelled, key=lambda pair: len(pair[1].due)):
        at = behind_name(draft.view.text, mention)
        if at is not None:
            ways = ways_to_label(draft, mention, partial(draft.insert, at), free=free)
            if ways:
                yield Proposal(finding, ways)


def ways_to_label(draft: Draft, mention: Mention, put: Callable[[str, str], Change], *, free: bool = False) -> Ways:
    """The ways to ``put`` a mark (as written, as shown): one of the document, else a free one with its footnote."""
    mark = None if free else draft.labels.mark_of_document(mention)
    if mark:
        return tuple((put(way, mark),) for way in draft.ways_to_mark(mark))
    words = draft.labels.footnote(mention, mention.due)
    mark = draft.labels.mark(mention, words) if words else None
    footnote = draft.add_footnote(mark, words) if mark and words else None
    return tuple((put(way, mark), footnote) for way in draft.ways_to_mark(mark)) if mark and footnote else ()


def another_mark(draft: Draft, mention: Mention) -> Ways:
    """A mark with the right footnote in place of the one that stands there, raised if that is."""
    if mention.mark is None:
        return ()
    start, end = mention.mark.start, mention.mark.end
    span = draft.view.source_span(start, end)
    raised = with_tags(draft.view.source.text, *span) != span

    def put(way: str, mark: str) -> Change:
        return draft.replace(start, end, between_tags(way) if raised else way, mark)

    return ways_to_label(draft, mention, put)
