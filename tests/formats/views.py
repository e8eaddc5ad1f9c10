"""What the tests of formats ask of a view."""

from __future__ import annotations

from labelcheck.source.formats import read_view
from labelcheck.source.model import Source
from labelcheck.source.view import TextView


def view_of(text: str, format_name: str) -> TextView:
    return read_view(Source("article", text), format_name)


def blocks(view: TextView) -> list[tuple[str, str]]:
    """Kind and text of every block."""
    return [(block.kind, view.text[block.start : block.end]) for block in view.blocks]


def links(view: TextView) -> list[tuple[str, str, str]]:
    """Anchor, target and source of every link."""
    source = view.source.text
    return [
        (view.text[link.start : link.end], link.url, source[link.source_start : link.source_end]) for link in view.links
    ]


def where(view: TextView, words: str) -> str:
    """What stands in the source for the first occurrence of ``words`` in the view."""
    start = view.text.index(words)
    first, last = view.source_span(start, start + len(words))
    return view.source.text[first:last]
