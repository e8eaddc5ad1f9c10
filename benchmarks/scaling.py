"""Whether cost grows with the text and not faster, and memory with the largest file and not with their number."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import inputs
from costs import LABELCHECK, Job, Timing, fastest, measure
from figures import Figure

_SMALL, _LARGE, _HUGE = 10_000, 10_000_000, 100_000_000
_ROUNDS = 4
_MOST = 1.2
_MOST_KEPT = 1.0
"""KiB that a run may keep of each file: its path and how many mentions it has."""


def figures(folder: Path) -> Iterator[Figure]:
    """Ratios of the CPU time per byte, and of peak memory."""
    for format_name in ("txt", "md", "html"):
        jobs = [
            _job(folder / format_name, format_name, _LARGE, _SMALL),
            _job(folder / f"{format_name}-one", format_name, _LARGE, _LARGE),
        ]
        if format_name == "txt":
            jobs.append(_job(folder / "huge", format_name, _HUGE, _HUGE))
        many, one, *huge = fastest(_ROUNDS, jobs)
        yield _ratio(f"{format_name}: one file of 10 MB to 1,000 of 10 KB, per byte", one, many)
        for run in huge:
            yield _ratio(f"{format_name}: one file of 100 MB to one of 10 MB, per byte", run, one)
    for name, size in (("few", _LARGE), ("archive", _HUGE)):
        inputs.write(folder / name, "txt", size, article=_SMALL, spacing=_HUGE)  # no mentions: findings are kept
    quiet = [*LABELCHECK, "check", "--jobs", "1"]
    small, large, single = measure([[*quiet, name] for name in ("few", "archive", "txt-one")], 1, folder, warm_up=False)
    kept = (large.peak - small.peak) * 1024 / ((_HUGE - _LARGE) // _SMALL)
    note = f"{small.peak:.0f} MiB for 1,000 files of 10 KB, {large.peak:.0f} for 10,000"
    yield Figure("scaling", "memory kept of each further file", kept, "KiB", _MOST_KEPT, note=note)
    yield Figure("scaling", "one file of 10 MB: peak memory", single.peak, "MiB")


def _job(folder: Path, format_name: str, size: int, article: int) -> Job:
    return Job(format_name, inputs.write(folder, format_name, size, article=article))


def _ratio(name: str, numerator: Timing, denominator: Timing) -> Figure:
    rates = [each.size / 1e6 / each.cpu for each in (numerator, denominator)]
    note = f"{rates[0]:.1f} to {rates[1]:.1f} MB/s"
    return Figure("scaling", name, rates[1] / rates[0], "×", _MOST, note=note)
