"""Registries kept in several files: the head says what the registry is, parts hold (more of) its entries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from labelcheck.errors import RegistryError
from labelcheck.registry.model import Entry, Position, Registry
from labelcheck.registry.problems import instead, quoted


@dataclass(frozen=True, slots=True)
class Part:
    """A file with entries of the registry ``part_of``, an id that stands at ``position``."""

    part_of: str
    entries: tuple[Entry, ...]
    position: Position


def join(files: Sequence[Registry | Part]) -> tuple[Registry, ...]:
    """The registries of these files, each with the entries of its parts after its own, all in the order given.

    Raises RegistryError for a part whose registry is not among them, a registry without entries, an id for two
    registries, and an id or a number for two entries of one registry.
    """
    heads = [file for file in files if isinstance(file, Registry)]
    parts = [file for file in files if isinstance(file, Part)]
    registries = [_joined(head, parts) for head in heads]
    problems = [*_equal_ids(registries), *_headless(parts, registries), *_empty(registries)]
    for registry in registries:
        problems += _repeated(registry, "id", lambda entry: entry.id, "and the same entity: if they are one")
        problems += _repeated(registry, "number", lambda entry: entry.number, "for a list gives each number once")
    if problems:
        raise RegistryError(problems)
    return tuple(registries)


def _joined(head: Registry, parts: Iterable[Part]) -> Registry:
    more = [entry for part in parts if part.part_of == head.id for entry in part.entries]
    return replace(head, entries=(*head.entries, *more))


def _equal_ids(registries: Sequence[Registry]) -> Iterable[str]:
    first: dict[str, Registry] = {}
    for registry in registries:
        other = first.setdefault(registry.id, registry)
        if other is not registry:
            yield f"{registry.path}: the id {quoted(registry.id)} is also that of {other.path}; write another id in one"


def _headless(parts: Sequence[Part], registries: Sequence[Registry]) -> Iterable[str]:
    ids = {registry.id for registry in registries}
    for part in parts:
        if part.part_of not in ids:
            advice = f"{instead(part.part_of, ids)}, or " if ids else ""
            yield (
                f"{part.position}: part_of: {quoted(part.part_of)} is no registry of the files given; {advice}name the "
                "file of that registry too"
            )


def _empty(registries: Sequence[Registry]) -> Iterable[str]:
    for registry in registries:
        if not registry.entries:
            yield (
                f"{registry.path}: the registry {quoted(registry.id)} has no entries, so no article can ever have a "
                "finding; write entries: with at least one, or name the files of its parts too"
            )


def _repeated(registry: Registry, key: str, value: Callable[[Entry], str | None], advice: str) -> Iterable[str]:
    first: dict[str, Entry] = {}
    for entry in registry.entries:
        stated = value(entry)
        other = first.setdefault(stated, entry) if stated else entry
        if stated and other is not entry:
            there, here = other.position, entry.position
            at = f"on line {there.line}" if there.path == here.path else f"at {there}"
            yield f"{here}: {key}: {quoted(stated)} is also that of the entry {at}; write another, {advice}"
