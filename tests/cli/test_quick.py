"""The quick door: what it reads it reads as click does, and what comes out is the same through either door."""

from __future__ import annotations

import io
import sys

import pytest

from labelcheck import __main__ as program
from labelcheck.cli import quick
from labelcheck.cli.check import command

from .newsroom import CONFIG, LABELLED, Newsroom

QUICK = [
    "a.txt",
    "a.txt news b.md",
    "a.txt --format concise --quiet",
    "--format=github --fail-on error a.txt --lang=ru",
    "a.txt --registry one.yaml --registry=two --no-bundled-registries",
    "a.txt --config labelcheck.toml --statistics --color always",
    "a.txt --no-config --as-of 2026-01-31 --combine-marks",
    "- --stdin-filename post.md --input-format telegram",
    "a.txt --as-of article --as-of today",
]
FOR_CLICK = [
    "",
    "--help",
    "a.txt -h",
    "-- a.txt",
    "a.txt --unheard-of",
    "a.txt --format",
    "a.txt --format poetry",
    "a.txt --quiet=yes",
    "a.txt --registry=",
    "a.txt --registry --quiet",
    "a.txt --as-of yesterday",
    "a.txt --config c.toml --no-config",
    "a.txt --stdin-filename b.txt",
    "a.txt --jobs 2",
    "a.txt --output report.txt",
]
DOORS = [
    "a.txt",
    "b.txt --quiet",
    ". --format json --as-of 2025-12-31",
    ". missing.txt --statistics --color=always",
    "- b.txt --stdin-filename c.txt --format concise",
    "a.txt --registry missing.yaml",
    "a.txt --config missing.toml",
    "a.txt --fail-on note --input-format html",
    *FOR_CLICK,
]


@pytest.mark.parametrize("line", QUICK)
def test_it_reads_what_click_reads(line: str) -> None:
    defaults = command.make_context("check", ["a.txt"]).params
    read = quick.read(["check", *line.split()])
    assert read is not None
    assert {**defaults, **read} == command.make_context("check", line.split()).params


@pytest.mark.parametrize("line", FOR_CLICK)
def test_it_leaves_the_rest_to_click(line: str) -> None:
    assert quick.read(["check", *line.split()]) is None


def test_it_is_about_check_alone() -> None:
    assert quick.read([]) is None
    assert quick.read(["mentions", "a.txt"]) is None


def test_on_windows_click_expands_patterns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert quick.read(["check", "*.txt"]) is None
    assert quick.read(["check", "a.txt"]) is not None


@pytest.mark.parametrize("line", DOORS)
def test_both_doors_lead_to_the_same(
    newsroom: Newsroom, line: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    newsroom.write("a.txt")
    newsroom.write("b.txt", LABELLED)
    newsroom.write("labelcheck.toml", CONFIG)

    monkeypatch.setattr(program, "watch", lambda: None)  # signals are for the tests' own program

    def outcome() -> tuple[object, str, str]:
        monkeypatch.setattr(sys, "argv", ["labelcheck", "check", *line.split()])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The Lantern Society moved.\n")))
        with pytest.raises(SystemExit) as end:
            program.main()
        return end.value.code, *capfd.readouterr()

    through_either = outcome()
    monkeypatch.setattr(quick, "read", lambda _: None)
    assert outcome() == through_either
