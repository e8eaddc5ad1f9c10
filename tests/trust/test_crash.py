"""An unexpected error: one line, a log to paste into a report, nothing of the article, exit code 2."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from labelcheck.cli.console import COULD_NOT
from labelcheck.crash import crashed
from labelcheck.recognise import Recogniser
from labelcheck.version import __version__

from ..cli.newsroom import REGISTRY, UNLABELLED, Newsroom

OF_THE_ARTICLE = "Lantern"
LINE = (
    r"unexpected ValueError in tests/trust/test_crash\.py:\d+: this is a bug in labelcheck,"
    r" please report it with (\S+/labelcheck-crash-[0-9a-f]{12}\.log)"
)


def stumble(self: Recogniser, view: object, policy: object) -> NoReturn:
    """A bug whose words quote the article."""
    text = view.text  # type: ignore[attr-defined]
    raise ValueError(f"no idea what {text} means") from KeyError(text)


@pytest.fixture
def logs(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A recogniser with a bug, and the folder that the logs go to."""
    folder = newsroom.folder / ".cache"
    newsroom.run("check", "nothing.txt")  # so that all is there that a run imports and keeps
    monkeypatch.setenv("LABELCHECK_CACHE_DIR", str(folder))
    monkeypatch.setattr(Recogniser, "recognise", stumble)
    return folder


def test_one_line_says_what_and_where(newsroom: Newsroom, logs: Path) -> None:
    newsroom.write("a.txt")
    outcome = newsroom.run("check", "a.txt", "--quiet")
    assert (outcome.code, outcome.out) == (COULD_NOT, "")
    found = re.fullmatch(rf"labelcheck: error: a\.txt: {LINE}\n", outcome.err)
    assert found, outcome.err
    assert Path(found[1]).parent == logs


def test_the_log_has_versions_and_places_and_nothing_of_the_article(newsroom: Newsroom, logs: Path) -> None:
    newsroom.write("a.txt")
    newsroom.run("check", "a.txt")
    (path,) = logs.glob("*.log")
    log = path.read_text(encoding="utf-8")
    first, second, third, *rest = log.splitlines()
    assert first == f"labelcheck {__version__}, an unexpected error"
    assert second == f"cpython {sys.version.split()[0]} on {sys.platform}"
    assert re.fullmatch(r"click \S+, pymorphy3 \S+, pymorphy3-dicts-ru \S+, pyromark \S+, PyYAML \S+, regex \S+", third)
    assert "builtins.ValueError" in rest
    assert "builtins.KeyError" in rest
    assert any(re.fullmatch(r"  src/labelcheck/linter\.py:\d+ _steps: article = .*", line) for line in rest)
    assert any(re.fullmatch(r"  tests/trust/test_crash\.py:\d+ stumble: raise ValueError.*", line) for line in rest)
    assert OF_THE_ARTICLE not in log
    assert str(newsroom.folder) not in log
    assert str(Path.home()) not in log
    assert path.stat().st_mode & 0o077 == 0


def test_one_bug_gives_one_log_whatever_the_number_of_articles_and_processes(newsroom: Newsroom, logs: Path) -> None:
    for count in range(4):
        newsroom.write(f"{count}.txt", UNLABELLED * (count + 1))
    one = newsroom.run("check", ".", "--quiet")
    two = newsroom.run("check", ".", "--quiet", "--jobs", "2")
    assert one == two
    assert one.code == COULD_NOT
    assert re.fullmatch("".join(rf"labelcheck: error: {count}\.txt: {LINE}\n" for count in range(4)), one.err)
    assert len(list(logs.glob("*.log"))) == 1


def test_the_other_articles_are_checked(newsroom: Newsroom, logs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.chdir(newsroom.folder)
    recognise = Recogniser.recognise

    def recognise_some(self: Recogniser, view: object, policy: object) -> object:
        bad = view.source.path == "a.txt"  # type: ignore[attr-defined]
        return (stumble if bad else recognise)(self, view, policy)  # type: ignore[arg-type]

    monkeypatch.setattr(Recogniser, "recognise", recognise_some)
    monkeypatch.setenv("LABELCHECK_CACHE_DIR", str(logs))
    newsroom.write("a.txt")
    newsroom.write("b.txt")
    outcome = newsroom.run("check", ".", "--format", "concise")
    assert outcome.out.startswith("b.txt:1:5: LC101")
    assert outcome.code == COULD_NOT


def test_the_words_are_shown_to_who_asks(
    newsroom: Newsroom, logs: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LABELCHECK_TRACEBACK", "1")
    newsroom.write("a.txt")
    outcome = newsroom.run("check", "a.txt")
    assert f"ValueError: no idea what {UNLABELLED.strip()} means" in outcome.err
    assert outcome.code == COULD_NOT


def test_an_endless_recursion_is_told_in_short(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LABELCHECK_CACHE_DIR", str(newsroom.folder))

    def again(depth: int) -> int:
        return again(depth + 1) + 1

    with pytest.raises(RecursionError) as caught:
        again(0)
    assert crashed(caught.value).startswith("unexpected RecursionError in tests/trust/test_crash.py:")
    (log,) = newsroom.folder.glob("*.log")
    assert len(log.read_text().splitlines()) < 150


def test_where_no_log_can_be_written_the_line_says_how_to_see_the_error(
    newsroom: Newsroom, logs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.write("a.txt")
    monkeypatch.setenv("LABELCHECK_CACHE_DIR", "a.txt/no-folder")
    outcome = newsroom.run("check", "a.txt")
    assert outcome.err.endswith("please report it; with LABELCHECK_TRACEBACK=1 set, it is shown\n")
    assert outcome.code == COULD_NOT


def test_a_bug_in_a_report(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> NoReturn:
        raise ValueError(OF_THE_ARTICLE)

    newsroom.write("a.txt")
    monkeypatch.setattr("labelcheck.cli.checking.render", fail)
    outcome = newsroom.run("check", "a.txt")
    assert (outcome.code, outcome.out) == (COULD_NOT, "")
    assert re.fullmatch(rf"labelcheck: error: {LINE}\n", outcome.err)


@pytest.mark.parametrize("arguments", [["check", "a.txt"], ["check", "a.txt", "--jobs", "1"]], ids=["quick", "click"])
def test_an_installation_that_lacks_something_is_no_verdict(newsroom: Newsroom, arguments: list[str]) -> None:
    """Python itself would end with 1, which means findings."""
    newsroom.write("a.txt")
    program = "import sys; sys.modules['zlib'] = None; from labelcheck.__main__ import main; main()"
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (COULD_NOT, "")
    assert done.stderr == "labelcheck: error: this installation lacks zlib; install labelcheck again\n"


def test_a_command_that_lacks_something(newsroom: Newsroom) -> None:
    program = "import sys; sys.modules['click'] = None; from labelcheck.__main__ import main; main()"
    done = subprocess.run([sys.executable, "-c", program, "rules"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (COULD_NOT, "")
    assert done.stderr == "labelcheck: error: this installation lacks click; install labelcheck again\n"


def test_the_log_is_not_written_through_a_link(newsroom: Newsroom, logs: Path) -> None:
    newsroom.write("a.txt")
    newsroom.run("check", "a.txt")
    (log,) = logs.glob("*.log")
    log.unlink()
    precious = newsroom.write("precious", "keep")
    log.symlink_to(precious)
    newsroom.run("check", "a.txt")
    assert precious.read_text() == "keep"
    assert REGISTRY.name not in log.read_text()
