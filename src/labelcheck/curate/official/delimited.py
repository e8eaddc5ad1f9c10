"""An export as text with separators (CSV) as a grid of texts."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO

from labelcheck.curate.official.listing import ImportRefusedError

_SEPARATORS = ";\t,"


def read_delimited(text: str, path: str) -> list[list[str]]:
    """The rows of ``text``. The separator is the one that stands most often in its widest line.

    Raises ImportRefusedError for text that no separator parts, where it breaks off within quotation marks, and for a
    row that is longer or shorter than the others; only lines above the headings may have a single cell.
    """
    widest = max(text.splitlines(), key=lambda line: max(map(line.count, _SEPARATORS)), default="")
    separator = max(_SEPARATORS, key=widest.count)
    if not widest.count(separator):
        raise ImportRefusedError(path, "no table; expected an official export as .xlsx, CSV, JSON or a saved web page")
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise ImportRefusedError(path, f"damaged or cut off ({error}); download it again") from None
    lengths = Counter(len(row) for row in rows if len(row) > 1)
    ((usual, _),) = lengths.most_common(1)
    for number, row in enumerate(rows, 1):
        if len(row) not in (0, 1, usual):
            raise ImportRefusedError(path, f"row {number} has {len(row)} cells, not {usual}; it may be cut off")
    return rows
