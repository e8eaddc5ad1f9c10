"""Path patterns of the configuration: ``exclude``, ``formats`` and ``per-file-ignores`` all read them alike.

A pattern without a slash matches a file or folder of that name at any depth (``drafts``, ``*.draft.md``). One with a
slash is a path from the folder of the configuration file (``wire/*.md``, ``/drafts``). ``*``, ``?`` and ``[ab]`` stay
inside one part of a path; a part ``**`` is any number of parts. What matches a folder matches all that is in it.
"""

from __future__ import annotations

import os  # pathlib would cost a hook some milliseconds at every start


def relative(path: str, folder: str) -> str:
    """``path`` as patterns see it from ``folder``: parted by ``/``; only its name if it is outside the folder."""
    path = os.path.abspath(path)
    try:
        inside = os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:  # Windows: another drive
        inside = ".."
    if inside == ".." or inside.startswith("../"):
        return os.path.basename(path)
    return "" if inside == "." else inside


def matches(pattern: str, path: str) -> bool:
    """Whether ``pattern`` matches ``path``, which :func:`relative` made, or a folder that holds it."""
    from fnmatch import fnmatchcase

    pattern = pattern.rstrip("/")
    wanted = pattern.removeprefix("./").removeprefix("/").split("/") if "/" in pattern else ["**", pattern]
    parts = path.split("/")
    reached = {0}  # how many parts of the path the pattern may have used up so far
    for part in wanted:
        if part == "**":
            reached = {later for at in reached for later in range(at, len(parts) + 1)}
        else:
            reached = {at + 1 for at in reached if at < len(parts) and fnmatchcase(parts[at], part)}
    return bool(reached)
