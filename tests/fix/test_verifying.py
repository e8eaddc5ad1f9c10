"""Proposals that do not do what they promise are tried in another way or dropped, and only they."""

from __future__ import annotations

from labelcheck.findings import Edit
from labelcheck.fix.changes import Change, Proposal
from labelcheck.fix.verifying import settle

from .samples import Desk

TEXT = "Lantern Society.\n\nFerry Bureau.\n\nThe end*.\n\n* closed\n"
DESK = Desk()
OLD = DESK.read(TEXT)
FIRST, SECOND = OLD.findings


def put(at: int, content: str, shown: str | None = None, *, end: int | None = None) -> Change:
    """An edit of TEXT, whose view is the same as its source; ``shown`` is what it pretends to show."""
    end = at if end is None else end
    return Change(Edit(at, end, content), at, end, content if shown is None else shown)


def kept(*proposals: Proposal, firm: tuple[Proposal, ...] = ()) -> list[Proposal]:
    return settle(lambda text: DESK.read(text), OLD, proposals, firm)[0]


GOOD_FIRST = Proposal(FIRST, ((put(15, "*"),),))
GOOD_SECOND = Proposal(SECOND, ((put(30, "*"),),))


def test_what_does_as_it_says_is_kept() -> None:
    found, trial = settle(lambda text: DESK.read(text), OLD, [GOOD_FIRST, GOOD_SECOND])
    assert found == [GOOD_FIRST, GOOD_SECOND]
    assert trial is not None
    assert trial.new.findings == ()


def test_a_finding_that_is_still_there() -> None:
    assert kept(Proposal(FIRST, ((put(15, "!"),),)), GOOD_SECOND) == [GOOD_SECOND]


def test_another_way() -> None:
    two_ways = Proposal(FIRST, ((put(15, "!"),), (put(15, "*"),)))
    assert kept(two_ways, GOOD_SECOND) == [GOOD_FIRST, GOOD_SECOND]


def test_too_many_ways() -> None:
    assert kept(Proposal(FIRST, (*[(put(15, "!"),)] * 9, (put(15, "*"),)))) == []


def test_a_new_finding() -> None:
    sly = Proposal(FIRST, ((put(15, "* and Kelp Trust"),),))
    assert kept(sly, GOOD_SECOND) == [GOOD_SECOND]


def test_a_new_finding_beside_it() -> None:
    sly = Proposal(FIRST, ((put(15, "*"), put(4, "n", "n", end=5), put(33, "Kelp Trust", end=36)),))
    assert kept(sly, GOOD_SECOND) == [GOOD_SECOND]


def test_a_mention_that_is_gone() -> None:
    """The second name is not mentioned any more, which would mend its finding, too."""
    sly = Proposal(FIRST, ((put(15, "*"), put(18, "f", "f", end=18)),))
    assert kept(sly) == []


def test_a_mention_that_a_letter_unmakes() -> None:
    assert kept(Proposal(FIRST, ((put(0, "B", end=1),),))) == []
    assert kept(Proposal(FIRST, ((put(15, "*"), put(0, "l", end=1)),))) != []


def test_a_mention_may_be_taken_away_with_its_words() -> None:
    gone = Proposal(SECOND, ((put(18, "Nobody", end=30),),))
    assert kept(GOOD_FIRST, gone) == [GOOD_FIRST, gone]


def test_a_block_that_reads_otherwise() -> None:
    sly = Proposal(FIRST, ((put(15, "*", "* "),),))
    assert kept(sly, GOOD_SECOND) == [GOOD_SECOND]


def test_a_block_more_or_less() -> None:
    more = Proposal(FIRST, ((put(15, "*"), put(42, "\n\nMore", "")),))
    less = Proposal(FIRST, ((put(15, "*"), put(42, "", "\n\nMore")),))
    last = Proposal(FIRST, ((put(15, "*"), put(52, "\n\nMore", "")),))
    for sly in (more, less, last):
        assert kept(sly, GOOD_SECOND) == [GOOD_SECOND]


def test_firm_proposals_stay() -> None:
    sly = Proposal(SECOND, ((put(30, "*", "* "),),))
    assert kept(sly, firm=(GOOD_FIRST,)) == []
    assert kept(GOOD_SECOND, firm=(GOOD_FIRST,)) == [GOOD_SECOND]


def test_of_two_that_change_the_same_place_the_first_is_kept() -> None:
    overlapping = Proposal(SECOND, ((put(14, "y*", end=16),),))
    inside = Proposal(SECOND, ((put(15, "?"), put(30, "*")),))
    same_place = Proposal(SECOND, ((put(15, "†"),),))
    same = Proposal(SECOND, ((put(15, "*"), put(30, "*")),))
    for second in (overlapping, same_place):
        assert kept(GOOD_FIRST, second) == [GOOD_FIRST]
    assert kept(overlapping, inside) == []
    assert kept(GOOD_FIRST, same) == [GOOD_FIRST, same]
