"""Registries kept in several files: the head says what the registry is, its parts hold (more of) its entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from labelcheck.errors import RegistryError
from labelcheck.registry.document import MapNode, Node
from labelcheck.registry.entries import read_entries, repeated
from labelcheck.registry.fields import SCHEMA, check_schema, fields
from labelcheck.registry.model import Entry, Position, Registry
from labelcheck.registry.problems import Problems, instead, quoted
from labelcheck.registry.values import slug

_REQUIRED = {
    "schema": f"schema: {SCHEMA}",
    "part_of": "part_of: the id of the registry",
    "entries": "entries: with at least one entry",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A file with entries of the registry ``part_of``, an id that stands at ``position``."""

    part_of: str
    entries: tuple[Entry, ...]
    position: Position


def is_part(node: Node) -> bool:
    """Whether the file is part of a registry instead of being one."""
    return isinstance(node, MapNode) and any(key.text == "part_of" for key, _ in node.items)


def read_part(node: Node, problems: Problems) -> Part:
    """The part that ``node`` states; worth nothing if there are ``problems``."""
    check_schema(node, problems)
    found = fields(node, "the part", _REQUIRED, (), problems)
    return Part(
        part_of=slug(found.get("part_of"), "part_of", problems),
        entries=read_entries(found.get("entries"), problems),
        position=found["part_of"].position if "part_of" in found else node.position,
    )


def join(heads: Sequence[Registry], parts: Sequence[Part]) -> tuple[Registry, ...]:
    """The registries in order, each with its own entries and then those of its parts.

    Raises RegistryError for a part whose registry is not there, a registry without entries, and an id or a number for
    two entries of one registry.
    """
    registries = [_joined(head, parts) for head in heads]
    problems = [*_headless(parts, registries)]
    for registry in registries:
        problems += [f"{entry.position}: {message}" for entry, message in repeated(registry.entries)]
        if not registry.entries:
            problems.append(
                f"{registry.path}: the registry {quoted(registry.id)} has no entries, so no article can ever have a "
                "finding; write entries: with at least one, or name the files of its parts too"
            )
    if problems:
        raise RegistryError(problems)
    return tuple(registries)


def _joined(head: Registry, parts: Iterable[Part]) -> Registry:
    more = [entry for part in parts if part.part_of == head.id for entry in part.entries]
    return replace(head, entries=(*head.entries, *more))


def _headless(parts: Iterable[Part], registries: Iterable[Registry]) -> Iterable[str]:
    ids = {registry.id for registry in registries}
    for part in parts:
        if part.part_of not in ids:
            advice = f"{instead(part.part_of, ids)}, or" if ids else "none is;"
            yield (
                f"{part.position}: part_of: no registry {quoted(part.part_of)} is loaded; {advice} load the file with "
                f"id: {part.part_of} too"
            )
