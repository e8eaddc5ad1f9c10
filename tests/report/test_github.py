"""Annotations of GitHub Actions."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from labelcheck.report.model import FileError

from .samples import STALE, UNLABELLED, found, run_of, written

TEXT = "Как пишет «Полынь», дождя\nне будет.\n"


def test_a_finding_is_a_command_with_its_place() -> None:
    assert written("github", run_of(found(UNLABELLED, "Полынь", TEXT))) == (
        "::error file=a.md,line=1,endLine=1,col=12,endColumn=18,title=LC101 unlabelled-mention::«Полынь» has no label\n"
    )


def test_a_note_is_a_notice() -> None:
    note = replace(found(UNLABELLED, "Полынь", TEXT), severity="note")
    assert written("github", run_of(note)).startswith("::notice file=a.md,")


def test_a_finding_of_several_lines_has_no_columns() -> None:
    assert written("github", run_of(found(UNLABELLED, TEXT.strip(), TEXT))) == (
        "::error file=a.md,line=1,endLine=2,title=LC101 unlabelled-mention::«Полынь» has no label\n"
    )


def test_a_finding_about_the_run_has_no_place() -> None:
    assert written("github", run_of(STALE)) == (
        "::warning title=LC401 registry-stale::the registry xx-agents is 40 days old\n"
    )


def test_what_could_not_be_checked_is_an_error() -> None:
    run = run_of(errors=(FileError("b.md", "is not UTF-8"), FileError(None, "gave up")))
    assert (
        written("github", run)
        == "::error file=b.md,title=not checked::is not UTF-8\n::error title=not checked::gave up\n"
    )


def test_what_would_end_a_command_is_escaped() -> None:
    finding = replace(found(UNLABELLED, "Полынь", TEXT, "50%,a:b\n.md"), message="50%: a, b\r\n::error::c\x1b[0m")
    assert written("github", run_of(finding)) == (
        "::error file=50%25%2Ca%3Ab%0A.md,line=1,endLine=1,col=12,endColumn=18,title=LC101 unlabelled-mention"
        "::50%25: a, b%0D%0A::error::c\\x1b[0m\n"
    )


@given(path=st.text(), message=st.text())
def test_no_text_makes_a_second_command(path: str, message: str) -> None:
    finding = replace(found(UNLABELLED, "Полынь", TEXT, path), message=message)
    output = written("github", run_of(finding))
    command, properties, data = output.split("::", 2)
    assert (command, len(output.splitlines())) == ("", 1)
    assert properties.count(",") == 5
    assert unescaped(data.removesuffix("\n")).count("\n") == message.count("\n")


def unescaped(data: str) -> str:
    """``data`` as the runner of GitHub reads it."""
    return data.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
