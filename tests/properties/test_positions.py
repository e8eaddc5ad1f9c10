"""A finding stands where it says: offsets, lines and columns. (For the way back see ``test_views.py``.)"""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from labelcheck.policy import Policy

from .articles import articles, check, formats, policies
from .soup import soups
from .writing import written

texts = st.one_of(
    st.tuples(articles(), formats).map(lambda made: (written(*made), made[1])),
    soups,
)


@given(texts, policies)
def test_every_finding_and_mention_stands_where_it_says(made: tuple[str, str], policy: Policy) -> None:
    text, format_name = made
    result = check(text, format_name, policy)
    starts = [0, *(newline.end() for newline in re.finditer(r"\r\n?|\n", text))]
    places = [finding.place for finding in result.findings]
    for place in (*places, *(result.article.place(mention.start, mention.end) for mention in result.mentions)):
        assert place is not None
        assert 0 <= place.offset < place.end_offset <= len(text)
        assert text[place.offset : place.end_offset] == place.text
        assert starts[place.line - 1] + place.column - 1 == place.offset
        assert starts[place.end_line - 1] + place.end_column - 1 == place.end_offset
        assert place.line == sum(start <= place.offset for start in starts)
        assert place.end_line == sum(start <= place.end_offset for start in starts)


@given(texts)
def test_the_same_text_gives_the_same_findings(made: tuple[str, str]) -> None:
    assert check(*made).findings == check(*made).findings
