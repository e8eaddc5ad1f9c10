"""One article of the HTML report: its blocks, with findings and mentions marked in them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from labelcheck.findings import SEVERITIES, Finding, Place
from labelcheck.messages import phrase
from labelcheck.report.escape import to_markup
from labelcheck.report.model import Page
from labelcheck.source.view import OBJECT, Block, TextView

_NAMED_KINDS = ("title", "description", "alt")
"""Blocks that stand outside the text, and so are shown with a word on what they are."""


def article_html(page: Page, findings: Sequence[tuple[int, Finding]], language: str) -> tuple[str, set[int]]:
    """The article, and the numbers of those findings that it shows, each as an element with ``id="finding<number>"``.

    A finding in what a reader does not see, such as a comment, is not shown.
    """
    by_number = dict(findings)
    characters = _in_source_order(page.view)
    covers: dict[int, list[int]] = defaultdict(list)
    firsts: dict[int, list[int]] = defaultdict(list)
    for number, finding in findings:
        offsets = _shown(characters, finding.place) if finding.place else []
        for at in offsets:
            covers[at].append(number)
        if offsets:
            firsts[min(offsets)].append(number)
    mentions = {at: span for span in page.mentions for at in range(span.start, span.end)}

    def stretch(offsets: list[int]) -> str:
        text = _text(page.view.text[offsets[0] : offsets[-1] + 1])
        numbers, mention = covers.get(offsets[0]), mentions.get(offsets[0])
        anchors = "".join(f'<a id="finding{number}"></a>' for number in firsts.get(offsets[0], ()))
        if numbers:
            return anchors + _marked(text, *_state([by_number[number] for number in numbers]))
        return _marked(text, mention.state, to_markup(mention.why)) if mention else text

    blocks = []
    for block in page.view.blocks:
        alike = groupby(range(block.start, block.end), key=lambda at: covers.get(at) or mentions.get(at))
        blocks.append(_block(block, "".join(stretch(list(offsets)) for _, offsets in alike), language))
    return f"<article>\n{''.join(blocks)}</article>\n", {n for numbers in firsts.values() for n in numbers}


def _in_source_order(view: TextView) -> list[tuple[int, int, int]]:
    """Where each character of the view stands in the source, and its offset in the view."""
    return sorted((*view.source_span(at, at + 1), at) for at in range(len(view.text)))


def _shown(characters: list[tuple[int, int, int]], place: Place) -> list[int]:
    """View offsets of the characters that stand at the place, without the white space put before it."""
    first = bisect_left(characters, (place.offset,))
    last = bisect_left(characters, (place.end_offset,))
    return [at for _, end, at in characters[first:last] if end > place.offset]


def _state(findings: Sequence[Finding]) -> tuple[str, str]:
    gravest = max((finding.severity for finding in findings), key=SEVERITIES.index)
    return gravest, "&#10;".join(to_markup(f"{finding.rule} {finding.message}") for finding in findings)


def _marked(text: str, state: str, why: str) -> str:
    return f'<mark class="{state}" title="{why}">{text}</mark>'


def _text(text: str) -> str:
    return "<br>".join(map(to_markup, text.replace(OBJECT, "▢").split("\n")))


def _block(block: Block, content: str, language: str) -> str:
    tag = "h3" if block.kind == "heading" else "p"
    kind = f"<small>{phrase(language, block.kind)}</small> " if block.kind in _NAMED_KINDS else ""
    return f'<{tag} class="{block.kind}">{kind}{content}</{tag}>\n'
