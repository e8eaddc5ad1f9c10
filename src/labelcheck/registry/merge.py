"""Amendments: files that add to a registry, replace entries of it, or switch parts of it off, without copying it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from labelcheck.errors import RegistryError
from labelcheck.registry.document import MapNode, Node
from labelcheck.registry.entries import read_entries
from labelcheck.registry.fields import SCHEMA, check_schema, fields, items
from labelcheck.registry.model import Entry, Position, Registry
from labelcheck.registry.problems import Problems, closest, instead, quoted
from labelcheck.registry.values import boolean, slug, text

_REQUIRED = {"schema": f"schema: {SCHEMA}", "extends": "extends: the id of a registry"}
_CONTENT = {
    "disable": "disable: what of the registry is switched off",
    "entries": "entries: what is added to the registry or replaced in it",
}


@dataclass(frozen=True, slots=True)
class Disabled:
    """Something that is switched off: an entry, one name of an entry, or, without either, the registry's label."""

    position: Position
    entry: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Amendment:
    """A file that amends the registry ``extends``. Its entries replace those of the same id; others are new."""

    extends: str
    disabled: tuple[Disabled, ...]
    entries: tuple[Entry, ...]
    position: Position


def is_amendment(node: Node) -> bool:
    """Whether the file amends a registry instead of being one."""
    return isinstance(node, MapNode) and any(key.text == "extends" for key, _ in node.items)


def read_amendment(node: Node, problems: Problems) -> Amendment:
    """The amendment that ``node`` states; worth nothing if there are ``problems``."""
    check_schema(node, problems)
    found = fields(node, "the amendment", _REQUIRED, _CONTENT, problems)
    if not found.keys() & _CONTENT.keys():
        problems.add(node.position, f"the amendment changes nothing; write {' or '.join(_CONTENT.values())}")
    example = "with a reason"
    return Amendment(
        extends=slug(found.get("extends"), "extends", problems),
        disabled=tuple(
            _disabled(item, problems) for item in items(found.get("disable"), "disable", problems, example=example)
        ),
        entries=read_entries(found.get("entries"), problems),
        position=found["extends"].position if "extends" in found else node.position,
    )


def _disabled(node: Node, problems: Problems) -> Disabled:
    required = {"reason": "reason: why it is switched off"}
    found = fields(node, "what is disabled", required, ("entry", "name", "label"), problems)
    text(found.get("reason"), "reason", problems)
    entry, name = slug(found.get("entry"), "entry", problems), text(found.get("name"), "name", problems)
    if boolean(found.get("label"), "label", problems, default=False):
        problems.add(found["label"].position, "label: it can only be switched off here; write label: false")
    shape = found.keys() - {"reason"}
    if isinstance(node, MapNode) and shape not in ({"entry"}, {"entry", "name"}, {"label"}):
        problems.add(
            node.position,
            "what is disabled: expected one thing; write entry: with an id, that and name: for one name of the entry, "
            "or label: false for the whole registry",
        )
    return Disabled(node.position, entry or None, name or None)


def merge(registries: Sequence[Registry], amendments: Iterable[Amendment]) -> tuple[Registry, ...]:
    """The registries as amended, in order. Of two amendments of one thing the later counts.

    Raises RegistryError for everything that amendments are about and the registries do not have.
    """
    merged = list(registries)
    problems: list[str] = []
    for amendment in amendments:
        at = next((at for at, registry in enumerate(merged) if registry.id == amendment.extends), None)
        if at is None:
            known = [registry.id for registry in merged]
            advice = f"{instead(amendment.extends, known)}, or" if known else "none is;"
            problems.append(
                f"{amendment.position}: extends: no registry {quoted(amendment.extends)} is loaded; {advice} "
                "load it too, with --registry"
            )
        else:
            merged[at] = _amended(merged[at], amendment, problems)
    if problems:
        raise RegistryError(problems)
    return tuple(merged)


def _amended(registry: Registry, amendment: Amendment, problems: list[str]) -> Registry:
    entries = {entry.id: entry for entry in registry.entries}
    own = {entry.id: entry for entry in amendment.entries}
    label = registry.label
    for item in amendment.disabled:
        if item.entry is None:
            label = replace(label, required=False)
        elif item.entry in own:
            problems.append(
                f"{item.position}: disable: the entry {quoted(item.entry)} is among the entries: of this file too; "
                "leave one of them out"
            )
        elif item.entry not in entries:
            similar = closest(item.entry, entries)
            advice = f"write {quoted(similar)}" if similar else "`labelcheck registry search NAME` finds its id"
            problems.append(f"{item.position}: disable: {registry.id} has no entry {quoted(item.entry)}; {advice}")
        elif item.name is None:
            del entries[item.entry]
        else:
            entries[item.entry] = _without_name(entries[item.entry], item, problems)
    entries |= own
    if not entries:
        problems.append(f"{amendment.position}: the amendment leaves {registry.id} without entries; leave some")
    return replace(registry, label=label, entries=tuple(entries.values()))


def _without_name(entry: Entry, item: Disabled, problems: list[str]) -> Entry:
    names = tuple(name for name in entry.names if name.text != item.name)
    if len(names) == len(entry.names):
        known = ", ".join(quoted(name.text) for name in names)
        advice = f"its names are {known}" if known else "it lists none; leave out name: to switch off all of it"
        problems.append(
            f"{item.position}: disable: the entry {quoted(entry.id)} has no name {quoted(item.name or '')}; {advice}"
        )
    return replace(entry, names=names)
