"""Organizations looked up: by id, by any name in any case, by parts of names, by what resembles one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from labelcheck.lexicon import Lexicon
from labelcheck.lexicon.fold import fold, words
from labelcheck.lexicon.matcher import Words, find
from labelcheck.registry.model import Entry, Registry

Member = tuple[Registry, Entry]
"""An entry and the registry that has it."""

_SUGGESTIONS = 5


@dataclass(frozen=True, slots=True)
class Found:
    """An organization found. ``name``: the one that answered; ``whole``: all of that name stands in the query."""

    entity: str
    name: str
    whole: bool


def members(id: str, registries: Sequence[Registry]) -> dict[str, list[Member]]:  # noqa: A002 - the field's name
    """The organizations that ``id`` is the id of, or of an entry of, each with all its entries."""
    everything = by_entity(registries)
    return {
        entity: found
        for entity, found in everything.items()
        if entity == id or any(entry.id == id for _, entry in found)
    }


def by_entity(registries: Sequence[Registry]) -> dict[str, list[Member]]:
    """All organizations with their entries."""
    entities: dict[str, list[Member]] = {}
    for registry in registries:
        for entry in registry.entries:
            entities.setdefault(entry.entity, []).append((registry, entry))
    return entities


def search(query: str, registries: Sequence[Registry], lexicon: Lexicon) -> list[Found]:
    """The organizations whose name stands in ``query``, in any case; then those of which it begins words of a name.

    ``lexicon``: that of ``registries``.
    """
    found: dict[str, Found] = {}
    for hit in sorted(find(_shouted(query), lexicon), key=lambda hit: hit.start - hit.end):
        row = lexicon.name(hit.name)
        if row.match != "not":
            entity = lexicon.entity(row.entity).id
            found.setdefault(entity, Found(entity, row.text, whole=True))
    wanted = words(query)
    for entity, name in _names(registries):
        if wanted and entity not in found and _begin(wanted, words(name)):
            found[entity] = Found(entity, name, whole=False)
    return list(found.values())


def suggest(query: str, registries: Sequence[Registry]) -> list[tuple[str, str]]:
    """Organizations (entity, name) with names that look like ``query``, the closest first."""
    names: dict[str, tuple[str, str]] = {}
    for entity, name in _names(registries):
        names.setdefault(fold(name), (entity, name))
    close = get_close_matches(fold(query), names, n=_SUGGESTIONS)
    return [names[name] for name in close]


def _shouted(query: str) -> Words:
    """The query in capitals, in which names are found too that are written in certain letters only."""
    capitals = "".join(letter.upper() if len(letter.upper()) == 1 else letter for letter in query)
    return Words(capitals)


def _names(registries: Sequence[Registry]) -> Iterator[tuple[str, str]]:
    for registry in registries:
        for entry in registry.entries:
            yield from ((entry.entity, name.text) for name in entry.names)
            yield entry.entity, entry.name


def _begin(wanted: Sequence[str], name: Sequence[str]) -> bool:
    return all(any(word.startswith(part) for word in name) for part in wanted)
