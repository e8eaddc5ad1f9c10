"""Expressions that are compiled late behave like those that are compiled at once."""

from __future__ import annotations

import re

import pytest

from labelcheck.expressions import either, expression


def test_it_does_what_a_compiled_expression_does() -> None:
    late = expression(r"(а)(?P<b>б)?", re.IGNORECASE)
    now = re.compile(r"(а)(?P<b>б)?", re.IGNORECASE)
    assert late.findall("абАв") == now.findall("абАв") == [("а", "б"), ("А", "")]
    assert late.split("1а2") == now.split("1а2")
    assert late.sub("-", "1а2") == "1-2"
    assert [match.span() for match in late.finditer("ваб")] == [(1, 3)]
    assert late.pattern == now.pattern
    assert late.groupindex == now.groupindex


def test_a_mistake_is_noticed_when_it_is_used() -> None:
    late = expression("(")
    with pytest.raises(re.error):
        late.match("а")


def test_one_of_several_classes() -> None:
    quote = either('[«"]', "[„“]")
    assert re.findall(quote, 'а«б"в„г“д”') == ["«", '"', "„", "“"]
    assert re.findall(rf"(?<={quote})\w|\w(?={quote}*$)", "«а б„„") == ["а", "б"]
