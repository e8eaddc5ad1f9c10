"""Lexicons in the cache that somebody else put there: compiled again, never believed, never executed."""

from __future__ import annotations

import os
import pickle
import sys
from pathlib import Path

import pytest

from labelcheck.cli.console import FINDINGS
from labelcheck.lexicon import load_lexicon, store

from ..cli.newsroom import REGISTRY, Newsroom

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs users, modes, links and pipes of POSIX")


@pytest.fixture
def kept(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The lexicon of the newsroom's registry, as the cache has it."""
    cache = newsroom.folder / ".cache"
    monkeypatch.setenv("LABELCHECK_CACHE_DIR", str(cache))
    newsroom.write("a.txt")
    load_lexicon([str(REGISTRY)])
    (path,) = cache.iterdir()
    return path


def empty_lexicon(path: Path) -> bytes:
    """A file in good order, of the right key, that knows no name: with it, every article would be clean."""
    head, _, tables = store.read(path.read_bytes())
    rows = {name: [table[row] for row in range(len(table))] for name, table in tables.items()}
    head = {key: value for key, value in head.items() if key not in ("anchors", "tables")}
    return store.write(head, [b"nothing"], {**rows, "postings": [[]]})


def test_in_the_users_own_file_it_is_believed(newsroom: Newsroom, kept: Path) -> None:
    """So that the tests below show something: such a file does what it is made for."""
    kept.write_bytes(empty_lexicon(kept))
    assert "no findings" in newsroom.run("check", "a.txt").out


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_not_in_one_that_others_may_write(newsroom: Newsroom, kept: Path, mode: int) -> None:
    kept.write_bytes(empty_lexicon(kept))
    kept.chmod(mode)
    assert newsroom.run("check", "a.txt").code == FINDINGS
    assert kept.stat().st_mode & 0o777 == 0o600, "it is made anew"


def test_not_in_one_of_another_user(newsroom: Newsroom, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.write_bytes(empty_lexicon(kept))
    monkeypatch.setattr(os, "geteuid", lambda: kept.stat().st_uid + 1)
    assert newsroom.run("check", "a.txt").code == FINDINGS


def test_a_pipe_in_its_place_is_not_waited_for(newsroom: Newsroom, kept: Path) -> None:
    kept.unlink()
    os.mkfifo(kept)
    assert newsroom.run("check", "a.txt").code == FINDINGS
    assert kept.is_file()


def test_a_link_in_its_place_is_not_written_through(newsroom: Newsroom, kept: Path) -> None:
    precious = newsroom.write("precious", "keep")
    kept.unlink()
    kept.symlink_to(precious)
    assert newsroom.run("check", "a.txt").code == FINDINGS
    assert precious.read_text() == "keep"
    assert kept.is_file()
    assert not kept.is_symlink()


def touch_and_return(path: str) -> str:
    Path(path).touch()
    return path


class Trap:
    """What runs code if it is unpickled."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return touch_and_return, (self.path,)


def test_nothing_in_it_is_executed(newsroom: Newsroom, kept: Path) -> None:
    sprung = newsroom.folder / "sprung"
    for content in (pickle.dumps(Trap(str(sprung))), b"import os; os.system('touch sprung')\n"):
        kept.write_bytes(content)
        assert newsroom.run("check", "a.txt").code == FINDINGS
        assert not sprung.exists()


def test_the_checked_repository_is_no_place_for_one(
    newsroom: Newsroom, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lexicon in the folder that is checked plays no part, whatever it is called."""
    bad = empty_lexicon(kept)
    for name in (kept.name, "bundled.lexicon", f"registries/{kept.name}", f".labelcheck/{kept.name}"):
        newsroom.write(name, bad)
    assert newsroom.run("check", "a.txt").code == FINDINGS
