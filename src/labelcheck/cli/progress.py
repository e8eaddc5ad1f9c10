"""How far a long run has got, told on a terminal and nowhere else."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

_PATIENCE = 1.0
"""Seconds before anything is shown: most runs are over by then."""
_PAUSE = 0.1


def progress(total: int) -> Callable[[int], None] | None:
    """What shows on standard error how many of ``total`` files are done; None if that is not a terminal."""
    stream = sys.stderr
    if stream is None or not stream.isatty():
        return None
    due = time.monotonic() + _PATIENCE
    shown = False

    def show(done: int) -> None:
        nonlocal due, shown
        if done == total:
            if shown:
                stream.write("\r\x1b[K")
                stream.flush()
        elif time.monotonic() >= due:
            stream.write(f"\r{done} of {total} files")
            stream.flush()
            shown, due = True, time.monotonic() + _PAUSE

    return show
