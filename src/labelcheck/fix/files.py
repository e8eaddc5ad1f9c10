"""Writing a mended article back to its file."""

from __future__ import annotations

import os
import tempfile

from labelcheck.errors import SourceError
from labelcheck.source.encode import encode
from labelcheck.source.model import Source


def write_back(old: Source, new: Source) -> None:
    """Write the article ``new`` to the file that ``old`` was read from: whole or not at all, with the file's mode.

    A link stays one; what it leads to is written. Raises SourceError, and leaves the file alone, if it has changed
    meanwhile, if it cannot be written, or if its encoding does not give back its bytes.
    """
    data = encode(new)
    target = os.path.realpath(old.path)
    try:
        with open(target, "rb") as file:
            found = file.read()
        if found != encode(old):
            problem = f"the file has changed since it was read, or is not {old.encoding} to the last byte"
            raise SourceError(old.path, f"not fixed: {problem}; run labelcheck again")
        handle, part = tempfile.mkstemp(prefix=".labelcheck-", dir=os.path.dirname(target))
        try:
            with open(handle, "wb") as file:
                file.write(data)
            os.chmod(part, os.stat(target).st_mode & 0o7777)
            os.replace(part, target)
        except BaseException:
            os.unlink(part)
            raise
    except OSError as error:
        raise SourceError(old.path, f"not fixed: cannot be written: {error.strerror}") from None
