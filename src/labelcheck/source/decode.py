"""From the bytes of a file to its text: byte order mark, UTF-8 or the encoding asked for, never a guess."""

from __future__ import annotations

import codecs

from labelcheck.errors import SourceError, UsageError
from labelcheck.expressions import expression
from labelcheck.source.model import Source

BOMS = (
    # The mark of UTF-32 LE begins with that of UTF-16 LE, so it is looked for first.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Encodings whose names promise a mark, and what a file without one is in.
_UNMARKED = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
_SAMPLE = 1 << 16  # bytes that a guess looks at; even, for UTF-16
_ONE_BYTE = ("cp1251", "koi8-r", "cp866")
_TWO_BYTES = ("utf-16-le", "utf-16-be")
_FREQUENT = frozenset("оеаинтсрвл")  # nearly two letters of three in Cyrillic prose, and seldom capitals
_LIKELY = 0.35
_CONTROLS = expression(rb"[\x00-\x08\x0e-\x19\x1c-\x1f]")  # 1A ends old texts, 1B begins colours
_NOT_PROSE = expression("[^\t\n\r -~\u00a0-\u04ff\u2000-\u206f\u2100-\u214f]")
_SURROGATE = expression("[\ud800-\udfff]")


def decode(data: bytes, path: str, encoding: str | None = None) -> Source:
    """Read the bytes of the article at ``path`` as ``encoding``, or as UTF-8. A byte order mark settles it.

    Raises :class:`SourceError` for bytes that are not text in that encoding, with the likely one if there is a likely
    one, and :class:`UsageError` for an encoding that does not exist. No byte is ever replaced or left out.
    """
    for mark, name in BOMS:
        if data.startswith(mark):
            return Source(path, _strict(data[len(mark) :], path, name, len(mark)), name, bom=True)
    if encoding is not None:
        return _as_asked(data, path, encoding)
    if b"\0" in data:
        likely = _likely_utf16(data)
        raise SourceError(path, _advice("this is not UTF-8", likely) if likely else "this looks like a binary file")
    try:
        return Source(path, data.decode())
    except UnicodeDecodeError as error:
        if _CONTROLS.search(data, 0, _SAMPLE):
            raise SourceError(path, "this looks like a binary file") from None
        problem = f"this is not UTF-8 ({_where(data, error, 'utf-8', 0)})"
        raise SourceError(path, _advice(problem, _likely_one_byte(data))) from None


def _as_asked(data: bytes, path: str, encoding: str) -> Source:
    try:
        name = codecs.lookup(encoding).name
        "a".encode(name, "replace")  # idna knows no replacements, and is no encoding of articles
    except (LookupError, ValueError):  # ValueError: a NUL in the name, or an encoding that encodes nothing
        raise UsageError(f"unknown encoding: {encoding!r} (for instance: utf-8, cp1251, koi8-r, utf-16-le)") from None
    name = _UNMARKED.get(name, name)
    could_be = b"\0" in data if name.startswith(("utf-16", "utf-32")) else data.isascii()
    if name != "utf-8" and data and not could_be and _is_utf8(data):
        raise SourceError(path, f"this is UTF-8, and gibberish if read as {name}: leave the encoding out")
    return Source(path, _strict(data, path, name, 0), name)


def _strict(data: bytes, path: str, encoding: str, skipped: int) -> str:
    """Decode all of ``data``; ``skipped`` is the length of the byte order mark before it."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(path, f"this is not {encoding} ({_where(data, error, encoding, skipped)})") from None
    except UnicodeError as error:
        raise SourceError(path, f"this is not {encoding} ({error})") from None
    if _SURROGATE.search(text):
        raise SourceError(path, f"this is not {encoding} (it holds half of a surrogate pair)")
    return text


def _where(data: bytes, error: UnicodeDecodeError, encoding: str, skipped: int) -> str:
    before = data[: error.start].decode(encoding, "replace")
    line = 1 + before.count("\n") + before.count("\r") - before.count("\r\n")
    return f"byte 0x{data[error.start]:02X} at offset {skipped + error.start}, line {line}"


def _advice(problem: str, likely: str | None) -> str:
    if likely is None:
        return f"{problem}; pass its encoding with --encoding NAME"
    return f"{problem}; it looks like {likely}: pass --encoding {likely}"


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _likely_one_byte(data: bytes) -> str | None:
    """The encoding in which the bytes beyond ASCII are mostly the most frequent small Cyrillic letters."""
    shares = {}
    for name in _ONE_BYTE:
        letters = [c for c in data[:_SAMPLE].decode(name, "replace") if c > "\x7f"]
        shares[name] = sum(c in _FREQUENT for c in letters) / max(len(letters), 1)
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= _LIKELY else None


def _likely_utf16(data: bytes) -> str | None:
    """The byte order in which nearly all is Latin or Cyrillic text."""
    for name in _TWO_BYTES:
        text = data[:_SAMPLE].decode(name, "replace")
        if len(data) % 2 == 0 and len(_NOT_PROSE.findall(text)) <= len(text) // 20:
            return name
    return None
