"""Throughput of one process on ordinary articles and on articles full of names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import inputs
from costs import Job, Timing, fastest
from figures import Figure

_ROUNDS = 8
_SIZE = 4_000_000
_WARM_UP = 50
_RATES = {"txt": 20.0, "md": 12.0, "html": 8.0}


def figures(folder: Path) -> Iterator[Figure]:
    """MB/s by CPU time; the notes have those by wall time."""
    series = [(name, spacing) for name in inputs.FORMATS for spacing in (inputs.SPARSE, inputs.DENSE)]
    for (format_name, spacing), run in zip(
        series, fastest(_ROUNDS, [_job(folder, *each) for each in series]), strict=True
    ):
        yield _figure(format_name, spacing, run)


def _job(folder: Path, format_name: str, spacing: int) -> Job:
    size = _SIZE if spacing == inputs.SPARSE else _SIZE // 2
    paths = inputs.write(folder / f"{format_name}-{spacing}", format_name, size, spacing=spacing)
    return Job(format_name, paths, _WARM_UP)


def _figure(format_name: str, spacing: int, run: Timing) -> Figure:
    megabytes = run.size / 1e6
    target = _RATES.get(format_name)
    return Figure(
        "throughput",
        f"{format_name}, a mention per {spacing} B",
        megabytes / run.cpu,
        "MB/s",
        target if target is None or spacing == inputs.SPARSE else target / 2,
        at_least=True,
        note=f"wall {megabytes / run.wall:.1f} MB/s; {run.cpu / run.reference:.1f} × bytes.decode().split()",
    )
