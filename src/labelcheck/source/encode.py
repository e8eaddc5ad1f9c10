"""From a text back to the bytes of its file: the reverse of :mod:`labelcheck.source.decode`."""

from __future__ import annotations

from labelcheck.errors import SourceError
from labelcheck.source.decode import BOMS
from labelcheck.source.model import Source


def encode(source: Source) -> bytes:
    """The bytes of the article, with the byte order mark that it was read with, or without one.

    Raises :class:`SourceError` for a character that its encoding does not have.
    """
    try:
        data = source.text.encode(source.encoding)
    except UnicodeEncodeError as error:
        character = source.text[error.start]
        raise SourceError(source.path, f"{character!r} cannot be written in {source.encoding}") from None
    mark = next(mark for mark, name in BOMS if name == source.encoding) if source.bom else b""
    return mark + data
