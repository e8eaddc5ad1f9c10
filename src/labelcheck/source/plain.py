"""Plain text: all of it is seen as it stands; blank lines part its blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from labelcheck.source.model import Source
from labelcheck.source.urls import with_bare_links
from labelcheck.source.view import INVISIBLE, TextView, ViewBuilder

_BLANK_LINES = re.compile(rf"[\r\n](?:(?<=\r)\n)?+[\s{INVISIBLE}]*[\r\n]")


def read(source: Source) -> TextView:
    """The text as it stands, less what nobody sees, in blocks of kind ``paragraph``."""
    builder = ViewBuilder(source)
    for start, end in _paragraphs(source.text):
        if builder.length:
            builder.separate("\n\n", start)
        begun = builder.length
        builder.copy(start, end)
        builder.block("paragraph", begun)
    return with_bare_links(builder.build())


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for blank in [*_BLANK_LINES.finditer(text), None]:
        end = blank.start() if blank else len(text)
        paragraph = text[at:end]
        shown = paragraph.strip()
        if shown:
            start = end - len(paragraph.lstrip())
            yield start, start + len(shown)
        at = blank.end() if blank else end
