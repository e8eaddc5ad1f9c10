"""Work in steps, which many articles take together: each step is taken for all of them before the next one.

A step's code and data stay in the processor's caches that way, and an archive takes a fifth less time than it would
article by article. Work is a generator that yields after each step and returns its result.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import TypeAlias, TypeVar

    T = TypeVar("T")
    Steps: TypeAlias = Generator[None, None, T]

_MOST = 64
_ENOUGH = 1 << 19
"""Bytes of articles that are in memory together, but for a larger one, which is there alone."""


def finish(steps: Steps[T]) -> T:
    """Take all steps of one piece of work."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            result: T = done.value
            return result


def in_step(tasks: Iterable[Steps[T]]) -> list[T]:
    """Take all steps of several pieces of work, each step for all of them; their results, in the order of ``tasks``."""
    results: dict[int, T] = {}
    going = dict(enumerate(tasks))
    while going:
        for number, task in list(going.items()):
            try:
                next(task)
            except StopIteration as done:
                results[number] = done.value
                del going[number]
    return [results[number] for number in range(len(results))]


def batches(paths: Iterable[str]) -> Iterator[Sequence[str]]:
    """The files in their order, as many at a time as take steps together."""
    batch: list[str] = []
    total = 0
    for path in paths:
        size = _size(path)
        if batch and (len(batch) == _MOST or total + size > _ENOUGH):
            yield batch
            batch, total = [], 0
        batch.append(path)
        total += size
    if batch:
        yield batch


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except (OSError, ValueError):  # no file, which is for those to say who read it
        return 0
