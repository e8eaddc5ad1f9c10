"""What a second process brings, and that it changes no byte of the report."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import inputs
from costs import LABELCHECK, measure
from figures import Figure

_SIZE = 80_000_000
_ROUNDS = 4
_LEAST = 1.7
_JOBS = ("1", "2")


def figures(folder: Path) -> Iterator[Figure]:
    """The ratio of wall times, on machines with two cores or more; and whether the reports differ."""
    inputs.write(folder / "archive", "txt", _SIZE)
    check = [*LABELCHECK, "check", "archive", "--format"]
    one, two = measure([[*check, "concise", "--jobs", jobs] for jobs in _JOBS], _ROUNDS, folder, of=min)
    note = (
        f"wall {one.wall:.2f} and {two.wall:.2f} s for {_SIZE / 1e6:.0f} MB; of CPU {two.cpu / one.cpu:.2f} × as much"
    )
    yield Figure("jobs", "two processes to one: speed", one.wall / two.wall, "×", _LEAST, at_least=True, note=note)
    reports = [
        subprocess.run([*check, "json", "--jobs", jobs], capture_output=True, cwd=folder).stdout for jobs in _JOBS
    ]
    assert len(reports[0]) > 1_000
    yield Figure("jobs", "reports that differ", float(reports[0] != reports[1]), "", 0.0)
