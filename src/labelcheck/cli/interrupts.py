"""What Ctrl-C and the signals that end programs do: end this one at once, with nothing half done left behind.

An exception raised at any moment could be lost in a callback, or show as a traceback. So the handler itself tidies up
(files half written, worker processes) and ends the process.
"""

from __future__ import annotations

import _signal  # type: ignore[import-not-found] # under `signal`, which costs every start some tenths of a millisecond
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType

_ENDING = {getattr(_signal, name): name for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(_signal, name)}

_PATIENCE = 1.0
"""Seconds to wait for a worker that was killed."""


def watch() -> None:
    """From now on end the process cleanly on a signal, unless who started it wants the signal ignored (``nohup``)."""
    program = os.getpid()

    def end(number: int, _frame: FrameType | None) -> None:
        try:
            if os.getpid() == program:  # and not a worker that has only just begun
                _tidy_up()
                told = f"labelcheck: error: ended by {_ENDING[number]}; not everything was checked"
                os.write(2, f"{'' if number == _signal.SIGINT else told}\n".encode())
        finally:
            os._exit(128 + number)

    for number in _ENDING:
        if _signal.getsignal(number) != _signal.SIG_IGN:
            _signal.signal(number, end)


def _tidy_up() -> None:
    for number in _ENDING:
        _signal.signal(number, _signal.SIG_IGN)
    disk = sys.modules.get("labelcheck.disk")  # a module not imported has begun nothing
    if disk:
        disk.drop_parts()
    processes = sys.modules.get("multiprocessing")
    for worker in processes.active_children() if processes else ():
        worker.kill()
        worker.join(_PATIENCE)
