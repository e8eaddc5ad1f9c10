"""A trial as in a newsroom: twenty articles in four formats with a hundred problems, by the bundled registries.

``newsroom/remaining.txt`` lists what safe fixes leave to people.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from labelcheck.cli.console import CLEAN, FINDINGS
from labelcheck.cli.main import main
from labelcheck.findings import Edit

from .samples import edited

NEWSROOM = Path(__file__).parent / "newsroom"
REMAINING = (NEWSROOM / "remaining.txt").read_text(encoding="utf-8")
FOLDERS = ("pages", "posts", "site", "wire")


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The articles of a copy of the newsroom, which is the working directory."""
    folder = tmp_path / "newsroom"
    shutil.copytree(NEWSROOM, folder)
    monkeypatch.chdir(folder)
    return sorted(path.relative_to(folder) for path in folder.glob("*/*"))


def check(*options: str) -> tuple[int, dict[str, Any]]:
    """The exit code and the report of a run over the newsroom."""
    outcome = CliRunner().invoke(main, ["check", "--format", "json", *options, *FOLDERS])
    return outcome.exit_code, json.loads(outcome.stdout)


def test_a_hundred_problems(articles: list[Path]) -> None:
    before = {path: path.read_text(encoding="utf-8") for path in articles}
    _, found = check()
    code, left = check("--fix")
    assert code == FINDINGS
    assert len(articles) == 20
    assert len(found["findings"]) - len(left["findings"]) >= 100
    told = "".join(f"{finding['path']}: {finding['rule']} {finding['text']}\n" for finding in left["findings"])
    assert "".join(sorted(told.splitlines(keepends=True))) == REMAINING

    for path, text in before.items():  # every character outside the edits that were told is as it was
        fixes = [finding["fix"] for finding in found["findings"] if finding["path"] == str(path) and finding["fix"]]
        edits = {Edit(**edit) for fix in fixes for edit in fix["edits"] if fix["safe"]}
        assert path.read_text(encoding="utf-8") == edited(text, edits)

    after = {path: path.read_text(encoding="utf-8") for path in articles}
    assert check("--fix") == (code, left)
    assert after == {path: path.read_text(encoding="utf-8") for path in articles}


def test_the_rest_with_unsafe_fixes(articles: list[Path]) -> None:
    code, left = check("--fix", "--unsafe-fixes")
    assert (code, left["findings"]) == (CLEAN, [])
