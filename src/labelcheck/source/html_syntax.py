"""The grammar of HTML: tags, attributes, character references. Every search is linear, however hostile the text.

What is never closed hides nothing: where a browser would swallow the rest of a page, the rest is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from labelcheck.expressions import expression
from labelcheck.source.blocks import Piece

_WHITE = r" \t\n\f\r"
_ATTRIBUTE = (
    rf"(?P<key>[^{_WHITE}/>][^{_WHITE}/>=]*+)"
    rf"(?:[{_WHITE}]*+=[{_WHITE}]*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^{_WHITE}>\"'][^{_WHITE}>]*+)))?+"
)
_NAME = rf"(?P<close>/?)(?P<name>[a-zA-Z][^{_WHITE}/>]*+)"
_UNNAMED = re.sub(r"\?P<\w+>", "?:", _ATTRIBUTE)

TAG = expression(rf"<(?:{_NAME}(?P<attributes>(?:[{_WHITE}/]++|{_UNNAMED})*+)>|!--|(?=/?[a-zA-Z])|[!?/])")
"""A tag, or the beginning of a comment, a declaration, or a tag that never ends (then ``name`` is None)."""

SIMPLE_TAG = expression(rf"<(?:(?P<close>/?)(?P<name>[a-zA-Z][^{_WHITE}/<>]*+)(?P<attributes>[^<>]*+)>|!--|[!?/])")
"""The same for a text in which a tag never ends: quotation marks are not heeded, so that no search goes far."""

_ATTRIBUTES = expression(_ATTRIBUTE)
_REFERENCE = expression(
    r"&(?:#(?=[0-9])0*+(?P<decimal>[0-9]*+);?|#[xX](?=[0-9a-fA-F])0*+(?P<hex>[0-9a-fA-F]*+);?|(?P<name>[a-zA-Z][a-zA-Z0-9]{1,31};?))"
)
_COMMENT_END = expression("--!?>")
_MOST_DIGITS = 7  # of a code point


def attributes(text: str, start: int, end: int) -> dict[str, tuple[int, int]]:
    """The attributes in ``text[start:end]``, in small letters, with the spans of their values; the first counts."""
    found: dict[str, tuple[int, int]] = {}
    for attribute in _ATTRIBUTES.finditer(text, start, end):
        key = attribute["key"].lower()
        if key not in found:
            found[key] = _value(attribute)
    return found


def attribute_span(text: str, start: int, end: int, name: str) -> tuple[int, int] | None:
    """The same for the one attribute of that name, or None."""
    while attribute := _ATTRIBUTES.search(text, start, end):
        if attribute["key"].lower() == name:
            return _value(attribute)
        start = attribute.end()
    return None


def pieces(text: str, start: int, end: int, *, in_attribute: bool = False) -> Iterator[Piece]:
    """Part ``text[start:end]`` into what stands for itself and character references."""
    at = start
    if text.find("&", start, end) >= 0:
        for reference in _REFERENCE.finditer(text, start, end):
            shown, length = _resolve(reference)
            after = reference.start() + length
            open_ended = text[after - 1] != ";" and after < end and (text[after] == "=" or text[after].isalnum())
            if length and not (in_attribute and open_ended):
                if reference.start() > at:
                    yield None, at, reference.start()
                yield shown, reference.start(), after
                at = after
    if end > at:
        yield None, at, end


def attribute_text(text: str, span: tuple[int, int]) -> str:
    """The value of an attribute with its character references resolved."""
    value = text[slice(*span)]
    if "&" not in value:
        return value
    return "".join(
        text[start:end] if shown is None else shown for shown, start, end in pieces(text, *span, in_attribute=True)
    )


def comment_end(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the text of the comment at ``start`` (``<!--``) ends, and where the comment does; None if nowhere."""
    inside = start + 4
    for empty in (">", "->"):
        if text.startswith(empty, inside, end):
            return inside, inside + len(empty)
    found = _COMMENT_END.search(text, inside, end)
    return found.span() if found else None


@cache
def closing_tag(name: str) -> re.Pattern[str]:
    """The tag that ends the raw text of an element, in any case."""
    return expression(rf"</{name}(?=[{_WHITE}/>])", re.IGNORECASE)


def _value(attribute: re.Match[str]) -> tuple[int, int]:
    """The span of the value of an attribute; of one that has none, an empty one at its end."""
    value = attribute.lastgroup
    return attribute.span(value) if value and value != "key" else (attribute.end(), attribute.end())


def _resolve(reference: re.Match[str]) -> tuple[str, int]:
    """What a character reference shows and how much of it is one; 0 if it is none."""
    name = reference["name"]
    if name is not None:
        return _named(name)
    decimal, digits = reference["decimal"], reference["decimal"] or reference["hex"] or "0"
    number = digits if decimal is not None else f"x{digits}"
    return (_numbered(number) if len(digits) <= _MOST_DIGITS else "\ufffd"), len(reference[0])


@lru_cache
def _named(name: str) -> tuple[str, int]:
    from html.entities import html5

    for length in range(len(name), 1, -1):
        if name[:length] in html5:
            return html5[name[:length]], length + 1
    return "", 0


@lru_cache
def _numbered(number: str) -> str:
    from html import unescape

    return unescape(f"&#{number};")
