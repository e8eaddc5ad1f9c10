"""The short run of the fuzz targets: their seeds, and the same few hundred of these spoilt. See fuzz/README.md."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from fuzz import __main__ as long_run
from fuzz.mutation import mutated
from fuzz.targets import TARGETS

INPUTS = 200


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_but_a_sentence_for_people(name: str) -> None:
    target = TARGETS[name]
    for data in [*target.seeds(), *mutated(target, INPUTS)]:
        try:
            target.check(data)
        except Exception as error:
            raise AssertionError(f"{type(error).__name__}: {error}, for the input {data!r}") from error


def test_a_long_run_without_its_engine_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "argv", ["fuzz", "html", "--folder", str(tmp_path / "kept")])
    monkeypatch.setattr(long_run, "find_spec", lambda _: None)
    with pytest.raises(SystemExit) as end:
        long_run.main()
    assert end.value.code == 2
    assert not (tmp_path / "kept").exists()


def test_a_long_run_that_tried_nothing_has_no_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "log-7").write_text("ImportError", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"no input was tried; .*log-7 says why"):
        long_run.tell("html", tmp_path, [7], 1, 1)
    assert capsys.readouterr().out == ""
