"""Dates as articles write them in their metadata."""

from __future__ import annotations

from datetime import date

from labelcheck.expressions import expression

_ISO = expression(r"\s*[\"']?([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])")
_DOTTED = expression(r"\s*[\"']?([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})(?![0-9])")


def read_date(text: str) -> date | None:
    """The day that ``text`` begins with: ISO, with or without a time of day, or day.month.year; else None."""
    if iso := _ISO.match(text):
        year, month, day = iso.groups()
    elif dotted := _DOTTED.match(text):
        day, month, year = dotted.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
