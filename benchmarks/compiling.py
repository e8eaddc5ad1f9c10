"""What is paid once for a registry: reading, inflecting and indexing it; and what opening the result takes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from figures import Figure

_ROUNDS = 3
_COMPILE = """
import time
from labelcheck.lexicon.cache import compile_bundled
begin = time.process_time()
data = compile_bundled()
print(time.process_time() - begin, len(data))
"""
_LOAD = """
import time
from labelcheck.lexicon import load_lexicon
from labelcheck.registry.bundled import bundled_folder
bundled = [bundled_folder()]
load_lexicon(bundled)
times = []
for _ in range(50):
    begin = time.process_time()
    load_lexicon(bundled)
    times.append(time.process_time() - begin)
print(sorted(times)[25], 0)
"""


def figures(_folder: Path) -> Iterator[Figure]:
    """CPU time of compiling and of opening the bundled registries."""
    seconds, size = _run(_COMPILE)
    yield Figure("compile", "bundled registries", seconds, "s", note=f"{size / 1e6:.1f} MB compiled")
    yield Figure("compile", "opening the compiled lexicon", _run(_LOAD)[0] * 1e3, "ms")


def _run(program: str) -> tuple[float, float]:
    """The medians of the two numbers that the program prints."""
    runs = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        for _ in range(_ROUNDS)
    ]
    numbers = [tuple(map(float, run.stdout.split())) for run in runs]
    return median(number[0] for number in numbers), median(number[1] for number in numbers)
