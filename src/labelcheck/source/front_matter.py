"""Front matter of Markdown files: the few values that a reader sees or that date the article, found without a parser.

A value is shown as its characters stand, without quotation marks and block indicators.
"""

from __future__ import annotations

import re
from datetime import date

from labelcheck.source.blocks import BlockWriter
from labelcheck.source.dates import read_date

_OPENING = re.compile(r"(?:[ \t]*+(?:\r\n?|\n))*+(?P<fence>---|\+\+\+)[ \t]*(?:\r\n?|\n)")
_CLOSING = {
    "---": re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)"),
    "+++": re.compile(r"(?<=[\r\n])\+\+\+[ \t]*(?:\r\n?|\n|\Z)"),
}
_LINE = re.compile(r"[^\r\n]++")
_COMMENT = re.compile(r"[ \t]*#(?P<text>[^\r\n]*)")
_KEY = re.compile(r"[\"']?(?P<key>[A-Za-z_][\w-]*)[\"']?[ \t]*(?:=|:(?=[ \t\r\n]|\Z))[ \t]*")
_TABLE = re.compile(r"\[[^\r\n]*\][ \t]*[\r\n]")
_BLOCK_SCALAR = re.compile(r"[|>][-+0-9]*[ \t]*(?=[\r\n#]|\Z)[^\r\n]*")
_QUOTED = re.compile(
    r'"""(?P<a>.*?)"""|' r"'''(?P<b>.*?)'''|" r'"(?P<c>(?:[^"\\]|\\.)*+)"|' r"'(?P<d>(?:[^']|'')*+)'", re.DOTALL
)
_PLAIN = re.compile(r"(?P<e>[^\r\n]*?)(?P<comment>[ \t]#[^\r\n]*)?(?=[\r\n]|\Z)")
_MORE = re.compile(r"(?:(?:\r\n?|\n)(?=[ \t\r\n])[^\r\n]*+)*+")
_SHOWN = {"title": "title", "description": "description", "summary": "description"}
_DATES = ("date", "published", "published_at", "pubdate", "created")


def front_matter_end(text: str) -> int:
    """Where the front matter at the beginning of ``text`` ends; 0 without one.

    What stands between the fences must begin with a key: a paragraph between two rules is text.
    """
    opening = _OPENING.match(text)
    closing = _CLOSING[opening["fence"]].search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return 0
    at = opening.end()
    while at < closing.start():
        if not (text[at].isspace() or _COMMENT.match(text, at)):
            ...
    return closing.end()
