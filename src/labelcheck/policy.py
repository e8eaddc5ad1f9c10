"""How a newsroom wants its articles judged: the options that decide what counts as a label and when."""

from __future__ import annotations

from datetime import date

from labelcheck.records import dataclass

MENTION_POLICIES = ("every", "first", "first-per-block")
LABEL_KINDS = ("mark", "phrase")


@dataclass(frozen=True, slots=True)
class Policy:
    """The judging options of one run.

    ``as_of``: a fixed date, or None for the article's own date (front matter or metadata), else ``today``.
    ``mentions``: which mentions need a label. ``labels``: which kinds of label count.
    ``combine_marks``: read an undefined ``***`` as ``*`` and ``**`` when both are defined.
    """

    today: date
    as_of: date | None = None
    mentions: str = "every"
    labels: tuple[str, ...] = LABEL_KINDS
    combine_marks: bool = False

    def judged_at(self, published: date | None) -> date:
        """The date at which an article published at ``published`` is judged."""
        return self.as_of or published or self.today


def combined(symbol: str, defined: frozenset[str]) -> tuple[str, str] | None:
    """The two defined marks that an undefined run may stand for: ``***`` for ``*`` and ``**``."""
    for cut in range(1, min(len(symbol) // 2, 3) + 1):  # a row of stars can be as long as the file
        first, second = symbol[:cut], symbol[cut:]
        if first != second and {first, second} <= defined:
            return first, second
    return None


def iso_date(text: str) -> date | None:
    """The date that ``text`` is as ``2026-09-30``, or None."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None  # fromisoformat also takes 20260930 and 2026-W40-3
