"""A grid of cells with headings made into a listing.

Headings are told by their keywords, so columns may stand in any order and new ones do no harm.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from labelcheck.curate.official.listing import ImportRefusedError, Listing, Row, refuse_overlong, unit_of
from labelcheck.curate.official.wording import cell_day, read_details, split_units, squeezed

_HEADINGS_WITHIN = 30
_NUMBER = re.compile(r"(\d{1,5})(?:\.0*)?", re.ASCII)
_COLUMNS: dict[str, Callable[[str], bool]] = {
    "number": lambda heading: heading.startswith("№"),
    "name": lambda heading: "наименован" in heading and not re.search("участник|банк", heading),
    "designated": lambda heading: "дат" in heading and "о включении" in heading and "опубликован" not in heading,
    "removed": lambda heading: "дат" in heading and "об исключении" in heading and "опубликован" not in heading,
    "decision": lambda heading: heading.startswith("суд"),
    "status": lambda heading: heading == "статус",
    "kind": lambda heading: heading.startswith("тип"),
    "addresses": lambda heading: "доменн" in heading,
}
"""What tells the heading of each column that an import needs, in small letters. A list has one column of each at most,
and two dates of inclusion: of the decision, which counts, and of its publication."""


def read_table(grid: Sequence[Sequence[str]], path: str) -> Listing:
    """The listing in ``grid``: perhaps a title and a date, then headings, then one row for each organization.

    Raises ImportRefusedError where there are no such headings, and for a row that does not fit them.
    """
    cells = [[squeezed(cell) for cell in row] for row in grid]
    refuse_overlong((cell for row in cells for cell in row), path)
    at, columns = _headings(cells, path)
    above = [cell for row in cells[:at] for cell in row if cell]
    rows: list[Row] = []
    for index, row in enumerate(cells[at + 1 :], at + 2):
        if any(row) and row != cells[at]:
            found = {column: row[where] if where < len(row) else "" for column, where in columns.items()}
            rows += _rows(found, f"row {index}", path)
    return Listing(
        source=path,
        rows=tuple(rows),
        frame=" ".join([*above, *cells[at]]),
        as_of=next(filter(None, map(cell_day, above)), None),
    )


def _headings(cells: Sequence[Sequence[str]], path: str) -> tuple[int, dict[str, int]]:
    for at, row in enumerate(cells[:_HEADINGS_WITHIN]):
        found: dict[str, int] = {}
        for index, cell in enumerate(row):
            for column in (column for column, tells in _COLUMNS.items() if tells(cell.lower())):
                if column in found:
                    raise ImportRefusedError(
                        path, f"two columns could be the {column}: {row[found[column]]!r}, {cell!r}"
                    )
                found[column] = index
        if {"number", "name"} <= found.keys() and found.keys() & {"designated", "decision"}:
            return at, found
    raise ImportRefusedError(
        path, "no headings of an official list (№, «наименование», «дата … о включении») in its first rows"
    )


def _rows(cells: Mapping[str, str], place: str, path: str) -> list[Row]:
    """The row of an organization, and those of the units that its name enumerates."""
    number = _NUMBER.fullmatch(cells["number"])
    if not number or not cells["name"]:
        wanted, shown = ("a name", cells["name"]) if number else ("a number", cells["number"])
        raise ImportRefusedError(path, f"{place}: expected {wanted}, found {shown!r}; it may be cut off or disarranged")
    details = read_details(cells.get("decision", ""))
    removed = _day(cells, "removed", place, path) or details.ended
    name, units = split_units(cells["name"])
    organization = Row(
        place=place,
        number=str(int(number[1])),
        name=name,
        designated=_day(cells, "designated", place, path) or details.decided,
        removed=removed,
        struck=bool(removed) or details.over or cells.get("status", "").lower().startswith("исключ"),
        person=cells.get("kind", "").lower().startswith("физическ"),
        addresses=tuple(filter(None, re.split(r"[;,\s]+", cells.get("addresses", "")))),
    )
    return [organization, *(unit_of(organization, unit) for unit in units)]


def _day(cells: Mapping[str, str], column: str, place: str, path: str) -> date | None:
    text = cells.get(column, "")
    day = cell_day(text)
    if text and not day:
        raise ImportRefusedError(path, f"{place}: expected a date, found {text!r}; it may be disarranged")
    return day
