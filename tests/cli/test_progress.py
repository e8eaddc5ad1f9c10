"""Progress: on a terminal, in long runs, on standard error."""

from __future__ import annotations

import io
import sys

import pytest

from labelcheck.cli import progress as module
from labelcheck.cli.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def a_terminal(monkeypatch: pytest.MonkeyPatch, patience: float = 0, pause: float = 0) -> Terminal:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(module, "_PATIENCE", patience)
    monkeypatch.setattr(module, "_PAUSE", pause)
    return terminal


def test_a_long_run_tells_how_far_it_has_got(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = a_terminal(monkeypatch)
    show = progress(3)
    assert show is not None
    for done in (1, 2, 3):
        show(done)
    assert terminal.getvalue() == "\r1 of 3 files\r2 of 3 files\r\x1b[K"


def test_it_does_not_flicker(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = a_terminal(monkeypatch, pause=60)
    show = progress(3)
    assert show is not None
    show(1)
    show(2)
    assert terminal.getvalue() == "\r1 of 3 files"


def test_a_short_run_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = a_terminal(monkeypatch, patience=60)
    show = progress(2)
    assert show is not None
    show(1)
    show(2)
    assert terminal.getvalue() == ""


@pytest.mark.parametrize("stream", [io.StringIO(), None])
def test_a_pipe_is_told_nothing(stream: io.StringIO | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    assert progress(3) is None
