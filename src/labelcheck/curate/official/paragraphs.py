"""A list of numbered paragraphs made into a listing.

An entry may go on in the paragraphs after it, which have no number. Where it ends with a colon, they enumerate the
units of the organization, each with a semicolon behind it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from labelcheck.curate.official.listing import ImportRefusedError, Listing, Row, refuse_overlong, unit_of
from labelcheck.curate.official.page import Page
from labelcheck.curate.official.wording import Details, is_struck, parted, read_details, stated_as_of, without_people

_NUMBERED = re.compile(r"(\d{1,4})\.(?!\d)\s*(.*)", re.ASCII | re.DOTALL)
_BULLET = re.compile(r"\A(?:[-–—•]|\d+\))\s+")


@dataclass(slots=True)
class _Entry:
    number: str
    text: str
    more: list[str] = field(default_factory=list)

    def complete(self) -> None:
        """Take as much of what follows as belongs to the text: up to its decisions, its colon or its semicolon."""
        while self.more and not self.text.endswith((";", ":", ".")) and parted(self.text)[1] == Details():
            self.text = f"{self.text} {self.more.pop(0)}".strip()


def read_paragraphs(page: Page, path: str) -> Listing:
    """The listing in the paragraphs of ``page``.

    Raises ImportRefusedError if none has a number, and if most entries say nothing of a decision that could be read.
    """
    refuse_overlong(page.paragraphs, path)
    entries: list[_Entry] = []
    frame = [page.title]
    for paragraph in page.paragraphs:
        found = _NUMBERED.fullmatch(paragraph)
        if found:
            entries.append(_Entry(found[1], found[2]))
        else:
            (entries[-1].more if entries else frame).append(paragraph)
    if not entries:
        raise ImportRefusedError(path, f"no official list on this page, whose title is {page.title!r}")
    rows: list[Row] = []
    notes: list[str] = []
    for entry in entries:
        entry.complete()
        rows += _rows(entry)
        if entry.more and entry is not entries[-1]:  # after the last one stands the foot of the page
            notes.append(f"paragraphs after № {entry.number} that belong to no entry: {len(entry.more)}")
    organizations = [row for row in rows if row.number and row.name]
    if 2 * sum(row.designated is not None for row in organizations) < len(organizations):
        raise ImportRefusedError(
            path, "numbered paragraphs, yet hardly a decision of a court in them; another page, or mangled letters"
        )
    words = " ".join(frame)
    return Listing(path, tuple(rows), words, stated_as_of(words), page=True, wordy=True, notes=tuple(notes))


def _rows(entry: _Entry) -> list[Row]:
    place = f"№ {entry.number}"
    if is_struck(entry.text):
        return [Row(place, entry.number, "", None, read_details(entry.text).ended, struck=True)]
    units: list[str] = []
    name, details = parted(entry.text)
    if entry.text.endswith(":"):
        units, said = _units(entry)
        details = said if details == Details() else details
    kept = without_people(name)
    organization = Row(
        place=place,
        number=entry.number,
        name=kept,
        designated=details.decided or details.posted,
        removed=details.ended,
        struck=details.over,
        members=kept != name and not re.search('[«"]', kept),
    )
    return [organization, *(unit_of(organization, unit) for unit in units)]


def _units(entry: _Entry) -> tuple[list[str], Details]:
    """Take the units from the paragraphs after ``entry``, up to the decisions that close them."""
    units: list[str] = []
    *listed, rest = " ".join(entry.more).split(";")
    for index, text in enumerate([*listed, rest]):
        name, details = parted(_BULLET.sub("", text.strip()))
        if name and (index < len(listed) or details != Details()):
            units.append(name)
        if details != Details():
            entry.more = []
            return units, details
    entry.more = [rest.strip()] if rest.strip() else []
    return units, Details()
