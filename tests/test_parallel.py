"""Several processes: the same answers as one gives, whatever becomes of the workers."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from labelcheck import parallel
from labelcheck.config import Config
from labelcheck.linter import Linter
from labelcheck.parallel import default_jobs, in_processes
from labelcheck.report.model import FileError
from labelcheck.runner import Runner
from labelcheck.source.model import Source

from .cli.newsroom import REGISTRY, UNLABELLED

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")


def shout(path: str) -> str:
    """Work that kills its worker on request."""
    if path == "exit":
        os._exit(3)
    if path.startswith("kill"):
        os.kill(os.getpid(), signal.SIGKILL)
    return path.upper()


def shout_all(paths: Sequence[str]) -> list[str]:
    return [shout(path) for path in paths]


def died(path: str, code: int | None) -> str:
    return f"{path} died of {code}"


def answers(paths: list[str], jobs: int = 2) -> list[str]:
    return sorted(in_processes(shout_all, paths, jobs, died))


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_every_path_has_its_answer(jobs: int) -> None:
    paths = [f"p{number:03}" for number in range(200)]
    assert answers(paths, jobs) == [path.upper() for path in paths]
    assert answers([], jobs) == []
    assert multiprocessing.active_children() == []


@POSIX
def test_a_worker_that_dies_takes_no_other_path_with_it() -> None:
    paths = [f"p{number:03}" for number in range(100)]
    expected = [path.upper() for path in paths] + ["exit died of 3", "kill died of -9", "kill again died of -9"]
    assert answers(["kill", *paths[:40], "exit", "kill again", *paths[40:]]) == sorted(expected)


def test_workers_end_when_nobody_wants_more_answers() -> None:
    work = in_processes(shout_all, [str(number) for number in range(1000)], 2, died)
    next(work)
    assert len(multiprocessing.active_children()) == 2
    work.close()  # type: ignore[attr-defined] # it is a generator
    assert multiprocessing.active_children() == []


def test_there_are_never_too_many_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_MOST_WORKERS", 3)
    work = in_processes(shout_all, [str(number) for number in range(1000)], 1000, died)
    next(work)
    assert len(multiprocessing.active_children()) == 3
    work.close()  # type: ignore[attr-defined] # it is a generator


def read_or_die(path: str) -> Source:
    return Source(path, shout("kill" if path == "deadly.txt" else UNLABELLED))


@POSIX
def test_a_run_tells_which_article_killed_its_worker() -> None:
    linter = Linter.bundled(registries=[str(REGISTRY)], bundled=False)
    run = Runner(linter, Config(), read_or_die).run(["a.txt", "deadly.txt", "c.txt"], jobs=2)
    assert [file.path for file in run.files] == ["a.txt", "c.txt"]
    assert run.errors == (
        FileError(
            "deadly.txt", "the process that checked it was ended by signal 9; perhaps there was too little memory"
        ),
    )


def test_a_few_articles_are_not_worth_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_cores", lambda: 4)
    monkeypatch.setattr(parallel, "_WORTHWHILE", 1000)
    paths = []
    for number in range(3):
        paths.append(str(tmp_path / str(number)))
        (tmp_path / str(number)).write_text("x" * 400, encoding="utf-8")
    assert default_jobs(paths[:2]) == 1
    assert default_jobs([*paths[:2], str(tmp_path / "missing")]) == 1
    assert default_jobs(paths) == 3
    assert default_jobs(paths * 2) == 4
