"""Links to an invented organization whose registry allows them to be labelled."""

from __future__ import annotations

import pytest
from tests.fix.samples import Desk

LINK = '<a href="https://kelp.example/">{}</a>'
BARRED = "Kelp Trust (barred)"


@pytest.mark.parametrize(
    ("text", "labelled"),
    [
        pytest.param(LINK.format(BARRED), [True], id="a labelled name in the link"),
        pytest.param(LINK.format("Kelp Trust") + " (barred)", [True], id="a label after the link"),
        pytest.param(LINK.format("said") + f" {BARRED}", [False], id="a labelled name after the link"),
        pytest.param(f"{BARRED} " + LINK.format("said"), [False], id="a labelled name before the link"),
        pytest.param(LINK.format("Kelp Trust") + f" and {BARRED}", [False], id="a name without a label in the link"),
        pytest.param(LINK.format(f"Kelp Trust and {BARRED}, and {BARRED}"), [True], id="several names in the link"),
        pytest.param(
            f"{BARRED}. "
            + LINK.format("said")
            + f" {BARRED} "
            + LINK.format(BARRED)
            + f" {BARRED}. "
            + LINK.format("a"),
            [False, True, False],
            id="names and links by turns",
        ),
        pytest.param(LINK.format("Rope Guild (barred)"), [False], id="another's labelled name in the link"),
    ],
)
def test_which_links_are_labelled(text: str, labelled: list[bool]) -> None:
    links = Desk("html").read(f"<p>{text}</p>").article.links
    assert [link.policy for link in links] == ["label"] * len(labelled)
    assert [link.labelled for link in links] == labelled
