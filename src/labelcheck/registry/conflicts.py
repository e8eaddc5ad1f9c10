"""What registries contradict each other, or themselves, in: one id for two lists, one name for two organizations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from labelcheck.registry.model import Entry, Name, Registry
from labelcheck.registry.problems import quoted

_QUOTES = str.maketrans("", "", "\"'«»„“”‘’")


def conflicts(registries: Sequence[Registry]) -> list[str]:
    """One line for each conflict, in the order of the registries."""
    return [*_equal_ids(registries), *_equal_names(registries)]


def _equal_ids(registries: Sequence[Registry]) -> Iterable[str]:
    first: dict[str, Registry] = {}
    for registry in registries:
        other = first.setdefault(registry.id, registry)
        if other is not registry:
            yield f"{registry.path}: the id {quoted(registry.id)} is also that of {other.path}; write another id in one"


def _equal_names(registries: Sequence[Registry]) -> Iterable[str]:
    """A name of two entities would be labelled as either; two that need a cue each are told apart by their cues."""
    claims: dict[str, dict[str, Name]] = {}
    for entity, name in _names(registries):
        claims.setdefault(_folded(name.text), {}).setdefault(entity, name)
    for claimed in claims.values():
        # The first that does without a cue conflicts with all others; where there is none, nothing conflicts.
        owner = next((entity for entity, name in claimed.items() if name.match != "context"), None)
        for entity, name in claimed.items():
            if owner is not None and entity != owner:
                yield (
                    f"{name.position}: the name {quoted(name.text)} of {entity} is also that of {owner} at "
                    f"{claimed[owner].position}; write match: context for both, or the same entity: if they are one"
                )


def _names(registries: Sequence[Registry]) -> Iterable[tuple[str, Name]]:
    """Entities with each of their names: those listed, or else the official ones."""
    entities: dict[str, list[Entry]] = {}
    for registry in registries:
        for entry in registry.entries:
            entities.setdefault(entry.entity, []).append(entry)
    for entity, entries in entities.items():
        listed = [name for entry in entries for name in entry.names]
        official = [Name(entry.name, position=entry.position) for entry in entries]
        yield from ((entity, name) for name in listed or official)


def _folded(name: str) -> str:
    return " ".join(name.lower().replace("ё", "е").translate(_QUOTES).split())
