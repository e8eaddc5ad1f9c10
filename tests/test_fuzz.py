"""The short run of the fuzz targets: their seeds, and the same few hundred of these spoilt. See fuzz/README.md."""

from __future__ import annotations

import pytest

from fuzz.mutation import mutated
from fuzz.targets import TARGETS

INPUTS = 200


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_but_a_sentence_for_people(name: str) -> None:
    target = TARGETS[name]
    for data in [*target.seeds(), *mutated(target, INPUTS)]:
        try:
            target.check(data)
        except Exception as error:
            raise AssertionError(f"{type(error).__name__}: {error}, for the input {data!r}") from error
