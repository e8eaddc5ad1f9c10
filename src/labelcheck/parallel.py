"""One piece of work a file, done by several processes; what becomes of the answers is for others to say.

Workers know the paths from the start and are told by number which are theirs, a few at a time. A worker that dies
takes no file with it: its files are given out again one by one, and the one that kills a worker by itself is the one
to blame.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence

from labelcheck.errors import LabelcheckError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from typing import TypeAlias, TypeVar

    _Answer = TypeVar("_Answer")
    _Work: TypeAlias = Callable[[Sequence[str]], Sequence[_Answer]]
    _Workers = dict[Connection, tuple[BaseProcess, range]]

_WORTHWHILE = 3_000_000
"""Bytes of articles from which on several processes are faster than one: it takes a while to start them."""
_MOST_AT_ONCE = 64
"""Files given to a worker at a time."""
_MOST_WORKERS = 61
"""As many as Windows can wait for at once, and as may have their pipes open under the usual limits elsewhere."""


def default_jobs(paths: Sequence[str]) -> int:
    """How many processes are to check the files: one a core, but one in all if there is little to do."""
    size = 0
    for path in paths:
        try:
            size += os.path.getsize(path)
        except (OSError, ValueError):
            continue
        if size > _WORTHWHILE:
            return min(_cores(), len(paths))
    return 1


def in_processes(
    work: _Work[_Answer], paths: Sequence[str], jobs: int, died: Callable[[str, int | None], _Answer]
) -> Iterator[_Answer]:
    """The answers of ``work`` for all paths, in no order; ``died(path, exit code)`` where that ends the process.

    ``work`` gives one answer a path, and is a function that :mod:`pickle` can name. When the iterator is closed, so are
    the workers. There are at most 61 of them, however many ``jobs``. Raises LabelcheckError if one cannot be started.
    """
    jobs = min(jobs, _MOST_WORKERS)
    size = max(1, min(_MOST_AT_ONCE, len(paths) // (8 * jobs)))
    parts = deque(range(start, min(start + size, len(paths))) for start in range(0, len(paths), size))
    busy: _Workers = {}
    idle = []
    try:
        while parts or busy:
            while parts and len(busy) < jobs:
                try:
                    _start(work, paths, parts.popleft(), busy)
                except OSError as error:  # too many open files or processes
                    raise _cannot_start(len(busy), error) from None
            for connection in _ready(busy):
                process, part = busy.pop(connection)
                try:
                    answers = connection.recv()
                except (EOFError, OSError):
                    process.join()
                    if len(part) > 1:
                        parts.extendleft(range(at, at + 1) for at in reversed(part))
                    else:
                        yield died(paths[part.start], process.exitcode)
                    continue
                if parts:
                    busy[connection] = process, parts.popleft()
                    _give(connection, busy[connection][1])
                else:
                    _give(connection, None)
                    idle.append(process)
                yield from answers
    finally:
        for process, _ in busy.values():
            process.kill()  # a worker that has only just begun may lose a milder signal
            idle.append(process)
        for process in idle:
            process.join()


def _start(work: _Work[_Answer], paths: Sequence[str], part: range, busy: _Workers) -> None:
    import multiprocessing

    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)  # the fastest where it is safe
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, work, paths), daemon=True)
    process.start()
    theirs.close()
    busy[ours] = process, part
    _give(ours, part)


def _cannot_start(running: int, error: OSError) -> LabelcheckError:
    problem = f"no more than {running} processes could be started: {error.strerror}"
    return LabelcheckError(f"--jobs: {problem}; write fewer, like --jobs {max(1, running // 2)}")


def _give(connection: Connection, part: range | None) -> None:
    from contextlib import suppress

    with suppress(OSError):  # the worker has died; that shows when its answer is read
        connection.send(part)


def _ready(busy: _Workers) -> list[Connection]:
    from multiprocessing.connection import wait

    return wait(list(busy))  # type: ignore[return-value] # of what it is given


def _serve(connection: Connection, work: _Work[_Answer], paths: Sequence[str]) -> None:
    """What a worker does until it is given nothing any more, or the program is gone."""
    import signal
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program to act on
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # and this ends a worker, whatever the program does on it
    program = parent_process()
    while program and connection in wait([connection, program.sentinel]):
        part = connection.recv()
        if part is None:
            return
        connection.send(work(paths[part.start : part.stop]))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
