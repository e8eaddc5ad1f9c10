"""The bundled registries against the official lists, and against what registries/README.md says of them."""

from __future__ import annotations

import csv
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from labelcheck.registry.bundled import bundled_folder
from labelcheck.registry.load import load_registries
from labelcheck.registry.model import Entry, Registry

FACTS = Path(__file__).resolve().parents[3] / "shared" / "facts" / "organizations.csv"
README = Path(bundled_folder()) / "README.md"
COUNTS = re.compile(r"^\| `(\S+)` \|.*\| (\d+) \| (\d+) \| (\d{4}-\d\d-\d\d) \|$", re.MULTILINE)

Key = tuple[str, str]
"""A designation and a number."""

facts = pytest.mark.skipif(not FACTS.exists(), reason="the official lists (shared/facts) are not beside this checkout")


@cache
def registries() -> tuple[Registry, ...]:
    return load_registries([bundled_folder()])


@cache
def entries() -> dict[Key, Entry]:
    return {
        (registry.designation, entry.number or ""): entry for registry in registries() for entry in registry.entries
    }


@cache
def rows() -> dict[Key, dict[str, str]]:
    with FACTS.open(encoding="utf-8", newline="") as file:
        return {(row["registry"], row["number"]): row for row in csv.DictReader(file)}


def is_active(entry: Entry, day: date) -> bool:
    return entry.removed is None or entry.removed > day


@facts
def test_every_row_is_an_entry_and_every_entry_a_row() -> None:
    assert len(rows()) == 1757
    assert entries().keys() == rows().keys()


@facts
def test_official_names() -> None:
    named = {key: " ".join(row["name_official"].split()) for key, row in rows().items()}
    assert {key: entry.name for key, entry in entries().items()} == named


@facts
def test_dates_of_designation() -> None:
    """The source has lost some dates: of № 73 and № 140 of one list, and so of the sub-units of № 140."""
    stated = {key: row["designated"] for key, row in rows().items()}
    lost = {key for key, day in stated.items() if not day}
    assert {key[1].partition(".")[0] for key in lost} == {"73", "140"}
    found = {key: entry.designated.isoformat() for key, entry in entries().items()}
    assert {key: found[key] for key in found.keys() - lost} == {key: stated[key] for key in stated.keys() - lost}
    assert {found[key] for key in lost if key[1].startswith("140")} == {found["extremist", "140"]}


@facts
def test_removals_and_status() -> None:
    removed = {key: row["removed"] for key, row in rows().items() if row["removed"]}
    assert {key: entry.removed.isoformat() for key, entry in entries().items() if entry.removed} == removed
    inactive = {key for key, row in rows().items() if row["status"] != "active"}
    days = {registry.designation: registry.as_of for registry in registries()}
    assert {key for key, entry in entries().items() if not is_active(entry, days[key[0]])} == inactive


def test_the_readme_counts_what_there_is() -> None:
    counted = {
        registry.id: (
            str(len(registry.entries)),
            str(sum(is_active(entry, registry.as_of) for entry in registry.entries)),
            registry.as_of.isoformat(),
        )
        for registry in registries()
    }
    stated = {id: tuple(counts) for id, *counts in COUNTS.findall(README.read_text(encoding="utf-8"))}  # noqa: A001
    assert stated == counted
