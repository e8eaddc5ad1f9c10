"""The file format of a compiled lexicon: tables of JSON rows that are decoded one by one, when a text needs them.

A lexicon file is a line with its checksum, a line that heads it, the anchors, and the tables: each an index of row ends
and the rows. Opening a file touches the header and the anchors only. It is plain text (JSON), never executed or
unpickled, and its checksum is verified on opening, so that a damaged file is noticed and rebuilt.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    import mmap
    from typing import Any

MAGIC = "labelcheck-lexicon"
FORMAT = 4
_decode = json.JSONDecoder().raw_decode  # twice as fast as json.loads for rows as short as these
_END = 4
"""Bytes of an index entry: where a row ends, least significant byte first."""


class DamagedStoreError(Exception):
    """The bytes are no lexicon of this format, or were changed since they were written."""


class Table:
    """Rows of JSON; ``table[i]`` decodes row ``i``."""

    def __init__(self, ends: memoryview, rows: memoryview) -> None:
        self._ends: Sequence[int] = ends.cast("I") if sys.byteorder == "little" else _numbers(ends)
        self._rows = rows

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, index: int) -> Any:
        start = self._ends[index - 1] if index else 0
        return _decode(str(self._rows[start : self._ends[index]], "utf-8"))[0]


def _numbers(ends: memoryview) -> list[int]:
    """The entries of an index, on machines that store numbers the other way round."""
    return [int.from_bytes(ends[at : at + _END], "little") for at in range(0, len(ends), _END)]


def write(head: Mapping[str, Any], anchors: Sequence[bytes], tables: Mapping[str, Sequence[Any]]) -> bytes:
    """The bytes of a lexicon file. The same input gives the same bytes."""
    parts = [b"\n".join(anchors)]
    sizes = {}
    for name, rows in tables.items():
        encoded = [_dump(row) for row in rows]
        ends, total = [], 0
        for row in encoded:
            total += len(row)
            ends.append(total.to_bytes(_END, "little"))
        sizes[name] = [len(encoded), total]
        parts += [*ends, *encoded]
    header = _dump({**head, "anchors": len(parts[0]), "tables": sizes})
    rest = b"".join([header, b"\n", *parts])
    return _signature(rest) + rest


def read(data: bytes | mmap.mmap) -> tuple[dict[str, Any], list[bytes], dict[str, Table]]:
    """Head, anchors and tables of a lexicon file, which ``data`` has to outlive.

    Raises :class:`DamagedStoreError`.
    """
    view = memoryview(data)
    signature_end = data.find(b"\n") + 1
    rest = view[signature_end:]
    if view[:signature_end] != _signature(rest):
        raise DamagedStoreError
    header_end = data.find(b"\n", signature_end) + 1
    head = json.loads(bytes(view[signature_end:header_end]))
    at = header_end + head["anchors"]
    anchors = bytes(view[header_end:at]).split(b"\n")
    tables = {}
    for name, (count, size) in head["tables"].items():
        rows = at + _END * count
        tables[name] = Table(view[at:rows], view[rows : rows + size])
        at = rows + size
    return head, anchors, tables


def _signature(rest: bytes | memoryview) -> bytes:
    return f"{MAGIC} {FORMAT} {crc32(rest):08x}\n".encode()


def _dump(row: Any) -> bytes:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()
