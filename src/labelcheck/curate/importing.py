"""An official list merged into a registry: what is new is added, what ended is dated, the rest stays byte for byte."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from labelcheck.curate.diff import diff
from labelcheck.curate.newcomers import Newcomers
from labelcheck.curate.official.listing import ImportRefusedError, Listing, Row
from labelcheck.curate.pairing import Pairing, doubts, folded, pair, parent_of, shortens
from labelcheck.curate.registry_files import RegistryFiles, read_registry_files, reread
from labelcheck.curate.registry_text import number_key
from labelcheck.errors import RegistryError
from labelcheck.registry.model import Entry, Registry

KINDS = ("new", "removed", "renamed", "differs", "lacking", "note")
"""What an import reports: the first three are changes, the others are left to a person."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the summary. ``entry``: what it is about, None for a note."""

    kind: str
    text: str
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """An import of which nothing has been written yet. ``files``: those that change, with old and new contents."""

    before: Registry
    after: Registry
    lines: tuple[Line, ...]
    files: tuple[tuple[str, bytes, bytes], ...]


def import_listing(listing: Listing, into: str, *, persons: bool = False, as_of: date | None = None) -> Imported:
    """What ``listing`` changes in the registry file ``into`` and in the other files of its registry.

    ``persons``: new people are added too. ``as_of``: the date of the data, if the listing does not say it. Raises
    ImportRefusedError if it is not, or cannot be, the whole list of this registry; RegistryError for a bad registry.
    """
    files = read_registry_files(into)
    if not files.texts[into].takes_entries:
        raise ImportRefusedError(into, "its entries stand in brackets; write each after a hyphen, on lines of its own")
    pairing = pair(files.registry, listing)
    notes = [*listing.notes, *doubts(files.registry, listing, pairing)]
    merge = _Merge(files, replace(listing, notes=tuple(notes)), as_of or listing.as_of)
    merge.update(pairing)
    merge.add(row for row in pairing.new if row.name and not row.members and (persons or not row.person))
    merge.report(pairing, persons=persons)
    return merge.outcome()


class _Merge:
    def __init__(self, files: RegistryFiles, listing: Listing, data_of: date | None) -> None:
        registry = files.registry
        self._files = files
        self._listing = listing
        self._expected = {entry.id: entry for entry in registry.entries}
        self._as_of = max(registry.as_of, data_of or registry.as_of)
        self._older = data_of is not None and data_of < registry.as_of
        self._lines = [Line("note", note) for note in (*listing.notes, files.note) if note]
        if self._older:
            self._note(f"the data is of {data_of}, older than the registry: its date and names stay")
        elif data_of is None:
            self._note(f"the source does not say its date, so as_of stays {registry.as_of}; --as-of DATE sets it")
        if self._as_of != registry.as_of:
            next(iter(files.texts.values())).set_as_of(self._as_of)

    def update(self, pairing: Pairing) -> None:
        """Take over names and removals; report the dates that differ."""
        for row, entry in pairing.known:
            text = self._files.texts[entry.position.path]
            if self._is_renamed(row, entry):
                if self._older:
                    self._say("differs", entry, f"the source has the name {row.name}")
                else:
                    text.set_name(entry.position, row.name)
                    self._expect(entry, name=row.name)
                    self._say("renamed", entry, f"{entry.name} → {row.name}")
            day = row.removed or (self._as_of if row.struck else None)
            if day and entry.removed is None and day >= entry.designated:
                text.set_removed(entry.position, day)
                self._expect(entry, removed=day)
                unknown = "" if row.removed else " (the source does not say since when: this is the date of the data)"
                self._say("removed", entry, f"since {day}{unknown}")
            elif row.removed != entry.removed and not (row.struck and not row.removed):
                self._differ(entry, "removed", entry.removed, row.removed)
            if row.designated and row.designated != entry.designated:
                self._differ(entry, "designated", entry.designated, row.designated)

    def _is_renamed(self, row: Row, entry: Entry) -> bool:
        """Units are kept with and without their other names, so theirs are not compared."""
        if not row.name or row.members or row.parent or (self._listing.wordy and shortens(entry.name, row.name)):
            return False
        return folded(row.name) != folded(entry.name)

    def add(self, rows: Iterable[Row]) -> None:
        """Add an entry for each of ``rows``."""
        newcomers = Newcomers(self._files, self._as_of)
        made = [newcomers.entry(row) for row in rows]
        for entry, comments in sorted(made, key=lambda pair: number_key(pair[0].number)):
            self._files.texts[self._files.into].insert(entry, comments)
            self._expected[entry.id] = entry
            self._say("new", entry, "; ".join([entry.name, *comments]))

    def report(self, pairing: Pairing, *, persons: bool) -> None:
        """Say what is left out, and what the source lacks."""
        listed = {row.parent for row in self._listing.rows}
        silent: dict[str, int] = {}
        for entry in pairing.lacking:
            parent = parent_of(entry)
            if parent and parent not in listed:
                silent[parent] = silent.get(parent, 0) + 1
            else:
                self._say("lacking", entry, f"the source does not have it: {entry.name}")
        for parent, count in silent.items():
            self._note(f"the source names no units of № {parent}; those of the registry ({count}) stay")
        people = sum(row.person for row in pairing.new)
        nameless = [f"№ {row.number}" for row in pairing.new if not row.name]
        known = {parent_of(entry) for entry in self._files.registry.entries}
        unions = [f"№ {row.number}" for row in pairing.new if row.members and row.number not in known]
        if people and not persons:
            self._note(f"people left out: {people}; --persons adds them")
        if nameless:
            self._note(f"struck out without a name, so no entry was made: {', '.join(nameless)}")
        if unions:
            self._note(
                "listed as people and perhaps organizations without a name in common, so no entry was made; "
                f"what is an organization among them needs one by hand: {', '.join(unions)}"
            )

    def outcome(self) -> Imported:
        """The edited files, read again: nothing else may have changed."""
        try:
            after = reread(self._files)
        except RegistryError as error:
            reason = f"the registry would have a problem: {error.problems[0]}"
            raise ImportRefusedError(self._files.into, reason) from None
        expected = replace(self._files.registry, as_of=self._as_of, entries=tuple(self._expected.values()))
        wrong = diff([expected], [after])
        if wrong:
            entries = [change.entry.id for difference in wrong for change in difference.changes]
            raise ImportRefusedError(self._files.into, f"a bug in labelcheck: it would garble {entries or 'the head'}")
        placed = {entry.id: entry for entry in after.entries}
        return Imported(
            before=self._files.registry,
            after=after,
            lines=tuple(replace(line, entry=line.entry and placed[line.entry.id]) for line in self._lines),
            files=tuple(
                (path, text.data, text.edited())
                for path, text in self._files.texts.items()
                if text.edited() != text.data
            ),
        )

    def _differ(self, entry: Entry, key: str, here: date | None, there: date | None) -> None:
        self._say("differs", entry, f"{key} {here or 'not'}, in the source {there or 'not'}")

    def _expect(self, entry: Entry, **values: Any) -> None:
        self._expected[entry.id] = replace(self._expected[entry.id], **values)

    def _say(self, kind: str, entry: Entry, text: str) -> None:
        self._lines.append(Line(kind, text, entry))

    def _note(self, text: str) -> None:
        self._lines.append(Line("note", text))
