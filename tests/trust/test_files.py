"""Files that are no ordinary files, or not for long: nothing waits for ever, nothing is passed over in silence."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from labelcheck import linter
from labelcheck.cli.console import COULD_NOT, FINDINGS
from labelcheck.disk import UnreadableError, read_file
from labelcheck.files import find_articles

from ..cli.newsroom import REGISTRY, UNLABELLED, Newsroom

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs pipes, links and users of POSIX")
PIPE = "is not a regular file but a pipe or a device"


@POSIX
class TestPipes:
    """Opening a pipe that nobody writes to would wait for ever."""

    def test_as_a_registry(self, newsroom: Newsroom) -> None:
        newsroom.write("a.txt")
        os.mkfifo("list.yaml")
        for command in (["check", "a.txt", "--registry", "list.yaml"], ["registry", "check", "list.yaml"]):
            outcome = newsroom.run(*command)
            assert (outcome.code, outcome.err) == (COULD_NOT, f"labelcheck: error: list.yaml: {PIPE}\n")

    def test_in_a_folder_of_registries(self, newsroom: Newsroom) -> None:
        newsroom.write("a.txt")
        newsroom.write("lists/good.yaml", REGISTRY.read_bytes())
        os.mkfifo("lists/pipe.yaml")
        outcome = newsroom.run("check", "a.txt", "--registry", "lists")
        assert (outcome.code, outcome.err) == (COULD_NOT, f"labelcheck: error: lists/pipe.yaml: {PIPE}\n")

    def test_as_a_language_file(self, newsroom: Newsroom) -> None:
        newsroom.write("a.txt")
        newsroom.write("list.yaml", REGISTRY.read_bytes())
        (newsroom.folder / "languages").mkdir()
        os.mkfifo("languages/en.yaml")
        outcome = newsroom.run("check", "a.txt", "--registry", "list.yaml")
        assert (outcome.code, outcome.err) == (COULD_NOT, f"labelcheck: error: languages/en.yaml: {PIPE}\n")

    def test_as_a_configuration(self, newsroom: Newsroom) -> None:
        newsroom.write("a.txt")
        os.mkfifo("house.toml")
        outcome = newsroom.run("check", "a.txt", "--config", "house.toml")
        assert (outcome.code, outcome.err) == (COULD_NOT, f"labelcheck: error: house.toml: {PIPE}\n")

    def test_as_a_baseline(self, newsroom: Newsroom) -> None:
        newsroom.write("a.txt")
        os.mkfifo("known.json")
        outcome = newsroom.run("check", "a.txt", "--baseline", "known.json")
        assert (outcome.code, outcome.err) == (COULD_NOT, f"labelcheck: error: known.json: {PIPE}\n")

    def test_as_an_official_list(self, newsroom: Newsroom) -> None:
        newsroom.write("house.yaml", REGISTRY.read_bytes())
        os.mkfifo("list.csv")
        outcome = newsroom.run("registry", "import", "list.csv", "--into", "house.yaml")
        assert outcome.code == COULD_NOT
        assert PIPE in outcome.err

    def test_in_the_place_of_an_article_since_it_was_found(
        self, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        os.mkfifo("a.txt")
        newsroom.write("b.txt")
        monkeypatch.setattr("labelcheck.files._problem", lambda _: None)
        outcome = newsroom.run("check", "a.txt", "b.txt", "--format", "concise")
        assert outcome.out.startswith("b.txt:1:5: LC101")
        assert (outcome.code, outcome.err) == (COULD_NOT, f"labelcheck: error: a.txt: {PIPE}\n")


class TestSize:
    def test_an_article_that_is_too_large(self, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(linter, "MAX_BYTES", 1 << 20)
        newsroom.write("a.txt")
        newsroom.write("b.txt", b"\n" * ((1 << 20) + 1))
        outcome = newsroom.run("check", ".", "--format", "concise")
        assert outcome.out.startswith("a.txt:1:5: LC101")
        assert outcome.code == COULD_NOT
        assert outcome.err == "labelcheck: error: b.txt: is larger than 1 MiB, the most that is read; split it\n"

    def test_so_on_standard_input(self, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("labelcheck.cli.session.MAX_BYTES", 1 << 20)
        outcome = newsroom.run("check", "-", stdin=b"\n" * ((1 << 20) + 1))
        assert outcome.code == COULD_NOT
        assert outcome.err == "labelcheck: error: <stdin>: is larger than 1 MiB, the most that is read; split it\n"

    def test_the_bound_itself_is_read(self, tmp_path: Path) -> None:
        path = tmp_path / "a"
        path.write_bytes(b"12345")
        assert read_file(str(path), 5) == b"12345"
        with pytest.raises(UnreadableError, match="is larger than 0 MiB"):
            read_file(str(path), 4)

    def test_a_file_that_grows_while_it_is_read_is_read_to_its_end(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "a"
        path.write_bytes(b"1")
        real = os.fstat

        def grow(number: int) -> os.stat_result:
            found = real(number)
            path.write_bytes(b"12345")
            return found

        monkeypatch.setattr(os, "fstat", grow)
        assert read_file(str(path), 5) == b"12345"

    @pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="needs the files of Linux that have no size")
    def test_a_file_that_does_not_say_its_size(self) -> None:
        assert b"Threads:" in read_file("/proc/self/status", 1 << 20)

    def test_a_file_system_that_gives_little_at_a_time(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        class Little(io.FileIO):
            def read(self, size: int | None = -1, /) -> bytes:
                return super().read(min(size or 0, 3))

        path = tmp_path / "a.txt"
        path.write_bytes(b"1234567890")
        monkeypatch.setattr("labelcheck.disk.open_file", Little)
        assert read_file(str(path), 10) == b"1234567890"
        with pytest.raises(UnreadableError, match="is larger"):
            read_file(str(path), 9)


class TestGone:
    def test_an_article_that_vanishes_during_the_run(self, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
        newsroom.write("a.txt")
        gone = newsroom.write("b.txt")

        def find(*arguments: object) -> object:
            found = find_articles(*arguments)  # type: ignore[arg-type]
            gone.unlink()
            return found

        monkeypatch.setattr("labelcheck.cli.session.find_articles", find)
        outcome = newsroom.run("check", ".", "--format", "concise")
        assert outcome.out.startswith("a.txt:1:5: LC101")
        assert outcome.code == COULD_NOT
        assert outcome.err == "labelcheck: error: b.txt: cannot be read: No such file or directory\n"

    def test_one_that_changes_before_it_is_shown_is_shown_without_excerpt(
        self, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = newsroom.write("a.txt")

        def render_late(*arguments: object) -> None:
            from labelcheck.report import render

            path.write_text("Quite another text that is as long.\n")
            render(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr("labelcheck.cli.checking.render", render_late)
        outcome = newsroom.run("check", "a.txt")
        assert outcome.code == FINDINGS
        assert "LC101" in outcome.out
        assert "another" not in outcome.out

    def test_one_that_changes_before_it_is_fixed_is_left_alone(
        self, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = newsroom.write("a.txt")
        newsroom.write("b.txt")
        real = linter.read_source

        def change_behind(name: str, encoding: str | None = None) -> object:
            source = real(name, encoding)
            if name == "a.txt":
                path.write_text("Edited meanwhile.\n")
            return source

        monkeypatch.setattr("labelcheck.cli.session.read_source", change_behind)
        outcome = newsroom.run("check", ".", "--fix", "--quiet")
        assert outcome.code == COULD_NOT
        assert "a.txt: not fixed: the file has changed since it was read" in outcome.err
        assert path.read_text() == "Edited meanwhile.\n"
        assert (newsroom.folder / "b.txt").read_text() != UNLABELLED


def test_what_may_not_be_read(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that is closed is named, and the rest is checked. Root reads everything, so the refusal is played."""
    for name in ("open.txt", "closed.txt", "shut/c.txt"):
        newsroom.write(name)

    def refusing(real: Callable[..., Any], name: str) -> Callable[..., Any]:
        def call(path: str, *rest: object) -> Any:
            if os.path.basename(path) == name:
                raise PermissionError(13, "Permission denied")
            return real(path, *rest)

        return call

    monkeypatch.setattr(os, "open", refusing(os.open, "closed.txt"))
    monkeypatch.setattr(os, "scandir", refusing(os.scandir, "shut"))
    outcome = newsroom.run("check", ".", "--format", "concise")
    assert outcome.out.startswith("open.txt:1:5: LC101")
    assert outcome.code == COULD_NOT
    assert outcome.err.splitlines() == [
        "labelcheck: error: closed.txt: cannot be read: Permission denied",
        "labelcheck: error: shut: the folder cannot be read: Permission denied",
    ]
