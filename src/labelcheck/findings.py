"""What a run reports: findings, their places and their fixes.

All offsets and columns count Unicode code points of the decoded source (byte order mark left out,
newlines as stored). Lines and columns start at 1, offsets at 0, and for every finding with a place
``source.text[offset:end_offset] == text``.
"""

from __future__ import annotations

from labelcheck.records import dataclass

SEVERITIES = ("note", "warning", "error")
"""From the mildest to the gravest; ``--fail-on`` compares by this order."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``source[offset:end_offset]`` by ``content``."""

    offset: int
    end_offset: int
    content: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that remove a finding. ``safe`` means that they cannot change what the text says."""

    safe: bool
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class EntityRef:
    """An organization as a report names it: ``designations`` are those in force at the date of judging."""

    id: str
    name: str
    designations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a source file something stands."""

    line: int
    column: int
    end_line: int
    end_column: int
    offset: int
    end_offset: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule reports. ``path`` and ``place`` are None only for findings about the run itself."""

    rule: str
    name: str
    severity: str
    message: str
    path: str | None = None
    place: Place | None = None
    entity: EntityRef | None = None
    fix: Fix | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Findings are reported by path, then place, then code."""
        place = self.place
        span = (place.offset, place.end_offset) if place else (-1, -1)
        return (self.path or "", *span, self.rule, self.message)
