"""Checks files in one process, all rules on, and prints as JSON what that took; :mod:`costs` calls it.

usage: python benchmarks/timed.py FORMAT WARM-UP < PATHS

The first WARM-UP files are not counted. ``reference`` is what Python takes to decode the same bytes and split them at
white space: the yardstick by which runs on different machines can be compared.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from labelcheck.config import Config
from labelcheck.linter import Linter, Result, read_source
from labelcheck.runner import Runner


def timed(format_name: str, warm_up: int, paths: Sequence[str]) -> dict[str, float]:
    """The fields of :class:`costs.Timing`."""
    runner = Runner(Linter.bundled(), Config(), read_source, format_name)
    runner.linter.check_text("", format=format_name)
    _mentions(runner, paths[:warm_up])
    counted = paths[warm_up:]
    cpu, wall = time.process_time(), time.perf_counter()
    mentions = _mentions(runner, counted)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    size, reference = 0, 0.0
    for path in counted:
        data = Path(path).read_bytes()
        size += len(data)
        begin = time.process_time()
        data.decode().split()
        reference += time.process_time() - begin
    return {"size": size, "cpu": cpu, "wall": wall, "reference": reference, "mentions": mentions}


def _mentions(runner: Runner, paths: Sequence[str]) -> int:
    """How many mentions the files have, all together. Raises AssertionError if one cannot be checked."""
    count = 0
    for answer in runner.check(paths):
        assert isinstance(answer, Result), answer
        count += len(answer.mentions)
    return count


if __name__ == "__main__":
    print(json.dumps(timed(sys.argv[1], int(sys.argv[2]), sys.stdin.read().split("\n"))))
