"""What `registry check` remarks: the pairs of remarks.md, the bundled registries, and files beside others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from labelcheck.curate.lint import lint
from labelcheck.lexicon import load_lexicon
from labelcheck.recognise import Recogniser
from labelcheck.registry.bundled import chosen
from labelcheck.registry.load import load_registries

from ..registries.samples import completed

DOCUMENT = (Path(__file__).parent / "remarks.md").read_text(encoding="utf-8")
PAIR = re.compile(r"^```yaml\n(?P<file>.*?)^```\n+```expect\n(?P<said>.*?)^```$", re.MULTILINE | re.DOTALL)
PAIRS = [
    pytest.param(pair["file"], pair["said"].splitlines(), id=f"line {DOCUMENT.count(chr(10), 0, pair.start()) + 1}")
    for pair in PAIR.finditer(DOCUMENT)
]


def remarks(everything: list[str], files: list[str]) -> list[str]:
    found = lint(load_registries(everything), Recogniser(load_lexicon(everything)), files)
    return [f"{r.position}: {r.severity}: {r.message} [{r.check}]" for r in found]


@pytest.mark.parametrize(("file", "expected"), PAIRS)
def test_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, expected: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("list.yaml").write_text(completed(file), encoding="utf-8")
    said = remarks(["list.yaml"], ["list.yaml"])
    assert ([line.removeprefix("list.yaml:") for line in said] or ["nothing"]) == expected


def test_the_bundled_registries_are_clean() -> None:
    files = chosen([])
    assert remarks(files, files) == []


def test_only_the_files_asked_for_are_told_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others count all the same: their names are found too."""
    monkeypatch.chdir(tmp_path)
    entry = "entries: [{{id: {}, name: А, kind: media, designated: 2024-01-01, names: [{}]}}]\n"
    Path("a.yaml").write_text(completed("id: a\n" + entry.format("a", "Проект, Клуб «Якорёк»")), encoding="utf-8")
    Path("b.yaml").write_text(completed("id: b\n" + entry.format("b", "Клубу «Якорёк»")), encoding="utf-8")
    assert [line.partition(",")[0] for line in remarks(["a.yaml", "b.yaml"], ["./b.yaml"])] == [
        "./b.yaml:2:73: warning: the name 'Клубу «Якорёк»' of b is"
    ]


def test_lines_end_where_an_editor_ends_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """YAML ends some at a line separator too; the comment holds for the line of the name all the same."""
    monkeypatch.chdir(tmp_path)
    entry = """\
entries:
  - id: a
    name: Общество «Проект»
    kind: media
    designated: 2024-01-01
    examples: {flag: ["Проект\u2028закрыт."]}
    names:
      - Проект  # labelcheck: ignore[ordinary-name] -- our readers know one Проект only
      - Волна
"""
    Path("list.yaml").write_text(completed(entry), encoding="utf-8")
    assert [line.partition(",")[0].partition(";")[0] for line in remarks(["list.yaml"], ["list.yaml"])] == [
        "list.yaml:9:9: error: the name 'Волна' of a is ordinary words"
    ]
