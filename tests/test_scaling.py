"""The cost of an article grows with its length and not faster, whatever there is many of in it.

What is counted is how many lines of the program run, which is the same on every machine. Searches run inside one line
however far they go, so for those that could go far the CPU time is compared, as a ratio that allows for a lot of noise.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hostile_texts import CASES

from labelcheck.linter import Linter

MANY = 100
TIMES = 4


@cache
def linter() -> Linter:
    return Linter.bundled()


def check(case: str, count: int) -> None:
    format_name, text = CASES[case]
    linter().check_text(text(count), format=format_name)


def lines_run(check: Callable[[], object]) -> int:
    lines = 0

    def trace(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal lines
        lines += event == "line"
        return trace

    check()  # what is made at first use is made now
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        check()
    finally:
        sys.settrace(before)
    return lines


@pytest.mark.parametrize("case", CASES)
def test_four_times_as_many_take_four_times_as_many_steps(case: str) -> None:
    """What is quadratic takes sixteen times as many."""
    few, many = (lines_run(partial(check, case, count)) for count in (MANY, TIMES * MANY))
    assert many <= 1.2 * TIMES * few


def test_links_that_a_label_allows_take_as_many_steps_as_there_are() -> None:
    """The bundled registries have none: they forbid links or leave them alone."""
    registries = Path(__file__).parent / "fix" / "registries"
    allowing = Linter.bundled(registries=[str(registries)], bundled=False)
    few, many = (
        lines_run(
            partial(allowing.check_text, "Kelp Trust (barred) [said](https://kelp.example/). " * count, format="md")
        )
        for count in (MANY, TIMES * MANY)
    )
    assert many <= 1.2 * TIMES * few


@pytest.mark.parametrize(
    "case",
    [
        "letters of one word",
        "one word of status words",
        "one word of stems",
        "asterisks",
        "mentions without a gap",
        "footnotes on one line",
        "open parentheses with marks",
        "directives without text",
        "addresses in an address",
        "names in an e-mail address",
        "one long list of abbreviations",
        "open values",
        "open values in closing tags",
        "open declarations",
        "open scripts",
        "open text areas",
        "blanks in front matter",
    ],
)
def test_no_search_goes_far_again_and_again(case: str) -> None:
    """Of what is quadratic, sixteen times as many take 256 times as long."""
    few = 500
    while min(seconds(case, few) for _ in range(2)) < 0.01 and few < 100_000:
        few *= 2
    assert any(seconds(case, 16 * few) < 64 * seconds(case, few) + 0.05 for _ in range(3))


def seconds(case: str, count: int) -> float:
    format_name, make = CASES[case]
    text = make(count)
    begin = time.process_time()
    linter().check_text(text, format=format_name)
    return time.process_time() - begin
