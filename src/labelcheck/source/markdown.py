"""Markdown as CommonMark and GitHub read it: emphasis resolved, escapes and entities mapped, HTML inside it read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyromark

from labelcheck.source.blocks import BlockWriter, Piece
from labelcheck.source.front_matter import read_front_matter
from labelcheck.source.html import HtmlReader
from labelcheck.source.model import Source
from labelcheck.source.urls import with_bare_links
from labelcheck.source.view import OBJECT, TextView, ViewBuilder

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_FOOTNOTES
)
_BULLETS = "*-+"


def read(source: Source) -> TextView:
    """The article as a Markdown processor would show it, without code blocks."""
    builder = ViewBuilder(source)
    writer = BlockWriter(builder, source.text)
    start = read_front_matter(source.text, writer)
    _Reader(source.text, writer).read(start)
    writer.close()
    writer.close_link(len(source.text))
    return with_bare_links(builder.build())
