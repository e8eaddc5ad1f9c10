"""How a format writes what fixes put in: marks, words, footnotes."""

from __future__ import annotations

import re

from labelcheck.expressions import expression
from labelcheck.symbols import RAISED

_SPECIAL_IN_MARKDOWN = expression(r"[\\`*_\[\]<&|~]")
_PLAIN = {raised: digit for digit, raised in RAISED.items()}
_NOTE = expression(r"\[\^[^\]]+\]")
_LONGEST_TAG = 200
_OPENS = expression(r"<sup\b[^<>]*>$", re.IGNORECASE)
_CLOSES = expression(r"</sup\s*>", re.IGNORECASE)
_IN_TAGS = expression(r"<sup\b[^<>]{0,200}>([^<>\s]{1,16})</sup\s*>", re.IGNORECASE)


def ways_to_mark(symbol: str, format_name: str, *, raised: bool) -> tuple[str, ...]:
    """How a mark may be written, the best first; none if the format cannot show it. ``raised``: by tags.

    The later ways are for places where the first is not read as usual: front matter, HTML in Markdown, ``<title>``.
    """
    if format_name == "telegram":
        return () if "**" in symbol else (symbol,)  # two signs are bold
    ways: tuple[str, ...] = (symbol,)
    if format_name == "md" and "*" in symbol:
        ways = (symbol.replace("*", r"\*"), symbol)
    return (f"<sup>{ways[0].translate(_PLAIN)}</sup>", *ways) if raised else ways


def raised_marks(text: str) -> frozenset[str]:
    """The marks that tags raise somewhere in a source, as a view shows them."""
    inside = {found[1].replace("\\", "") for found in _IN_TAGS.finditer(text)}
    return frozenset(mark.translate(RAISED) for mark in inside)


def between_tags(way: str) -> str:
    """A way to write a mark, for where tags raise it already."""
    return way.removeprefix("<sup>").removesuffix("</sup>").translate(_PLAIN)


def with_tags(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of a mark in the source, with the tags that raise it."""
    opens = _OPENS.search(text, max(start - _LONGEST_TAG, 0), start)
    closes = _CLOSES.match(text, end)
    return (opens.start(), closes.end()) if opens and closes else (start, end)


def written(words: str, format_name: str) -> str:
    """Words so that the format shows them as they are."""
    if format_name == "md":
        return _SPECIAL_IN_MARKDOWN.sub(r"\\\g<0>", words)
    if format_name == "html":
        return words.replace("&", "&amp;").replace("<", "&lt;")
    return words


def footnote(mark: str, words: str, format_name: str) -> str:
    """A footnote as a paragraph or a line of its own; the mark as written."""
    if format_name == "md" and _NOTE.fullmatch(mark):
        mark += ":"
    line = f"{mark} {written(words, format_name)}"
    return f"<p>{line}</p>" if format_name == "html" else line
