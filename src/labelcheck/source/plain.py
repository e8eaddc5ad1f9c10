"""Plain text: nothing is markup; blank lines part its blocks."""

from __future__ import annotations

from labelcheck.source.blocks import BlockWriter
from labelcheck.source.model import Source
from labelcheck.source.urls import with_bare_links
from labelcheck.source.view import TextView, ViewBuilder


def read(source: Source) -> TextView:
    """All of the text, in blocks of kind ``paragraph``."""
    builder = ViewBuilder(source)
    writer = BlockWriter(builder, source.text)
    writer.keeps_lines = True
    writer.words(0, len(source.text))
    writer.close()
    return with_bare_links(builder.build())
