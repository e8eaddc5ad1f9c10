"""Path patterns: what they match and what they leave alone."""

from __future__ import annotations

import os

import pytest

from labelcheck.globs import matches, relative


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("drafts", "drafts/a.md"),
        ("drafts", "news/drafts/2026/a.md"),
        ("drafts/", "drafts/a.md"),
        ("*.post", "wire/today.post"),
        ("[ab].md", "b.md"),
        ("wire/*.md", "wire/a.md"),
        ("/wire", "wire/a.md"),
        ("./wire/a.md", "wire/a.md"),
        ("wire/**/old", "wire/old/a.md"),
        ("wire/**/old", "wire/2025/01/old/a.md"),
        ("**/old", "wire/old/a.md"),
        ("wire/**", "wire/2025/a.md"),
        ("a?.md", "ab.md"),
    ],
)
def test_matches(pattern: str, path: str) -> None:
    assert matches(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("draft", "drafts/a.md"),
        ("*.md", "a.md.txt"),
        ("wire/*.md", "wire/2025/a.md"),
        ("wire/*.md", "old/wire/a.md"),
        ("/wire", "old/wire/a.md"),
        ("wire/2025/a.md", "wire"),
        ("", "a.md"),
        ("A.md", "a.md"),
    ],
)
def test_does_not_match(pattern: str, path: str) -> None:
    assert not matches(pattern, path)


def test_many_stars_take_no_time() -> None:
    assert not matches("*a" * 40 + "b", "a" * 200)


def test_a_path_is_seen_from_the_folder_of_the_configuration(tmp_path: os.PathLike[str]) -> None:
    folder = os.fspath(tmp_path)
    assert relative(os.path.join(folder, "wire", "a.md"), folder) == "wire/a.md"
    assert relative(os.path.join(folder, "a.md"), os.path.join(folder, "deeper")) == "a.md"
    assert relative(folder, folder) == ""


def test_a_path_on_another_drive_is_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: str) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", fail)
    assert relative("wire/a.md", "news") == "a.md"
