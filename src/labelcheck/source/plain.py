"""Plain text: nothing is markup; blank lines part its blocks."""

from __future__ import annotations

from labelcheck.source.blocks import BlockWriter
from labelcheck.source.model import Source
from labelcheck.source.urls import with_bare_links
from labelcheck.source.view import TextView, ViewBuilder, shows_itself

_UNTIDY = ("  ", " \n", "\n ", "\n\n\n")


def read(source: Source) -> TextView:
    """All of the text, in blocks of kind ``paragraph``."""
    builder = ViewBuilder(source)
    text = source.text
    end = len(text.rstrip("\n"))
    if end and not text[0].isspace() and shows_itself(text) and not any(sign in text for sign in _UNTIDY):
        _copy(builder, text, end)
    else:
        writer = BlockWriter(builder, text)
        writer.keeps_lines = True
        writer.words(0, len(text))
        writer.close()
    return with_bare_links(builder.build())


def _copy(builder: ViewBuilder, text: str, end: int) -> None:
    """Show ``text[:end]``, in which white space is as a reader sees it: most texts, and three times faster."""
    builder.copy_all(0, end)
    start = 0
    while start < end:
        blank = text.find("\n\n", start, end)
        stop = blank if blank >= 0 else end
        builder.block("paragraph", start, end=stop)
        start = stop + 2
