"""`labelcheck check` with `--fix`, `--diff` and `--unsafe-fixes`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from labelcheck.cli.console import CLEAN, COULD_NOT, FINDINGS

from .newsroom import LABELLED, UNLABELLED, Newsroom

FIXED = "The Lantern Society* moved.\n\n* closed by the Harbour Office\n"
DIFF = """\
--- a.txt
+++ a.txt
@@ -1 +1,3 @@
-The Lantern Society moved.
+The Lantern Society* moved.
+
+* closed by the Harbour Office
"""
LINK = "[Here](https://lantern.example/).\n"
NOTE = "labelcheck: note: "


def test_fixes_are_written_and_what_remains_is_reported(newsroom: Newsroom) -> None:
    path = newsroom.write("a.md", UNLABELLED + LINK)
    outcome = newsroom.run("check", "--fix", "--format", "concise", "a.md")
    assert path.read_text() == f"The Lantern Society\\* moved.\n{LINK}\n\\* closed by the Harbour Office\n"
    assert outcome.code == FINDINGS
    assert outcome.out.startswith("a.md:2:1: LC301 [error]")
    assert outcome.err == f"{NOTE}findings fixed: 1, in files: 1\n"


def test_a_second_run_changes_nothing(newsroom: Newsroom) -> None:
    path = newsroom.write("a.txt")
    assert newsroom.run("check", "--fix", "a.txt").code == CLEAN
    before = path.stat()
    outcome = newsroom.run("check", "--fix", "a.txt")
    assert (outcome.code, outcome.err) == (CLEAN, f"{NOTE}findings fixed: 0, in files: 0\n")
    assert path.read_text() == FIXED
    assert path.stat().st_ino == before.st_ino


def test_unsafe_fixes_only_on_request(newsroom: Newsroom) -> None:
    path = newsroom.write("a.md", LINK)
    outcome = newsroom.run("check", "--fix", "a.md")
    assert outcome.code == FINDINGS
    assert "  = help: fixable with --fix --unsafe-fixes\n" in outcome.out
    assert path.read_text() == LINK
    assert newsroom.run("check", "--fix", "--unsafe-fixes", "--quiet", "a.md").code == CLEAN
    assert path.read_text() == "Here.\n"


def test_a_diff_is_shown_and_nothing_written(newsroom: Newsroom) -> None:
    path = newsroom.write("a.txt")
    outcome = newsroom.run("check", "--diff", "a.txt")
    assert (outcome.code, outcome.out) == (FINDINGS, DIFF)
    assert outcome.err == f"{NOTE}findings that --fix would fix: 1, in files: 1\n"
    assert path.read_text() == UNLABELLED


def test_the_report_of_a_diff_goes_to_its_file(newsroom: Newsroom) -> None:
    newsroom.write("a.txt")
    outcome = newsroom.run("check", "--diff", "--quiet", "--format", "json", "--output", "report.json", "a.txt")
    assert (outcome.out, outcome.err) == (DIFF, "")
    report = json.loads(Path("report.json").read_text())
    assert report["summary"]["fixable"] == 1
    assert report["findings"][0]["fix"] == {
        "safe": True,
        "edits": [
            {"offset": 19, "end_offset": 19, "content": "*"},
            {"offset": 26, "end_offset": 26, "content": "\n\n* closed by the Harbour Office"},
        ],
    }


def test_a_diff_is_safe_to_print_and_says_where_no_newline_ends_the_file(newsroom: Newsroom) -> None:
    newsroom.write("a.txt", "The Lantern Society\x1b[2J\tmoved.\r\nEnd")
    assert newsroom.run("check", "--diff", "a.txt").out == (
        "--- a.txt\n+++ a.txt\n@@ -1,2 +1,4 @@\n"
        "-The Lantern Society\\x1b[2J\tmoved.\n-End\n\\ No newline at end of file\n"
        "+The Lantern Society*\\x1b[2J\tmoved.\n+End\n+\n+* closed by the Harbour Office\n"
        "\\ No newline at end of file\n"
    )


class TestStandardInput:
    def test_the_text_goes_to_standard_output_and_the_report_to_standard_error(self, newsroom: Newsroom) -> None:
        outcome = newsroom.run("check", "--fix", "-", stdin=UNLABELLED)
        assert (outcome.code, outcome.out) == (CLEAN, FIXED)
        assert outcome.err == f"no findings in 1 file (1 mention)\n{NOTE}findings fixed: 1, in files: 1\n"

    def test_as_it_came_if_there_is_nothing_to_fix(self, newsroom: Newsroom) -> None:
        assert newsroom.run("check", "--fix", "--quiet", "-", stdin=LABELLED).out == LABELLED

    def test_or_if_it_cannot_be_read(self, newsroom: Newsroom) -> None:
        outcome = newsroom.run("check", "--fix", "-", stdin=b"\xcf\xee\xeb\xfb\xed\xfc\n")
        assert (outcome.code, outcome.out) == (
            COULD_NOT,
            "\ufffd" * 6 + "\n",
        )  # the bytes as they came, shown here as UTF-8
        assert "this is not UTF-8" in outcome.err

    def test_or_if_its_name_is_excluded(self, newsroom: Newsroom) -> None:
        newsroom.write("labelcheck.toml", "exclude = ['drafts']\n")
        outcome = newsroom.run("check", "--fix", "-", "--stdin-filename", "drafts/a.txt", stdin=UNLABELLED)
        assert (outcome.code, outcome.out) == (CLEAN, UNLABELLED)
        assert "nothing to check: drafts/a.txt is excluded by" in outcome.err

    def test_the_text_comes_back_if_a_report_cannot_be_written(self, newsroom: Newsroom) -> None:
        outcome = newsroom.run("check", "--fix", "-", "--output", "json=nowhere/a.json", stdin=UNLABELLED)
        assert (outcome.code, outcome.out) == (COULD_NOT, FIXED)

    def test_the_file_it_is_named_after_is_not_written(self, newsroom: Newsroom) -> None:
        path = newsroom.write("a.txt", "Something else.\n")
        outcome = newsroom.run("check", "--fix", "-", "--stdin-filename", "a.txt", stdin=UNLABELLED)
        assert outcome.out == FIXED
        assert path.read_text() == "Something else.\n"

    def test_its_excerpts_are_those_of_the_fixed_text(self, newsroom: Newsroom) -> None:
        name = ("--stdin-filename", "a.md")
        outcome = newsroom.run("check", "--fix", "-", *name, stdin=f"The Lantern Society *: {LINK}")
        assert "  | The Lantern Society*: [Here](https://lantern.example/).\n" in outcome.err


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--fix", "--diff"], "--diff only shows what --fix would write; leave one of them out"),
        (["--unsafe-fixes"], "--unsafe-fixes says which fixes to carry out; add --fix or --diff"),
    ],
)
def test_options_that_make_no_sense(newsroom: Newsroom, options: list[str], complaint: str) -> None:
    newsroom.write("a.txt")
    outcome = newsroom.run("check", *options, "a.txt")
    assert (outcome.code, outcome.out, outcome.err) == (COULD_NOT, "", f"labelcheck: error: {complaint}\n")


def test_encoding_mark_and_newlines_are_kept(newsroom: Newsroom) -> None:
    marked = newsroom.write("a.txt", b"\xff\xfe" + "The Lantern Society moved.\r\n".encode("utf-16-le"))
    old = newsroom.write("b.txt", "Общество «Lantern Society» переехало.\r".encode("cp1251"))
    assert newsroom.run("check", "--fix", "--encoding", "cp1251", "a.txt", "b.txt").code == CLEAN
    assert marked.read_bytes() == b"\xff\xfe" + FIXED.replace("\n", "\r\n").encode("utf-16-le")
    assert old.read_bytes().decode("cp1251") == (
        "Общество «Lantern Society»* переехало.\r\r* closed by the Harbour Office\r"
    )


def test_an_article_that_cannot_be_written_does_not_stop_the_others(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt"):
        newsroom.write(name)
    replace = __import__("os").replace

    def refuse(part: str, target: str) -> None:
        if target.endswith("a.txt"):
            raise PermissionError(13, "Permission denied")
        replace(part, target)

    monkeypatch.setattr("os.replace", refuse)
    outcome = newsroom.run("check", "--fix", "a.txt", "b.txt")
    assert outcome.code == COULD_NOT
    assert "labelcheck: error: a.txt: not fixed: cannot be written: Permission denied\n" in outcome.err
    assert f"{NOTE}findings fixed: 1, in files: 1\n" in outcome.err
    assert Path("a.txt").read_text() == UNLABELLED
    assert Path("b.txt").read_text() == FIXED


def test_raised_marks_in_html_by_configuration(newsroom: Newsroom) -> None:
    newsroom.write("labelcheck.toml", Path("labelcheck.toml").read_text() + "html-marks = 'sup'\n")
    path = newsroom.write("a.html", "<p>The Lantern Society</p>")
    assert newsroom.run("check", "--fix", "a.html").code == CLEAN
    assert path.read_text() == (
        "<p>The Lantern Society<sup>*</sup></p>\n<p><sup>*</sup> closed by the Harbour Office</p>"
    )


def test_known_findings_are_left_alone(newsroom: Newsroom) -> None:
    newsroom.write("labelcheck.toml", Path("labelcheck.toml").read_text() + "baseline = 'known.json'\n")
    path = newsroom.write("a.txt", "The Lantern Society moved.\n")
    assert newsroom.run("baseline", "create", "a.txt").code == CLEAN
    path.write_text("The Lantern Society moved. Nobody saw the Lantern Society go.\n")
    assert newsroom.run("check", "--fix", "a.txt").code == CLEAN
    assert path.read_text() == (
        "The Lantern Society moved. Nobody saw the Lantern Society* go.\n\n* closed by the Harbour Office\n"
    )
    assert newsroom.run("check", "a.txt").code == CLEAN


def test_listed_suppressions_are_heeded(newsroom: Newsroom) -> None:
    listed = "[[suppressions]]\npath = 'a.txt'\nrules = ['LC101']\ntext = 'Society moved'\nreason = 'a quotation'\n"
    newsroom.write("labelcheck.toml", Path("labelcheck.toml").read_text() + listed)
    path = newsroom.write("a.txt", UNLABELLED)
    assert newsroom.run("check", "--fix", "a.txt").code == CLEAN
    assert path.read_text() == UNLABELLED
