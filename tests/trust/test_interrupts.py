"""Signals at any moment: files are old or new, nothing half done stays behind, and the exit code says what ended it.

The moments are counted in calls of functions, not in seconds: the program sends itself the signal at a certain call.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from labelcheck.cli.console import CLEAN

from ..cli.newsroom import LABELLED, UNLABELLED, Newsroom

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")

FIXED = "The Lantern Society* moved.\n\n* closed by the Harbour Office\n"
"""What UNLABELLED is after it was fixed."""
PROGRAM = """
import json, os, signal, sys
from labelcheck.__main__ import main

number, after, at = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
calls = None if after else 0

def count(frame, event, argument):
    global calls
    if calls is None and event == "call" and frame.f_code.co_name == after:
        calls = 0
    if calls is not None:
        calls += 1
        if calls == at:
            signal.raise_signal(number)

sys.argv[1:] = sys.argv[4:]
sys.setprofile(count)
try:
    main()
finally:
    sys.setprofile(None)
    print(json.dumps(calls), file=sys.stderr)
"""


def run(newsroom: Newsroom, number: int, after: str, at: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program, which gets the signal at the call ``at`` after the function ``after`` was first called."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, str(number), after, str(at), *arguments],
        cwd=newsroom.folder,
        capture_output=True,
        text=True,
        check=False,
    )


def articles(newsroom: Newsroom) -> None:
    for count in range(3):
        newsroom.write(f"{count}.txt", UNLABELLED)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_it_ends_by_the_signal_without_a_traceback(newsroom: Newsroom, number: signal.Signals) -> None:
    articles(newsroom)
    done = run(newsroom, number, "check", 50, "check", ".")
    told = f"labelcheck: error: ended by {number.name}; not everything was checked\n"
    expected = "\n" if number == signal.SIGINT else told
    assert (done.returncode, done.stdout, done.stderr) == (128 + number, "", expected)


def test_who_wants_a_signal_ignored_has_it_ignored(newsroom: Newsroom) -> None:
    newsroom.write("a.txt", LABELLED)
    arguments = [sys.executable, "-c", PROGRAM, str(int(signal.SIGHUP)), "check", "50", "check", "."]
    done = subprocess.run(["nohup", *arguments], cwd=newsroom.folder, capture_output=True, check=False)
    assert done.returncode == CLEAN


@pytest.mark.parametrize("at", range(1, 26, 4))
def test_while_an_article_is_written(newsroom: Newsroom, at: int) -> None:
    articles(newsroom)
    before = files(newsroom.folder)
    done = run(newsroom, signal.SIGTERM, "write_part", at, "check", ".", "--fix")
    assert done.returncode == 128 + signal.SIGTERM
    assert files(newsroom.folder) == before
    assert {(newsroom.folder / f"{count}.txt").read_text() for count in range(3)} <= {UNLABELLED, FIXED}


def test_at_moments_spread_over_the_whole_run(newsroom: Newsroom) -> None:
    articles(newsroom)
    before = files(newsroom.folder)
    arguments = ("check", ".", "--fix", "--output", "json=report.json")
    newsroom.run("check", ".")  # so that the lexicon is kept
    done = run(newsroom, signal.SIGTERM, "", 0, *arguments)
    calls = json.loads(done.stderr.splitlines()[-1])
    assert {(newsroom.folder / f"{count}.txt").read_text() for count in range(3)} == {FIXED}
    for moment in range(1, 7):
        articles(newsroom)
        (newsroom.folder / "report.json").unlink(missing_ok=True)
        done = run(newsroom, signal.SIGTERM, "", calls * moment // 7, *arguments)
        assert done.returncode == 128 + signal.SIGTERM
        assert done.stderr == "labelcheck: error: ended by SIGTERM; not everything was checked\n"
        assert {(newsroom.folder / f"{count}.txt").read_text() for count in range(3)} <= {UNLABELLED, FIXED}
        left = set(files(newsroom.folder)) - set(before)
        assert left <= {"report.json"}
        if left:
            json.loads((newsroom.folder / "report.json").read_text())


@pytest.mark.parametrize("at", range(2, 26, 10))
def test_while_a_lexicon_is_kept(newsroom: Newsroom, at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = newsroom.folder / "cache"
    monkeypatch.setenv("LABELCHECK_CACHE_DIR", str(cache))
    newsroom.write("a.txt", LABELLED)
    assert run(newsroom, signal.SIGTERM, "write_part", at, "check", "a.txt").returncode == 128 + signal.SIGTERM
    assert all(name.endswith(".lexicon") for name in files(cache))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_workers_end_too(newsroom: Newsroom, number: signal.Signals) -> None:
    for count in range(4):
        newsroom.write(f"{count}.txt", UNLABELLED * 40_000)
    program = subprocess.Popen(
        [sys.executable, "-m", "labelcheck", "check", ".", "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    workers: list[int] = []
    while len(workers) < 2:
        time.sleep(0.02)
        workers = children(program.pid)
    program.send_signal(number)
    out, err = program.communicate(timeout=60)
    assert (program.returncode, out) == (128 + number, "")
    assert err == f"labelcheck: error: ended by {number.name}; not everything was checked\n"
    for worker in workers:
        while running(worker):  # whoever adopts it has to notice
            time.sleep(0.02)


def children(pid: int) -> list[int]:
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    return [int(child) for child, parent in map(str.split, listed.splitlines()) if int(parent) == pid]


def running(pid: int) -> bool:
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return bool(state.strip()) and not state.startswith("Z")
