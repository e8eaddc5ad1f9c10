"""The measurement of accuracy: its figures of the shipped articles, and no figures of nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import accuracy
import pytest

from labelcheck.linter import Linter


def test_the_figures_are_those_of_the_documentation() -> None:
    table, *_ = accuracy.newsroom_table(Linter.bundled())
    said = accuracy.DOCS.read_text(encoding="utf-8")
    assert table in said, "look at the difference of: python benchmarks/accuracy.py --update"


def test_an_update_replaces_the_table_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = tmp_path / "accuracy.md"
    docs.write_text(f"# Before\n\n{accuracy.HEAD}\n| old |\n\nAfter.\n", encoding="utf-8")
    monkeypatch.setattr(accuracy, "DOCS", docs)
    accuracy.update(f"{accuracy.HEAD}\n| new |")
    assert docs.read_text(encoding="utf-8") == f"# Before\n\n{accuracy.HEAD}\n| new |\n\nAfter.\n"


def test_what_counts_as_right_missed_and_false() -> None:
    score = accuracy.Score()
    score.compare([(0, 5), (10, 15), (20, 25)], [(4, 9), (15, 20), (30, 31)])
    assert (score.right, score.missed, score.false) == (1, 2, 2)


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["--update", "--prose", "."], "--update is for the articles of newsroom/ alone"),
        (["--truth", "none"], "--truth none: no ground truth there, no file that ends with .json"),
        (["--truth", "."], "--truth .: no ground truth there"),
        (["--prose", "none"], "--prose none: no text there, no file that ends with .txt or .html"),
    ],
)
def test_nothing_to_measure_is_an_error(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    problem: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["accuracy.py", *options])
    with pytest.raises(SystemExit) as end:
        accuracy.main()
    said = capsys.readouterr()
    assert (end.value.code, said.out) == (2, "")
    assert problem in said.err
