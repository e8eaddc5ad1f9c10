"""An official list as read from an export or a page: its rows, its date, and the words around the rows."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from labelcheck.errors import LabelcheckError


class ImportRefusedError(LabelcheckError):
    """A source that cannot be imported: damaged, cut off, or another list than the registry's. Nothing was changed."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}; nothing was imported")


MAX_TEXT = 30_000
"""Bound of one cell or paragraph in characters, some times the longest in any official list."""


def refuse_overlong(texts: Iterable[str], path: str) -> None:
    """Raise ImportRefusedError if one of ``texts`` is longer than :data:`MAX_TEXT`."""
    longest = max(map(len, texts), default=0)
    if longest > MAX_TEXT:
        raise ImportRefusedError(path, f"holds a text of {longest} characters, which no official list has")


@dataclass(frozen=True, slots=True)
class Row:
    """One organization, or person, of an official list.

    ``place``: where it stands in the source, for messages. ``number``: its number in the list, None for the unit of an
    organization, whose number is ``parent``. ``name``: as listed, empty if the list has struck it out. ``designated``,
    ``removed``: None where the source does not say. ``struck``: it is no longer in force. ``members``: it has no name
    of its own, only the people, and perhaps organizations, that it consists of.
    """

    place: str
    number: str | None
    name: str
    designated: date | None
    removed: date | None = None
    struck: bool = False
    person: bool = False
    members: bool = False
    parent: str | None = None
    addresses: tuple[str, ...] = ()


def unit_of(organization: Row, name: str) -> Row:
    """The row of a unit that the entry of ``organization`` names; the dates are those of the entry."""
    return dataclasses.replace(organization, number=None, name=name, parent=organization.number, addresses=())


@dataclass(frozen=True, slots=True)
class Listing:
    """All rows of an official list.

    ``source``: the file, or the first of the files, it was read from. ``frame``: the words around the rows (title,
    headings), by which it can be told from another list; of a page it may lack the decisive ones, see ``page``.
    ``as_of``: the date of the data, if the source says it. ``wordy``: names come with descriptions, which a registry
    may leave out. ``notes``: what a person should know.
    """

    source: str
    rows: tuple[Row, ...]
    frame: str
    as_of: date | None
    page: bool = False
    wordy: bool = False
    notes: tuple[str, ...] = ()
