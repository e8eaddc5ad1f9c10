"""The examples of docs/registries.md: they are what they say, and nothing is to be remarked on them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from labelcheck.curate.lint import lint
from labelcheck.lexicon import load_lexicon
from labelcheck.recognise import Recogniser
from labelcheck.registry.load import load_registries

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "registries.md").read_text(encoding="utf-8")
FILES = ("list.yaml", "part.yaml", "amendment.yaml")


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The examples as files in the working directory."""
    monkeypatch.chdir(tmp_path)
    examples = re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    for name, example in zip(FILES, examples, strict=True):
        Path(name).write_text(example, encoding="utf-8")
    return list(FILES)


def test_the_list_and_its_part(files: list[str]) -> None:
    whole = files[:2]
    (registry,) = load_registries(whole)
    assert [entry.id for entry in registry.entries] == ["daily-buzz", "radio-hummel", "evening-buzz"]
    assert [str(remark) for remark in lint((registry,), Recogniser(load_lexicon(whole)), whole)] == []


def test_the_amendment(files: list[str]) -> None:
    (registry,) = load_registries(files)
    assert not registry.label.required
    names = {entry.id: (entry.name, [name.text for name in entry.names]) for entry in registry.entries}
    assert names == {
        "daily-buzz": ("The Daily Buzz", ["Daily Buzz", "«Гул»", "Republic"]),
        "evening-buzz": ("The Evening Buzz", []),
        "hourly-ring": ("Hourly Ring", []),
    }


def test_the_bundled_files_that_it_names_are_there() -> None:
    named = re.findall(r"registries/\S+\.yaml", GUIDE)
    assert named
    assert [name for name in named if "*" not in name and not (ROOT / name).exists()] == []
