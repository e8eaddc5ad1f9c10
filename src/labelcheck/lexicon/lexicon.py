"""A compiled lexicon opened for reading. Rows are decoded when a text first needs them, and kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, cached_property

from labelcheck.article import Designation, Entity
from labelcheck.lexicon import store
from labelcheck.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    import mmap
    from typing import Any

    from labelcheck.registry.model import Language


@dataclass(frozen=True, slots=True)
class RegistryInfo:
    """What a run needs to know of a registry without reading its entries."""

    id: str
    designation: str
    as_of: date
    stale_after: int
    entries: int


@dataclass(frozen=True, slots=True)
class LabelRow:
    """The label policy of one registry, as compiled. ``states``: (pattern, weak) pairs of all languages."""

    designation: str
    required: bool
    marks: tuple[str, ...]
    states: tuple[tuple[str, bool], ...]
    footnote: Mapping[str, str]
    phrase: Mapping[str, str]
    links: str


@dataclass(frozen=True, slots=True)
class Form:
    """A surface form: its folded words, the position of its anchor, and what a text must have around and between.

    ``gaps``: punctuation between the words; ``cased``: the words in the only letter case allowed, or None;
    ``dot``: the name ends with a full stop; ``mixed``: it is itself written in two scripts; ``name``: row of its name.
    """

    anchor: int
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    cased: tuple[str, ...] | None
    dot: bool
    mixed: bool
    name: int


@dataclass(frozen=True, slots=True)
class Postings:
    """The forms filed under one anchor: those of one word, and others by the word before or after the anchor."""

    alone: tuple[Form, ...]
    before: Mapping[str, Sequence[Form]]
    after: Mapping[str, Sequence[Form]]


@dataclass(frozen=True, slots=True)
class LexiconName:
    """A name as the recogniser needs it. ``match``: plain, quoted, context, or *not* (a phrase that is not it)."""

    entity: int
    text: str
    match: str
    cues: tuple[str, ...]


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
        self.postings = cache(self._postings)
        self.name = cache(self._name)
        self.entity = cache(self._entity)

    def __reduce__(self) -> tuple[type[Lexicon], tuple[bytes]]:
        """Pickled (for worker processes) as its bytes."""
        return Lexicon, (bytes(self._data),)

    def _postings(self, anchor: int) -> Postings:
        """The surface forms indexed under an anchor, by the word that must stand beside it."""
        alone: list[Form] = []
        before: dict[str, list[Form]] = {}
        after: dict[str, list[Form]] = {}
        for at, words, gaps, cased, dot, mixed, name in self._tables["postings"][anchor]:
            form = Form(at, tuple(words), tuple(gaps), tuple(cased) if cased else None, dot, mixed, name)
            if len(words) == 1:
                alone.append(form)
            elif at + 1 < len(words):
                after.setdefault(words[at + 1], []).append(form)
            else:
                before.setdefault(words[at - 1], []).append(form)
        return Postings(tuple(alone), before, after)

    def _name(self, row: int) -> LexiconName:
        entity, text, match, cues = self._tables["names"][row]
        return LexiconName(entity, text, match, tuple(cues))

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

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The language data."""
        table = self._tables["languages"]
        return tuple(_language(**table[row]) for row in range(len(table)))

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
        states=tuple((pattern, weak) for pattern, weak in row["states"]),
        footnote=row["footnote"],
        phrase=row["phrase"],
        links=row["links"],
    )


def _language(code: str, **words: list[str]) -> Language:
    from labelcheck.registry.model import Language

    return Language(code, **{field: tuple(items) for field, items in words.items()})
