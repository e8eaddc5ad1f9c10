"""What is wrong with a mention's label: at most one answer a mention, so that the rules never say a thing twice."""

from __future__ import annotations

from datetime import date

from labelcheck.article import Mention


def fault(mention: Mention, at: date) -> str | None:
    """The name of the rule that a mention with something due breaks on the day ``at``, or None.

    A label whose only true statement is of another day (``outdated-label``) is no fault here: that rule looks for it
    beside any other verdict.
    """
    if not mention.has_label:
        return "undefined-mark" if mention.mark else "unlabelled-mention"
    if mention.phrase is None and not mention.named_by_footnotes:
        return "footnote-names-another"
    if mention.satisfied == mention.due:
        return None
    stated = mention.stated.states
    if mention.satisfied or stated & frozenset(mention.entity.in_force(at)):
        return "incomplete-label"
    if not stated:
        return "unclear-label"
    return None if stated & mention.entity.ever() else "wrong-designation"


def outdated(mention: Mention, at: date) -> frozenset[str]:
    """What the mention's label states that its entity had or will have, but has not on the day ``at``."""
    return (mention.stated.states & mention.entity.ever()) - frozenset(mention.entity.in_force(at))
