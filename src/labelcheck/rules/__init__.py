"""Every rule, one module each, and the choice among them."""

from __future__ import annotations

from collections.abc import Sequence

from labelcheck.errors import UsageError
from labelcheck.rules import (
    conflicting_footnotes,
    footnote_names_another,
    incomplete_label,
    link_to_designated,
    malformed_directive,
    mark_spacing,
    mixed_script_name,
    outdated_label,
    registry_stale,
    suppression_without_reason,
    uncertain_mention,
    unclear_label,
    undefined_mark,
    unlabelled_mention,
    unlisted_name,
    unused_footnote,
    unused_suppression,
    wrong_designation,
)
from labelcheck.rules.base import ArticleRule, Rule

ARTICLE_RULES: tuple[ArticleRule, ...] = (
    unlabelled_mention,
    undefined_mark,
    wrong_designation,
    incomplete_label,
    unclear_label,
    uncertain_mention,
    unused_footnote,
    conflicting_footnotes,
    footnote_names_another,
    outdated_label,
    unlisted_name,
    link_to_designated,
    mark_spacing,
    mixed_script_name,
)
"""The rules that look at an article, by code."""

ALL: tuple[Rule, ...] = tuple(
    sorted(
        (*ARTICLE_RULES, registry_stale, unused_suppression, suppression_without_reason, malformed_directive),
        key=lambda rule: rule.CODE,
    )
)
"""All rules, by code. Those that look at no article are reported by the run and by the suppressions."""

BY_CODE: dict[str, Rule] = {rule.CODE: rule for rule in ALL}


def find(rule: str) -> Rule:
    """The rule with this code or name. Raises :class:`~labelcheck.errors.UsageError` if there is none."""
    for candidate in ALL:
        if rule in (candidate.CODE, candidate.NAME):
            return candidate
    raise UsageError(f"no rule has the code or name {rule!r}{_suggestion(rule)}")


def select(selected: Sequence[str] = (), ignored: Sequence[str] = ()) -> frozenset[str]:
    """Codes of the rules that are on: those selected (all, if none is named) less those ignored.

    Each item is a code, a name, or the beginning of a code (``LC1``). Raises :class:`~labelcheck.errors.UsageError` for
    one that fits no rule, and if no rule is left.
    """
    chosen = frozenset(BY_CODE) if not selected else frozenset().union(*map(_codes, selected))
    left = chosen.difference(*map(_codes, ignored))
    if not left:  # nothing would be looked for, and every article be clean
        which = "what `select` names" if selected else "all of them"
        raise UsageError(f"no rule is left: `ignore` switches off {which}; take something out of it")
    return left


def _codes(selector: str) -> frozenset[str]:
    codes = frozenset(r.CODE for r in ALL if selector == r.NAME or (selector and r.CODE.startswith(selector)))
    if not codes:
        raise UsageError(f"no rule has the code, name or code prefix {selector!r}{_suggestion(selector)}")
    return codes


def _suggestion(wrong: str) -> str:
    from difflib import get_close_matches

    known = [*BY_CODE, *(rule.NAME for rule in ALL)]
    near = get_close_matches(wrong, known, n=1) or get_close_matches(wrong.upper(), known, n=1)
    return f"; did you mean {near[0]}?" if near else "; `labelcheck rules` lists them"
