"""Suppressions that the configuration lists, for articles in formats without comments: plain text, Telegram posts.

An entry names an article and words of it as a reader sees them; white space may differ. It silences the findings of its
rules that stand on these words or on a part of them, wherever in the article the words stand::

    [[suppressions]]
    path = "posts/2026-02-03.txt"
    rules = ["LC101"]
    text = "the words of the post"
    reason = "quoted from a court ruling"
    until = 2027-01-01
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from labelcheck.article import Article
from labelcheck.errors import UsageError
from labelcheck.findings import Finding
from labelcheck.policy import iso_date
from labelcheck.records import dataclass
from labelcheck.rules import unused_suppression
from labelcheck.rules.base import Problem, Rule, Values
from labelcheck.source.model import Source
from labelcheck.suppress import silenceable

_REQUIRED = ("path", "rules", "text", "reason")


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry: ``rules`` as written, ``until`` the first day on which it does not hold, ``where`` it is written."""

    path: str
    text: str
    rules: tuple[str, ...]
    reason: str
    until: date | None = None
    where: str = ""

    def problem(self, article: str) -> Problem:
        """That it silences nothing in ``article``."""
        return Problem(None, "unused-listed-suppression", self._values(article))

    def expired(self, article: str, until: date) -> Problem:
        """That its time is up."""
        return Problem(None, "expired-listed-suppression", {**self._values(article), "date": until.isoformat()})

    def _values(self, article: str) -> Values:
        return {"code": ", ".join(self.rules), "where": self.where, "text": self.text, "path": article}


def read_listed(value: object) -> Listed:
    """The entry that a table of the configuration states. Raises UsageError."""
    table = value if isinstance(value, dict) else {}
    missing = [key for key in _REQUIRED if not _stated(table.get(key))]
    unknown = table.keys() - {*_REQUIRED, "until"}
    if missing or unknown:
        problem = f"unknown key {min(unknown)}" if unknown else f"no {' and no '.join(missing)}"
        raise UsageError(f"{problem}; write path, rules, text and reason, and if you like until")
    for key in ("path", "text", "reason"):
        if not isinstance(table[key], str):
            raise UsageError(f"{key}: must be a string, not {table[key]!r}")
    if not _shown(table["text"]):
        raise UsageError(f"text: shows a reader nothing, {table['text']!r}; write words of the article")
    rules = table["rules"]
    if not isinstance(rules, list) or not all(isinstance(rule, str) for rule in rules):
        raise UsageError(f'rules: must be a list of strings, like ["LC101"], not {rules!r}')
    for rule in rules:
        if not silenceable(rule):
            raise UsageError(f"rules: {rule} is about suppressions and cannot be silenced by one")
    return Listed(table["path"], table["text"], tuple(rules), table["reason"], _until(table.get("until")))


def _stated(value: object) -> bool:
    return bool(value.strip() if isinstance(value, str) else value)


def _until(value: object) -> date | None:
    day = iso_date(str(value))
    if value is not None and day is None:
        raise UsageError(f"until: must be a date like 2027-01-01, not {str(value)!r}")
    return day


def suppress_listed(
    article: Article, findings: Sequence[Finding], listed: Sequence[Listed], enabled: frozenset[str]
) -> tuple[list[Finding], list[tuple[Rule, Problem]]]:
    """Those of the article's ``findings`` that no entry silences, and which entries silence none.

    ``enabled`` are the codes of the rules that are on: only for these can be said that an entry silenced nothing.
    """
    path = article.view.source.path
    silenced: set[int] = set()
    problems: list[tuple[Rule, Problem]] = []
    for entry in listed:
        if entry.until and entry.until <= article.policy.judged_at(None):
            problems.append((unused_suppression, entry.expired(path, entry.until)))
            continue
        codes = frozenset().union(*map(silenceable, entry.rules))
        hits = _on(_occurrences(entry.text, article), findings, codes)
        silenced |= hits
        if not hits and codes <= enabled:
            problems.append((unused_suppression, entry.problem(path)))
    return [finding for at, finding in enumerate(findings) if at not in silenced], problems


def _occurrences(text: str, article: Article) -> list[tuple[int, int]]:
    """Where in the source the words stand, sorted."""
    words = _shown(text)
    if not words:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    return sorted(article.view.source_span(*found.span()) for found in pattern.finditer(article.view.text))


def _shown(text: str) -> list[str]:
    """The words of a text as views have them, less soft hyphens and the like."""
    from labelcheck.source.plain import read

    return read(Source("", text)).text.split()


def _on(spans: Sequence[tuple[int, int]], findings: Sequence[Finding], codes: frozenset[str]) -> set[int]:
    """Which findings of these codes have a character in one of the spans."""
    ends = [end for _, end in spans]
    hits = set()
    for at, finding in enumerate(findings):
        if finding.place and finding.rule in codes:
            span = bisect_right(ends, finding.place.offset)
            if span < len(spans) and spans[span][0] < finding.place.end_offset:
                hits.add(at)
    return hits
