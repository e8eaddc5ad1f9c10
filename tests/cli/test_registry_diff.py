"""`labelcheck registry diff`: what it prints of the changes that tests/curate/test_diff.py is about."""

from __future__ import annotations

import json

import pytest

from labelcheck.cli.console import CLEAN, COULD_NOT, FINDINGS

from .newsroom import REGISTRY, Newsroom

HEAD = REGISTRY.read_text(encoding="utf-8").partition("entries:\n")[0]
OLD = f"""\
{HEAD}entries:
  - {{id: lantern, name: Lantern Society, kind: organization, designated: 2025-01-01, names: [Lantern, Beacon]}}
  - {{id: buoy, name: Buoy, kind: media, designated: 2025-01-01, names: [Buoy, Bell Buoy]}}
  - {{id: pier, name: Pier, kind: media, designated: 2025-01-01}}
  - {{id: crane, name: Crane, kind: media, designated: 2025-01-01, removed: 2025-02-01}}
"""
NEW = f"""\
{HEAD.replace("2026-01-01", "2026-02-01").replace("stale_after: 60", "stale_after: 90")}entries:
  - {{id: quay, name: {"Quay of the " + "very " * 30 + "long name"}, kind: media, designated: 2026-01-15}}
  - {{id: lantern, name: Lantern Club, kind: organization, designated: 2025-01-02, names: [
      {{text: Beacon, match: context, context: [club]}}, Lamp], domains: [lantern.example], number: "1"}}
  - {{id: buoy, name: Buoy, kind: media, designated: 2025-01-01, removed: 2026-01-20, names: [Bell Buoy, Buoy]}}
  - {{id: crane, name: Crane, kind: media, designated: 2025-01-01}}
"""


@pytest.fixture
def two(newsroom: Newsroom) -> Newsroom:
    newsroom.write("old.yaml", OLD)
    newsroom.write("new.yaml", NEW)
    return newsroom


def test_for_people(two: Newsroom) -> None:
    outcome = two.run("registry", "diff", "old.yaml", "new.yaml")
    assert (outcome.code, outcome.err) == (FINDINGS, "")
    assert outcome.out == (
        "closed-list: as of 2026-01-01 → 2026-02-01, entries: 4 → 4\n"
        "  head: as_of, stale_after\n"
        f"  designated 2026-01-15: {'Quay of the ' + 'very ' * 16}very… (quay)\n"
        "  removed 2026-01-20: Buoy (buoy)\n"
        "  dropped without a date of removal: Pier (pier)\n"
        "  renamed, formerly Lantern Society: Lantern Club (lantern)\n"
        "  designated 2025-01-01 → 2025-01-02: Lantern Club (lantern)\n"
        "  removed 2025-02-01 → —: Crane (crane)\n"
        "  names +Lamp -Lantern ~Beacon (context: club): Lantern Club (lantern)\n"
        "  names in another order: Buoy (buoy)\n"
        "  changed number, domains: Lantern Club (lantern)\n"
    )


def test_in_russian(two: Newsroom) -> None:
    outcome = two.run("registry", "diff", "old.yaml", "new.yaml", "--lang", "ru")
    assert outcome.out.splitlines()[:2] + outcome.out.splitlines()[3:8] == [
        "closed-list: на дату 2026-01-01 → 2026-02-01, записей: 4 → 4",
        "  шапка: as_of, stale_after",
        "  исключена 2026-01-20: Buoy (buoy)",
        "  пропала без даты исключения: Pier (pier)",
        "  переименована, прежде Lantern Society: Lantern Club (lantern)",
        "  внесена 2025-01-01 → 2025-01-02: Lantern Club (lantern)",
        "  исключена 2025-02-01 → —: Crane (crane)",
    ]


def test_for_programs(two: Newsroom) -> None:
    outcome = two.run("registry", "diff", "old.yaml", "new.yaml", "--format", "json")
    [difference] = json.loads(outcome.out)
    assert outcome.code == FINDINGS
    assert {key: difference[key] for key in ("id", "old", "new", "head")} == {
        "id": "closed-list",
        "old": {"as_of": "2026-01-01", "entries": 4},
        "new": {"as_of": "2026-02-01", "entries": 4},
        "head": ["as_of", "stale_after"],
    }
    assert [change["kind"] for change in difference["changes"]] == [
        *("designated", "removed", "dropped", "renamed", "re-dated", "re-dated", "names", "names", "changed")
    ]
    assert difference["changes"][1] == {
        "kind": "removed",
        "id": "buoy",
        "entity": "buoy",
        "name": "Buoy",
        "designated": "2025-01-01",
        "removed": "2026-01-20",
    }
    assert difference["changes"][3]["was"] == "Lantern Society"


def test_no_difference(two: Newsroom) -> None:
    outcome = two.run("registry", "diff", "old.yaml", "./old.yaml")
    assert (outcome.code, outcome.out, outcome.err) == (CLEAN, "no differences\n", "")
    assert two.run("registry", "diff", "old.yaml", "old.yaml", "--format", "json").out == "[]\n"


def test_registries_that_only_one_state_has(two: Newsroom) -> None:
    two.write("new.yaml", NEW.replace("id: closed-list", "id: open-list"))
    outcome = two.run("registry", "diff", "old.yaml", "new.yaml")
    assert (outcome.code, outcome.out) == (
        FINDINGS,
        "open-list: new registry, entries: 4\nclosed-list: registry gone, entries: 4\n",
    )
    absent = json.loads(two.run("registry", "diff", "old.yaml", "new.yaml", "--format", "json").out)
    assert [(d["old"] is None, d["new"] is None) for d in absent] == [(True, False), (False, True)]


def test_what_cannot_be_compared(two: Newsroom) -> None:
    outcome = two.run("registry", "diff", "old.yaml", "newer.yaml")
    assert (outcome.code, outcome.out) == (COULD_NOT, "")
    assert outcome.err.startswith("labelcheck: error: no registry 'newer.yaml'")
