"""The file format of a compiled lexicon: tables of JSON rows that are decoded one by one, when a text needs them.

A lexicon file is a line with its checksum, a line that heads it, the anchors, and the tables: each an index of row ends
and the rows. Opening a file touches the header and the anchors only. It is plain text (JSON), never executed or
unpickled, and its checksum is verified on opening, so that a damaged file is noticed and rebuilt.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any

MAGIC = "labelcheck-lexicon"
FORMAT = 1


class DamagedStoreError(Exception):
    """The bytes are no lexicon of this format, or were changed since they were written."""


class Table:
    """Rows of JSON; ``table[i]`` decodes row ``i``."""

    def __init__(self, rows: memoryview, ends: array[int]) -> None:
        self._rows = rows
        self._ends = ends

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, index: int) -> Any:
        start = self._ends[index - 1] if index else 0
        return json.loads(bytes(self._rows[start : self._ends[index]]))


def write(head: Mapping[str, Any], anchors: Sequence[str], tables: Mapping[str, Sequence[Any]]) -> bytes:
    """The bytes of a lexicon file. The same input gives the same bytes."""
    parts = ["\n".join(anchors).encode()]
    sizes = {}
    for name, rows in tables.items():
        encoded = [_dump(row) for row in rows]
        ends, total = array("I"), 0
        for row in encoded:
            total += len(row)
            ends.append(total)
        if sys.byteorder == "big":
            ends.byteswap()
        sizes[name] = [len(encoded), total]
        parts += [ends.tobytes(), *encoded]
    body = b"".join(parts)
    header = _dump({**head, "anchors": len(parts[0]), "tables": sizes})
    rest = header + b"\n" + body
    return f"{MAGIC} {FORMAT} {blake2b(rest, digest_size=16).hexdigest()}\n".encode() + rest


def read(data: bytes) -> tuple[dict[str, Any], list[str], dict[str, Table]]:
    """Head, anchors and tables of a lexicon file.

    Raises :class:`DamagedStoreError`.
    """
    line, _, rest = data.partition(b"\n")
    if line != f"{MAGIC} {FORMAT} {blake2b(rest, digest_size=16).hexdigest()}".encode():
        raise DamagedStoreError
    at = rest.index(b"\n") + 1
    head = json.loads(rest[:at])
    view = memoryview(rest)
    anchors = bytes(view[at : at + head["anchors"]]).decode().split("\n")
    at += head["anchors"]
    tables = {}
    for name, (count, size) in head["tables"].items():
        ends = array("I")
        ends.frombytes(view[at : at + 4 * count])
        if sys.byteorder == "big":
            ends.byteswap()
        at += 4 * count
        tables[name] = Table(view[at : at + size], ends)
        at += size
    return head, anchors, tables


def _dump(row: Any) -> bytes:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()
