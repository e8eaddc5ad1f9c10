"""What whole processes cost, and what checking costs inside one."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

BARE = (sys.executable, "-c", "pass")
"""The yardstick of a cold start."""
LABELCHECK = (str(Path(sys.executable).with_name("labelcheck")),)
"""The installed program."""

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Cost:
    """Of a process, medians of several runs, or the least: seconds and MiB."""

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True)
class Job:
    """Files to check in a process of their own, the first ``warm_up`` of which are not counted."""

    format_name: str
    paths: Sequence[Path]
    warm_up: int = 0


@dataclass(frozen=True)
class Timing:
    """Seconds that ``size`` bytes took in a process that was ready, see :mod:`timed`."""

    size: int
    cpu: float
    wall: float
    reference: float
    mentions: int


def measure(
    commands: Sequence[Sequence[str]],
    rounds: int,
    folder: Path,
    *,
    warm_up: bool = True,
    codes: frozenset[int] = frozenset([0, 1]),
    of: Callable[[Sequence[float]], float] = median,
) -> list[Cost]:
    """The cost of each command in ``folder``; they take turns, so that all see the same machine.

    ``warm_up``: whether a first run of each does not count. ``of``: which of the runs does. Raises ValueError if one
    ends with another exit code than ``codes``.
    """
    job = json.dumps({"commands": commands, "rounds": rounds, "warm_up": warm_up})
    costs = []
    for command, runs in zip(commands, json.loads(_output("meter.py", [], job, folder=folder)), strict=True):
        columns = list(zip(*runs, strict=True))
        if wrong := set(columns[3]) - codes:
            raise ValueError(f"{' '.join(command)} ended with {wrong}")
        costs.append(Cost(*map(of, columns[:3])))
    return costs


def fastest(rounds: int, jobs: Sequence[Job]) -> list[Timing]:
    """The :func:`timing` of each job's fastest run: other work on the machine can only make one slower.

    The jobs take turns, so that all of them see a quiet moment.
    """
    turns = [[timing(job.format_name, job.paths, job.warm_up) for job in jobs] for _ in range(rounds)]
    return [min(runs, key=lambda run: run.cpu) for runs in zip(*turns, strict=True)]


def timing(format_name: str, paths: Sequence[Path], warm_up: int = 0, limit: float | None = None) -> Timing:
    """What checking the files takes in a process of their own; the first ``warm_up`` are not counted.

    Raises ``subprocess.TimeoutExpired`` after ``limit`` seconds.
    """
    given = "\n".join(map(str, paths))
    return Timing(**json.loads(_output("timed.py", [format_name, str(warm_up)], given, limit=limit)))


def _output(
    script: str, arguments: Sequence[str], given: str, *, folder: Path | None = None, limit: float | None = None
) -> str:
    isolated = ["-I", "-S"] if script == "meter.py" else []
    command = [sys.executable, *isolated, str(_HERE / script), *arguments]
    done = subprocess.run(
        command, input=given, stdout=subprocess.PIPE, text=True, check=True, cwd=folder, timeout=limit
    )
    return done.stdout
