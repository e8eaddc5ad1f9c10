"""A compiled lexicon opened for reading. Rows are decoded when a text first needs them, and kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, cached_property, lru_cache

from labelcheck.article import Designation, Entity
from labelcheck.lexicon import store
from labelcheck.lexicon.postings import Form, Postings
from labelcheck.lexicon.wordings import Wordings
from labelcheck.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    import mmap
    from typing import Any


@dataclass(frozen=True, slots=True)
class RegistryInfo:
    """What a run needs to know of a registry without reading its entries."""

    id: str
    designation: str
    as_of: date
    stale_after: int
    entries: int


@dataclass(frozen=True, slots=True)
class State:
    """A pattern that states a designation (:class:`~labelcheck.registry.model.StatePattern`), and it taken apart."""

    pattern: str
    weak: bool
    wordings: Wordings


@dataclass(frozen=True, slots=True)
class LabelRow:
    """The label policy of one registry, as compiled. ``states``: those of all languages."""

    designation: str
    required: bool
    marks: tuple[str, ...]
    states: tuple[State, ...]
    footnote: Mapping[str, str]
    phrase: Mapping[str, str]
    links: str


_REMEMBERED = 1 << 14
"""Answers that are remembered; articles of an archive have any number of dates."""


@dataclass(frozen=True, slots=True)
class LexiconName:
    """A name as the recogniser needs it. ``match``: plain, quoted, context, or *not* (a phrase that is not it)."""

    entity: int
    text: str
    match: str
    cues: Wordings | None


class Lexicon:
    """Everything the recogniser knows: names, entities, label wordings, languages.

    Made by :func:`labelcheck.lexicon.load_lexicon`. Two lexicons of the same bytes behave alike; it holds no state
    but rows already decoded.
    """

    def __init__(self, data: bytes | mmap.mmap) -> None:
        """Open the bytes of a lexicon file.

        Raises :class:`labelcheck.lexicon.store.DamagedStoreError`.
        """
        self._data = data
        head, anchors, self._tables = store.read(data)
        self.key: str = head["key"]
        self.registries = tuple(
            RegistryInfo(r["id"], r["designation"], date.fromisoformat(r["as_of"]), r["stale_after"], r["entries"])
            for r in head["registries"]
        )
        self.anchors = dict(zip(anchors, range(len(anchors)), strict=True))
        self._fields: list[str] = head["wordings"]
        self.postings = cache(self._postings)
        self.name = cache(self._name)
        self.entity = cache(self._entity)
        self.due = lru_cache(_REMEMBERED)(lambda row, at: self.entity(row).due(at))
        """What a label must state of the entity of a row on a day: :meth:`~labelcheck.article.Entity.due`."""

    def __reduce__(self) -> tuple[type[Lexicon], tuple[bytes]]:
        """Pickled (for worker processes) as its bytes."""
        return Lexicon, (bytes(self._data),)

    def _postings(self, anchor: int) -> Postings:
        """The surface forms filed under an anchor."""
        return Postings(self._tables["postings"][anchor])

    @cached_property
    def unanchored(self) -> Sequence[Form]:
        """The forms of which nothing is left in a skeleton."""
        return self.postings(self.anchors[b""]).alone if b"" in self.anchors else ()

    def _name(self, row: int) -> LexiconName:
        entity, text, match, cues = self._tables["names"][row]
        return LexiconName(entity, text, match, Wordings(cues, whole=True) if cues else None)

    def _entity(self, row: int) -> Entity:
        id, name, stays = self._tables["entities"][row]  # noqa: A001 - the field's name
        return Entity(id, name, tuple(self._designation(*stay) for stay in stays))

    def _designation(self, registry: int, since: str, until: str | None) -> Designation:
        label = self.labels[registry]
        return Designation(
            slug=label.designation,
            registry=self.registries[registry].id,
            since=date.fromisoformat(since),
            until=date.fromisoformat(until) if until else None,
            required=label.required,
        )

    @cached_property
    def labels(self) -> tuple[LabelRow, ...]:
        """The label policies, one a registry, in the order of :attr:`registries`."""
        table = self._tables["labels"]
        return tuple(_label(table[row]) for row in range(len(table)))

    def wordings(self, field: str) -> Wordings:
        """What all languages have in a field of :class:`~labelcheck.registry.model.Language`."""
        return Wordings(self._tables["wordings"][self._fields.index(field)], whole=True)

    @cached_property
    def statuses(self) -> Wordings:
        """All that states some designation, strongly or weakly."""
        return Wordings(self._tables["statuses"][0], whole=False)

    @cached_property
    def light_words(self) -> Mapping[str, Wordings]:
        """The light words of each language, by its code."""
        return {code: Wordings(row, whole=True) for code, row in self._tables["light_words"][0].items()}

    @cached_property
    def sites(self) -> Mapping[str, int]:
        """Domains and accounts (``host`` or ``host/path``, lower case) with the row of their entity."""
        sites: Mapping[str, int] = self._tables["sites"][0]
        return sites


def _label(row: dict[str, Any]) -> LabelRow:
    return LabelRow(
        designation=row["designation"],
        required=row["required"],
        marks=tuple(row["marks"]),
        states=tuple(
            State(pattern, weak, Wordings(wordings, whole=False)) for pattern, weak, wordings in row["states"]
        ),
        footnote=row["footnote"],
        phrase=row["phrase"],
        links=row["links"],
    )
