"""Zones against what their words say, on every pair of spans of a short text."""

from __future__ import annotations

from itertools import combinations

import pytest

from labelcheck.zones import Zones

SPANS = list(combinations(range(7), 2))


@pytest.mark.parametrize("first", SPANS, ids=str)
def test_they_hold_and_touch_what_they_share_characters_with(first: tuple[int, int]) -> None:
    for second in SPANS:
        zones = Zones([first, second])
        covered = {at for start, end in (first, second) for at in range(start, end)}
        for start, end in SPANS:
            asked = set(range(start, end))
            assert zones.hold(start, end) == (asked <= covered)
            assert zones.touch(start, end) == bool(asked & covered)


def test_no_zones_hold_nothing() -> None:
    assert not Zones([]).hold(0, 1)
    assert not Zones([]).touch(0, 1)
