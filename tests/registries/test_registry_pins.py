"""Bundled registries pinned to a date, so that newer data never changes the outcome of a run unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from labelcheck.config_file import load_config
from labelcheck.errors import UsageError
from labelcheck.registry import bundled
from labelcheck.registry.bundled import chosen, is_bundled, resolve
from labelcheck.version import __version__

from .samples import REGISTRY, completed


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed package with ``aq/harbour-list`` of 1 March and ``aq/river-list`` of 1 April."""
    folder = tmp_path / "labelcheck" / "registries" / "aq"
    folder.mkdir(parents=True)
    for name, day in (("harbour", "2025-03-01"), ("river", "2025-04-01")):
        (folder / f"{name}.yaml").write_text(completed(f"id: {name}-list\nas_of: {day}\n"), encoding="utf-8")
    monkeypatch.setattr(bundled, "_HERE", str(tmp_path / "labelcheck" / "registry"))
    monkeypatch.chdir(tmp_path)
    return folder


def test_the_date_that_is_installed(folder: Path) -> None:
    assert resolve("harbour-list@2025-03-01") == [str(folder / "harbour.yaml")]


def test_a_folder_is_as_new_as_its_newest_registry(folder: Path) -> None:
    assert resolve("aq@2025-04-01") == [str(folder / "harbour.yaml"), str(folder / "river.yaml")]


@pytest.mark.parametrize("name", ["harbour-list", "aq"])
def test_another_date(name: str) -> None:
    newest = {"harbour-list": "2025-03-01", "aq": "2025-04-01"}[name]
    with pytest.raises(UsageError) as caught:
        resolve(f"{name}@2025-02-01")
    assert str(caught.value) == (
        f"the registry {name} of labelcheck {__version__} is of {newest}, not of 2025-02-01: write {name}@{newest}, or "
        "install the version of labelcheck that carries 2025-02-01 (registries/README.md has its dates)"
    )


def test_a_path_is_a_pin_of_its_own() -> None:
    Path("own.yaml").write_text(REGISTRY, encoding="utf-8")
    with pytest.raises(
        UsageError, match=r"only bundled registries are pinned to a date; write the path alone: own\.yaml"
    ):
        resolve("own.yaml@2025-03-01")
    Path("own@2025-03-01").write_text(REGISTRY, encoding="utf-8")
    assert resolve("own@2025-03-01") == ["own@2025-03-01"]


def test_an_unknown_registry() -> None:
    with pytest.raises(UsageError, match="no registry 'harbor-list': write 'harbour-list'"):
        resolve("harbor-list@2025-03-01")


def test_a_pinned_registry_beside_the_bundled_ones_is_read_once(folder: Path) -> None:
    both = [str(folder / "harbour.yaml"), str(folder / "river.yaml")]
    assert chosen(["aq@2025-04-01"]) == chosen([]) == both
    assert chosen(["river-list@2025-04-01"], bundled=False) == both[1:]


def test_none_at_all() -> None:
    with pytest.raises(UsageError, match="without the bundled registries there is none to judge by"):
        chosen([], bundled=False)


def test_in_the_configuration(tmp_path: Path) -> None:
    """A pin is no path: it is not looked for beside the configuration."""
    config = tmp_path / "news" / "labelcheck.toml"
    config.parent.mkdir()
    config.write_text('registries = ["aq@2025-04-01", "own.yaml"]\n', encoding="utf-8")
    assert load_config(str(config)).registries == ("aq@2025-04-01", str(config.parent / "own.yaml"))
    assert [is_bundled(name) for name in ("aq", "aq@2025-04-01", "own.yaml", "own@2025-04-01")] == [
        True,
        True,
        False,
        False,
    ]
