"""One line a finding, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from labelcheck.report.model import Options

from .samples import INCOMPLETE, STALE, UNLABELLED, found, run_of, written

TEXT = "«Полынь» пишет.\n«Полыни»* верят.\n"


def test_a_line_has_place_code_severity_and_message() -> None:
    assert written("concise", run_of(found(INCOMPLETE, "Полыни", TEXT), found(UNLABELLED, "Полынь", TEXT), STALE)) == (
        "LC401 [warning] the registry xx-agents is 40 days old\n"
        "a.md:1:2: LC101 [error] «Полынь» has no label\n"
        "a.md:2:2: LC104 [warning] the label of «Полынь» leaves out: undesirable\n"
    )


def test_a_clean_run_writes_nothing() -> None:
    assert written("concise", run_of(files={"a.md": TEXT})) == ""


def test_colours_and_statistics() -> None:
    run = run_of(found(UNLABELLED, "Полынь", TEXT))
    assert written("concise", run, Options(color=True, statistics=True)) == (
        "\x1b[1ma.md:1:2:\x1b[0m LC101 [\x1b[1;31merror\x1b[0m] «Полынь» has no label\n"
        "Findings by rule:\n  1  LC101 unlabelled-mention\n\n"
        "Findings by organization:\n  1  Полынь (polyn)\n\n"
    )


def test_a_finding_stays_on_its_line() -> None:
    run = run_of(replace(found(UNLABELLED, "Полынь", TEXT, "a\nb.md"), message="x\x85y\u2028z"))
    assert written("concise", run) == "a\\nb.md:1:2: LC101 [error] x\\x85y\\u2028z\n"
