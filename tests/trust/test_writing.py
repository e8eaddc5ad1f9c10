"""Writing on a full disk, and where links lead: old or new, nothing half, nothing elsewhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from labelcheck.cli.console import CLEAN, COULD_NOT, FINDINGS

from ..cli.newsroom import LABELLED, UNLABELLED, Newsroom

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs limits, devices and links of POSIX")

FULL = """
import resource, signal, sys
from labelcheck.__main__ import main

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # so that writing fails, as it does on a full disk
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop(1)),) * 2)
main()
"""


def on_a_full_disk(newsroom: Newsroom, room: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program, where no file can be larger than ``room`` bytes."""
    return subprocess.run(
        [sys.executable, "-c", FULL, str(room), *arguments],
        cwd=newsroom.folder,
        capture_output=True,
        text=True,
        check=False,
    )


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@POSIX
class TestFullDisk:
    @pytest.mark.parametrize("room", [0, 1, 40])
    def test_fixes(self, newsroom: Newsroom, room: int) -> None:
        newsroom.write("a.txt")
        newsroom.write("b.txt")
        newsroom.run("check", ".")  # so that the lexicon is kept
        before = files(newsroom.folder)
        done = on_a_full_disk(newsroom, room, "check", ".", "--fix")
        assert done.returncode == COULD_NOT
        assert done.stderr.splitlines()[1:] == [
            f"labelcheck: error: {name}: not fixed: cannot be written: File too large" for name in ("a.txt", "b.txt")
        ]
        assert files(newsroom.folder) == before

    def test_a_report(self, newsroom: Newsroom) -> None:
        newsroom.write("a.txt")
        newsroom.write("report.json", "old")
        newsroom.run("check", ".")
        before = files(newsroom.folder)
        done = on_a_full_disk(newsroom, 100, "check", "a.txt", "--output", "json=report.json", "--quiet")
        assert done.returncode == COULD_NOT
        assert done.stderr == "labelcheck: error: report.json: cannot be written: File too large\n"
        assert files(newsroom.folder) == before

    def test_the_cache(self, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
        """The lexicon is compiled and used, and not kept."""
        cache = newsroom.folder / ".cache"
        monkeypatch.setenv("LABELCHECK_CACHE_DIR", str(cache))
        newsroom.write("a.txt")
        done = on_a_full_disk(newsroom, 100, "check", "a.txt", "--format", "concise")
        assert done.returncode == FINDINGS
        assert done.stdout.startswith("a.txt:1:5: LC101")
        assert list(cache.iterdir()) == []

    @pytest.mark.parametrize("room", [0, 1500])
    def test_an_import(self, newsroom: Newsroom, room: int) -> None:
        """With its new entries the registry is larger than either; with none, there is no temporary folder at all."""
        curate = Path(__file__).parents[1] / "curate"
        old = newsroom.write("harbour.yaml", (curate / "harbour.yaml").read_bytes()).read_bytes()
        assert len(old) < 1500
        register = str(curate / "official" / "samples" / "register.csv")
        before = files(newsroom.folder)
        done = on_a_full_disk(newsroom, room, "registry", "import", register, "--into", "harbour.yaml")
        assert done.returncode == COULD_NOT
        assert done.stderr.startswith("labelcheck: error: a copy to try the changes on cannot be written: ")
        assert done.stderr.count("\n") == 1
        assert files(newsroom.folder) == before

    @pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
    def test_standard_output(self, newsroom: Newsroom) -> None:
        newsroom.write("a.txt")
        with open("/dev/full", "w") as full:
            done = subprocess.run(
                [sys.executable, "-m", "labelcheck", "check", "a.txt"], stdout=full, stderr=subprocess.PIPE, check=False
            )
        assert done.returncode == COULD_NOT
        assert done.stderr == b"labelcheck: error: standard output: cannot be written: No space left on device\n"


@POSIX
class TestLinksThatLeadOut:
    """A repository may hold them; who names a file in it does not mean one elsewhere."""

    @pytest.fixture
    def outside(self, tmp_path_factory: pytest.TempPathFactory) -> Path:
        folder = tmp_path_factory.mktemp("outside")
        (folder / "profile").write_text(UNLABELLED)
        return folder

    @pytest.mark.parametrize("link", ["report.json", "out/report.json", "./deep/../report.json"])
    def test_a_report(self, newsroom: Newsroom, outside: Path, link: str) -> None:
        newsroom.write("a.txt", LABELLED)
        newsroom.write("deep/x", "")
        (newsroom.folder / "out").symlink_to(outside)
        (newsroom.folder / "report.json").symlink_to(outside / "profile")
        (outside / "report.json").write_text(UNLABELLED)
        outcome = newsroom.run("check", "a.txt", "--output", f"json={link}", "--quiet")
        assert outcome.code == COULD_NOT
        problem = f"not written: a link leads out of the working directory; give the path {outside}"
        assert outcome.err.startswith(f"labelcheck: error: {link}: {problem}")
        assert {path.read_text() for path in outside.iterdir()} == {UNLABELLED}

    def test_a_fix(self, newsroom: Newsroom, outside: Path) -> None:
        (newsroom.folder / "a.txt").symlink_to(outside / "profile")
        newsroom.write("b.txt")
        outcome = newsroom.run("check", ".", "--fix", "--quiet")
        assert outcome.code == COULD_NOT
        assert "a.txt: not fixed: a link leads out of the working directory; give the path" in outcome.err
        assert (outside / "profile").read_text() == UNLABELLED
        assert (newsroom.folder / "b.txt").read_text() != UNLABELLED

    def test_a_baseline(self, newsroom: Newsroom, outside: Path) -> None:
        newsroom.write("a.txt", LABELLED)
        (newsroom.folder / "known").symlink_to(outside)
        outcome = newsroom.run("baseline", "create", "a.txt", "--baseline", "known/new.json")
        assert outcome.code == COULD_NOT
        assert [path.name for path in outside.iterdir()] == ["profile"]

    def test_the_path_itself_may_be_given(self, newsroom: Newsroom, outside: Path) -> None:
        newsroom.write("a.txt", LABELLED)
        outcome = newsroom.run("check", "a.txt", "--output", f"json={outside / 'report.json'}", "--quiet")
        assert outcome.code == CLEAN
        assert json.loads((outside / "report.json").read_text())["findings"] == []
        assert newsroom.run("check", str(outside / "profile"), "--fix", "--quiet").code == CLEAN
        assert (outside / "profile").read_text() != UNLABELLED

    def test_a_link_that_stays_inside_is_followed(self, newsroom: Newsroom) -> None:
        newsroom.write("news/a.txt")
        (newsroom.folder / "b.txt").symlink_to("news/a.txt")
        assert newsroom.run("check", "b.txt", "--fix", "--quiet").code == CLEAN
        assert (newsroom.folder / "b.txt").is_symlink()
        assert (newsroom.folder / "news" / "a.txt").read_text() != UNLABELLED


def test_a_report_keeps_the_mode_of_the_file_it_replaces(newsroom: Newsroom) -> None:
    newsroom.write("a.txt", LABELLED)
    newsroom.write("report.json", "old").chmod(0o640)
    newsroom.run("check", "a.txt", "--output", "json=report.json", "--quiet")
    assert (newsroom.folder / "report.json").stat().st_mode & 0o777 == 0o640
    newsroom.run("check", "a.txt", "--output", "json=new.json", "--quiet")
    umask = os.umask(0)
    os.umask(umask)
    assert (newsroom.folder / "new.json").stat().st_mode & 0o777 == 0o666 & ~umask
