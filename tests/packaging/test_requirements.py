"""The locked packages of ``requirements/`` are those that ``pyproject.toml`` asks for. ``scripts/lock.sh`` locks."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUN = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
BUILD = [Requirement(line) for line in PROJECT["build-system"]["requires"]]
DEVELOP = [Requirement(line) for line in PROJECT["dependency-groups"]["dev"]]
_PIN = re.compile(
    r"(?m)^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?: ; (?P<marker>[^\\\n]+?))? \\\n(?P<hashes>(?: +--hash=.*\n)+)"
)


def locked(name: str) -> dict[str, str]:
    """The version of each package in a file of ``requirements/``."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    return {canonicalize_name(pin["name"]): pin["version"] for pin in _PIN.finditer(text)}


@pytest.mark.parametrize("wanted", [*RUN, *BUILD, *DEVELOP], ids=str)
def test_what_runs_builds_and_tests_is_locked(wanted: Requirement) -> None:
    assert locked("dev.txt")[canonicalize_name(wanted.name)] in wanted.specifier


@pytest.mark.parametrize("wanted", RUN, ids=str)
def test_the_lowest_versions_are_those_allowed(wanted: Requirement) -> None:
    [bound] = wanted.specifier
    lowest = locked("lowest.txt")[canonicalize_name(wanted.name)]
    assert bound.operator == ">="
    assert lowest == bound.version or lowest.startswith(f"{bound.version}.")  # 0.9 is 0.9.0


@pytest.mark.parametrize("wanted", BUILD, ids=str)
def test_what_builds_is_no_older_than_what_runs(wanted: Requirement) -> None:
    same = [each for each in RUN if each.name == wanted.name]
    assert same == [wanted] or (not same and wanted in DEVELOP)


@pytest.mark.parametrize("name", ["dev.txt", "lowest.txt"])
def test_every_line_is_a_hashed_package_of_no_particular_host(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    rest = re.sub(r"(?m)^ *#.*\n", "", _PIN.sub("", text))
    assert rest == ""
    assert "://" not in text
    assert all(
        re.fullmatch(r" +--hash=sha256:[0-9a-f]{64}(?: \\)?", line) for line in text.splitlines() if "--" in line
    )
