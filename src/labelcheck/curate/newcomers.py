"""Entries for the rows of an official list that a registry does not have yet, with all that is proposed for them."""

from __future__ import annotations

from datetime import date

from labelcheck.curate.names import described
from labelcheck.curate.official.listing import Row
from labelcheck.curate.pairing import folded, parent_of
from labelcheck.curate.proposals import hinted, propose_id, propose_names, propose_sites
from labelcheck.curate.registry_files import RegistryFiles
from labelcheck.curate.registry_text import number_key
from labelcheck.registry.model import Entry, Name, Position


class Newcomers:
    """Makes entries one after the other, so that none takes the id, number or name of another."""

    def __init__(self, files: RegistryFiles, as_of: date) -> None:
        self._as_of = as_of
        self._path = files.into
        self._ids: set[str] = set()
        self._owners: dict[str, str] = {}  # folded names, official and others, with their entities
        self._units: dict[str, int] = {}  # parents with the highest number of their units
        self._hosts: set[str] = set()  # of accounts
        for entry in (entry for registry in (files.registry, *files.others) for entry in registry.entries):
            self._know(entry)
        for entry in files.registry.entries:
            self._count(entry)

    def entry(self, row: Row) -> tuple[Entry, list[str]]:
        """An entry under review, and what the person who reviews it should know."""
        comments: list[str] = []
        number = row.number or f"{row.parent}.{self._units.get(row.parent or '', 0) + 1}"
        entity = self._owners.get(folded(row.name))
        names = [name for name in _names(row) if self._is_free(name, entity, comments)]
        id = propose_id(names[0].text if names else row.name, self._ids, number.replace(".", "-"))  # noqa: A001
        if entity:
            comments.append(f"{entity} has this official name too: the same organization?")
        removed = row.removed or (self._as_of if row.struck else None)
        designated = row.designated or min(removed or self._as_of, self._as_of)
        if not row.designated:
            comments.append("the source gives no day of designation; the one written here is no more than a stand-in")
        if removed and not row.removed:
            comments.append("the source gives no day of removal; the one written here is the date of its data")
        domains, accounts = propose_sites(row.addresses, self._hosts)
        entry = Entry(
            id=id,
            entity=entity or id,
            name=row.name,
            kind="person" if row.person else "organization",
            designated=designated,
            position=Position(self._path, 1, 1),
            removed=removed if removed is None or removed >= designated else designated,
            number=number,
            review=True,
            names=tuple(names),
            domains=tuple(domains),
            accounts=tuple(accounts),
        )
        self._know(entry)
        self._count(entry)
        return entry, comments

    def _is_free(self, name: Name, entity: str | None, comments: list[str]) -> bool:
        """Whether no other entity has the name, which would make the registry invalid."""
        owner = self._owners.get(folded(name.text))
        if owner and owner != entity:
            comments.append(f"{owner} has this name, so it is left out here: {described(name)}; the same organization?")
        return not owner

    def _know(self, entry: Entry) -> None:
        self._ids |= {entry.id, entry.entity}
        self._hosts |= {account.partition("/")[0] for account in entry.accounts}
        for name in (entry.name, *(name.text for name in entry.names)):
            self._owners.setdefault(folded(name), entry.entity)

    def _count(self, entry: Entry) -> None:
        parent = parent_of(entry)
        if parent:
            self._units[parent] = max(self._units.get(parent, 0), number_key(entry.number)[-1])


def _names(row: Row) -> list[Name]:
    """Nothing is proposed for people; units are known by their official name, which may need a cue."""
    if row.person:
        return []
    if not row.parent:
        return propose_names(row.name)
    name = hinted(row.name)
    return [] if name == Name(row.name) else [name]
