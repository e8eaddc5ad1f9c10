"""Safe fixes of labels: a mark behind a name, the footnote of a mark, no space before a mark."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from labelcheck.article import Mention
from labelcheck.findings import Finding
from labelcheck.fix.changes import Change, Proposal
from labelcheck.fix.draft import Draft, Ways
from labelcheck.fix.places import behind_name
from labelcheck.recognise.marks import find_symbols, used_symbols

_SPACE = re.compile(r"(?:[^\S\r\n]|&nbsp;)+")


def add_footnotes(draft: Draft, findings: Sequence[Finding]) -> Iterator[Proposal]:
    """The footnote of each mark that has none, if it stands only at names that need the same one."""
    at_names: dict[str, list[Mention]] = {}
    for marked in draft.article.mentions:
        if marked.mark:
            at_names.setdefault(marked.mark.symbol, []).append(marked)
    symbols = find_symbols(draft.view.text) if findings else []
    for finding in findings:
        mention = draft.mention(finding)
        if mention is None or mention.mark is None:
            continue
        mark = mention.mark.symbol
        words = draft.labels.footnote(mention, mention.due)
        alike = all(other.certain and other.due == mention.due for other in at_names[mark])
        ours = {other.mark.start for other in at_names[mark] if other.mark}
        others = [symbol for symbol in symbols if symbol.group() == mark and symbol.start() not in ours]
        if words and alike and not used_symbols(draft.view.text, others, ()):
            footnote = draft.add_footnote(mark, words)
            if footnote:
                draft.labels.define(mark, words)
                yield Proposal(finding, ((footnote,),))


def add_marks(draft: Draft, findings: Sequence[Finding]) -> Iterator[Proposal]:
    """A mark for each unlabelled mention: one that the document has, or a free one with its footnote.

    Footnotes that state one designation choose their marks before those that state several.
    """
    unlabelled = [(finding, mention) for finding in findings if (mention := draft.mention(finding))]
    for finding, mention in sorted(unlabelled, key=lambda pair: len(pair[1].due)):
        at = behind_name(draft.view.text, mention)
        if at is not None:
            ways = ways_to_label(draft, mention, partial(draft.insert, at))
            if ways:
                yield Proposal(finding, ways)


def ways_to_label(draft: Draft, mention: Mention, put: Callable[[str, str], Change]) -> Ways:
    """The ways to ``put`` a mark (as written, as shown), with the footnote if the document has none that serves."""
    mark = draft.labels.mark_of_document(mention)
    if mark:
        return tuple((put(way, mark),) for way in draft.ways_to_mark(mark))
    words = draft.labels.footnote(mention, mention.due)
    mark = draft.labels.mark(mention, words) if words else None
    footnote = draft.add_footnote(mark, words) if mark and words else None
    return tuple((put(way, mark), footnote) for way in draft.ways_to_mark(mark)) if mark and footnote else ()


def remove_spaces(draft: Draft, findings: Sequence[Finding]) -> Iterator[Proposal]:
    """No white space between a name and its mark, unless that is a line break or markup stands in it."""
    text, view = draft.view.text, draft.view
    marks = {view.source_span(m.mark.start, m.mark.end)[1]: m.mark for m in draft.article.mentions if m.mark}
    for finding in findings:
        mark = marks.get(finding.place.end_offset) if finding.place else None
        if mark is None or not mark.spaced:
            continue
        start = mark.start
        while text[start - 1].isspace():
            start -= 1
        change = draft.replace(start, mark.start, "", "")
        if _SPACE.fullmatch(view.source.text, change.edit.offset, change.edit.end_offset):
            yield Proposal(finding, ((change,),))
