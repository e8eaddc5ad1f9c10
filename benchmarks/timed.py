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

from labelcheck import Linter


def timed(format_name: str, warm_up: int, paths: Sequence[str]) -> dict[str, float]:
    """The fields of :class:`costs.Timing`."""
    linter = Linter.bundled()
    linter.check_text("", format=format_name)
    for path in paths[:warm_up]:
        linter.check_file(path, format_name)
    counted = paths[warm_up:]
    cpu, wall = time.process_time(), time.perf_counter()
    mentions = sum(len(linter.check_file(path, format_name).mentions) for path in counted)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    size, reference = 0, 0.0
    for path in counted:
        data = Path(path).read_bytes()
        size += len(data)
        begin = time.process_time()
        data.decode().split()
        reference += time.process_time() - begin
    return {"size": size, "cpu": cpu, "wall": wall, "reference": reference, "mentions": mentions}


if __name__ == "__main__":
    print(json.dumps(timed(sys.argv[1], int(sys.argv[2]), sys.stdin.read().split("\n"))))
