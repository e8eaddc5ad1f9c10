"""Work in steps: what many articles do together, and how many do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from labelcheck import steps
from labelcheck.steps import batches, finish, in_step

if TYPE_CHECKING:
    from labelcheck.steps import Steps


def walk(name: str, count: int, log: list[str]) -> Steps[str]:
    for number in range(count):
        log.append(f"{name}{number}")
        yield
    return name.upper()


def test_each_step_is_taken_by_all_before_the_next() -> None:
    log: list[str] = []
    assert in_step([walk("a", 3, log), walk("b", 1, log), walk("c", 0, log), walk("d", 2, log)]) == ["A", "B", "C", "D"]
    assert log == ["a0", "b0", "d0", "a1", "d1", "a2"]
    assert in_step([]) == []


def test_one_alone_takes_all_its_steps() -> None:
    log: list[str] = []
    assert finish(walk("a", 2, log)) == "A"
    assert log == ["a0", "a1"]


class TestBatches:
    @pytest.fixture
    def paths(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """Files of 0 to 9 bytes."""
        monkeypatch.chdir(tmp_path)
        for size in range(10):
            Path(str(size)).write_bytes(b"x" * size)
        return [str(size) for size in range(10)]

    def test_of_so_many_files(self, paths: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(steps, "_MOST", 4)
        assert list(batches(paths)) == [paths[:4], paths[4:8], paths[8:]]

    def test_of_so_many_bytes_or_of_one_larger_file(self, paths: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(steps, "_ENOUGH", 7)
        assert list(batches(paths)) == [["0", "1", "2", "3"], ["4"], ["5"], ["6"], ["7"], ["8"], ["9"]]

    def test_what_is_no_file_is_for_others_to_complain_of(self) -> None:
        assert list(batches(["nothing", "-", "\0"])) == [["nothing", "-", "\0"]]
        assert list(batches([])) == []
