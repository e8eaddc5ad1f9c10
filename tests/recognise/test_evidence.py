"""What `mentions --explain` says decided of a mention."""

from __future__ import annotations

from datetime import date

import pytest

from labelcheck import Linter
from labelcheck.policy import Policy

LINTER = Linter.bundled(policy=Policy(date(2026, 10, 1)))


@pytest.mark.parametrize(
    ("text", "certain", "evidence"),
    [
        ("Так пишут в Facebook.", True, ("distinctive name",)),
        ("Вышел «Холод».", True, ("quotation marks and a capital letter",)),
        ("Вышло издание Холод.", True, ("role word 'издание'",)),
        ("Вчера Холод* вышел.", True, ("a mark right after it",)),
        ("По данным Холода, зима близко.", True, ("announced as a source",)),
        ("Об этом пишет Холод.", True, ("reporting verb 'пишет'",)),
        ("Организация Мемориал закрыта.", True, ("a cue of this name",)),
        ("Вчера вышел Холод.", False, ("a capital letter, but no cue",)),
        (
            "Песня «Холод» спета. Тираж «Холода» растёт.",
            False,
            ("quotation marks, but something else bears this name, too",),
        ),
    ],
)
def test_the_evidence_of_a_mention(text: str, certain: bool, evidence: tuple[str, ...]) -> None:
    (mention,) = LINTER.check_text(text).mentions
    assert (mention.certain, mention.evidence) == (certain, evidence)


def test_a_name_that_is_sure_elsewhere() -> None:
    first, second = LINTER.check_text("Вышло издание «Холод». Вчера Холод продали.").mentions
    assert first.evidence == ("quotation marks and a capital letter", "role word 'издание'")
    assert second.evidence == ("the document surely mentions it elsewhere",)
