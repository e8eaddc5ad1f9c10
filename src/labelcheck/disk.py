"""Files that others may have prepared, read and written with care.

Reading takes regular files of a bounded size only: a pipe would wait for ever, a device may never end. Writing puts the
new file beside the old one and then in its place, so that a full disk, a crash or an interrupt leaves either the old or
the new one. The new one gets a name that nobody can foresee and no link can wait at.
"""

from __future__ import annotations

import os
import stat
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from io import FileIO

_NOT_REGULAR = "is not a regular file but a pipe or a device"
_TO_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_CHUNK = 1 << 16
_PARTS: set[str] = set()
"""Files that are being written. An interrupt leaves none of them behind: see :func:`drop_parts`."""


def cache_folder() -> str:
    """The folder for what this program keeps from run to run; it need not exist."""
    own = os.environ.get("LABELCHECK_CACHE_DIR")
    if own:
        return own
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA") or os.path.expanduser("~"), "labelcheck", "cache")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches/labelcheck")
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "labelcheck")


class UnreadableError(Exception):
    """A file that cannot be read. The text goes on after the file's path: ``cannot be read: …``."""


def read_file(path: str, most: int) -> bytes:
    """All bytes of the regular file at ``path``. Raises UnreadableError, also for more than ``most`` bytes."""
    try:
        descriptor = _open_at_once(path, _TO_READ)  # a file object would take as long again
        try:
            found = os.fstat(descriptor)
            if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):  # a folder fails to be read
                raise UnreadableError(_NOT_REGULAR)
            data = os.read(descriptor, min(found.st_size, most) + 1)
            while len(data) != found.st_size and len(data) <= most:  # it changes, or its size is not known in advance
                more = os.read(descriptor, _CHUNK)
                if not more:
                    break
                data += more
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise UnreadableError(f"cannot be read: {getattr(error, 'strerror', None) or error}") from None
    if len(data) > most:
        raise UnreadableError(too_large(most))
    return data


def too_large(most: int) -> str:
    """What is said of more than ``most`` bytes."""
    return f"is larger than {most >> 20} MiB, the most that is read; split it"


def open_file(path: str) -> FileIO:
    """The regular file at ``path``, opened for reading. Raises UnreadableError for another, OSError, ValueError.

    A read may give less than is left; only nothing at all means the end.
    """
    file = open(path, "rb", buffering=0, opener=_open_at_once)  # noqa: SIM115 - the caller closes it
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise UnreadableError(_NOT_REGULAR)
    return file


def is_private(file: FileIO) -> bool:
    """Whether nobody but the user of this process can have written the open file."""
    found = os.fstat(file.fileno())
    return os.name == "nt" or (found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH))


def replace_file(path: str, data: bytes, mode: int | None = None) -> None:
    """Write the file at ``path`` whole or not at all. A link is replaced, not followed.

    ``mode``: permissions of the file; None for those of the file that was there, or of a new file. Raises OSError.
    """
    part = write_part(path, data, mode)
    try:
        os.replace(part, path)
    finally:
        drop_part(part)


def write_part(path: str, data: bytes, mode: int | None = None) -> str:
    """Write what is to replace the file at ``path`` beside it, and give where. See :func:`replace_file`."""
    part = os.path.join(os.path.dirname(path), f".labelcheck-{os.urandom(8).hex()}")
    _PARTS.add(part)
    try:
        if mode is None and os.path.exists(path):
            mode = stat.S_IMODE(os.stat(path).st_mode)
        with open(part, "xb") as file:
            if mode is not None:
                os.chmod(part, mode)
            file.write(data)
    except BaseException:
        drop_part(part)
        raise
    return part


def drop_part(part: str) -> None:
    """Take a part away that is not wanted any more, or has taken its place already."""
    from contextlib import suppress

    with suppress(OSError):  # in its place, or never made
        os.unlink(part)
    _PARTS.discard(part)


def drop_parts() -> None:
    """Take away what is half written: the program is about to end."""
    for part in list(_PARTS):
        drop_part(part)


def strays(path: str) -> str | None:
    """Where ``path`` really is, if it looks as if it were in the working directory and a link leads it out of there.

    A repository may hold such links, and who is told to write a file in it does not mean one elsewhere.
    """
    here = os.path.realpath(os.curdir)
    seeming, real = os.path.abspath(path), os.path.realpath(path)
    return real if _within(seeming, os.path.abspath(os.curdir)) and not _within(real, here) else None


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(os.path.join(folder, ""))


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
