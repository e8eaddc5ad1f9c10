"""Amendments: what a newsroom's own file adds to a registry, replaces in it, or switches off."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from labelcheck.errors import RegistryError
from labelcheck.registry.load import load_registries
from labelcheck.registry.model import Registry

from .samples import REGISTRY, load_registry

HEAD = "schema: 1\nextends: harbour-list\n"
PAIR = re.compile(
    r"^```yaml(?P<whole> whole)?\n(?P<file>.*?)^```\n+```expect\n(?P<said>.*?)^```$", re.MULTILINE | re.DOTALL
)
DOCUMENT = (Path(__file__).parent / "amendments.md").read_text(encoding="utf-8")
PAIRS = [
    pytest.param(("" if pair["whole"] else HEAD) + pair["file"], pair["said"].splitlines())
    for pair in PAIR.finditer(DOCUMENT)
]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder with the registry harbour-list, whose entries are lantern and buoy."""
    monkeypatch.chdir(tmp_path)
    Path("harbour.yaml").write_text(REGISTRY, encoding="utf-8")


def amended(*files: str) -> Registry:
    """The registry with these amendments, which are house-0.yaml and so on."""
    paths = [f"house-{number}.yaml" for number in range(len(files))]
    for path, text in zip(paths, files, strict=True):
        Path(path).write_text(HEAD + text, encoding="utf-8")
    (registry,) = load_registries([*paths, "harbour.yaml"])
    return registry


def entry(id: str, name: str) -> str:  # noqa: A002
    return f"  - {{id: {id}, name: {name}, kind: media, designated: 2024-01-01}}\n"


def test_new_entries_come_after_the_others() -> None:
    registry = amended("entries:\n" + entry("pier", "Причал"))
    assert [e.id for e in registry.entries] == ["lantern", "buoy", "pier"]
    assert str(registry.entries[-1].position) == "house-0.yaml:4:5"


def test_an_entry_of_the_same_id_is_replaced_whole() -> None:
    registry = amended("entries:\n" + entry("lantern", "Лампа"))
    assert [(e.id, e.name, e.names) for e in registry.entries] == [("lantern", "Лампа", ()), ("buoy", "Буй", ())]


def test_the_rest_of_the_registry_stays() -> None:
    before, after = load_registry("harbour.yaml"), amended("entries:\n" + entry("pier", "Причал"))
    assert (after.id, after.as_of, after.label, after.path) == (before.id, before.as_of, before.label, before.path)


def test_an_entry_is_switched_off() -> None:
    registry = amended("disable:\n  - {entry: lantern, reason: it is our landlord}\n")
    assert [e.id for e in registry.entries] == ["buoy"]


def test_a_name_is_switched_off() -> None:
    registry = amended("disable:\n  - {entry: lantern, name: Маяк, reason: every harbour has one}\n")
    assert [name.text for name in registry.entries[0].names] == ["Общество «Фонарь»", "«Фонарь»", "ОФ"]


def test_the_label_is_switched_off() -> None:
    assert load_registry("harbour.yaml").label.required
    assert not amended("disable:\n  - {label: false, reason: our lawyers see no duty}\n").label.required


def test_amendments_follow_each_other() -> None:
    """Of two amendments of one thing the later counts, and a later one may be about what an earlier one added."""
    registry = amended(
        "entries:\n" + entry("pier", "Причал") + entry("quay", "Набережная"),
        "entries:\n" + entry("pier", "Пирс") + "disable:\n  - {entry: quay, reason: a mistake}\n",
    )
    assert [(e.id, e.name) for e in registry.entries][2:] == [("pier", "Пирс")]


@pytest.mark.parametrize(("file", "expected"), PAIRS)
def test_what_is_wrong(file: str, expected: list[str]) -> None:
    Path("house.yaml").write_text(file, encoding="utf-8")
    with pytest.raises(RegistryError) as caught:
        load_registries(["house.yaml", "harbour.yaml"])
    assert [problem.removeprefix("house.yaml:") for problem in caught.value.problems] == expected


def test_an_amendment_alone_is_no_registry() -> None:
    Path("house.yaml").write_text("schema: 1\nextends: river-list\nentries:\n" + entry("a", "А"), encoding="utf-8")
    with pytest.raises(
        RegistryError, match="no registry 'river-list' is loaded; none is; load it too, with --registry"
    ):
        load_registry("house.yaml")
