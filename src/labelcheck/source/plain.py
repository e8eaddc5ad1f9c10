"""Plain text: nothing is markup; blank lines part its blocks."""

from __future__ import annotations

from labelcheck.source.model import Source
from labelcheck.source.urls import with_bare_links
from labelcheck.source.view import Block, TextView, ViewBuilder, shows_itself, view_as_is


def read(source: Source) -> TextView:
    """All of the text, in blocks of kind ``paragraph``."""
    text = source.text
    end = len(text.rstrip("\n"))
    blocks = _tidy_blocks(text, end)
    if blocks and shows_itself(text):
        return with_bare_links(view_as_is(source, end, blocks))
    from labelcheck.source.blocks import BlockWriter

    builder = ViewBuilder(source)
    writer = BlockWriter(builder, text)
    writer.keeps_lines = True
    writer.words(0, len(text))
    writer.close()
    return with_bare_links(builder.build())


def _tidy_blocks(text: str, end: int) -> list[Block]:
    """The paragraphs of ``text[:end]`` if its white space is what a reader sees, else none.

    Most texts are tidy, and are read several times faster for it.
    """
    blocks = []
    start = 0
    for paragraph in text[:end].split("\n\n"):
        if not paragraph or paragraph[0].isspace() or paragraph[-1].isspace():
            return []
        blocks.append(Block(start, start + len(paragraph), "paragraph"))
        start += len(paragraph) + 2
    lines_in_blocks = text.count("\n", 0, end) > 2 * (len(blocks) - 1)
    if "  " in text or (lines_in_blocks and (" \n" in text or "\n " in text)):
        return []
    return blocks
