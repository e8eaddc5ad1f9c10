"""`labelcheck rules` and `labelcheck rule`."""

from __future__ import annotations

import json

from labelcheck.rules import ALL

from .newsroom import Newsroom


def test_the_list_has_a_line_for_every_rule(newsroom: Newsroom) -> None:
    outcome = newsroom.run("rules")
    lines = outcome.out.splitlines()
    assert lines[0] == "LC101  unlabelled-mention          error    A mention of a designated organization has no label"
    assert [line.split()[:3] for line in lines] == [[rule.CODE, rule.NAME, rule.SEVERITY] for rule in ALL]


def test_the_list_for_programs(newsroom: Newsroom) -> None:
    listed = json.loads(newsroom.run("rules", "--format", "json").out)
    assert [item["code"] for item in listed] == [rule.CODE for rule in ALL]
    assert listed[0] == {
        "code": "LC101",
        "name": "unlabelled-mention",
        "severity": "error",
        "summary": "A mention of a designated organization has no label",
    }


def test_the_page_of_a_rule_by_code_or_name(newsroom: Newsroom) -> None:
    page = newsroom.run("rule", "LC101").out
    assert page.startswith("# LC101 unlabelled-mention\n\nSeverity: error\n")
    assert newsroom.run("rule", "unlabelled-mention").out == page
