"""The program as a process: pipes, output files, colours, interrupts, and what it costs to start."""

from __future__ import annotations

import io
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from labelcheck.cli import console
from labelcheck.cli.console import CLEAN, COULD_NOT, FINDINGS, use_color
from labelcheck.cli.session import _read_stdin
from labelcheck.errors import LabelcheckError, SourceError
from labelcheck.version import __version__

from .newsroom import LABELLED, REGISTRY, UNLABELLED, Newsroom

PROGRAM = [sys.executable, "-m", "labelcheck"]


def test_version_and_help(newsroom: Newsroom) -> None:
    assert newsroom.run("--version").out == f"labelcheck {__version__}\n"
    outcome = newsroom.run("--help")
    assert outcome.code == CLEAN
    assert [line.split()[0] for line in outcome.out.partition("Commands:\n")[2].splitlines()] == [
        "check",
        "mentions",
        "rules",
        "rule",
        "registry",
        "baseline",
        "init",
    ]
    assert "--fail-on [note|warning|error]" in newsroom.run("check", "-h").out


def test_python_m_labelcheck(newsroom: Newsroom) -> None:
    newsroom.write("a.txt")
    done = subprocess.run([*PROGRAM, "check", "a.txt"], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == FINDINGS
    assert done.stdout.startswith("a.txt:1:5: error LC101")
    assert done.stderr == ""


def test_only_what_a_check_needs_is_imported(newsroom: Newsroom) -> None:
    newsroom.write("a.txt")
    newsroom.run("check", "a.txt")  # compiles the lexicon
    (newsroom.folder / "labelcheck.toml").unlink()
    script = """
import sys
from labelcheck.cli.main import main
from labelcheck.cli.session import _read_stdin
from labelcheck.errors import LabelcheckError, SourceError
try:
    main(["check", "a.txt", "--registry", sys.argv[1], "--no-bundled-registries", "--format", "concise"])
except SystemExit as end:
    assert end.code in (0, 1), end.code
unwanted = "yaml tomllib pymorphy3 pyromark asyncio logging concurrent labelcheck.config_file labelcheck.cli.rules"
print([name for name in unwanted.split() if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", script, str(REGISTRY)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes on Windows")
@pytest.mark.parametrize("command", [["check", "--format", "concise"], ["mentions"]])
def test_a_reader_that_stops_early_changes_nothing(newsroom: Newsroom, command: list[str]) -> None:
    newsroom.write("a.txt", "The Lantern Society moved.\n" * 3000)
    newsroom.write("b.txt")
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as pipe:
        done = subprocess.run(
            [*PROGRAM, *command, "a.txt", "b.txt"], stdout=pipe, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.stderr == ""
    assert done.returncode == (FINDINGS if command[0] == "check" else CLEAN)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes on Windows")
def test_after_the_reader_stopped_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        assert not console.write("one\n")
        assert console.write("two\n")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell that closes streams")
@pytest.mark.parametrize("command", ["check --format json a.txt", "check --diff a.txt", "mentions a.txt", "rules"])
def test_a_standard_output_that_is_closed_is_told(newsroom: Newsroom, command: str) -> None:
    newsroom.write("a.txt", LABELLED)
    done = in_shell(f"{command} >&-")
    assert done.stderr == "labelcheck: error: standard output: cannot be written: it is closed\n"
    assert done.returncode == COULD_NOT


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
@pytest.mark.parametrize("end", ["2>/dev/full", "2>&-"])
def test_if_nobody_reads_complaints_the_exit_code_tells(newsroom: Newsroom, end: str) -> None:
    newsroom.write("a.txt", UNLABELLED)
    assert in_shell(f"check none.txt {end}").returncode == COULD_NOT
    done = in_shell(f"check --fix - {end} < a.txt")
    assert done.returncode == CLEAN
    assert done.stdout == "The Lantern Society* moved.\n\n* closed by the Harbour Office\n"


def in_shell(command: str) -> subprocess.CompletedProcess[str]:
    line = f"{shlex.join(PROGRAM)} {command}"
    return subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_output_that_does_not_fit_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    with open("/dev/full", "w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        with pytest.raises(LabelcheckError, match="standard output: cannot be written: No space left on device"):
            console.write("one\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_output_that_cannot_be_written_is_an_error(newsroom: Newsroom) -> None:
    newsroom.write("a.txt")
    with open("/dev/full", "w") as full:
        done = subprocess.run([*PROGRAM, "check", "a.txt"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == COULD_NOT
    assert done.stderr == "labelcheck: error: standard output: cannot be written: No space left on device\n"


@pytest.mark.skipif(sys.platform == "win32", reason="closing a standard stream is a matter of POSIX shells")
def test_standard_input_that_is_closed_is_an_error(newsroom: Newsroom) -> None:
    done = subprocess.run(
        ["sh", "-c", '"$0" -m labelcheck check - <&-', sys.executable], capture_output=True, text=True
    )
    assert done.returncode == COULD_NOT
    assert done.stderr == "labelcheck: error: <stdin>: standard input cannot be read: it is closed\n"


def test_no_standard_input_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(SourceError, match="standard input cannot be read: it is closed"):
        _read_stdin("<stdin>")


def test_a_terminal_that_lacks_letters_gets_escapes(newsroom: Newsroom) -> None:
    newsroom.write("a.txt")
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    for report_format, quote in (("concise", b"\\u201cLantern"), ("jsonl", "“Lantern".encode())):
        done = subprocess.run(
            [*PROGRAM, "check", "a.txt", "--format", report_format], capture_output=True, env=environment, check=False
        )
        assert done.returncode == FINDINGS
        assert quote in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="only here may file names be any bytes")
def test_a_file_name_that_is_not_text(newsroom: Newsroom) -> None:
    Path(os.fsdecode(b"\xff.txt")).write_text("The Lantern Society moved.\n")
    assert newsroom.run("check", ".").out.startswith("\\udcff.txt:1:5:")
    assert json.loads(newsroom.run("check", ".", "--format", "json").out)["summary"]["error"] == 1


class TestOutputFile:
    def test_it_holds_the_report(self, newsroom: Newsroom) -> None:
        newsroom.write("a.txt")
        outcome = newsroom.run("check", "a.txt", "--format", "json", "--output", "report.json")
        assert (outcome.code, outcome.out, outcome.err) == (FINDINGS, "", "")
        report = json.loads((newsroom.folder / "report.json").read_text(encoding="utf-8"))
        assert [finding["rule"] for finding in report["findings"]] == ["LC101"]

    def test_a_link_to_it_stays_a_link(self, newsroom: Newsroom) -> None:
        newsroom.write("a.txt")
        (newsroom.folder / "latest").symlink_to(newsroom.write("report.txt", "old"))
        newsroom.run("check", "a.txt", "--output", "latest")
        assert (newsroom.folder / "latest").is_symlink()
        assert "LC101" in (newsroom.folder / "report.txt").read_text(encoding="utf-8")

    def test_a_failure_leaves_what_was_there(self, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
        newsroom.write("a.txt")
        newsroom.write("report.txt", "old")

        def fail(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "replace", fail)
        outcome = newsroom.run("check", "a.txt", "--output", "report.txt")
        assert outcome.code == COULD_NOT
        assert outcome.err == "labelcheck: error: report.txt: cannot be written: No space left on device\n"
        assert sorted(path.name for path in newsroom.folder.iterdir() if path.is_file()) == [
            "a.txt",
            "labelcheck.toml",
            "report.txt",
        ]
        assert (newsroom.folder / "report.txt").read_text() == "old"

    @pytest.mark.skipif(not os.path.exists("/dev/null"), reason="needs /dev/null")
    def test_a_device_is_written_to_not_replaced(self, newsroom: Newsroom) -> None:
        newsroom.write("a.txt")
        assert newsroom.run("check", "a.txt", "--output", os.devnull).code == FINDINGS
        assert not os.path.isfile(os.devnull)

    def test_it_has_no_colours_unless_asked_for(self, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
        newsroom.write("a.txt")
        monkeypatch.setenv("FORCE_COLOR", "1")
        report = newsroom.folder / "report.txt"
        newsroom.run("check", "a.txt", "--output", "report.txt")
        assert "\x1b" not in report.read_text(encoding="utf-8")
        newsroom.run("check", "a.txt", "--output", "report.txt", "--color", "always")
        assert "\x1b" in report.read_text(encoding="utf-8")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("choice", "environment", "on_terminal", "in_pipe"),
    [
        ("auto", {}, True, False),
        ("auto", {"TERM": "xterm"}, True, False),
        ("auto", {"TERM": "dumb"}, False, False),
        ("auto", {"NO_COLOR": "1"}, False, False),
        ("auto", {"NO_COLOR": ""}, True, False),
        ("auto", {"FORCE_COLOR": "1"}, True, True),
        ("auto", {"CLICOLOR_FORCE": "1", "TERM": "dumb"}, True, True),
        ("auto", {"CLICOLOR_FORCE": "0", "FORCE_COLOR": ""}, True, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
        ("always", {"NO_COLOR": "1"}, True, True),
        ("never", {"FORCE_COLOR": "1"}, False, False),
    ],
)
def test_colours(choice: str, environment: dict[str, str], on_terminal: bool, in_pipe: bool) -> None:
    assert use_color(choice, Terminal(), environment) is on_terminal
    assert use_color(choice, io.StringIO(), environment) is in_pipe


def test_colours_are_for_people(newsroom: Newsroom) -> None:
    newsroom.write("a.txt")
    for report_format in ("text", "concise"):
        assert "\x1b" in newsroom.run("check", "a.txt", "--color", "always", "--format", report_format).out
    assert "\x1b" not in newsroom.run("check", "a.txt", "--color", "always", "--format", "json").out


def raising(error: BaseException) -> object:
    def fail(*_: object) -> None:
        raise error

    return fail


def test_complaints_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    console.complain("\x1b[2Jgone: no such file")
    assert capsys.readouterr().err == "labelcheck: error: \\x1b[2Jgone: no such file\n"
