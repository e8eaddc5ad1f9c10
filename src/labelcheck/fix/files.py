"""Writing a mended article back to its file."""

from __future__ import annotations

import os

from labelcheck.disk import UnreadableError, read_file, replace_file, strays
from labelcheck.errors import SourceError
from labelcheck.linter import MAX_BYTES
from labelcheck.source.encode import encode
from labelcheck.source.model import Source


def write_back(old: Source, new: Source) -> None:
    """Write the article ``new`` to the file that ``old`` was read from: whole or not at all, with the file's mode.

    A link stays one; what it leads to is written, unless that is outside of the working directory. Raises SourceError,
    and leaves the file alone, then, if it has changed meanwhile, if it cannot be written, or if its encoding does not
    give back its bytes.
    """
    data = encode(new)
    outside = strays(old.path)
    if outside:
        raise SourceError(old.path, f"not fixed: a link leads out of the working directory; give the path {outside}")
    try:
        found = read_file(old.path, MAX_BYTES)
    except UnreadableError as error:
        raise SourceError(old.path, f"not fixed: {error}") from None
    if found != encode(old):
        problem = f"the file has changed since it was read, or is not {old.encoding} to the last byte"
        raise SourceError(old.path, f"not fixed: {problem}; run labelcheck again")
    try:
        replace_file(os.path.realpath(old.path), data)
    except OSError as error:
        raise SourceError(old.path, f"not fixed: cannot be written: {error.strerror}") from None
