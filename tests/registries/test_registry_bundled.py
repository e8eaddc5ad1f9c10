"""The registries that come with labelcheck, and the names they go by."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from labelcheck.errors import RegistryError, UsageError
from labelcheck.registry import bundled
from labelcheck.registry.bundled import bundled_folder, bundled_ids, resolve
from labelcheck.registry.languages import load_languages
from labelcheck.registry.load import load_registries

from .samples import REGISTRY


def test_all_registries_load_and_go_by_their_ids() -> None:
    loaded = load_registries([bundled_folder()])
    assert {registry.id: registry.path for registry in loaded} == bundled_ids()


def test_all_languages_load() -> None:
    languages = load_languages(os.path.join(bundled_folder(), "languages"))
    assert [language.code for language in languages] == ["en", "ru"]


@pytest.fixture
def two_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed package with ``aq/harbour-list``, ``aq/river-list`` and ``nz/lake-list``; we are outside of it."""
    for name in ("aq/harbour", "aq/river", "nz/lake"):
        path = tmp_path / "labelcheck" / "registries" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# data\nschema: 1\nid: '{path.stem}-list' # its id\n", encoding="utf-8")
    (tmp_path / "labelcheck" / "registries" / "languages").mkdir()
    monkeypatch.setattr(bundled, "_HERE", str(tmp_path / "labelcheck" / "registry"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "labelcheck" / "registries"


def test_an_id_is_the_file_of_the_registry(two_folders: Path) -> None:
    assert resolve("river-list") == [str(two_folders / "aq" / "river.yaml")]


def test_an_id_is_the_head_of_a_registry_and_its_parts(two_folders: Path) -> None:
    for name in ("a", "z"):
        (two_folders / "aq" / f"{name}.yaml").write_text("schema: 1\npart_of: river-list\n", encoding="utf-8")
    files = [str(two_folders / "aq" / f"{name}.yaml") for name in ("river", "a", "z")]
    assert resolve("river-list") == files
    assert bundled_ids()["river-list"] == files[0]


def test_a_folder_is_all_its_files(two_folders: Path) -> None:
    assert resolve("aq") == [str(two_folders / "aq" / "harbour.yaml"), str(two_folders / "aq" / "river.yaml")]


def test_a_path_is_its_files(two_folders: Path) -> None:
    own = Path("own.yaml")
    own.write_text(REGISTRY, encoding="utf-8")
    assert resolve("own.yaml") == ["own.yaml"]
    assert resolve(str(two_folders / "nz")) == [str(two_folders / "nz" / "lake.yaml")]


def test_a_bundled_name_means_the_same_everywhere(two_folders: Path) -> None:
    Path("aq").mkdir()
    Path("aq/own.yaml").write_text(REGISTRY, encoding="utf-8")
    assert resolve("aq") == [str(two_folders / "aq" / "harbour.yaml"), str(two_folders / "aq" / "river.yaml")]
    assert resolve("./aq") == [os.path.join("./aq", "own.yaml")]


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("rivers-list", "write 'river-list', or the path of a file or folder, or one of the bundled"),
        ("own.yaml", "write the path of a file or folder, or one of the bundled"),
        ("languages", "write the path of a file or folder, or one of the bundled"),
    ],
)
def test_an_unknown_name(two_folders: Path, name: str, advice: str) -> None:
    with pytest.raises(UsageError) as caught:
        resolve(name)
    assert str(caught.value) == f"no registry '{name}': {advice} harbour-list, lake-list, river-list"


def test_a_bundled_file_without_an_id(two_folders: Path) -> None:
    path = two_folders / "nz" / "lake.yaml"
    path.write_text("schema: 1\n", encoding="utf-8")
    with pytest.raises(RegistryError) as caught:
        bundled_ids()
    assert caught.value.problems == [f"{path}: no line begins with id: or part_of:; every bundled file needs one"]


def test_an_installation_without_registries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundled, "_HERE", str(tmp_path / "lib" / "labelcheck" / "registry"))
    with pytest.raises(RegistryError, match="the bundled registries are missing; install labelcheck again"):
        bundled_folder()
