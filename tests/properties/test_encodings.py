"""How an article is stored makes no difference: encoding, byte order mark, newlines."""

from __future__ import annotations

import codecs

from hypothesis import assume, given
from hypothesis import strategies as st

from labelcheck.findings import Finding
from labelcheck.source.decode import decode

from .articles import articles, check, check_source, formats
from .writing import Article, written


def lined(finding: Finding) -> tuple[object, ...]:
    """All that a finding says, but for offsets, which count the characters of a newline."""
    place = finding.place
    assert place is not None
    text = place.text.replace("\r\n", "\n").replace("\r", "\n")
    return finding.rule, finding.message, text, place.line, place.column, place.end_line, place.end_column


STORED = [
    # byte order mark, encoding, what --encoding says
    (b"", "utf-8", None),
    (b"", "utf-8", "UTF8"),
    (codecs.BOM_UTF8, "utf-8", None),
    (codecs.BOM_UTF8, "utf-8", "cp1251"),  # the mark settles it
    (codecs.BOM_UTF16_LE, "utf-16-le", None),
    (codecs.BOM_UTF16_BE, "utf-16-be", None),
    (codecs.BOM_UTF32_LE, "utf-32-le", None),
    (b"", "utf-16-le", "utf-16-le"),
    (b"", "utf-16-be", "utf-16-be"),
    (b"", "cp1251", "cp1251"),
    (b"", "koi8-r", "koi8-r"),
]


@given(articles(), formats, st.sampled_from(STORED), st.sampled_from(["\n", "\r\n", "\r"]))
def test_bytes(article: Article, format_name: str, stored: tuple[bytes, str, str | None], newline: str) -> None:
    bom, encoding, named = stored
    text = written(article, format_name).encode(encoding, "ignore").decode(encoding)
    data = bom + text.replace("\n", newline).encode(encoding)
    assume(bom or encoding.startswith("utf") or not could_be_utf8(data))
    source = decode(data, "article", named)
    assert bom + source.text.encode(encoding) == data
    expected, found = check(text, format_name).findings, check_source(source, format_name).findings
    assert list(map(lined, found)) == list(map(lined, expected))


def could_be_utf8(data: bytes) -> bool:
    """A few texts are UTF-8 by chance. They are refused, not misread."""
    try:
        return not data.decode().isascii()
    except UnicodeDecodeError:
        return False
