"""How much each registry holds and how old its data is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from labelcheck.registry.model import Entry, Registry
from labelcheck.rules.registry_stale import check_registries


@dataclass(frozen=True, slots=True)
class Status:
    """A registry on the day ``at``. ``active``: entries in force at the date of its data; ``age`` in days."""

    registry: Registry
    active: int
    age: int
    stale: bool


def status(registries: Iterable[Registry], at: date) -> list[Status]:
    """The status of every registry on the day ``at``, by the measure of the rule LC401."""
    return [
        Status(
            registry=registry,
            active=sum(in_force(entry, registry.as_of) for entry in registry.entries),
            age=(at - registry.as_of).days,
            stale=any(check_registries([registry], at)),
        )
        for registry in registries
    ]


def in_force(entry: Entry, at: date) -> bool:
    """Whether the entry's designation holds on the day ``at``."""
    return entry.designated <= at and (entry.removed is None or at < entry.removed)
