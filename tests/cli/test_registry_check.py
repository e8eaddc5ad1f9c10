"""`labelcheck registry check`: what it prints, about which files, and with which exit code."""

from __future__ import annotations

import json
from pathlib import Path
from socket import AF_UNIX, socket

import pytest

from labelcheck.cli.console import CLEAN, COULD_NOT, FINDINGS

from .newsroom import REGISTRY, Newsroom

HOUSE = """\
schema: 1
extends: closed-list
disable:
  - {entry: lantern, name: Beacon, reason: too many beacons here}
entries:
  - {id: buoy, name: Buoy, kind: media, designated: 2025-01-01, names: [Rivers, Yellow Buoy]}
"""
WRONG = "schema: 1\nextends: closed-list\nentries: []\n"


@pytest.fixture
def house(newsroom: Newsroom) -> Newsroom:
    """A newsroom that amends the registry of its configuration."""
    newsroom.write("house.yaml", HOUSE)
    return newsroom


def test_for_people(house: Newsroom) -> None:
    """A file is checked together with the registries of the configuration, and alone told about."""
    outcome = house.run("registry", "check", "house.yaml")
    assert outcome.out == (
        "house.yaml:6:73: error: the name 'Rivers' of buoy is ordinary words; write match: quoted or context, or "
        "answer # labelcheck: ignore[ordinary-name] -- and the reason [ordinary-name]\n"
        "1 remark on 1 file\n"
    )
    assert (outcome.code, outcome.err) == (FINDINGS, "")


def test_for_programs(house: Newsroom) -> None:
    outcome = house.run("registry", "check", "house.yaml", "--format", "json")
    assert outcome.code == FINDINGS
    assert json.loads(outcome.out) == [
        {
            "path": "house.yaml",
            "line": 6,
            "column": 73,
            "severity": "error",
            "check": "ordinary-name",
            "message": "the name 'Rivers' of buoy is ordinary words; write match: quoted or context, or answer "
            "# labelcheck: ignore[ordinary-name] -- and the reason",
        }
    ]


def test_nothing_to_remark(house: Newsroom) -> None:
    house.write("house.yaml", HOUSE.replace("Rivers, ", ""))
    outcome = house.run("registry", "lint", "house.yaml")
    assert (outcome.code, outcome.out, outcome.err) == (CLEAN, "no remarks on 1 file\n", "")
    assert house.run("registry", "check", "house.yaml", "--format", "json").out == "[]\n"


def test_the_registries_of_the_configuration_are_the_default(house: Newsroom) -> None:
    house.write("labelcheck.toml", f"registries = ['{REGISTRY}', 'house.yaml']\nbundled-registries = false\n")
    outcome = house.run("registry", "check")
    assert outcome.out.splitlines()[-1] == "1 remark on 2 files"


def test_a_file_that_does_not_load(house: Newsroom) -> None:
    """What stands in the way of loading is told in the same form, and that the rest was not checked."""
    house.write("house.yaml", WRONG)
    outcome = house.run("registry", "check", "house.yaml")
    assert outcome.out == (
        "house.yaml:3:10: error: entries: found an empty list; write at least one, or no article can ever have a "
        "finding [schema]\n"
        "1 remark on 1 file; nothing else was checked, correct these first\n"
    )
    assert (outcome.code, outcome.err) == (FINDINGS, "")


def test_a_problem_without_a_line(house: Newsroom) -> None:
    house.write("copy.yaml", Path(REGISTRY).read_bytes())
    outcome = house.run("registry", "check", "copy.yaml", "--format", "json")
    [remark] = json.loads(outcome.out)
    assert outcome.code == FINDINGS
    assert (remark["path"], remark["line"], remark["column"], remark["check"]) == (None, None, None, "schema")
    assert remark["message"] == f"copy.yaml: the id 'closed-list' is also that of {REGISTRY}; write another id in one"
    assert house.run("registry", "check", "copy.yaml").out.startswith("error: copy.yaml: the id 'closed-list'")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.yaml"], "no registry 'missing.yaml': write the path"),
        (["empty"], "empty: the folder has no registry file"),
        (["--no-config", "--no-bundled-registries"], "without the bundled registries there is none"),
        (["--no-config", "--config", "labelcheck.toml"], "--config and --no-config contradict each other"),
    ],
)
def test_what_cannot_be_checked(house: Newsroom, arguments: list[str], said: str) -> None:
    (house.folder / "empty").mkdir()
    outcome = house.run("registry", "check", *arguments)
    assert (outcome.code, outcome.out) == (COULD_NOT, "")
    assert said in outcome.err


def test_a_file_that_cannot_be_read(house: Newsroom) -> None:
    with socket(AF_UNIX) as nothing_to_read:
        nothing_to_read.bind("socket.yaml")
        outcome = house.run("registry", "check", "socket.yaml")
    assert (outcome.code, outcome.out) == (COULD_NOT, "")
    assert outcome.err == "labelcheck: error: socket.yaml: cannot be read: No such device or address\n"
