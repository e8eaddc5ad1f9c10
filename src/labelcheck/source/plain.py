"""Plain text: nothing is markup; blank lines part its blocks."""

from __future__ import annotations

from collections.abc import Iterator

from labelcheck.source.model import Source
from labelcheck.source.urls import with_bare_links
from labelcheck.source.view import Block, TextView, ViewBuilder, shows_itself, view_as_is

_UNTIDY = ("  ", " \n", "\n ", "\n\n\n")


def read(source: Source) -> TextView:
    """All of the text, in blocks of kind ``paragraph``."""
    text = source.text
    end = len(text.rstrip("\n"))
    if _is_tidy(text, end):
        return with_bare_links(view_as_is(source, end, _paragraphs(text, end)))
    from labelcheck.source.blocks import BlockWriter

    builder = ViewBuilder(source)
    writer = BlockWriter(builder, text)
    writer.keeps_lines = True
    writer.words(0, len(text))
    writer.close()
    return with_bare_links(builder.build())


def _is_tidy(text: str, end: int) -> bool:
    """Whether ``text[:end]`` is what a reader sees. Most texts are, and are read three times faster for it."""
    if end == 0 or text[0].isspace() or text[end - 1].isspace():
        return False
    return shows_itself(text) and not any(sign in text for sign in _UNTIDY)


def _paragraphs(text: str, end: int) -> Iterator[Block]:
    start = 0
    while start < end:
        blank = text.find("\n\n", start, end)
        stop = blank if blank >= 0 else end
        yield Block(start, stop, "paragraph")
        start = stop + 2
