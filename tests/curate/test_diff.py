"""What changed between two states of registries."""

from __future__ import annotations

from pathlib import Path

import pytest

from labelcheck.curate.diff import Difference, diff
from labelcheck.registry.load import load_registries

from ..registries.samples import REGISTRY, completed

ENTRY = "{id: a, name: Общество, kind: media, designated: 2024-01-01, names: [Альфа, Бета]}"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def differences(old: str, new: str) -> list[Difference]:
    Path("old.yaml").write_text(old, encoding="utf-8")
    Path("new.yaml").write_text(new, encoding="utf-8")
    return diff(load_registries(["old.yaml"]), load_registries(["new.yaml"]))


def changes(old: str, new: str) -> list[tuple[str, str, dict[str, str | list[str] | None]]]:
    """What happened between two lists of entries: kind, id, values."""
    [difference] = differences(completed(f"entries: [{old}]\n"), completed(f"entries: [{new}]\n"))
    assert difference.head == ()
    return [(change.kind, change.entry.id, change.values) for change in difference.changes]


def test_nothing() -> None:
    assert differences(REGISTRY, "# only a comment more\n" + REGISTRY) == []


def test_entries_come_and_go() -> None:
    assert changes(ENTRY, ENTRY.replace("id: a", "id: b")) == [("designated", "b", {}), ("dropped", "a", {})]


def test_a_removal_has_a_date() -> None:
    assert changes(ENTRY, ENTRY.replace("names:", "removed: 2025-01-01, names:")) == [("removed", "a", {})]


def test_other_dates() -> None:
    old = ENTRY.replace("names:", "removed: 2025-01-01, names:")
    assert changes(old, ENTRY) == [("re-dated", "a", {"key": "removed", "was": "2025-01-01", "is": None})]
    assert changes(ENTRY, ENTRY.replace("2024-01-01", "2024-01-02")) == [
        ("re-dated", "a", {"key": "designated", "was": "2024-01-01", "is": "2024-01-02"})
    ]


def test_another_official_name() -> None:
    assert changes(ENTRY, ENTRY.replace("Общество", "Союз")) == [("renamed", "a", {"was": "Общество", "is": "Союз"})]


def test_other_names_and_hints() -> None:
    names = "{text: Бета, match: context, context: [клуб, круг], inflect: false}, {text: Гамма, case: exact}"
    assert changes(ENTRY, ENTRY.replace("Альфа, Бета", names)) == [
        (
            "names",
            "a",
            {
                "added": ["Гамма (case: exact)"],
                "dropped": ["Альфа"],
                "altered": ["Бета (context: клуб | круг, inflect: false)"],
            },
        )
    ]
    assert changes(ENTRY, ENTRY.replace("Альфа, Бета", "Бета, Альфа")) == [
        ("names", "a", {"added": [], "dropped": [], "altered": []})
    ]


def test_everything_else_is_told_by_its_key() -> None:
    more = "number: '7', not: [в], domains: [a.example], examples: {flag: [Альфа], pass: [б]}, names:"
    assert changes(ENTRY, ENTRY.replace("names:", more)) == [
        ("changed", "a", {"keys": ["number", "not", "domains", "examples.flag", "examples.pass"]})
    ]


def test_the_head_of_the_file() -> None:
    old = completed(f"as_of: 2025-03-01\nentries: [{ENTRY}]\n")
    [difference] = differences(old, old.replace("2025-03-01", "2025-04-01").replace("links: label", "links: ignore"))
    assert (difference.head, difference.changes) == (("as_of", "label.links"), ())


def test_registries_come_and_go() -> None:
    gone, new = differences(REGISTRY, REGISTRY.replace("id: harbour-list", "id: river-list"))[::-1]
    assert (gone.id, gone.new, new.id, new.old) == ("harbour-list", None, "river-list", None)
    assert [change.kind for change in (*gone.changes, *new.changes)] == [
        "dropped",
        "dropped",
        "designated",
        "designated",
    ]
