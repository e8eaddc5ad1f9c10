"""What an official text says about an organization: its name, the days of its designation, the units it consists of.

The wordings are those of the lists themselves, so the words looked for here are Russian.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_DAY = re.compile(r"(?<!\d)(?:(\d\d?)\.(\d\d?)\.(\d{4})|(\d{4})-(\d\d)-(\d\d))(?!\d)", re.ASCII)
_SERIAL_ZERO, _SERIALS = date(1899, 12, 30), range(20_000, 80_000)  # spreadsheet days from 1954 to 2119
_MILLISECONDS = range(10**11, 10**13)  # since 1970, up to 2286

_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_DETAILS = re.compile(r"\(\s*(?:[\w-]+\s+){0,2}(?:решени|определени|постановлени|приговор|дата размещ)", re.IGNORECASE)
_POSTED = re.compile("дата размещения", re.IGNORECASE)
_OVER = re.compile("приостановлен|исключ[её]н", re.IGNORECASE)
_LAW = re.compile(r"закон\w*\s+от\s+[\d.]+", re.IGNORECASE)
_STRUCK = re.compile(r"(?:\w+\s+)?исключ[её]н", re.IGNORECASE)
_AS_OF = re.compile(r"(?:по состоянию на|обновлен\w*|актуальн\w+ на)[:\s]*(?=\d)", re.IGNORECASE)
_UNITS = re.compile(r",?\s(?:и|а также)\s(?:его|е[её]|их|входящ\w+)\s[^«»]*\bструктур[^«»]*\Z", re.IGNORECASE)
_PERSON = "[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+"
_LED_BY = rf"(?:созданн|организованн|руководим|возглавляем)\w+ {_PERSON}"
_PEOPLE = re.compile(rf",?\s(?:членами котор\w+ являются|в составе {_PERSON}|{_LED_BY}).*", re.DOTALL)
_OPENING, _CLOSING = "«„“‹", "»”›"


@dataclass(frozen=True, slots=True)
class Details:
    """What stands behind a name: the first decision, the posting and the end, as days; and whether there is an end."""

    decided: date | None = None
    posted: date | None = None
    ended: date | None = None
    over: bool = False


def squeezed(text: str) -> str:
    """``text`` in one line, with single spaces and without characters that nobody sees or that steer a terminal."""
    return " ".join(_UNSEEN.sub("", text).split())


def first_day(text: str, start: int = 0) -> date | None:
    """The first date of the calendar in ``text`` from ``start``, written as 31.12.2024 or 2024-12-31."""
    for found in _DAY.finditer(text, start):
        day, month, year, iso_year, iso_month, iso_day = found.groups()
        try:
            return date(int(year or iso_year), int(month or iso_month), int(day or iso_day))
        except ValueError:
            continue
    return None


def cell_day(text: str) -> date | None:
    """The date in a cell: written out, as the serial day of a spreadsheet, or in milliseconds since 1970."""
    if not re.fullmatch(r"\d{5,13}(?:\.\d+)?", text, re.ASCII):
        return first_day(text)
    number = int(float(text))
    if number in _SERIALS:
        return _SERIAL_ZERO + timedelta(days=number)
    return datetime.fromtimestamp(number / 1000, UTC).date() if number in _MILLISECONDS else None


def stated_as_of(text: str) -> date | None:
    """The day as of which a page says that it holds."""
    found = _AS_OF.search(text)
    return first_day(text, found.end()) if found else None


def parted(text: str) -> tuple[str, Details]:
    """A name without what is said after it in parentheses about decisions and days, and that."""
    found = _DETAILS.search(text)
    name, details = (text[: found.start()], text[found.start() :]) if found else (text, "")
    return name.strip(" ;:,–—-"), read_details(details)


def read_details(text: str) -> Details:
    """The days in a text about decisions."""
    text = _LAW.sub("", text)
    posting, end = _POSTED.search(text), _OVER.search(text)
    starts = [found.start() for found in (posting, end) if found]
    return Details(
        decided=first_day(text[: min(starts, default=len(text))]),
        posted=first_day(text, posting.end()) if posting else None,
        ended=first_day(text, end.end()) if end else None,
        over=end is not None,
    )


def without_people(name: str) -> str:
    """``name`` up to where it tells the people who made it, lead it or belong to it."""
    return _PEOPLE.sub("", name)


def is_struck(text: str) -> bool:
    """Whether the list has put a remark in place of an organization that it struck out."""
    return _STRUCK.match(text) is not None


def split_units(text: str) -> tuple[str, list[str]]:
    """An organization, and the units that its text enumerates after «and its structural units:»; mostly none."""
    head, colon, rest = text.partition(":")
    return (head.strip(), list(pieces(rest, ","))) if colon and _UNITS.search(head.rstrip()) else (text, [])


def without_units(name: str) -> str:
    """``name`` without «and its structural units» at its end."""
    return _UNITS.sub("", name)


def pieces(text: str, separator: str) -> Iterator[str]:
    """The parts of an enumeration, cut outside brackets and quotation marks.

    One closing mark closes all quotation marks that are open, since official texts write «A «B».
    """
    start = quotes = 0
    outer: list[int] = []  # for each open bracket, the quotation marks that were open before it
    for at, sign in enumerate(text):
        if sign in _OPENING or (sign == '"' and text[at - 1 : at] in ("", " ", "(", "«")):
            quotes += 1
        elif sign in _CLOSING or sign == '"':
            quotes = 0
        elif sign == "(":
            outer.append(quotes)
            quotes = 0
        elif sign == ")" and outer:
            quotes = outer.pop()
        elif sign == separator and not quotes and not outer:
            yield text[start:at].strip()
            start = at + 1
    yield text[start:].strip()
