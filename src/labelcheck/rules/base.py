"""What a rule is: a module with ``CODE``, ``NAME``, ``SEVERITY``, a docstring that is its page, and ``check``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from labelcheck.article import Article, Entity
from labelcheck.findings import Fix, Place


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule saw, before it becomes a finding: a place, and a message by key and values (never by glued text)."""

    place: Place | None
    message: str
    values: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    entity: Entity | None = None
    fix: Fix | None = None


class Rule(Protocol):
    """The shape of a rule module."""

    CODE: str
    NAME: str
    SEVERITY: str
    __doc__: str | None

    def check(self, article: Article) -> Iterator[Problem]:
        """Yield what is wrong with the article."""
