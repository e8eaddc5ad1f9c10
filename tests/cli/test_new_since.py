"""`check --new-since`: only what the newest designations made due."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from labelcheck.cli.console import CLEAN, COULD_NOT, FINDINGS

from .newsroom import REGISTRY, Newsroom

# The society is closed since 2025-01-01, and on a second list since 2026-01-10; the league is on that list only.
SECOND = """\
schema: 1
id: watched-list
title: {en: List of watched societies}
jurisdiction: AQ
authority: Harbour Office
source: https://harbour.example/watched
as_of: 2026-01-15
stale_after: 60
designation: watched
label:
  required: true
  marks: ["**"]
  states: {en: ['watched']}
  footnote: {en: watched by the Harbour Office}
  phrase: {en: (watched)}
  links: forbid
entries:
  - {id: league, name: Anchor League, kind: organization, designated: 2025-06-01, domains: [anchor.example]}
"""
LANTERN = (
    "  - {id: lantern, name: Lantern Society, kind: organization, designated: 2026-01-10, names: [Lantern Society]}\n"
)


@pytest.fixture
def archive(newsroom: Newsroom) -> Newsroom:
    """An archive, and the second list before and after its update."""
    newsroom.write("old/watched.yaml", SECOND)
    newsroom.write("lists/watched.yaml", SECOND.replace("as_of: 2026-01-15", "as_of: 2026-01-31") + LANTERN)
    newsroom.write("lists/names.yaml", "schema: 1\nextends: watched-list\nentries:\n" + LEAGUE)
    newsroom.write(
        "labelcheck.toml",
        f"registries = ['{REGISTRY}', 'lists']\nbundled-registries = false\nas-of = 2026-02-01\n",
    )
    newsroom.write("unlabelled.txt", "The Lantern Society moved.\n")
    newsroom.write("closed.txt", "The Lantern Society (closed) moved.\n")
    newsroom.write("both.txt", "The Lantern Society (closed and watched) moved.\n")
    newsroom.write("league.txt", "The Anchor League moved. See https://anchor.example/ too.\n")
    return newsroom


LEAGUE = (
    "  - {id: league, name: Anchor League, kind: organization, designated: 2025-06-01, domains: [anchor.example],"
    " names: [Anchor League]}\n"
)


def found(newsroom: Newsroom, *arguments: str) -> list[str]:
    outcome = newsroom.run("check", ".", "--format", "jsonl", *arguments)
    assert outcome.code in (CLEAN, FINDINGS), outcome.err
    findings = [json.loads(line) for line in outcome.out.splitlines()]
    return [f"{finding['path']} {finding['rule']}" for finding in findings]


def test_without_it_all_is_found(archive: Newsroom) -> None:
    everything = ["closed.txt LC104", "league.txt LC101", "league.txt LC301", "unlabelled.txt LC101"]
    assert found(archive) == everything


class TestADate:
    def test_only_what_was_designated_later(self, archive: Newsroom) -> None:
        assert found(archive, "--new-since", "2026-01-09") == ["closed.txt LC104"]
        assert found(archive, "--new-since", "2026-01-10") == []
        assert found(archive, "--new-since", "2025-05-31") == [
            "closed.txt LC104",
            "league.txt LC101",
            "league.txt LC301",
        ]
        assert len(found(archive, "--new-since", "2024-12-31")) == 4

    def test_articles_of_an_earlier_date_are_told(self, archive: Newsroom) -> None:
        archive.write("old.md", "---\ndate: 2025-03-01\n---\n\nThe Lantern Society (closed) moved.\n")
        outcome = archive.run("check", "old.md", "closed.txt", "--new-since", "2026-01-09", "--as-of", "article")
        assert "LC104" in outcome.out
        assert "old.md" not in outcome.out
        assert outcome.err == (
            "labelcheck: note: 1 of 2 files are judged at a date up to 2026-01-09, when nothing newer was due;"
            " with --as-of today they are judged like today's\n"
        )
        assert "old.md:5:5" in archive.run("check", "old.md", "--new-since", "2026-01-09", "--as-of", "today").out

    def test_directives_that_silenced_something_then_are_no_news(self, archive: Newsroom) -> None:
        archive.write("a.md", "<!-- labelcheck: ignore[LC2] -- none -->\n\nThe Lantern Society (closed) moved.\n")
        assert found(archive, "--new-since", "2026-01-09") == ["a.md LC104", "closed.txt LC104"]

    def test_a_stale_registry_is_still_told(self, archive: Newsroom) -> None:
        assert found(archive, "--new-since", "2026-05-01", "--as-of", "2026-05-02") == ["None LC401", "None LC401"]


class TestTheRegistriesOfThen:
    @pytest.mark.parametrize("then", ["old/watched.yaml", "old"])
    def test_only_what_they_had_not(self, archive: Newsroom, then: str) -> None:
        assert found(archive, "--new-since", then) == ["closed.txt LC104"]

    def test_dates_play_no_part(self, archive: Newsroom) -> None:
        late = (archive.folder / "lists" / "watched.yaml").read_text().replace("2026-01-10", "2020-01-01")
        archive.write("lists/watched.yaml", late)
        assert found(archive, "--new-since", "old") == ["closed.txt LC104"]
        assert found(archive, "--new-since", "2026-01-09") == []

    def test_amendments_that_were_not_updated_count_as_now(self, archive: Newsroom) -> None:
        archive.write("old/names.yaml", "schema: 1\nextends: watched-list\ndisable: [{label: false, reason: test}]\n")
        assert found(archive, "--new-since", "old") == ["closed.txt LC104", "league.txt LC101"]

    def test_two_files_alone(self, archive: Newsroom) -> None:
        archive.write("closed.txt", "The Lantern Society (watched) moved.\n")
        arguments = (
            "--no-config",
            "--no-bundled-registries",
            "--as-of",
            "2026-02-01",
            "--registry",
            "lists/watched.yaml",
        )
        assert found(archive, *arguments, "--new-since", "old/watched.yaml") == ["unlabelled.txt LC101"]

    @pytest.mark.parametrize(
        ("then", "message"),
        [
            ("nowhere.yaml", "no registry 'nowhere.yaml'"),
            ("closed.txt", "closed.txt: no line begins with id:, part_of: or extends:, so it is no registry file"),
            ("2026-02-30", "--new-since 2026-02-30: no such day; write it like 2026-09-01, or name registry files"),
            ("01.09.2026", "--new-since 01.09.2026: no such day; write it like 2026-09-01, or name registry files"),
            (
                "other.yaml",
                "other.yaml: this run has no registry other-list to compare it with; add it with --registry",
            ),
            ("bad.yaml", "bad.yaml:"),
            pytest.param(
                "/proc/self/mem",
                "/proc/self/mem: cannot be read: Input/output error",
                marks=pytest.mark.skipif(sys.platform != "linux", reason="needs a file that nobody can read"),
            ),
        ],
    )
    def test_what_cannot_be_compared(self, archive: Newsroom, then: str, message: str) -> None:
        archive.write("other.yaml", SECOND.replace("watched-list", "other-list"))
        archive.write("bad.yaml", SECOND.replace("stale_after", "stale"))
        outcome = archive.run("check", "closed.txt", "--new-since", then)
        assert outcome.code == COULD_NOT
        assert message in outcome.err


def test_with_a_baseline_known_findings_are_not_taken_for_gone(archive: Newsroom, tmp_path: Path) -> None:
    archive.run("baseline", "create", ".", "--baseline", "known.json")
    outcome = archive.run("check", ".", "--baseline", "known.json", "--new-since", "2026-01-09")
    assert outcome.code == CLEAN
    assert outcome.err == "labelcheck: note: known.json: known findings left out: 4\n"
