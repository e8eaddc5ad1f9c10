"""An article says the same in every format: written as HTML or Markdown, its plain text keeps its findings."""

from __future__ import annotations

import pytest
from hypothesis import given

from labelcheck.linter import Result
from labelcheck.policy import Policy

from .articles import articles, check, policies
from .writing import Article, written


@pytest.mark.parametrize("format_name", ["md", "html"])
@given(article=articles(plain=True), policy=policies)
def test_findings(article: Article, policy: Policy, format_name: str) -> None:
    plain = check(written(article, "txt"), "txt", policy)
    escaped = check(written(article, format_name), format_name, policy)
    assert escaped.article.view.text.split() == plain.article.view.text.split()
    assert seen(escaped) == seen(plain)


def seen(result: Result) -> list[tuple[str, str, int]]:
    """What the findings say, and behind how many letters and signs they stand for a reader of the article."""
    view = result.article.view
    locate = view.locator()
    found = []
    for finding in result.findings:
        assert finding.place is not None
        before = "".join(view.text[: locate(finding.place.offset)].split())
        found.append((finding.rule, finding.message, len(before)))
    return found
