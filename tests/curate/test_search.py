"""Organizations looked up by id and by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from labelcheck.curate.search import Found, by_entity, members, search, suggest
from labelcheck.lexicon import Lexicon, load_lexicon
from labelcheck.registry.load import load_registries
from labelcheck.registry.model import Registry

from ..registries.samples import completed

CLOSED = """\
id: closed-list
entries:
  - {id: lantern-2024, entity: lantern, name: Общество «Красный фонарь», kind: media, designated: 2024-01-01, names: [
      {text: Фонарь, match: quoted}, {text: КФ, case: exact, match: context}], not: [фонарь над дверью]}
  - {id: buoy, name: Клуб любителей бакенов и буёв, kind: media, designated: 2024-01-01}
"""
DEBTORS = """\
id: debtor-list
entries:
  - {id: lantern-debt, entity: lantern, name: Red Lantern Ltd, kind: media, designated: 2024-02-01}
  - {id: lantern, entity: oil-lantern, name: Oil Lantern, kind: media, designated: 2024-02-01, names: [Oil Lantern]}
"""


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    for name, text in (("closed", CLOSED), ("debtors", DEBTORS)):
        (tmp_path / f"{name}.yaml").write_text(completed(text), encoding="utf-8")
    return [str(tmp_path / "closed.yaml"), str(tmp_path / "debtors.yaml")]


@pytest.fixture
def registries(files: list[str]) -> tuple[Registry, ...]:
    return load_registries(files)


@pytest.fixture
def lexicon(files: list[str]) -> Lexicon:
    return load_lexicon(files)


def test_an_organization_has_its_entries_in_all_registries(registries: tuple[Registry, ...]) -> None:
    assert {entity: [entry.id for _, entry in entries] for entity, entries in by_entity(registries).items()} == {
        "lantern": ["lantern-2024", "lantern-debt"],
        "buoy": ["buoy"],
        "oil-lantern": ["lantern"],
    }


def test_an_id_is_that_of_an_organization_or_of_an_entry(registries: tuple[Registry, ...]) -> None:
    assert list(members("lantern-debt", registries)) == ["lantern"]
    assert list(members("lantern", registries)) == ["lantern", "oil-lantern"]
    assert members("fonar", registries) == {}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("фонарю", [Found("lantern", "Фонарь", whole=True)]),
        ("ФОНАРЁМ", [Found("lantern", "Фонарь", whole=True)]),
        ("фонарь над дверью", [Found("lantern", "Фонарь", whole=True)]),
        ("кф", [Found("lantern", "КФ", whole=True)]),
        ("oil lantern", [Found("oil-lantern", "Oil Lantern", whole=True)]),
        ("lant red", [Found("lantern", "Red Lantern Ltd", whole=False)]),
        ("бакен клуб", [Found("buoy", "Клуб любителей бакенов и буёв", whole=False)]),
        ("клуба любителей", []),
        ("straße", []),
        ("—", []),
    ],
)
def test_a_name(registries: tuple[Registry, ...], lexicon: Lexicon, query: str, found: list[Found]) -> None:
    assert search(query, registries, lexicon) == found


def test_names_that_look_alike(registries: tuple[Registry, ...]) -> None:
    assert suggest("Фанарь", registries)[0] == ("lantern", "Фонарь")
    assert suggest("Zzyzx", registries) == []
