"""``--jobs``, and what it is when it is not given."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time

import pytest

from labelcheck import parallel
from labelcheck.cli.console import COULD_NOT, FINDINGS

from .newsroom import LABELLED, UNLABELLED, Newsroom


def test_reports_are_the_same_byte_for_byte(newsroom: Newsroom) -> None:
    for number in range(30):
        newsroom.write(f"{number}.txt", UNLABELLED * number + LABELLED)
    newsroom.write("gone.txt", b"\xff")
    for report in ("text", "json", "sarif"):
        one, two, many = (newsroom.run("check", ".", "--format", report, "--jobs", jobs) for jobs in "129")
        assert one.code == COULD_NOT
        assert one.out.count("LC101") >= 29
        assert one == two == many


def test_it_is_a_number(newsroom: Newsroom) -> None:
    outcome = newsroom.run("check", ".", "--jobs", "0")
    assert outcome.code == COULD_NOT
    assert "'--jobs'" in outcome.err


def test_what_keeps_count_is_done_by_one_process(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "in_processes", None)
    newsroom.write("a.txt")
    newsroom.write("b.txt")
    assert newsroom.run("check", ".", "--jobs", "2", "--diff").code == FINDINGS
    assert newsroom.run("check", "-", "b.txt", "--jobs", "2", stdin=LABELLED).code == FINDINGS


FEW_FILES = """
import resource, sys
from labelcheck.__main__ import main

resource.setrlimit(resource.RLIMIT_NOFILE, (int(sys.argv.pop(1)),) * 2)
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize("limit", [20, 40, 60, 64, 100, 150])
def test_more_than_can_be_started(newsroom: Newsroom, limit: int) -> None:
    for number in range(100):
        newsroom.write(f"{number}.txt")
    command = [sys.executable, "-c", FEW_FILES, str(limit), "check", ".", "--jobs", "90"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (COULD_NOT, "")
    problem = (
        r"labelcheck: error: --jobs: no more than \d+ processes could be started: .+; write fewer, like --jobs \d+\n"
    )
    assert re.fullmatch(problem, done.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_an_interrupt_ends_all_at_once_and_quietly(newsroom: Newsroom) -> None:
    for number in range(4):
        newsroom.write(f"{number}.txt", UNLABELLED * 40_000)
    program = subprocess.Popen(
        [sys.executable, "-m", "labelcheck", "check", ".", "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # background jobs are started deaf to it
    )
    workers: list[int] = []
    while len(workers) < 2:
        assert program.poll() is None
        workers = _children(program.pid)
        time.sleep(0.02)
    os.killpg(program.pid, signal.SIGINT)  # as a terminal does
    out, err = program.communicate(timeout=60)
    assert (program.returncode, out, err) == (128 + signal.SIGINT, "", "\n")
    for worker in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(worker, 0)


def _children(pid: int) -> list[int]:
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    return [int(child) for child, parent in map(str.split, listed.splitlines()) if int(parent) == pid]
