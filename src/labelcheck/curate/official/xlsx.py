"""The first sheet of an Excel workbook (``.xlsx``) as a grid of texts.

The file may be hostile, and the libraries that read this format make of two kilobytes a grid of a billion cells. What
an export needs is little: shared, inline and plain texts. Sizes are checked before anything is unpacked, and
the XML parser sees no entity.
"""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import NoReturn
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from labelcheck.curate.official.listing import ImportRefusedError

MAX_UNPACKED = 64 * 1024 * 1024
MAX_ROWS, MAX_COLUMNS = 100_000, 100
"""Bounds far above any official list: of what is unpacked in bytes, of the sheet's rows and columns."""

_STRINGS = "xl/sharedStrings.xml"
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_CELL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


def read_xlsx(data: bytes, path: str) -> list[list[str]]:
    """The rows of the first sheet; an empty cell is an empty text. Raises ImportRefusedError."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _read(archive, path)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise ImportRefusedError(path, f"damaged or cut off ({error}); download it again") from None
    except (expat.ExpatError, ValueError) as error:
        raise ImportRefusedError(path, f"its XML is damaged ({error}); download it again") from None


def _read(archive: ZipFile, path: str) -> list[list[str]]:
    sizes = {info.filename: info.file_size for info in archive.infolist()}
    if sum(info.file_size for info in archive.infolist()) > MAX_UNPACKED:
        raise ImportRefusedError(path, f"unpacks to more than {MAX_UNPACKED >> 20} MiB, which no official list does")
    sheets = sorted((int(found[1]), name) for name in sizes if (found := _SHEET.fullmatch(name)))
    if not sheets:
        raise ImportRefusedError(path, "holds no worksheet; save it as an Excel workbook (.xlsx) or as CSV")
    strings = _Strings(path)
    if _STRINGS in sizes:
        strings.parse(archive.read(_STRINGS))
    sheet = _Sheet(path, strings.texts)
    sheet.parse(archive.read(sheets[0][1]))
    return sheet.rows


class _Xml:
    """Parses XML and collects the text in elements ``t`` and ``v``, but for ``rPh``, how to pronounce it."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._text: list[str] = []
        self._collects = self._pronounces = False

    def take_text(self) -> str:
        """The text collected since the last time."""
        text = "".join(self._text)
        self._text.clear()
        return text

    def parse(self, data: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._doctype
        parser.Parse(data, True)  # noqa: FBT003 - expat takes no keyword

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def refuse(self, reason: str) -> NoReturn:
        raise ImportRefusedError(self.path, reason)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        self._pronounces |= local == "rPh"
        self._collects = local in ("t", "v") and not self._pronounces
        self.start(local, attributes)

    def _end(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        self._pronounces &= local != "rPh"
        self._collects = False
        self.end(local)

    def _characters(self, data: str) -> None:
        if self._collects:
            self._text.append(data)

    def _doctype(self, *_: object) -> None:
        self.refuse("declares XML entities, which no spreadsheet does")


class _Strings(_Xml):
    """The texts that cells share: one an ``si``."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.texts: list[str] = []

    def end(self, name: str) -> None:
        if name == "si":
            self.texts.append(self.take_text())


class _Sheet(_Xml):
    """The cells ``c`` of a sheet. One that does not say where it stands follows the one before it."""

    def __init__(self, path: str, strings: list[str]) -> None:
        super().__init__(path)
        self.rows: list[list[str]] = []
        self._strings = strings
        self._row = self._column = 0
        self._shared = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            self._row, self._column = int(attributes.get("r", self._row + 1)), 0
        elif name == "c":
            self._column += 1
            found = _CELL.fullmatch(attributes.get("r", ""))
            if found:
                self._row, self._column = int(found[2]), _column(found[1])
            self._shared = attributes.get("t") == "s"
            if self._row > MAX_ROWS or self._column > MAX_COLUMNS:
                self.refuse(f"has a cell at row {self._row}, column {self._column}, where no official list has any")

    def end(self, name: str) -> None:
        text = self.take_text() if name == "c" else ""
        if text:
            while len(self.rows) < self._row:
                self.rows.append([])
            row = self.rows[self._row - 1]
            row += [""] * (self._column - len(row))
            row[self._column - 1] = self._shared_text(text) if self._shared else text

    def _shared_text(self, index: str) -> str:
        try:
            return self._strings[int(index)]
        except (ValueError, IndexError):
            self.refuse(f"row {self._row} refers to a text that is not there; download it again")


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
