"""A trial as in a newsroom: 52 articles with 270 problems become clean, by the bundled registries and the real program.

``newsroom/remaining.txt`` lists what safe fixes leave to people, ``newsroom/decisions.yaml`` what they decide about it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from labelcheck.cli.console import CLEAN, FINDINGS
from labelcheck.findings import Edit

from .samples import edited

NEWSROOM = Path(__file__).parent / "newsroom"
REMAINING = (NEWSROOM / "remaining.txt").read_text(encoding="utf-8")
DECISIONS: dict[str, Any] = yaml.safe_load((NEWSROOM / "decisions.yaml").read_text(encoding="utf-8"))
FOLDERS = ("pages", "posts", "site", "wire")
LEGACY = ("--encoding", "windows-1251", "legacy")
BRIEFS = ("--mentions", "first", "briefs")
PROBLEMS = {
    "LC101": 198, "LC102": 8, "LC103": 5, "LC104": 3, "LC105": 1, "LC106": 5, "LC201": 1, "LC202": 1, "LC203": 1,
    "LC204": 2, "LC205": 1, "LC301": 8, "LC501": 12, "LC502": 3, "LC901": 6, "LC902": 1, "LC903": 1,
}  # fmt: skip
"""Findings in FOLDERS, by rule."""
ENCODED = {
    "legacy/48-ferryman.txt": ("windows-1251", "\r\n"),
    "pages/46-lists.html": ("utf-8", "\r\n"),
    "posts/43-owl.md": ("utf-8-sig", "\n"),
    "site/28-frost.md": ("utf-8-sig", "\r\n"),
    "wire/38-harbour.txt": ("utf-16", "\n"),
}
"""Articles that came from elsewhere; here they are stored like the others, so that one can read them."""


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The articles of a copy of the newsroom, which is the working directory."""
    folder = tmp_path / "newsroom"
    shutil.copytree(NEWSROOM, folder)
    monkeypatch.chdir(folder)
    for path in ENCODED:
        write(path, Path(path).read_text(encoding="utf-8"))
    return sorted(path.relative_to(folder).as_posix() for path in folder.glob("*/*"))


def read(path: str) -> str:
    encoding, newline = ENCODED.get(path, ("utf-8", "\n"))
    text = Path(path).read_bytes().decode(encoding)
    assert text.count("\n") == text.count(newline)
    return text


def write(path: str, text: str) -> None:
    encoding, newline = ENCODED.get(path, ("utf-8", "\n"))
    Path(path).write_bytes(text.replace("\n", newline).encode(encoding))


def labelcheck(*arguments: str) -> tuple[int, str, str]:
    """The exit code of the program, and what it prints to standard output and error."""
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "labelcheck", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout, done.stderr


def check(*options: str) -> tuple[int, list[dict[str, Any]]]:
    """The exit code and the findings of a run."""
    code, report, _ = labelcheck("check", "--format", "json", *options)
    return code, json.loads(report)["findings"]


def rules(findings: list[dict[str, Any]]) -> dict[str, int]:
    return dict(sorted(Counter(finding["rule"] for finding in findings).items()))


def test_the_newsroom_becomes_clean(articles: list[str]) -> None:
    assert len(articles) == 52

    # One desk has old files, one labels first mentions only; all else is as labelcheck.toml says.
    code, found = check(*FOLDERS)
    assert (code, rules(found)) == (FINDINGS, PROBLEMS)
    assert [len(check(*desk)[1]) for desk in (LEGACY, BRIEFS)] == [3, 5]

    # What --fix mends, and what it leaves to people.
    code, left = check("--fix", *FOLDERS)
    assert (code, len(found) - len(left)) == (FINDINGS, 226)
    told = sorted(f"{f['path'] or 'labelcheck.toml'}: {f['rule']} {f['text'] or ''}".rstrip() for f in left)
    assert "".join(f"{line}\n" for line in told) == REMAINING
    assert check("--fix", *LEGACY) == check("--fix", *BRIEFS) == (CLEAN, [])

    # What people decide.
    code, left = check("--fix", "--unsafe-fixes", *DECISIONS["accept"])
    assert (code, len(left)) == (FINDINGS, 7)
    for article, old, new in DECISIONS["edit"]:
        text = Path(article).read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        Path(article).write_text(text.replace(old, new), encoding="utf-8")
    with open("labelcheck.toml", "a", encoding="utf-8") as file:
        file.write(DECISIONS["suppress"])
    assert check(*FOLDERS) == check(*LEGACY) == check(*BRIEFS) == (CLEAN, [])
    assert check("--fix", "--unsafe-fixes", *FOLDERS) == (CLEAN, [])


def test_the_archive_is_put_off(articles: list[str]) -> None:
    known = ("--baseline", "known.json", "archive")
    assert labelcheck("baseline", "create", *known) == (CLEAN, "known.json: known findings: 5\n", "")
    assert check(*known) == (CLEAN, [])

    # A new mention of a known organization is new; --fix labels it and leaves the old ones alone.
    station = read("archive/51-station.txt")
    write("archive/51-station.txt", f"Обновлено: «Медиазона» дополнила репортаж.\n\n{station}")
    code, new = check(*known)
    assert (code, [(finding["line"], finding["text"]) for finding in new]) == (FINDINGS, [(1, "Медиазона")])
    assert check("--fix", *known) == (CLEAN, [])
    footnote = "* признано в России иностранным агентом\n"
    assert read("archive/51-station.txt") == f"Обновлено: «Медиазона»* дополнила репортаж.\n\n{station}\n{footnote}"

    # Somebody mends an old one; the baseline is told to forget it.
    lighthouse = read("archive/52-lighthouse.md")
    write("archive/52-lighthouse.md", lighthouse.replace("Deutsche Welle", "Гидрометцентра"))
    code, _, remarks = labelcheck("check", *known)
    assert code == CLEAN
    assert "known.json: known findings gone: 1; `labelcheck baseline update` drops them" in remarks
    updated = "known.json: known findings: 4; dropped: 1; new ones, not taken in: 0\n"
    assert labelcheck("baseline", "update", *known) == (CLEAN, updated, "")


def test_fixes_are_what_was_told_and_a_second_run_changes_nothing(articles: list[str]) -> None:
    before = {path: read(path) for path in articles}
    _, found = check(*FOLDERS)
    code, left = check("--fix", *FOLDERS)
    for path, text in before.items():  # every character outside the edits that were told is as it was
        own = (finding["fix"] for finding in found if finding["path"] == path and finding["fix"])
        edits = {Edit(**edit) for fix in own for edit in fix["edits"] if fix["safe"]}
        assert read(path) == edited(text, edits)

    after = {path: Path(path).read_bytes() for path in articles}
    assert check("--fix", *FOLDERS) == (code, left)
    assert after == {path: Path(path).read_bytes() for path in articles}
