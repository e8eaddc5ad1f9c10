"""The formats that articles come in, and which files are which."""

from __future__ import annotations

import os  # pathlib would cost a hook some milliseconds at every start

from labelcheck.errors import UsageError
from labelcheck.source.model import Source
from labelcheck.source.view import TextView

FORMATS = ("txt", "md", "html", "telegram")
"""Names of the formats. ``telegram`` has no extension of its own: it has to be asked for."""

EXTENSIONS = {
    ".txt": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
"""Format by file extension, in small letters."""


def format_of(path: str) -> str | None:
    """The format of the file at ``path`` by its extension, in any case, or None."""
    return EXTENSIONS.get(os.path.splitext(path)[1].lower())


def read_view(source: Source, format_name: str) -> TextView:
    """What a reader sees of ``source`` in the format of that name. Only the reader needed is imported.

    Raises :class:`UsageError` for a format that does not exist; no text is ever unreadable.
    """
    if format_name == "txt":
        from labelcheck.source.plain import read
    elif format_name == "md":
        from labelcheck.source.markdown import read
    elif format_name == "html":
        from labelcheck.source.html import read
    elif format_name == "telegram":
        from labelcheck.source.telegram import read
    else:
        raise UsageError(f"unknown format: {format_name!r} (known: {', '.join(FORMATS)})")
    return read(source)
