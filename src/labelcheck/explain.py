"""What the HTML report says of each mention in an article: the state of its label, and why."""

from __future__ import annotations

from datetime import date

from labelcheck.article import Mention
from labelcheck.linter import Result
from labelcheck.messages import phrase
from labelcheck.report.model import Page, Span


def page_of(result: Result, language: str) -> Page:
    """The article as a reader sees it, with the state of every mention whether or not there is a finding on it."""
    article = result.article
    spans = (
        Span(mention.start, mention.end, *_explained(mention, article.as_of, language)) for mention in article.mentions
    )
    return Page(article.view, tuple(sorted(spans, key=lambda span: (span.start, span.end))))


def _explained(mention: Mention, at: date, language: str) -> tuple[str, str]:
    state, key = _state(mention, at)
    states = tuple(sorted(mention.stated.states | mention.satisfied))
    why = phrase(language, key, name=mention.entity.name, states=states, date=at.isoformat())
    return state, why


def _state(mention: Mention, at: date) -> tuple[str, str]:
    """The state, and the key of the phrase that says why."""
    if mention.exempt:
        return "exempt", f"why-{mention.exempt}"
    if not mention.certain:
        return "passed-over", "why-uncertain"
    if not mention.due:
        return "exempt", "why-not-due"
    if mention.fault(at) or mention.satisfied != mention.due:
        return "passed-over", "why-at-fault"
    return "labelled", "why-labelled"
