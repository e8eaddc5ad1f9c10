"""Which parentheses belong together."""

from __future__ import annotations

import pytest

from labelcheck.recognise.parentheses import pair


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        pytest.param("no", {}, id="none"),
        pytest.param("a (b) (c)", {2: 5, 6: 9}, id="two"),
        pytest.param("a (b (c) d)", {2: 11, 5: 8}, id="one in another"),
        pytest.param("a) b (c", {}, id="unbalanced"),
        pytest.param("(a\n\nb) (c)", {7: 10}, id="not over the end of a paragraph"),
        pytest.param("(" + 1198 * "a" + ")", {0: 1200}, id="as long as a label may be"),
        pytest.param("(" + 1199 * "a" + ")", {}, id="too long for a label"),
        pytest.param(5000 * "a" + "(b)", {5000: 5003}, id="far into the text"),
    ],
)
def test_pairs(text: str, pairs: dict[int, int]) -> None:
    assert pair(text) == pairs
