"""The measurement of accuracy: no figures of nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import accuracy
import pytest


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ([], "nothing to measure; give --truth or --prose"),
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
