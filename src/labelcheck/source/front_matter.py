"""Front matter of Markdown files: the few values that a reader sees or that date the article, found without a parser.

A value is shown as its characters stand, without quotation marks and block indicators.
"""

from __future__ import annotations

import re

from labelcheck.expressions import expression
from labelcheck.source.blocks import BlockWriter
from labelcheck.source.dates import read_date

_NEWLINE = r"(?>\r\n?|\n)"
_OPENING = expression(rf"(?:[ \t]*{_NEWLINE})*+(?P<fence>---|\+\+\+)[ \t]*{_NEWLINE}")
_CLOSING = {
    "---": expression(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)"),
    "+++": expression(r"(?<=[\r\n])\+\+\+[ \t]*(?=[\r\n]|\Z)"),
}
_IDLE_LINES = expression(rf"(?:[ \t]*(?:#[^\r\n]*+)?{_NEWLINE})*+")
_REST_OF_LINE = expression(rf"[^\r\n]*+(?:{_NEWLINE}|\Z)")
_COMMENT = expression(r"[ \t]*(?P<all>#(?P<text>[^\r\n]*))")
_KEY = expression(r"[\"']?(?P<key>[A-Za-z_][\w-]*)[\"']?[ \t]*(?:=|:(?=[ \t\r\n]|\Z))[ \t]*")
_TABLE = expression(r"\[[^\r\n]*\]")
_TRIPLE = expression(r"(?P<quote>\"{3}|'{3})(?P<value>.*?)(?P=quote)", re.DOTALL)
_QUOTED = expression(
    rf"(?P<quote>[\"'])(?P<value>(?:[^\r\n\\\"']|\\[^\r\n]|''|(?!(?P=quote))[\"']|{_NEWLINE}(?=[ \t\r\n]))*+)"
    r"(?P=quote)(?=[ \t]*(?:[#\r\n]|\Z))"
)
_INDICATOR = expression(r"[|>][-+0-9]*[ \t]*(?:#[^\r\n]*)?(?=[\r\n])")
_PLAIN = expression(r"(?:[^\r\n \t]|[ \t](?!#))*+")
_INDENTED_LINES = expression(rf"(?:{_NEWLINE}(?=[ \t\r\n])[^\r\n]*+)*+")
_ITEM = expression(rf"{_NEWLINE}[ \t]*(?P<all>-[ \t](?P<value>[^\r\n]*))")
_AROUND = " \t\"'"
_SHOWN = {"title": "title", "description": "description", "summary": "description"}
_DATES = ("date", "published", "published_at", "pubdate", "created")
_DATE_LENGTH = 40


def read_front_matter(text: str, writer: BlockWriter) -> int:
    """Write the title, description, summary, date and comments of the front matter; return where the body begins.

    That is 0 without front matter. What stands between its fences begins with a key: a paragraph between two rules
    is text.
    """
    opening = _OPENING.match(text)
    closing = _CLOSING[opening["fence"]].search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return 0
    at, end = opening.end(), closing.start()
    first = _end(_IDLE_LINES, text, at, end)
    if first < end and not (_KEY.match(text, first, end) or _TABLE.match(text, first, end)):
        return 0
    dates = {}
    top_level = True
    while at < end:
        key = _KEY.match(text, at, end)
        if key and top_level:
            name = key["key"].lower()
            start, stop, at = _value(text, key.end(), end)
            if name in _SHOWN:
                _show(writer, _SHOWN[name], start, stop)
            elif name in _DATES:
                dates[name] = read_date(text[start : start + _DATE_LENGTH])
            elif name == "labelcheck":
                _directives(writer, text, key.start(), start, stop)
        elif opening["fence"] == "+++" and _TABLE.match(text, at, end):
            top_level = False
        comment = _COMMENT.match(text, at, end)
        if comment:
            writer.builder.comment(comment["text"], *comment.span("all"))
        at = _end(_REST_OF_LINE, text, at, end)
    writer.builder.published = next((dates[name] for name in _DATES if dates.get(name)), None)
    return closing.end()


def _value(text: str, at: int, end: int) -> tuple[int, int, int]:
    """The span of the value at ``at``, and where what belongs to it ends: quotation mark, last indented line."""
    if quoted := _TRIPLE.match(text, at, end) or _QUOTED.match(text, at, end):
        return *quoted.span("value"), quoted.end()
    if indicator := _INDICATOR.match(text, at, end):
        stop = _end(_INDENTED_LINES, text, indicator.end(), end)
        return indicator.end(), stop, stop
    stop = _end(_PLAIN, text, at, end)
    if not _COMMENT.match(text, stop, end):
        stop = _end(_INDENTED_LINES, text, stop, end)
    return at, stop, stop


def _directives(writer: BlockWriter, text: str, key: int, start: int, stop: int) -> None:
    """Note the value of the key ``labelcheck``, or each item of the list that it is, as a comment."""
    value = text[start:stop].strip()
    if value.startswith("- "):
        for item in _ITEM.finditer(text, start, stop):
            writer.builder.comment(f"labelcheck: {item['value'].strip(_AROUND)}", *item.span("all"))
    elif value:
        writer.builder.comment(f"labelcheck: {value}", key, stop)


def _show(writer: BlockWriter, kind: str, start: int, stop: int) -> None:
    writer.open(kind)
    writer.keeps_lines = True
    writer.words(start, stop)
    writer.keeps_lines = False
    writer.open("paragraph")


def _end(pattern: re.Pattern[str], text: str, at: int, end: int) -> int:
    """Where the match of a pattern that also matches nothing ends."""
    found = pattern.match(text, at, end)
    return found.end() if found else at
