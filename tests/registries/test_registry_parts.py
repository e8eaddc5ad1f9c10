"""Registries kept in several files."""

from __future__ import annotations

from pathlib import Path

import pytest

from labelcheck.errors import RegistryError
from labelcheck.registry.load import load_registries

from .samples import REGISTRY, load_registry

HEAD = REGISTRY.partition("entries:")[0]


def write(folder: Path, **files: str) -> None:
    for name, content in files.items():
        (folder / f"{name}.yaml").write_text(content, encoding="utf-8")


def part(*entries: str, of: str = "harbour-list") -> str:
    lines = "".join(f"  - {{{entry}, kind: media, designated: 2024-07-10}}\n" for entry in entries)
    return f"schema: 1\npart_of: {of}\nentries:\n{lines}"


def problems(folder: Path) -> list[str]:
    with pytest.raises(RegistryError) as caught:
        load_registries([str(folder)])
    return [problem.replace(f"{folder}/", "") for problem in caught.value.problems]


def test_parts_are_joined_in_the_order_of_the_files(tmp_path: Path) -> None:
    write(tmp_path, a=part("id: wave, name: Волна"), head=HEAD, z=part("id: lighthouse, name: Маяк"))
    [registry] = load_registries([str(tmp_path)])
    assert registry.path == str(tmp_path / "head.yaml")
    assert [(entry.id, str(entry.position)) for entry in registry.entries] == [
        ("wave", f"{tmp_path}/a.yaml:4:5"),
        ("lighthouse", f"{tmp_path}/z.yaml:4:5"),
    ]


def test_a_head_may_have_entries_of_its_own_and_they_come_first(tmp_path: Path) -> None:
    write(tmp_path, a=part("id: wave, name: Волна"), head=REGISTRY)
    [registry] = load_registries([str(tmp_path)])
    assert [entry.id for entry in registry.entries] == ["lantern", "buoy", "wave"]


def test_a_part_without_its_head(tmp_path: Path) -> None:
    write(tmp_path, a=part("id: wave, name: Волна", of="harbor-list"), head=REGISTRY, z=part("id: a, name: Б", of="b"))
    assert problems(tmp_path) == [
        (
            "a.yaml:2:10: part_of: no registry 'harbor-list' is loaded; write 'harbour-list', or load the file with "
            "id: harbor-list too"
        ),
        (
            "z.yaml:2:10: part_of: no registry 'b' is loaded; expected one of: harbour-list, or load the file with "
            "id: b too"
        ),
    ]


def test_a_head_without_its_parts_is_no_registry_without_findings(tmp_path: Path) -> None:
    write(tmp_path, head=HEAD)
    with pytest.raises(RegistryError, match=r"head\.yaml: the registry 'harbour-list' has no entries, so no article"):
        load_registry(str(tmp_path / "head.yaml"))


def test_ids_and_numbers_are_unique_across_parts_and_within_one(tmp_path: Path) -> None:
    write(
        tmp_path,
        a=part("id: wave, name: Волна, number: 7"),
        head=HEAD,
        z=part("id: wave, name: Маяк, number: 8", "id: lighthouse, name: Маяк, number: 7"),
    )
    assert problems(tmp_path) == [
        (
            "z.yaml:4:5: id: 'wave' is also that of the entry at a.yaml:4:5; write another, and the same entity: for "
            "both if they are one organization"
        ),
        "z.yaml:5:5: number: '7' is also that of the entry at a.yaml:4:5; write the one that the list gives it",
    ]
    write(tmp_path, z=part("id: mast, name: Мачта, number: 9", "id: lighthouse, name: Маяк, number: 9"))
    assert problems(tmp_path) == [
        "z.yaml:5:5: number: '9' is also that of the entry on line 4; write the one that the list gives it",
    ]


def test_entries_without_a_number_do_not_share_one(tmp_path: Path) -> None:
    write(tmp_path, a=part("id: wave, name: Волна", "id: lighthouse, name: Маяк"), head=HEAD)
    assert len(load_registries([str(tmp_path)])[0].entries) == 2


def test_two_heads_with_one_id(tmp_path: Path) -> None:
    write(tmp_path, a=part("id: wave, name: Волна"), head=HEAD, other=REGISTRY)
    assert "other.yaml: the id 'harbour-list' is also that of head.yaml; write another id in one" in problems(tmp_path)
