"""Suppressions: directives in an article's own comments that silence findings.

``labelcheck: ignore[LC101] -- reason`` silences findings of the rules in the brackets (codes, names or beginnings of
codes, parted by commas). Where it holds follows from where the comment stands:

* on a line with visible text: for the findings that begin on the comment's lines;
* alone, inside a block (a paragraph goes on after it): for those on the next line with visible text;
* alone, between blocks: for those in the next block (paragraph, heading, list item, table cell …).

``labelcheck: ignore-file[LC101] -- reason`` holds for the whole file, wherever it stands.

``labelcheck: ignore[LC101] until 2027-01-01 -- reason`` holds up to, not including, that day. What counts is the day of
the run (or its fixed ``as-of``), not that of the article.

A suppression that silences nothing or whose time is up is LC901, one without a reason still silences and is LC902, and
a comment that begins like a directive but cannot be read is LC903. These three cannot be silenced by a directive.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date

from labelcheck.article import Article
from labelcheck.errors import UsageError
from labelcheck.expressions import expression
from labelcheck.findings import Finding
from labelcheck.policy import iso_date
from labelcheck.records import dataclass
from labelcheck.rules import malformed_directive, select, suppression_without_reason, unused_suppression
from labelcheck.rules.base import Problem, Rule, Values
from labelcheck.source.view import Comment, TextView
from labelcheck.zones import Zones

_ABOUT_DIRECTIVES = frozenset(
    rule.CODE for rule in (unused_suppression, suppression_without_reason, malformed_directive)
)
_QUOTED = 60  # characters of a malformed directive that its message repeats
# Only a comment that opens like this is meant for us; prose about labelcheck is not.
_ADDRESSED = expression(r"\s*labelcheck(?:\s*:|[\s-]+ignore\b)", re.IGNORECASE)
# The dash is what word processors make of two hyphens.
_DIRECTIVE = expression(
    r"\s*labelcheck:\s*(?P<scope>ignore|ignore-file)\s*\[(?P<rules>[^][]*)\]\s*"
    r"(?:until\s+(?P<until>\S+?)\s*)?(?:(?:--|[–—])(?P<reason>.*))?",
    re.DOTALL,
)


def suppress(
    article: Article, findings: Sequence[Finding], enabled: frozenset[str]
) -> tuple[list[Finding], list[tuple[Rule, Problem]]]:
    """Those of ``findings`` (of one article, sorted) that no directive silences, and what is wrong with the directives.

    ``enabled`` are the codes of the rules that are on: only for these can be said that a directive silenced nothing.
    """
    addressed = [comment for comment in article.view.comments if _ADDRESSED.match(comment.text)]
    if not addressed:
        return list(findings), []
    scopes = _Scopes(article.view)
    offsets: dict[str, list[int]] = {}  # of the findings of each rule, sorted
    for finding in findings:
        offsets.setdefault(finding.rule, []).append(finding.place.offset if finding.place else -1)
    silenced: dict[str, list[tuple[int, int]]] = {}  # spans, by rule; they may overlap
    problems: list[tuple[Rule, Problem]] = []
    for comment in addressed:
        place = article.source_place(comment.source_start, comment.source_end)
        try:
            directive = _read(comment.text)
        except _Malformed as error:
            problems.append((malformed_directive, Problem(place, *error.args)))
            continue
        if not directive.reason:
            problems.append((suppression_without_reason, Problem(place, suppression_without_reason.NAME)))
        if directive.until and directive.until <= article.policy.judged_at(None):
            values: Values = {"code": ", ".join(directive.rules), "date": directive.until.isoformat()}
            fix = unused_suppression.removal(article.view.source, comment, kept=())
            problems.append((unused_suppression, Problem(place, "expired-suppression", values, fix=fix)))
            continue
        start, end = (0, len(article.view.source.text) + 1) if directive.whole_file else scopes.of(comment)
        unused = []
        for item, codes in directive.rules.items():
            hit = [code for code in codes & offsets.keys() if _any_in(offsets[code], start, end)]
            for code in hit:
                silenced.setdefault(code, []).append((start, end))
            if not hit and codes <= enabled:
                unused.append(item)
        if unused:
            fix = unused_suppression.removal(
                article.view.source, comment, kept=[item for item in directive.rules if item not in unused]
            )
            values = {"code": ", ".join(unused)}
            problems.append((unused_suppression, Problem(place, unused_suppression.NAME, values, fix=fix)))
    zones = {code: Zones(spans) for code, spans in silenced.items()}
    return [finding for finding in findings if not _silenced(finding, zones)], problems


def _any_in(offsets: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the ``offsets``, which are sorted, lies between."""
    at = bisect_left(offsets, start)
    return at < len(offsets) and offsets[at] < end


def _silenced(finding: Finding, zones: Mapping[str, Zones]) -> bool:
    return (
        finding.rule in zones
        and finding.place is not None
        and zones[finding.rule].touch(finding.place.offset, finding.place.offset + 1)
    )


@dataclass(frozen=True, slots=True)
class _Directive:
    """``rules``: what stands in the brackets, with the codes that each item means."""

    whole_file: bool
    rules: dict[str, frozenset[str]]
    until: date | None
    reason: str


class _Malformed(Exception):  # noqa: N818 - it never leaves this module
    """The key and the values of the message that says what is wrong with a directive."""


def _read(text: str) -> _Directive:
    shape = _DIRECTIVE.fullmatch(text)
    items = [item.strip() for item in shape["rules"].split(",")] if shape else []
    if shape is None or not all(items):
        raise _Malformed(malformed_directive.NAME, {"text": text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"})
    rules = {}
    for item in items:
        try:
            rules[item] = silenceable(item)
        except UsageError:
            raise _Malformed("unknown-rule-in-directive", {"code": item}) from None
        if not rules[item]:
            raise _Malformed("unsilenceable-rule", {"code": item})
    until = iso_date(shape["until"]) if shape["until"] else None
    if shape["until"] and until is None:
        raise _Malformed("bad-date-in-directive", {"date": shape["until"]})
    return _Directive(shape["scope"] == "ignore-file", rules, until, (shape["reason"] or "").strip())


def silenceable(selector: str) -> frozenset[str]:
    """The codes that ``selector`` (code, name or beginning of codes) means, but for those about directives.

    Raises UsageError if it fits no rule.
    """
    return select((selector,)) - _ABOUT_DIRECTIVES


class _Scopes:
    """Where in the source an ``ignore`` holds."""

    def __init__(self, view: TextView) -> None:
        self._view = view
        self._words = [word.span() for word in re.finditer(r"\S+", view.text)]
        self._block_starts = [block.start for block in view.blocks]

    def of(self, comment: Comment) -> tuple[int, int]:
        """The source span in which the findings begin that ``comment`` is about."""
        at = comment.at
        first, _ = self._view.source.position(comment.source_start)
        last, _ = self._view.source.position(max(comment.source_start, comment.source_end - 1))
        whole_lines = self._line_start(first), self._line_start(last + 1)
        word = bisect_left(self._words, (at, at))
        if word > 0:
            _, end = self._words[word - 1]
            if self._line(min(end, at) - 1) >= first:
                return whole_lines
            if end > at:  # the comment stands inside a word
                word -= 1
        if word == len(self._words):
            return comment.source_end, comment.source_end
        following = max(self._words[word][0], at)
        if self._line(following) <= last:
            return whole_lines
        block = bisect_left(self._block_starts, at)
        if block < len(self._block_starts) and self._block_starts[block] <= following:
            end = self._view.blocks[block].end
            return comment.source_end, self._view.source_span(end - 1, end)[1]
        return comment.source_end, self._line_start(self._line(following) + 1)

    def _line(self, at: int) -> int:
        """The source line on which the character ``at`` of the view stands."""
        return self._view.source.position(self._view.source_span(at, at + 1)[0])[0]

    def _line_start(self, line: int) -> int:
        starts = self._view.source.line_starts()
        return starts[line - 1] if line <= len(starts) else len(self._view.source.text) + 1
