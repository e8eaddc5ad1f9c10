"""What `check` leaves out on request: known findings (`--baseline`) and those of an earlier day (`--new-since`)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date

from labelcheck.baseline import Baseline, load
from labelcheck.cli.session import Session
from labelcheck.errors import UsageError
from labelcheck.policy import iso_date
from labelcheck.records import replace
from labelcheck.registry.bundled import chosen
from labelcheck.report.model import Run
from labelcheck.runner import Runner
from labelcheck.since import Earlier, before_day, before_files

_OF_DATES = frozenset("0123456789-./")
_SHOWN = 10
"""Stale findings that are told one by one."""


def narrow(session: Session, new_since: str | None) -> tuple[Runner, Callable[[Run], Iterator[str]]]:
    """The session's runner, narrowed to what is asked for, and what there is to say about it after the run."""
    runner, config = session.runner, session.config
    baseline = load(config.baseline) if config.baseline else None
    sieves = [baseline.sieve] if baseline else []
    day = iso_date(new_since) if new_since else None
    if new_since:
        if not day and not set(new_since) - _OF_DATES and not os.path.exists(new_since):
            raise UsageError(f"--new-since {new_since}: no such day; write it like 2026-09-01, or name registry files")
        files = chosen(config.registries, bundled=config.bundled_registries)
        before = before_day(runner.linter, day) if day else before_files(runner.linter, files, new_since)
        sieves.append(Earlier(before).sieve)

    def remarks(run: Run) -> Iterator[str]:
        if baseline:
            yield from _about(baseline)
        if day:
            yield from _too_early(run, day)

    return replace(runner, sieves=tuple(sieves)), remarks


def _about(baseline: Baseline) -> Iterator[str]:
    if baseline.met:
        yield f"{baseline.path}: known findings left out: {len(baseline.met)}"
    stale = sorted(baseline.stale | baseline.lost())
    if stale:
        yield f"{baseline.path}: known findings gone: {len(stale)}; `labelcheck baseline update` drops them"
        for item in stale[:_SHOWN]:
            yield f"gone: {item.path}: {item.rule}: {item.sentence}"


def _too_early(run: Run, day: date) -> Iterator[str]:
    early = sum(file.as_of <= day for file in run.files)
    if early:
        yield (
            f"{early} of {len(run.files)} files are judged at a date up to {day}, when nothing newer was due; "
            "with --as-of today they are judged like today's"
        )
