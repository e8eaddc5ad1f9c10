"""Dates as articles write them in their metadata."""

from __future__ import annotations

from datetime import date

from labelcheck.expressions import expression

_ISO = expression(r"\s*[\"']?([0-9]{4})([-/])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_DOTTED = expression(r"\s*[\"']?([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})(?![0-9])")
_DAY_FIRST = expression(r"\s*[\"']?([0-9]{1,2})\s+([^\W\d_]{3,9})\.?\s+([0-9]{4})(?![0-9])")
_MONTH_FIRST = expression(r"\s*[\"']?([^\W\d_]{3,9})\.?\s+([0-9]{1,2}),?\s+([0-9]{4})(?![0-9])")
# fmt: off
_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    "янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
)
# fmt: on


def read_date(text: str) -> date | None:
    """The day that ``text`` begins with, else None.

    ISO (``2026-10-05``, with or without a time of day, or with slashes), ``5.10.2026``, ``5 October 2026``,
    ``October 5, 2026`` or ``5 октября 2026``. ``5/10/2026`` is in October to some, in May to others, and so no date.
    """
    if iso := _ISO.match(text):
        year, _, month, day = iso.groups()
    elif dotted := _DOTTED.match(text):
        day, month, year = dotted.groups()
    elif spelled := _DAY_FIRST.match(text):
        day, month, year = spelled.groups()
    elif spelled := _MONTH_FIRST.match(text):
        month, day, year = spelled.groups()
    else:
        return None
    try:
        return date(int(year), _month(month), int(day))
    except ValueError:
        return None


def _month(text: str) -> int:
    """The number of a month, given in digits or by name. Raises ValueError if it is none."""
    return int(text) if text.isdigit() else _MONTHS.index(text[:3].lower()) % 12 + 1
