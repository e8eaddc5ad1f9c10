"""What changed between two states of registries: who was designated, removed, renamed, re-dated, and what else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from datetime import date

from labelcheck.curate.names import described
from labelcheck.registry.model import Entry, LabelPolicy, Name, Registry

KINDS = ("designated", "removed", "dropped", "renamed", "re-dated", "names", "changed")
"""What can happen to an entry. *removed*: it was given the date of its removal; *dropped*: it is gone from the file."""

_HEAD = tuple(f.name for f in fields(Registry) if f.name not in ("id", "label", "entries", "path"))
_LABEL = tuple(f.name for f in fields(LabelPolicy))
_TOLD_APART = ("position", "id", "name", "names", "designated", "removed")
_KEYS = {"not_phrases": "not", "flag_examples": "examples.flag", "pass_examples": "examples.pass"}
_OTHERS = {f.name: _KEYS.get(f.name, f.name) for f in fields(Entry) if f.name not in _TOLD_APART}
"""The other fields of an entry, with their keys in the file."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that happened to an entry. ``entry``: as in the new state, or as it was if it was dropped.

    ``values``, ready for JSON: *was* and *is* of a name (renamed) or of the date *key* (re-dated), names *added*,
    *dropped* and *altered* with their hints (all empty: in another order), or the *keys* that changed.
    """

    kind: str
    entry: Entry
    values: dict[str, str | list[str] | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Difference:
    """What happened to a registry. ``old`` or ``new``: None if only the other state has it. ``head``: changed keys."""

    id: str
    old: Registry | None
    new: Registry | None
    head: tuple[str, ...]
    changes: tuple[Change, ...]


def diff(old: Sequence[Registry], new: Sequence[Registry]) -> list[Difference]:
    """The registries that differ, by id; those of the new state first, in its order."""
    before, after = ({registry.id: registry for registry in state} for state in (old, new))
    found = (_difference(name, before.get(name), after.get(name)) for name in after | before)
    return [d for d in found if d.old is None or d.new is None or d.head or d.changes]


def _difference(id: str, old: Registry | None, new: Registry | None) -> Difference:  # noqa: A002 - the field's name
    before, after = ({entry.id: entry for entry in registry.entries} if registry else {} for registry in (old, new))
    changes = [
        *(Change("designated", entry) for entry in after.values() if entry.id not in before),
        *(Change("dropped", entry) for entry in before.values() if entry.id not in after),
        *(change for entry in after.values() if entry.id in before for change in _changes(before[entry.id], entry)),
    ]
    changes.sort(key=lambda change: KINDS.index(change.kind))
    return Difference(id, old, new, tuple(_head(old, new)) if old and new else (), tuple(changes))


def _head(old: Registry, new: Registry) -> Iterator[str]:
    yield from (key for key in _HEAD if getattr(old, key) != getattr(new, key))
    yield from (f"label.{key}" for key in _LABEL if getattr(old.label, key) != getattr(new.label, key))


def _changes(old: Entry, new: Entry) -> Iterator[Change]:
    if old.removed is None and new.removed is not None:
        yield Change("removed", new)
    elif old.removed != new.removed:
        yield _redated("removed", old.removed, new.removed, new)
    if old.name != new.name:
        yield Change("renamed", new, {"was": old.name, "is": new.name})
    if old.designated != new.designated:
        yield _redated("designated", old.designated, new.designated, new)
    if old.names != new.names:
        yield Change("names", new, _names(old.names, new.names))
    changed = [key for name, key in _OTHERS.items() if getattr(old, name) != getattr(new, name)]
    if changed:
        yield Change("changed", new, {"keys": changed})


def _redated(key: str, was: date | None, now: date | None, entry: Entry) -> Change:
    days = {"was": was.isoformat() if was else None, "is": now.isoformat() if now else None}
    return Change("re-dated", entry, {"key": key, **days})


def _names(old: Sequence[Name], new: Sequence[Name]) -> dict[str, str | list[str] | None]:
    before, after = ({name.text: name for name in names} for names in (old, new))
    return {
        "added": [described(name) for name in new if name.text not in before],
        "dropped": [described(name) for name in old if name.text not in after],
        "altered": [described(name) for name in new if name.text in before and before[name.text] != name],
    }
