"""What the HTML report says of mentions."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from labelcheck.explain import page_of
from labelcheck.linter import Linter
from labelcheck.policy import Policy

from .cli.newsroom import REGISTRY

FOOTNOTE = "\n\n* Lantern Society is closed.\n"


@cache
def linter(policy: Policy) -> Linter:
    return Linter.bundled(policy=policy, registries=[str(REGISTRY)], bundled=False)


def mentions(text: str, *, day: date = date(2026, 2, 1), policy: str = "every", language: str = "en") -> list[str]:
    """``words [state] why`` of every mention."""
    result = linter(Policy(today=day, mentions=policy)).check_text(text, format="md")
    page = page_of(result, language)
    return [f"{page.view.text[span.start : span.end]} [{span.state}] {span.why}" for span in page.mentions]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lantern Society (closed) moved.", "[labelled] Lantern Society: labelled as closed"),
        ("Lantern Society moved.", "[passed-over] Lantern Society: at fault, but "),
        ("Lantern Society* moved.", "[passed-over] Lantern Society: at fault, but "),
        ("Then “Beacon” came.", "[passed-over] Lantern Society? Not certain"),
    ],
)
def test_a_mention_is_labelled_or_passed_over(text: str, said: str) -> None:
    (mention,) = mentions(text)
    assert said in mention


def test_before_the_designation_no_label_is_due() -> None:
    assert mentions("Lantern Society moved.", day=date(2024, 12, 31)) == [
        "Lantern Society [exempt] Lantern Society: on 2024-12-31 no label is due"
    ]


def test_mentions_in_footnotes_and_labels_need_no_label() -> None:
    assert mentions(f"Lantern Society* moved.{FOOTNOTE}") == [
        "Lantern Society [labelled] Lantern Society: labelled as closed",
        "Lantern Society [exempt] Lantern Society: stands in a footnote",
    ]


def test_later_mentions_may_be_exempt() -> None:
    text = "Lantern Society (closed) moved. Lantern Society moved again."
    assert mentions(text, policy="first")[1] == (
        "Lantern Society [exempt] Lantern Society: a later mention, which --mentions exempts"
    )


def test_in_russian() -> None:
    assert mentions("Lantern Society (closed) moved.", language="ru") == [
        "Lantern Society [labelled] Lantern Society: помечено, статус: closed"
    ]
