"""A paragraph about nothing moves the findings behind it and changes nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from labelcheck.findings import Finding
from labelcheck.policy import Policy

from .articles import articles, check, formats, policies, told
from .writing import Article, Block, Piece, each_written, goes_on

NEUTRAL = [
    "Утро было тихим, и никто никуда не спешил.",
    "In the morning 24 boats went out; nobody was in a hurry.",
    "Вода стояла низко.\nВетра не было до 12:30, потом он подул с востока",
]


@given(articles(), formats, policies, st.sampled_from(NEUTRAL), st.data())
def test_it_may_stand_before_between_and_after(
    article: Article, format_name: str, policy: Policy, words: str, data: st.DataObject
) -> None:
    article = tuple(block for block in article if each_written((block,), format_name))
    # A directive between two blocks is about the one right after it, and a list of names may share a label.
    places = [0, *(at for at, block in enumerate(article, 1) if block.kind != "directive" and not goes_on(block))]
    at = data.draw(st.sampled_from(places), label="inserted at")
    inserted = (*article[:at], Block("paragraph", tuple((Piece(line),) for line in words.split("\n"))), *article[at:])

    before, after = ("\n\n".join(each_written(made, format_name)) for made in (article, inserted))
    width = len(after) - len(before)
    start = len("\n\n".join(each_written(article[:at], format_name))) if at else -1
    expected = [(told(f), where + width * (where >= start)) for f, where in placed(before, format_name, policy)]
    assert [(told(f), where) for f, where in placed(after, format_name, policy)] == expected


def placed(text: str, format_name: str, policy: Policy) -> list[tuple[Finding, int]]:
    found = check(text, format_name, policy).findings
    return [(finding, finding.place.offset if finding.place else -1) for finding in found]
