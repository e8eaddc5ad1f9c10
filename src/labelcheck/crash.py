"""What happens after an unexpected error: one line for the person, and a log for a report of the bug.

The log says where in the program the error arose and in which versions. It holds nothing of the article: not the words
of the error, which may quote it, not the values of variables, not paths of the machine.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version

from labelcheck.disk import cache_folder, replace_file
from labelcheck.version import __version__

SHOW = "LABELCHECK_TRACEBACK"
"""Environment variable; if it is set, the error is shown whole on standard error, words included."""

_PACKAGES = ("click", "pymorphy3", "pymorphy3-dicts-ru", "pyromark", "PyYAML", "regex")
_PARTS_OF_A_PATH = 3
"""How many names of a file's path the log has: ``labelcheck/source/html.py``, and no folder of the user's."""
_FRAMES = 60
"""Calls at either end of an error that are told: an endless recursion has a thousand."""


def crashed(error: Exception) -> str:
    """What to say of ``error``, whose log is written into the user's cache folder.

    One bug gives one file, however often it strikes and in however many processes.
    """
    if os.environ.get(SHOW):
        traceback.print_exception(error)
    if isinstance(error, MemoryError):
        return "there is too little memory for it"
    if isinstance(error, ModuleNotFoundError):
        return f"this installation lacks {error.name}; install labelcheck again"
    log = "".join(f"{line}\n" for line in _log(error))
    written = _write(log)
    report = f"please report it with {written}" if written else f"please report it; with {SHOW}=1 set, it is shown"
    return f"unexpected {type(error).__name__} in {_place(error)}: this is a bug in labelcheck, {report}"


def _log(error: Exception) -> Iterator[str]:
    yield f"labelcheck {__version__}, an unexpected error"
    yield f"{sys.implementation.name} {sys.version.split()[0]} on {sys.platform}"
    yield ", ".join(f"{name} {_version(name)}" for name in _PACKAGES)
    chain: BaseException | None = error
    while chain is not None:
        yield ""
        yield f"{type(chain).__module__}.{type(chain).__qualname__}"
        frames = traceback.extract_tb(chain.__traceback__)
        for frame in frames if len(frames) <= 2 * _FRAMES else [*frames[:_FRAMES], *frames[-_FRAMES:]]:
            yield f"  {_short(frame.filename)}:{frame.lineno} {frame.name}: {frame.line}"
        chain = chain.__cause__ or chain.__context__
    yield ""
    yield "The words of the error are left out, because they may quote the article. To see them, which is for you to"
    yield f"share or not, set {SHOW}=1 and run the same command again."


def _write(log: str) -> str | None:
    """The path of the file with the log; None if none can be written."""
    name = f"labelcheck-crash-{blake2b(log.encode(), digest_size=6).hexdigest()}.log"
    path = os.path.join(cache_folder(), name)
    try:
        os.makedirs(cache_folder(), mode=0o700, exist_ok=True)
        replace_file(path, log.encode(), 0o600)
    except OSError:
        return None
    return path


def _place(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"{_short(frames[-1].filename)}:{frames[-1].lineno}" if frames else "no known place"


def _short(path: str) -> str:
    return "/".join(path.replace(os.sep, "/").split("/")[-_PARTS_OF_A_PATH:])


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"
