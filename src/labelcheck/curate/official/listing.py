"""An official list as read from an export or a page: its rows, its date, and the words around the rows."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date

from labelcheck.errors import LabelcheckError


class ImportRefusedError(LabelcheckError):
    """A source that cannot be imported: damaged, cut off, or another list than the registry's. Nothing was changed."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}; nothing was imported")


@dataclass(frozen=True, slots=True)
class Row:
    """One organization, or person, of an official list.

    ``place``: where it stands in the source, for messages. ``number``: its number in the list, None for the sub-unit of
    an organization, whose number is ``parent``. ``name``: as listed, empty if the list has struck it out.
    ``designated``, ``removed``: None where the source does not say. ``struck``: it is no longer in force.
    """

    place: str
    number: str | None
    name: str
    designated: date | None
    removed: date | None = None
    struck: bool = False
    person: bool = False
    parent: str | None = None
    addresses: tuple[str, ...] = ()


def unit_of(organization: Row, name: str) -> Row:
    """The row of a unit that the entry of ``organization`` names; the dates are those of the entry."""
    return dataclasses.replace(organization, number=None, name=name, parent=organization.number, addresses=())


@dataclass(frozen=True, slots=True)
class Listing:
    """All rows of an official list.

    ``source``: the file, or the first of the files, it was read from. ``frame``: the words around the rows (title,
    headings), by which it can be told from another list. ``as_of``: the date of the data, if the source says it.
    ``notes``: what a person should know about the reading.
    """

    source: str
    rows: tuple[Row, ...]
    frame: str
    as_of: date | None
    notes: tuple[str, ...] = ()
