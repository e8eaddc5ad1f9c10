"""Articles with their findings written into them, see README.md for the notation."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from annotated import Case, answers, read_cases

from labelcheck.linter import Linter

FOLDER = Path(__file__).parent


@cache
def bundled() -> Linter:
    return Linter.bundled()


CASES = [
    pytest.param(case, id=f"{path.stem}: {case.title}") for path in FOLDER.glob("*.txt") for case in read_cases(path)
]


@pytest.mark.parametrize("case", CASES)
def test_article(case: Case) -> None:
    given = answers(bundled(), case)

    def shown(spans: list[tuple[int, int, str]]) -> list[str]:
        return [f"{code} {start}:{end} {case.text[start:end]!r}" for start, end, code in spans]

    assert shown(given.findings) == shown(case.truth.findings)
    assert [case.text[a:b] for a, b in given.mentions] == [case.text[a:b] for a, b in case.truth.mentions]
    assert given.mentions == case.truth.mentions
