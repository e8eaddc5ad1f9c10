"""The one door to official lists: tells the format of a file by its content and reads it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from labelcheck.curate.official.delimited import read_delimited
from labelcheck.curate.official.listing import ImportRefusedError, Listing, Row
from labelcheck.curate.official.page import read_page
from labelcheck.curate.official.paragraphs import read_paragraphs
from labelcheck.curate.official.rest import read_rest
from labelcheck.curate.official.table import read_table
from labelcheck.curate.official.wording import stated_as_of
from labelcheck.curate.official.xlsx import read_xlsx
from labelcheck.disk import UnreadableError, read_file
from labelcheck.errors import SourceError, UsageError
from labelcheck.source.decode import decode

MAX_BYTES = 32 * 1024 * 1024
"""Bound of a source file, far above any official list."""

_NOT_READ = {
    b"%PDF": "a PDF; download the list as .xlsx, CSV or JSON, or save its web page",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook (.xls); save it as .xlsx or CSV",
}
_HEAD = 4096  # bytes in which a page declares its encoding
_CHARSET = re.compile(rb"<meta[^>]{1,100}charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)


def read_official(paths: Sequence[str]) -> Listing:
    """The listing in the file ``paths`` names; several are the pages of one REST answer.

    Raises ImportRefusedError with the reason why the file is no complete official list.
    """
    path = paths[0]
    contents = [_bytes(path) for path in paths]
    if len(paths) == 1 and contents[0].startswith(b"PK"):
        listing = read_table(read_xlsx(contents[0], path), path)
    else:
        listing = _listing([_text(data, path) for data, path in zip(contents, paths, strict=True)], path)
    return dataclasses.replace(listing, rows=_distinct(listing.rows, path))


def _bytes(path: str) -> bytes:
    try:
        data = read_file(path, MAX_BYTES)
    except UnreadableError as error:
        raise ImportRefusedError(path, str(error)) from None
    if not data.strip():
        raise ImportRefusedError(path, "is empty")
    for start, what in _NOT_READ.items():
        if data.startswith(start):
            raise ImportRefusedError(path, f"is {what}")
    return data


def _text(data: bytes, path: str) -> str:
    """The text of a file in UTF-8, or in the encoding that a web page declares."""
    declared = _CHARSET.search(data, 0, _HEAD)
    for encoding in [None, declared[1].decode()] if declared else [None]:
        try:
            text = decode(data, path, encoding).text
            break
        except (SourceError, UsageError):  # UsageError: no such encoding
            continue
    else:
        raise ImportRefusedError(
            path, "is not in UTF-8; save it so (spreadsheets call it CSV UTF-8), as other encodings lose letters"
        )
    if "\N{REPLACEMENT CHARACTER}" in text:
        raise ImportRefusedError(path, "a wrong encoding has lost some of its letters; download it again")
    return text


def _listing(texts: list[str], path: str) -> Listing:
    start = texts[0].lstrip()
    if len(texts) > 1 or start.startswith(("{", "[")):
        return read_table(read_rest(texts, path), path)
    if not start.startswith("<"):
        return read_table(read_delimited(texts[0], path), path)
    closed = "<html" not in start[:1000].lower() or "</html" in start[-1000:].lower()
    if not closed or not start.rstrip().endswith(">"):
        raise ImportRefusedError(path, "the page breaks off before its end; save it again")
    page = read_page(texts[0])
    rows = [row for row in page.rows if len(row) > 2 and (row[0][:1] == "№" or row[0].rstrip(".").isdecimal())]
    if not rows:
        return read_paragraphs(page, path)
    words = " ".join([page.title, *page.paragraphs])
    listing = read_table(rows, path)
    frame = f"{page.title} {listing.frame}"
    return dataclasses.replace(listing, frame=frame, as_of=stated_as_of(words), page=True)


def _distinct(rows: Sequence[Row], path: str) -> tuple[Row, ...]:
    """``rows``, each once. Two that differ under one number are refused: it may be several lists in one file."""
    first: dict[str, Row] = {}
    for row in rows:
        known = first.setdefault(row.number, row) if row.number else row
        if dataclasses.replace(known, place=row.place) != row:
            raise ImportRefusedError(
                path, f"№ {row.number} is there twice, at {known.place} and {row.place}, and differs"
            )
    return tuple(row for row in rows if not row.number or first[row.number] is row)
