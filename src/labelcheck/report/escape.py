"""Text that others wrote, made safe to print.

An article, a path or a registry may hold control characters that drive a terminal, bidi controls that reorder a line,
or words that the log reader of a CI service takes for its own commands. Nothing of that leaves a report as it is.
"""

from __future__ import annotations

import re

from labelcheck.expressions import expression

# The runners of GitHub, Azure and TeamCity look for ``##[…]`` and ``##name[…]`` anywhere in a line of output.
_UNSAFE = expression(
    "[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
    r"|#(?=#\w*\[)"
)


def visible(text: str) -> str:
    r"""``text`` on one line, with every unsafe character written as an escape such as ``\n`` or ``\u202e``."""
    if text.isprintable() and "#" not in text:  # as nearly all is
        return text
    return _UNSAFE.sub(_escape, text)


def visible_path(path: str) -> str:
    """``path`` to begin a line with: visible, and no workflow command of GitHub (a line that begins with ``::``)."""
    return visible(f"./{path}" if path.lstrip().startswith("::") else path)


def escapes(text: str, start: int, end: int) -> dict[int, str]:
    """What :func:`visible` writes for the unsafe characters of ``text[start:end]``, by offset."""
    return {unsafe.start(): _escape(unsafe) for unsafe in _UNSAFE.finditer(text, start, end)}


def to_json(value: object) -> str:
    r"""``value`` as JSON on one line, letters unescaped, and safe to print too.

    What :func:`visible` would change is written as ``\uXXXX``, which means the same to a JSON reader. Only a lone
    surrogate (a file name that is not UTF-8), which no JSON can hold, becomes U+FFFD.
    """
    import json  # the text report does without

    return _UNSAFE.sub(_escape_json, json.dumps(value, ensure_ascii=False))


def to_markup(text: str) -> str:
    """``text`` for the content of an element of XML or HTML, or for an attribute in double quotes.

    It is :func:`visible`, too: XML 1.0 has no way at all to write most control characters.
    """
    from html import escape

    return escape(visible(text))


def _escape(unsafe: re.Match[str]) -> str:
    char = unsafe.group()
    return r"\x23" if char == "#" else ascii(char)[1:-1]


def _escape_json(unsafe: re.Match[str]) -> str:
    char = unsafe.group()
    return "\ufffd" if "\ud800" <= char <= "\udfff" else f"\\u{ord(char):04x}"
