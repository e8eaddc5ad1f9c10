"""`labelcheck registry list`, `show`, `search`, `status`: what they print."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from labelcheck.cli.console import CLEAN, COULD_NOT, FINDINGS
from labelcheck.registry.bundled import bundled_folder
from labelcheck.rules import registry_stale
from labelcheck.rules.pages import page

from .newsroom import REGISTRY, Newsroom

DEBTORS = """\
schema: 1
id: debtor-list
title: {en: List of debtors, ru: Список должников}
jurisdiction: AQ
authority: Treasury
source: https://treasury.example/debtors
as_of: 2025-12-01
stale_after: 30
designation: debtor
label: {required: false, states: {en: [debtor]}}
entries:
  - id: lantern-debt
    entity: lantern
    name: The Lantern Society for the Advancement of Harbour Lights and of Everything Else that Shines by Night
    kind: organization
    number: "12"
    designated: 2024-03-01
    removed: 2025-03-01
  - {id: buoy, name: Buoy, kind: media, designated: 2024-03-01, accounts: [t.me/buoy], names: [
      {text: Buoy, match: quoted, case: exact}, Bell Buoy], not: [yellow buoy]}
"""


@pytest.fixture
def two(newsroom: Newsroom) -> Newsroom:
    """The newsroom with a second registry beside that of its configuration."""
    newsroom.write("debtors.yaml", DEBTORS)
    newsroom.write("labelcheck.toml", f"registries = ['{REGISTRY}', 'debtors.yaml']\nbundled-registries = false\n")
    return newsroom


def test_what_the_page_about_stale_registries_says_replaces_one_and_keeps_the_others(newsroom: Newsroom) -> None:
    arguments = [word for line in re.findall("(?m)^    (--.+)", page(registry_stale)) for word in line.split()]
    (new,) = (value for value in arguments if "/" in value)
    folder = newsroom.folder / new
    shutil.copytree(Path(bundled_folder()) / "ru" / folder.name, folder)
    head = folder / "registry.yaml"
    text, dates = re.subn("(?m)^as_of: .*", "as_of: 2026-12-30", head.read_text(encoding="utf-8"))
    head.write_text(text, encoding="utf-8")
    assert dates == 1
    bundled = newsroom.run("registry", "list", "--no-config", "--format", "json")
    expected = [
        one | {"as_of": "2026-12-30"} if one["id"].endswith(folder.name) else one for one in json.loads(bundled.out)
    ]
    outcome = newsroom.run("registry", "list", *arguments, "--format", "json")
    assert outcome.code == CLEAN, outcome.err
    listed = sorted(json.loads(outcome.out), key=lambda one: one["id"])
    assert [(one["id"], one["as_of"]) for one in listed] == [(one["id"], one["as_of"]) for one in expected]


class TestList:
    def test_for_people(self, two: Newsroom) -> None:
        outcome = two.run("registry", "list")
        assert (outcome.code, outcome.err) == (CLEAN, "")
        assert outcome.out == (
            "ID           ENTRIES  ACTIVE  AS OF       TITLE\n"
            "closed-list        1       1  2026-01-01  List of closed societies\n"
            "debtor-list        2       1  2025-12-01  List of debtors\n"
        )

    def test_in_russian(self, two: Newsroom) -> None:
        """A title that is not translated stays as it is."""
        assert two.run("registry", "list", "--lang", "ru").out == (
            "ID           ЗАПИСЕЙ  ДЕЙСТВУЕТ  НА ДАТУ     НАЗВАНИЕ\n"
            "closed-list        1          1  2026-01-01  List of closed societies\n"
            "debtor-list        2          1  2025-12-01  Список должников\n"
        )

    def test_for_programs(self, two: Newsroom) -> None:
        closed, debtors = json.loads(two.run("registry", "list", "--format", "json").out)
        assert closed["id"] == "closed-list"
        assert debtors == {
            "id": "debtor-list",
            "title": {"en": "List of debtors", "ru": "Список должников"},
            "jurisdiction": "AQ",
            "authority": "Treasury",
            "source": "https://treasury.example/debtors",
            "designation": "debtor",
            "entries": 2,
            "active": 1,
            "as_of": "2025-12-01",
            "path": str(two.folder / "debtors.yaml"),
        }

    def test_of_registries_given(self, two: Newsroom) -> None:
        outcome = two.run("registry", "list", "--no-config", "--no-bundled-registries", "--registry", "debtors.yaml")
        assert [line.split()[0] for line in outcome.out.splitlines()] == ["ID", "debtor-list"]

    def test_the_bundled_ones_are_there_unless_left_out(self, two: Newsroom) -> None:
        assert len(two.run("registry", "list", "--no-config").out.splitlines()) > 2
        outcome = two.run("registry", "list", "--no-config", "--no-bundled-registries")
        assert (outcome.code, outcome.out) == (COULD_NOT, "")
        assert "without the bundled registries there is none to judge by" in outcome.err


class TestStatus:
    def test_for_people(self, two: Newsroom) -> None:
        outcome = two.run("registry", "status", "--as-of", "2026-01-15")
        assert (outcome.code, outcome.err) == (CLEAN, "")
        assert outcome.out == (
            "ID           ENTRIES  ACTIVE  AS OF       DAYS OLD  MAY BE  STATE\n"
            "closed-list        1       1  2026-01-01        14      60  fresh\n"
            "debtor-list        2       1  2025-12-01        45      30  STALE\n"
        )

    def test_in_russian(self, two: Newsroom) -> None:
        outcome = two.run("registry", "status", "--as-of", "2026-01-15", "--lang", "ru")
        assert outcome.out.splitlines()[2] == "debtor-list        2          1  2025-12-01    45     30  УСТАРЕЛ"

    def test_for_programs(self, two: Newsroom) -> None:
        outcome = two.run("registry", "status", "--as-of", "2026-01-15", "--format", "json")
        assert outcome.out == (
            '[{"id": "closed-list", "entries": 1, "active": 1, "as_of": "2026-01-01", "age": 14, "stale_after": 60, '
            '"stale": false},\n'
            ' {"id": "debtor-list", "entries": 2, "active": 1, "as_of": "2025-12-01", "age": 45, "stale_after": 30, '
            '"stale": true}]\n'
        )

    def test_a_date_that_is_none(self, two: Newsroom) -> None:
        outcome = two.run("registry", "status", "--as-of", "soon")
        assert (outcome.code, outcome.out) == (COULD_NOT, "")
        assert "'soon' is not a date like 2026-09-30" in outcome.err

    def test_today_is_the_default(self, two: Newsroom) -> None:
        assert "STALE" in two.run("registry", "status").out

    @pytest.mark.parametrize("content", ["", "schema: 1\n", None])
    def test_a_missing_or_empty_registry_is_no_registry(self, two: Newsroom, content: str | None) -> None:
        if content is None:
            (two.folder / "debtors.yaml").unlink()
        else:
            two.write("debtors.yaml", content)
        outcome = two.run("registry", "status")
        assert (outcome.code, outcome.out) == (COULD_NOT, "")
        assert "debtors.yaml" in outcome.err


class TestShow:
    def test_for_people(self, two: Newsroom) -> None:
        outcome = two.run("registry", "show", "lantern")
        assert (outcome.code, outcome.err) == (CLEAN, "")
        assert outcome.out == (
            "lantern\n"
            "\n"
            "  closed-list: Lantern Society\n"
            "    entry       lantern, organization\n"
            "    designated  closed since 2025-01-01\n"
            "    names       Lantern Society\n"
            "                Beacon (context: society)\n"
            "    domains     lantern.example\n"
            f"    stands at   {REGISTRY}:20:5\n"
            "\n"
            "  debtor-list: The Lantern Society for the Advancement of Harbour Lights and of Everything Else that "
            "Shines by Night\n"
            "    entry       lantern-debt, organization, № 12\n"
            "    designated  debtor since 2024-03-01 until 2025-03-01\n"
            f"    stands at   {two.folder / 'debtors.yaml'}:12:5\n"
        )

    def test_in_russian_by_the_id_of_an_entry(self, two: Newsroom) -> None:
        assert two.run("registry", "show", "buoy", "--lang", "ru").out == (
            "buoy\n"
            "\n"
            "  debtor-list: Buoy\n"
            "    запись    buoy, media\n"
            "    внесена   debtor с 2024-03-01\n"
            "    имена     Buoy (quoted, case: exact)\n"
            "              Bell Buoy\n"
            "    кроме     yellow buoy\n"
            "    аккаунты  t.me/buoy\n"
            f"    место     {two.folder / 'debtors.yaml'}:19:5\n"
        )

    def test_without_names(self, newsroom: Newsroom) -> None:
        newsroom.write("debtors.yaml", DEBTORS)
        outcome = newsroom.run(
            "registry", "show", "lantern-debt", "--no-config", "--no-bundled-registries", "--registry", "debtors.yaml"
        )
        assert "    names       none, so the official name counts\n" in outcome.out

    def test_for_programs(self, two: Newsroom) -> None:
        [entity] = json.loads(two.run("registry", "show", "buoy", "--format", "json").out)
        assert entity == {
            "entity": "buoy",
            "entries": [
                {
                    "registry": "debtor-list",
                    "designation": "debtor",
                    "id": "buoy",
                    "name": "Buoy",
                    "kind": "media",
                    "number": None,
                    "designated": "2024-03-01",
                    "removed": None,
                    "names": [
                        {"text": "Buoy", "match": "quoted", "case": "exact", "inflect": True, "context": []},
                        {"text": "Bell Buoy", "match": "plain", "case": "any", "inflect": True, "context": []},
                    ],
                    "not": ["yellow buoy"],
                    "domains": [],
                    "accounts": ["t.me/buoy"],
                    "path": str(two.folder / "debtors.yaml"),
                    "line": 19,
                }
            ],
        }

    def test_an_id_that_nothing_has(self, two: Newsroom) -> None:
        assert two.run("registry", "show", "boy").err == (
            "labelcheck: error: no organization or entry has the id 'boy'; write 'buoy', or find it with "
            "`labelcheck registry search`\n"
        )
        outcome = two.run("registry", "show", "harpoon")
        assert (outcome.code, outcome.out) == (COULD_NOT, "")
        assert "; find it with" in outcome.err


class TestSearch:
    def test_for_people(self, two: Newsroom) -> None:
        outcome = two.run("registry", "search", "LANTERN society")
        assert (outcome.code, outcome.err) == (CLEAN, "")
        assert outcome.out == (
            "lantern: Lantern Society (closed since 2025-01-01, debtor since 2024-03-01 until 2025-03-01)\n"
        )

    def test_a_long_official_name_is_cut(self, two: Newsroom) -> None:
        assert two.run("registry", "search", "shines night").out == (
            "lantern: The Lantern Society for the Advancement of Harbour Lights and of Everything Else that Shines by… "
            "(closed since 2025-01-01, debtor since 2024-03-01 until 2025-03-01)\n"
        )

    def test_in_russian(self, two: Newsroom) -> None:
        assert two.run("registry", "search", "beac", "--lang", "ru").out == (
            "lantern: Beacon (closed с 2025-01-01, debtor с 2024-03-01 до 2025-03-01)\n"
        )

    def test_for_programs(self, two: Newsroom) -> None:
        outcome = two.run("registry", "search", "bell buoy", "--format", "json")
        assert outcome.out == (
            '{"results": [{"entity": "buoy", "name": "Bell Buoy", "whole": true, "designations": [{"designation": '
            '"debtor", "registry": "debtor-list", "designated": "2024-03-01", "removed": null}]}], "suggestions": []}\n'
        )

    def test_what_looks_like_it(self, two: Newsroom) -> None:
        outcome = two.run("registry", "search", "Beakon")
        assert (outcome.code, outcome.out) == (
            FINDINGS,
            "nothing is called 'Beakon'; did you mean:\n  lantern: Beacon\n",
        )
        programs = two.run("registry", "search", "Beakon", "--format", "json")
        assert programs.code == FINDINGS
        assert json.loads(programs.out) == {"results": [], "suggestions": [{"entity": "lantern", "name": "Beacon"}]}

    def test_nothing_at_all(self, two: Newsroom) -> None:
        outcome = two.run("registry", "search", "{xyzzy}")
        assert (outcome.code, outcome.out) == (FINDINGS, "nothing is called '{xyzzy}'\n")


def test_the_group_tells_its_commands(newsroom: Newsroom) -> None:
    assert newsroom.run("registry").code == COULD_NOT
    assert newsroom.run("registry", "forget").err == (
        "labelcheck: error: No such command 'forget' (see `labelcheck registry --help`)\n"
    )
    outcome = newsroom.run("registry", "--help")
    commands = [line.split()[0] for line in outcome.out.partition("Commands:\n")[2].splitlines()]
    assert (outcome.code, commands) == (CLEAN, ["list", "show", "search", "status", "check", "diff", "import"])


def test_articles_are_checked_without_any_of_it() -> None:
    loaded = "import sys, labelcheck.cli.check; print(any('.curate' in m or 'cli.registry' in m for m in sys.modules))"
    ran = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


def test_hostile_titles_do_not_steer_the_terminal(two: Newsroom) -> None:
    two.write("debtors.yaml", DEBTORS.replace("List of debtors", "'List ##[error]'"))
    assert "List \\x23#[error]" in two.run("registry", "list").out
