"""Where reports go: standard output, a file, several files at once."""

from __future__ import annotations

import json
import stat
import sys

import pytest

from labelcheck.cli.console import COULD_NOT, FINDINGS
from labelcheck.cli.outputs import outputs
from labelcheck.report import FORMATS

from .newsroom import LABELLED, REGISTRY, UNLABELLED, Newsroom


def test_by_default_the_report_goes_to_standard_output() -> None:
    assert outputs("json", []) == [("json", None)]


def test_a_file_takes_its_place() -> None:
    assert outputs("json", ["report.json"]) == [("json", "report.json")]


def test_a_file_with_a_format_is_one_more_report() -> None:
    assert outputs("text", ["sarif=a.sarif", "html=out/a=b.html"]) == [
        ("text", None),
        ("sarif", "a.sarif"),
        ("html", "out/a=b.html"),
    ]
    assert outputs("text", ["sarif=a.sarif", "a.txt"]) == [("text", "a.txt"), ("sarif", "a.sarif")]


@pytest.mark.parametrize("path", ["./sarif=a", "out/b=c", "a.b=c"])
def test_a_path_with_an_equals_sign_is_a_file(path: str) -> None:
    assert outputs("text", [path]) == [("text", path)]


def test_several_reports_of_one_run(newsroom: Newsroom) -> None:
    newsroom.write("a.txt")
    outcome = newsroom.run(
        "check", "a.txt", "--output", "json=a.json", "--output", "junit=a.xml", "--format", "concise"
    )
    assert outcome.code == FINDINGS
    assert outcome.out.startswith("a.txt:1:5: LC101")
    assert json.loads((newsroom.folder / "a.json").read_text())["summary"]["error"] == 1
    assert '<testsuites name="labelcheck" tests="2" failures="1"' in (newsroom.folder / "a.xml").read_text()


def test_a_report_that_cannot_be_written_stops_no_other(newsroom: Newsroom) -> None:
    newsroom.write("a.txt")
    outcome = newsroom.run("check", "a.txt", "--output", "html=nowhere/a.html", "--output", "json=a.json")
    assert outcome.code == COULD_NOT
    assert outcome.err == "labelcheck: error: nowhere/a.html: cannot be written: No such file or directory\n"
    assert json.loads((newsroom.folder / "a.json").read_text())["summary"]["error"] == 1


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
def test_a_report_keeps_the_mode_of_the_one_before_it(newsroom: Newsroom) -> None:
    newsroom.write("a.txt")
    report = newsroom.folder / "a.json"
    report.touch(mode=0o600)
    newsroom.run("check", "a.txt", "--output", "json=a.json")
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert report.stat().st_size


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (["sraif=a"], "--output sraif=a: no format is called 'sraif'; there are text, concise,"),
        (["sraif=a"], "For a file of that name, write ./sraif=a"),
        (["sarif="], "--output sarif=: name a file after the `=`"),
        (["a", "b"], "--output b: a has that report already; add a format, like json=b"),
        (["a.txt", "json=./a.txt"], "--output ./a.txt: two reports would go to this file; give each its own"),
    ],
)
def test_mistakes_are_told_before_anything_is_checked(newsroom: Newsroom, given: list[str], message: str) -> None:
    newsroom.write("a.txt")
    outcome = newsroom.run("check", "a.txt", *(word for value in given for word in ("--output", value)))
    assert (outcome.code, outcome.out) == (COULD_NOT, "")
    assert message in outcome.err
    assert (newsroom.folder / "a.txt").read_text() == UNLABELLED


@pytest.mark.parametrize("report_format", FORMATS)
def test_every_format_reports_a_finding_and_a_file_that_cannot_be_checked(
    newsroom: Newsroom, report_format: str
) -> None:
    newsroom.write("a.txt")
    outcome = newsroom.run("check", "a.txt", "missing.txt", "--format", report_format)
    assert outcome.code == COULD_NOT
    assert "LC101" in outcome.out
    assert "missing.txt" in outcome.err


def test_a_page_shows_standard_input_and_the_states_of_mentions(newsroom: Newsroom) -> None:
    outcome = newsroom.run("check", "-", "--format", "html", "--lang", "ru", stdin=f"{LABELLED}\n{UNLABELLED}")
    assert '<html lang="ru">' in outcome.out
    assert (
        '<mark class="labelled" title="Lantern Society: помечено, статус: closed">Lantern Society</mark>' in outcome.out
    )
    assert '<mark class="error"' in outcome.out


def test_junit_fails_what_the_exit_code_fails(newsroom: Newsroom) -> None:
    newsroom.write("a.txt", "Then “Beacon” came.\n")
    assert 'failures="0"' in newsroom.run("check", "a.txt", "--format", "junit").out
    assert 'failures="1"' in newsroom.run("check", "a.txt", "--format", "junit", "--fail-on", "note").out


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("news/a.txt", "an article"),
        ("./news/../news/a.txt", "an article"),
        ("labelcheck.toml", "the configuration"),
        ("house.yaml", "a registry"),
        ("known.json", "the baseline"),
    ],
)
def test_no_report_takes_the_place_of_what_is_read(newsroom: Newsroom, path: str, what: str) -> None:
    newsroom.write("news/a.txt")
    newsroom.write("house.yaml", REGISTRY.read_bytes())
    newsroom.write("known.json", '{"version": 1, "findings": []}')
    before = (newsroom.folder / path).read_bytes()
    outcome = newsroom.run(
        "check", "news", "--registry", "house.yaml", "--baseline", "known.json", "--output", f"json={path}"
    )
    assert (outcome.code, outcome.out) == (COULD_NOT, "")
    advice = "name another file" + ", or exclude it if an earlier run wrote it" * (what == "an article")
    assert outcome.err == f"labelcheck: error: --output {path}: this is {what} of this run; {advice}\n"
    assert (newsroom.folder / path).read_bytes() == before
