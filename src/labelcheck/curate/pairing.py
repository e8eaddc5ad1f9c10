"""The rows of an official list held against the entries of a registry, and whether it is that registry's list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from labelcheck.curate.official.listing import ImportRefusedError, Listing, Row
from labelcheck.curate.official.wording import without_units
from labelcheck.lexicon.fold import fold, words
from labelcheck.patterns import compile_pattern
from labelcheck.registry.model import Entry, Registry
from labelcheck.registry.patterns import matches
from labelcheck.registry.problems import quoted

_FEW = 2  # so many entries may be missing, or be named otherwise, in the shortest list
_UNIT = re.compile(r"0*(\d+)[./]\d+")


@dataclass(frozen=True, slots=True)
class Pairing:
    """``known``: rows with their entries. ``new``: rows without. ``lacking``: entries in force that have no row."""

    known: tuple[tuple[Row, Entry], ...]
    new: tuple[Row, ...]
    lacking: tuple[Entry, ...]


def folded(name: str) -> str:
    """What two ways to write one official name have in common: its words, in small letters of one script."""
    return " ".join(words(without_units(name)))


def shortens(short: str, full: str) -> bool:
    """Whether ``short`` is ``full`` or what is left of it without some of its words."""
    rest = iter(folded(full).split())
    return all(word in rest for word in folded(short).split())


def parent_of(entry: Entry) -> str | None:
    """The number that ``entry`` shares with others in the list: 62 of the unit 62.17, 121 of the member 121/1."""
    found = _UNIT.fullmatch(entry.number or "")
    return found[1] if found else None


def pair(registry: Registry, listing: Listing) -> Pairing:
    """Organizations meet by number, or by name where the entry has none; units by the name and their parent."""
    free = {entry.id: entry for entry in registry.entries}
    numbers = {number: entry for entry in registry.entries if (number := _number(entry))}
    named: dict[tuple[str | None, str], list[Entry]] = {}
    for entry in registry.entries:
        if not _number(entry):
            for name in _unit_names(entry.name):
                named.setdefault((parent_of(entry), name), []).append(entry)
    known: list[tuple[Row, Entry]] = []
    new: list[Row] = []
    for row in listing.rows:
        named_so = [*_named(row, row.parent, named), *_named(row, None, named)]
        candidates = [numbers[row.number]] if row.number in numbers else named_so
        left = [entry for entry in candidates if entry.id in free]
        if left:
            known.append((row, free.pop(left[0].id)))
        else:
            new.append(row)
    within = {row.number for row in listing.rows if row.members and not row.struck}
    lacking = (entry for entry in free.values() if entry.removed is None and parent_of(entry) not in within)
    return Pairing(tuple(known), tuple(new), tuple(lacking))


def doubts(registry: Registry, listing: Listing, pairing: Pairing) -> list[str]:
    """What speaks against the listing being the registry's list, if it is only a little.

    Raises ImportRefusedError if the listing is empty, far too short, or by its names and words another one.
    """
    if not listing.rows:
        raise ImportRefusedError(listing.source, "has headings but no rows")
    for parent in {parent_of(entry) for entry in registry.entries}:
        lacking = [entry for entry in pairing.lacking if (_number(entry) or parent) and parent_of(entry) == parent]
        held = [row for row, _ in pairing.known if row.parent == parent]
        if len(lacking) > max(_FEW, (len(lacking) + len(held)) // 10) and (held or parent is None):
            of = f" units of № {parent}" if parent else ""
            raise ImportRefusedError(
                listing.source,
                f"lacks {len(lacking)} of the {len(lacking) + len(held)}{of} numbers in {registry.path}, among them "
                f"№ {lacking[0].number}; it is another list, or cut off",
            )
    numbered = [(row, entry) for row, entry in pairing.known if _number(entry) and _has_name(row)]
    others = [pair for pair in numbered if not _one_name(*pair)]
    silent = not _states(registry, [listing.frame])
    if len(others) > max(_FEW, len(numbered) // 5) or (silent and others and len(others) == len(numbered)):
        row, entry = others[0]
        raise ImportRefusedError(
            listing.source,
            f"{len(others)} of {len(numbered)} numbers have another name than in {registry.path}, first № {row.number} "
            f"({quoted(row.name)} for {quoted(entry.name)}); it is another list, or numbered anew",
        )
    if not silent or numbered or _states(registry, (row.name for row in listing.rows)):
        return []
    doubt = f"nothing in it states the designation of {registry.path} ({registry.designation})"
    if not listing.page:
        raise ImportRefusedError(listing.source, doubt)
    return [f"{listing.source}: {doubt}, and the registry had none of its numbers; make sure that it is the right list"]


def _number(entry: Entry) -> str:
    """The number of ``entry`` in the list, without zeros before it; empty for another sort of number, or none."""
    number = entry.number or ""
    return number.lstrip("0") if number.isdecimal() else ""


def _unit_names(name: str) -> list[str]:
    """A unit is listed with its other names in parentheses behind it, and often kept without."""
    return [folded(name), folded(name.partition(" (")[0])]


def _named(row: Row, parent: str | None, named: dict[tuple[str | None, str], list[Entry]]) -> Iterator[Entry]:
    for name in _unit_names(row.name) if row.parent else [folded(row.name)]:
        yield from named.get((parent, name), ())


def _has_name(row: Row) -> bool:
    return bool(row.name) and not row.members


def _one_name(row: Row, entry: Entry) -> bool:
    return shortens(row.name, entry.name) or shortens(entry.name, row.name)


def _states(registry: Registry, texts: Iterable[str]) -> bool:
    """Whether one of the texts states the designation beyond doubt."""
    patterns = [
        compile_pattern(state.pattern)
        for states in registry.label.states.values()
        for state in states
        if not state.weak
    ]
    return any(matches(pattern, fold(text)) for text in texts for pattern in patterns)
