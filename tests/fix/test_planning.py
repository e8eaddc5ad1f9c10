"""No fix is drafted or tried that nobody asks for: each trial costs as much as a check."""

from __future__ import annotations

import pytest

from labelcheck.linter import Result
from labelcheck.records import replace
from labelcheck.source.model import Source

from .samples import Desk

CLEAN = "Nobody sailed."
SAFE = "Lantern Society sailed."
SAFE_TWICE = "Lantern Society sailed with the Ferry Bureau."
UNSAFE = "Rope Guild (closed) sailed."
BOTH = f"{SAFE}\n\n{UNSAFE}"


class Counting:
    """An article and a mender that counts how often it is checked again."""

    def __init__(self, text: str) -> None:
        self.desk = Desk()
        self.tried: list[str] = []
        self.checked = self.desk.read(text)
        self.mender = replace(self.desk.mender, check=self.check)

    def check(self, source: Source) -> Result:
        self.tried.append(source.text)
        return self.desk.check(source)


@pytest.mark.parametrize(("text", "trials"), [(CLEAN, 0), (SAFE, 1), (SAFE_TWICE, 1), (UNSAFE, 1), (BOTH, 2)])
def test_all_fixes_of_a_kind_are_tried_at_once(text: str, trials: int) -> None:
    article = Counting(text)
    offered = article.mender.with_fixes(article.checked, article.checked.findings).findings
    assert all(finding.fix for finding in offered)
    assert len(article.tried) == trials


def test_unsafe_fixes_are_tried_when_somebody_asks_for_them() -> None:
    article = Counting(BOTH)
    mended = article.mender.mend(article.checked, article.checked.findings)
    assert mended.source.text == f"Lantern Society* sailed.\n\n{UNSAFE}\n\n* closed by the Harbour Office"
    assert [finding.fix for finding in mended.last.bare().findings] == [None]
    assert article.tried == [mended.source.text]
    assert [finding.fix is not None for finding in mended.last.offered().findings] == [True]
    assert len(article.tried) == 2


@pytest.mark.parametrize("text", [CLEAN, SAFE, SAFE_TWICE, UNSAFE, BOTH])
@pytest.mark.parametrize("unsafe", [False, True])
def test_what_could_be_done_is_known_after_it_was_done(text: str, unsafe: bool) -> None:
    desk = Desk()
    checked = desk.read(text)
    mended = desk.mended(text, unsafe=unsafe)
    assert mended.first.bare() == checked
    assert mended.first.offered() == desk.mender.with_fixes(checked, checked.findings)
