"""Registries as Python sees them, one by one and together, and which files a path stands for."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from labelcheck.errors import RegistryError
from labelcheck.recognise.marks import symbol_at
from labelcheck.registry.document import read_document
from labelcheck.registry.languages import load_languages
from labelcheck.registry.load import expand, load_registries
from labelcheck.registry.model import Entry, LabelPolicy, Language, Name, Position, Registry, StatePattern
from labelcheck.registry.problems import Problems

from .samples import LANGUAGE, REGISTRY, completed, load_registry


def write(folder: Path, **files: str) -> str:
    """Write registry files by name, ``__`` standing for a slash; gives the folder."""
    for name, content in files.items():
        path = folder / (name.replace("__", "/") + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return str(folder)


def problems(paths: str | list[str]) -> list[str]:
    with pytest.raises(RegistryError) as caught:
        load_registries([paths] if isinstance(paths, str) else paths)
    return caught.value.problems


def entry(id: str, *names: str, entity: str | None = None) -> str:  # noqa: A002
    owner = f", entity: {entity}" if entity else ""
    stated = f"id: {id}, name: {id.upper()}, kind: media, designated: 2024-01-01{owner}, names: [{', '.join(names)}]"
    return f"  - {{{stated}}}\n"


def registry(id: str, *entries: str) -> str:  # noqa: A002
    return completed(f"id: {id}\nentries:\n{''.join(entries)}")


def test_everything_a_registry_file_can_say(tmp_path: Path) -> None:
    path = str(tmp_path / "harbour.yaml")
    write(tmp_path, harbour=REGISTRY)

    def at(line: int, column: int) -> Position:
        return Position(path, line, column)

    assert load_registry(path) == Registry(
        id="harbour-list",
        title={"en": "List of closed harbour societies", "ru": "Перечень закрытых портовых обществ"},
        jurisdiction="AQ",
        authority="Harbour Office",
        source="https://harbour.example/closed",
        as_of=date(2025, 3, 1),
        stale_after=30,
        designation="closed",
        label=LabelPolicy(
            required=True,
            marks=("*", "†"),
            states={
                "en": (StatePattern("closed"), StatePattern(r"shut\w*", weak=True)),
                "ru": (StatePattern(r"закрыт\w+"),),
            },
            footnote={"en": "closed by the Harbour Office", "ru": "закрыто портовой конторой"},
            phrase={"en": "(closed)", "ru": "(закрытое)"},
            links="label",
        ),
        entries=(
            Entry(
                id="lantern",
                entity="lantern-society",
                name="Общество «Фонарь»",
                kind="organization",
                designated=date(2024, 7, 10),
                position=at(20, 5),
                removed=date(2025, 2, 1),
                number="007",
                names=(
                    Name("Общество «Фонарь»"),
                    Name("«Фонарь»", match="quoted"),
                    Name("Маяк", match="context", context=("общество", r"клуб\w*")),
                    Name("ОФ", case="exact", inflect=False),
                ),
                not_phrases=("фонарь над дверью",),
                domains=("lantern.example",),
                accounts=("social.example/@lantern",),
                flag_examples=("«Фонарь» собрал гостей.",),
                pass_examples=("Над дверью висит фонарь.\nОн горит.",),
            ),
            Entry(
                id="buoy",
                entity="buoy",
                name="Буй",
                kind="project",
                designated=date(2025, 1, 15),
                position=at(41, 5),
            ),
        ),
        path=path,
    )


def test_names_and_patterns_know_where_they_stand(tmp_path: Path) -> None:
    write(tmp_path, harbour=REGISTRY)
    loaded = load_registry(str(tmp_path / "harbour.yaml"))
    positions = [state.position for state in loaded.label.states["en"]]
    positions += [name.position for name in loaded.entries[0].names]
    assert [str(position).removeprefix(loaded.path) for position in positions] == [
        ":14:10",
        ":14:20",
        ":28:9",
        ":29:9",
        ":30:9",
        ":31:9",
    ]


def test_marks_of_a_registry_are_marks_of_the_recogniser(tmp_path: Path) -> None:
    marks = ["*", "***", "†", "‡‡", "¹", "²³", "⁰⁴⁹", "[^1]", "[^note-a]"]
    label = f"""\
label:
  required: true
  marks: {marks}
  states: {{en: [closed]}}
  footnote: {{en: closed}}
  phrase: {{en: closed}}
"""
    write(tmp_path, harbour=completed(label))
    for mark in load_registry(str(tmp_path / "harbour.yaml")).label.marks:
        found = symbol_at(mark, 0)
        assert found is not None
        assert found[0] == mark


def test_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    folder = write(tmp_path, a=completed("stale_after: soon\n"), b=REGISTRY, c=completed("idd: harbour\n"))
    assert [problem.removeprefix(folder + os.sep) for problem in problems(folder)] == [
        "a.yaml:1:14: stale_after: expected a whole number above zero, found 'soon'",
        "c.yaml:1:1: unknown key 'idd' in the registry; write 'id'",
    ]


def test_a_hundred_problems_of_one_file_are_enough(tmp_path: Path) -> None:
    folder = write(tmp_path, a=completed("entries:\n" + "  - {}\n" * 600))
    found = problems(folder)
    assert len(found) == 101
    assert found[-1] == f"{folder}{os.sep}a.yaml: stopped after 100 problems; there may be more"


class TestConflicts:
    def test_one_id_for_two_registries(self, tmp_path: Path) -> None:
        folder = write(tmp_path, a=registry("harbour", entry("a")), b=registry("harbour", entry("b")))
        a, b = (os.path.join(folder, name) for name in ("a.yaml", "b.yaml"))
        assert problems(folder) == [f"{b}: the id 'harbour' is also that of {a}; write another id in one"]

    def test_one_name_for_two_organizations(self, tmp_path: Path) -> None:
        folder = write(
            tmp_path,
            a=registry("harbour", entry("comet", "Ёлка и  Комета")),
            b=registry("river", entry("spruce", "ель", "{text: «елка и КОМЕТА», match: context}")),
        )
        [problem] = problems(folder)
        assert problem.replace(folder + os.sep, "") == (
            "b.yaml:3:82: the name '«елка и КОМЕТА»' of spruce is also that of comet at a.yaml:3:75; "
            "write match: context for both, or the same entity: if they are one"
        )

    def test_the_official_name_counts_where_no_name_is_listed(self, tmp_path: Path) -> None:
        folder = write(tmp_path, a=registry("harbour", entry("comet"), entry("tail", "Comet")))
        [problem] = problems(folder)
        assert problem.startswith(f"{folder}{os.sep}a.yaml:4:73: the name 'Comet' of tail is also that of comet at ")

    def test_a_name_that_needs_a_cue_in_both_is_fine(self, tmp_path: Path) -> None:
        by_cue = "{text: Комета, match: context}"
        folder = write(tmp_path, a=registry("harbour", entry("comet", by_cue), entry("tail", by_cue)))
        assert len(load_registries([folder])) == 1

    def test_one_organization_on_two_registries_is_fine(self, tmp_path: Path) -> None:
        folder = write(
            tmp_path,
            a=registry("harbour", entry("comet", "Комета")),
            b=registry("river", entry("space-comet", "Комета", entity="comet")),
        )
        assert [r.id for r in load_registries([folder])] == ["harbour", "river"]


class TestPaths:
    def test_a_folder_stands_for_the_yaml_files_in_it(self, tmp_path: Path) -> None:
        folder = write(
            tmp_path,
            b="",
            a__z="",
            a__a="",
            languages__en="",
            a__languages__ru="",
            **{".hidden": "", ".git__config": ""},
        )
        (tmp_path / "short.yml").touch()
        (tmp_path / "notes.md").touch()
        assert [Path(path).relative_to(folder).as_posix() for path in expand([folder])] == [
            "a/a.yaml",
            "a/z.yaml",
            "b.yaml",
            "short.yml",
        ]

    def test_a_file_named_twice_is_read_once(self, tmp_path: Path) -> None:
        folder = write(tmp_path, a=REGISTRY)
        path = os.path.join(folder, "a.yaml")
        assert expand([path, folder, os.path.join(folder, ".", "a.yaml")]) == [path]

    def test_a_file_that_is_named_may_have_any_ending(self, tmp_path: Path) -> None:
        path = tmp_path / "registry.txt"
        path.write_text(REGISTRY, encoding="utf-8")
        assert [registry.id for registry in load_registries([str(path)])] == ["harbour-list"]

    def test_missing_and_empty_ones_are_never_passed_over(self, tmp_path: Path) -> None:
        missing, empty = str(tmp_path / "missing.yaml"), tmp_path / "empty"
        empty.mkdir()
        assert problems([missing, write(tmp_path / "full", a=REGISTRY), str(empty)]) == [
            f"{missing}: no such file or folder; write the path of a registry file or its folder",
            f"{empty}: the folder has no registry file; expected files that end in .yaml",
        ]

    def test_no_path_at_all(self) -> None:
        assert problems([]) == [
            "no registry is given, so there is nothing to check articles against; name at least one"
        ]

    def test_a_file_that_cannot_be_read(self, tmp_path: Path) -> None:
        (tmp_path / "loop.yaml").symlink_to(tmp_path)
        with pytest.raises(RegistryError, match="cannot be read: Is a directory"):
            read_document(str(tmp_path / "loop.yaml"), Problems(""))
        with pytest.raises(RegistryError, match="cannot be read: embedded null byte"):
            read_document("\0", Problems(""))

    def test_a_folder_that_cannot_be_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(path: str) -> None:
            raise PermissionError(13, "Permission denied", path)

        monkeypatch.setattr(os, "scandir", refuse)
        assert problems(str(tmp_path)) == [f"{tmp_path}: cannot be read: Permission denied"]


class TestLanguages:
    def test_a_language_file(self, tmp_path: Path) -> None:
        folder = write(tmp_path / "languages", en=LANGUAGE)
        assert load_languages(folder) == (
            Language(code="en", role_words=("societ(?:y|ies)",), conjunctions=("and|or",)),
        )

    def test_a_language_is_in_one_file(self, tmp_path: Path) -> None:
        folder = write(tmp_path / "languages", a=LANGUAGE, b=LANGUAGE)
        a, b = (os.path.join(folder, name) for name in ("a.yaml", "b.yaml"))
        with pytest.raises(RegistryError) as caught:
            load_languages(folder)
        assert caught.value.problems == [f"{b}: the language en is also that of {a}; put all in one file"]
