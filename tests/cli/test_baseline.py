"""`labelcheck baseline`, and `check --baseline`: known findings are put off, new ones are not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from labelcheck.cli.console import CLEAN, COULD_NOT, FINDINGS

from .newsroom import CONFIG, LABELLED, UNLABELLED, Newsroom

FILE = "labelcheck-baseline.json"


@pytest.fixture
def archive(newsroom: Newsroom) -> Newsroom:
    """A folder with two findings, both in the baseline that the configuration names."""
    newsroom.write("labelcheck.toml", f"{CONFIG}baseline = '{FILE}'\n")
    newsroom.write("old/a.txt")
    newsroom.write("old/b.txt")
    outcome = newsroom.run("baseline", "create", "old")
    assert (outcome.code, outcome.out, outcome.err) == (CLEAN, f"{newsroom.folder / FILE}: known findings: 2\n", "")
    return newsroom


def paths(newsroom: Newsroom, file: str = FILE) -> list[str]:
    return [item["path"] for item in json.loads((newsroom.folder / file).read_text(encoding="utf-8"))["findings"]]


class TestCreate:
    def test_then_check_is_clean(self, archive: Newsroom) -> None:
        outcome = archive.run("check", "old")
        assert (outcome.code, outcome.out) == (CLEAN, "no findings in 2 files (2 mentions)\n")
        assert outcome.err == f"labelcheck: note: {archive.folder / FILE}: known findings left out: 2\n"
        assert archive.run("check", "old", "--quiet").err == ""

    def test_from_any_folder_and_on_standard_input(self, archive: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
        assert archive.run("check", "-", "--stdin-filename", "old/a.txt", stdin=UNLABELLED).code == CLEAN
        assert archive.run("check", "-", "--stdin-filename", "old/c.txt", stdin=UNLABELLED).code == FINDINGS
        monkeypatch.chdir(archive.folder / "old")
        assert archive.run("check", ".").code == CLEAN

    def test_the_same_articles_give_the_same_file_in_any_order(self, newsroom: Newsroom) -> None:
        for name in ("b.txt", "a.txt"):
            newsroom.write(name)
        newsroom.run("baseline", "create", "b.txt", "a.txt", "--baseline", "1.json")
        newsroom.run("baseline", "create", ".", "--baseline", "2.json")
        assert (newsroom.folder / "1.json").read_bytes() == (newsroom.folder / "2.json").read_bytes()

    def test_what_is_suppressed_or_of_another_rule_is_no_part_of_it(self, newsroom: Newsroom) -> None:
        newsroom.write("a.md", f"{UNLABELLED}\n<!-- labelcheck: ignore[LC101] -- a quotation -->\n\n{UNLABELLED}")
        newsroom.write("b.md", "[Here](https://lantern.example/)\n")
        newsroom.run("baseline", "create", ".", "--select", "LC1")
        assert paths(newsroom) == ["a.md"]

    def test_a_file_that_is_there_is_not_overwritten(self, archive: Newsroom) -> None:
        archive.write("old/c.txt")
        outcome = archive.run("baseline", "create", "old")
        assert outcome.code == COULD_NOT
        assert f"{FILE}: is there already; `labelcheck baseline update` drops from it what is gone" in outcome.err
        assert paths(archive) == ["old/a.txt", "old/b.txt"]

    def test_one_bad_file_does_not_stop_it(self, newsroom: Newsroom) -> None:
        newsroom.write("a.txt")
        newsroom.write("b.txt", b"\xff\xfe\x00")
        outcome = newsroom.run("baseline", "create", ".", "no.txt")
        assert outcome.code == COULD_NOT
        assert [line.split(":")[2] for line in outcome.err.splitlines()] == [" no.txt", " b.txt"]
        assert paths(newsroom) == ["a.txt"]


class TestCheck:
    def test_new_findings_are_reported(self, archive: Newsroom) -> None:
        archive.write("old/a.txt", f"The sea is calm.\n\n{UNLABELLED}\nThe Lantern Society again.\n")
        outcome = archive.run("check", "old", "--format", "concise")
        assert outcome.code == FINDINGS
        assert outcome.out.startswith("old/a.txt:5:5: LC101")
        assert outcome.out.count("\n") == 1

    def test_known_ones_that_are_gone_are_told_but_are_no_findings(self, archive: Newsroom) -> None:
        archive.write("old/a.txt", LABELLED)
        (archive.folder / "old" / "b.txt").unlink()
        outcome = archive.run("check", "old")
        assert outcome.code == CLEAN
        file = archive.folder / FILE
        assert outcome.err.splitlines() == [
            f"labelcheck: note: {file}: known findings gone: 2; `labelcheck baseline update` drops them",
            "labelcheck: note: gone: old/a.txt: LC101: the lantern society moved",
            "labelcheck: note: gone: old/b.txt: LC101: the lantern society moved",
        ]

    def test_only_some_of_many_are_named(self, newsroom: Newsroom) -> None:
        newsroom.write("a.txt", "".join(f"The Lantern Society {word}.\n\n" for word in "abcdefghijkl"))
        newsroom.run("baseline", "create", "a.txt")
        newsroom.write("a.txt", LABELLED)
        assert newsroom.run("check", "a.txt", "--baseline", FILE).err.count("gone: a.txt") == 10

    def test_nothing_is_said_of_articles_that_are_not_checked(self, archive: Newsroom) -> None:
        archive.write("old/a.txt", LABELLED)
        archive.write("new.txt", LABELLED)
        assert archive.run("check", "new.txt").err == ""

    @pytest.mark.parametrize("content", [None, "{}"])
    def test_without_a_baseline_nothing_is_checked(self, newsroom: Newsroom, content: str | None) -> None:
        newsroom.write("a.txt")
        if content:
            newsroom.write("b.json", content)
        outcome = newsroom.run("check", "a.txt", "--baseline", "b.json")
        assert outcome.code == COULD_NOT
        assert "labelcheck: error: b.json: " in outcome.err
        assert "`labelcheck baseline create` makes" in outcome.err

    def test_a_stale_registry_is_never_put_off(self, archive: Newsroom) -> None:
        assert archive.run("check", "old", "--as-of", "2026-06-01").code == FINDINGS


class TestUpdate:
    def test_it_drops_what_is_gone_and_takes_in_nothing(self, archive: Newsroom) -> None:
        archive.write("old/a.txt", LABELLED)
        archive.write("old/c.txt")
        outcome = archive.run("baseline", "update", "old")
        file = archive.folder / FILE
        assert outcome.out == f"{file}: known findings: 1; dropped: 1; new ones, not taken in: 1\n"
        assert (outcome.code, outcome.err) == (CLEAN, "")
        assert paths(archive) == ["old/b.txt"]

    def test_articles_that_are_gone_are_dropped_too(self, archive: Newsroom) -> None:
        (archive.folder / "old" / "b.txt").unlink()
        archive.run("baseline", "update", "old")
        assert paths(archive) == ["old/a.txt"]

    def test_articles_that_are_not_checked_stay(self, archive: Newsroom) -> None:
        archive.write("old/a.txt", LABELLED)
        archive.write("old/b.txt", LABELLED)
        archive.run("baseline", "update", "old/a.txt")
        assert paths(archive) == ["old/b.txt"]

    def test_articles_that_cannot_be_read_and_rules_that_are_off_stay(self, archive: Newsroom) -> None:
        archive.write("old/a.txt", LABELLED)
        archive.write("old/b.txt", b"\xff\xfe\x00")
        assert archive.run("baseline", "update", "old", "--ignore", "LC101").code == COULD_NOT
        assert paths(archive) == ["old/a.txt", "old/b.txt"]

    def test_a_second_time_nothing_changes(self, archive: Newsroom) -> None:
        archive.write("old/a.txt", LABELLED)
        archive.run("baseline", "update", "old")
        file: Path = archive.folder / FILE
        before = file.stat(), file.read_bytes()
        assert "dropped: 0;" in archive.run("baseline", "update", "old").out
        assert (file.stat(), file.read_bytes()) == before

    def test_there_must_be_one(self, newsroom: Newsroom) -> None:
        newsroom.write("a.txt")
        outcome = newsroom.run("baseline", "update", "a.txt")
        assert outcome.err == (f"labelcheck: error: {FILE}: no such file; `labelcheck baseline create` makes it\n")
