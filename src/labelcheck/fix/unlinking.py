"""Unsafe fixes of links: the link goes, its words stay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from labelcheck.expressions import expression
from labelcheck.findings import Edit, Finding
from labelcheck.fix.changes import Change, Proposal
from labelcheck.fix.draft import Draft
from labelcheck.source.view import Link

_START_TAG = expression(r"<a\s(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
_END_TAG = expression(r"</a\s*>", re.IGNORECASE)


def remove_links(draft: Draft, findings: Sequence[Finding]) -> Iterator[Proposal]:
    """The words of each link without the link; nothing where the address itself is the words."""
    links = {(link.source_start, link.source_end): link for link in draft.view.links}
    for finding in findings:
        link = links.get((finding.place.offset, finding.place.end_offset)) if finding.place else None
        changes = _unwrap(draft, link) if link else ()
        if changes:
            yield Proposal(finding, (changes,))


def _unwrap(draft: Draft, link: Link) -> tuple[Change, ...]:
    """Take away what makes ``[words](url)``, ``[words][name]`` and ``<a href="url">words</a>`` a link."""
    text = draft.view.source.text
    start, end = link.source_start, link.source_end
    inner_start, inner_end = draft.view.source_span(link.start, link.end) if link.start < link.end else (start, start)
    if text[start] == "[":
        opens, closes = start + 1, text.find("]", inner_end, end)
    elif tag := _START_TAG.match(text, start, inner_start):
        end_tag = _END_TAG.search(text, inner_end, end)
        opens, closes = tag.end(), end_tag.start() if end_tag else -1
    else:
        return ()
    if closes < 0:
        return ()
    first = Change(Edit(start, opens, ""), link.start, link.start, "")
    return first, Change(Edit(closes, end, ""), link.end, link.end, "")
