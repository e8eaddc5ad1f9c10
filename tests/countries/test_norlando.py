"""A country that labelcheck does not know, see norlando.md."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from labelcheck.curate.lint import lint
from labelcheck.linter import Linter
from labelcheck.policy import Policy
from labelcheck.registry.bundled import chosen
from labelcheck.registry.load import load_registries
from labelcheck.rules import ALL

HERE = Path(__file__).parent
LISTS = str(HERE / "norlando")
DOCUMENT = (HERE / "norlando.md").read_text(encoding="utf-8")
PAIR = re.compile(
    r"^```(?P<format>txt|md)\n(?P<article>.*?)^```\n+```expect\n(?P<found>.*?)^```$", re.MULTILINE | re.DOTALL
)
PAIRS = [pytest.param(*pair.groups(), id=pair["article"][:40]) for pair in PAIR.finditer(DOCUMENT)]


@cache
def linter() -> Linter:
    return Linter.bundled(policy=Policy(today=date(2030, 3, 10)), registries=[LISTS], bundled=False)


@pytest.mark.parametrize(("format", "article", "expected"), PAIRS)
def test_article(format: str, article: str, expected: str) -> None:  # noqa: A002
    findings = linter().check_text(article, format=format).findings
    found = [f'{f.rule} {f.place.line}:{f.place.column} "{f.place.text}"' for f in findings if f.place]
    assert (found or ["nothing"]) == expected.splitlines()


def test_stale_lists() -> None:
    assert linter().check_registries() == ()
    later = replace(linter(), policy=Policy(today=date(2030, 3, 20)))
    assert [f.message.partition(",")[0] for f in later.check_registries()] == [
        "registry norlando-lobby is of 2030-01-15"
    ]


def test_every_rule_has_an_article() -> None:
    shown = {line[:5] for pair in PAIR.finditer(DOCUMENT) for line in pair["found"].splitlines()}
    assert {rule.CODE for rule in ALL} - shown == {"LC401"}


def test_its_language_comes_with_the_lists(tmp_path: Path) -> None:
    """Without it *laŭ*, by, announces no source; a change of it counts at once."""
    shutil.copytree(LISTS, tmp_path, dirs_exist_ok=True)
    language = tmp_path / "languages" / "eo.yaml"

    def found() -> list[str]:
        copy = Linter.bundled(policy=linter().policy, registries=[str(tmp_path)], bundled=False)
        return [finding.rule for finding in copy.check_text("Laŭ Matenruĝo pluvas.").findings]

    assert found() == ["LC101"]
    language.write_text(language.read_text(encoding="utf-8").replace("['laŭ']", "[]"), encoding="utf-8")
    assert found() == ["LC106"]
    shutil.rmtree(language.parent)
    assert found() == ["LC106"]


def test_the_lists_are_clean() -> None:
    files = chosen([LISTS], bundled=False)
    assert lint(load_registries(files), linter().recogniser, files) == []
