"""The Markdown documents of this folder as tests: a file, and after it what is said about it, or ``nothing``."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from labelcheck.errors import RegistryError
from labelcheck.registry.languages import load_languages

from .samples import completed, load_registry

HERE = Path(__file__).parent
PAIR = re.compile(
    r"^```yaml(?P<whole> whole)?\n(?P<file>.*?)^```\n+```expect\n(?P<said>.*?)^```$", re.MULTILINE | re.DOTALL
)


def pairs(document: str) -> list[object]:
    """File and expectations of every pair of fences, as parameters."""
    found: list[object] = []
    text = (HERE / document).read_text(encoding="utf-8")
    for pair in PAIR.finditer(text):
        line = text.count("\n", 0, pair.start()) + 1
        file = pair["file"] if pair["whole"] else completed(pair["file"])
        found.append(pytest.param(file, pair["said"].splitlines(), id=f"line {line}"))
    assert len(found) == text.count("```yaml"), f"{document}: every file needs its expectations"
    return found


def said(load: Callable[[str], object], path: Path, file: str) -> list[str]:
    path.write_text(file, encoding="utf-8")
    try:
        load(str(path))
    except RegistryError as error:
        return [problem.removeprefix(f"{path}:") for problem in error.problems]
    return ["nothing"]


@pytest.mark.parametrize(("file", "expected"), pairs("problems.md"))
def test_a_registry_file(tmp_path: Path, file: str, expected: list[str]) -> None:
    assert said(load_registry, tmp_path / "list.yaml", file) == expected


@pytest.mark.parametrize(("file", "expected"), pairs("languages.md"))
def test_a_language_file(tmp_path: Path, file: str, expected: list[str]) -> None:
    assert said(lambda path: load_languages(str(Path(path).parent)), tmp_path / "en.yaml", file) == expected
