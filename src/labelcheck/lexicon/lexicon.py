"""A compiled lexicon opened for reading. Rows are decoded when a text first needs them, and kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache, cached_property, lru_cache
from itertools import accumulate, zip_longest

from labelcheck.article import Designation, Entity
from labelcheck.lexicon import store
from labelcheck.lexicon.skeleton import skeleton
from labelcheck.lexicon.wordings import Wordings
from labelcheck.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    import mmap
    from typing import Any, TypeAlias

    _Filed: TypeAlias = tuple[int, int, list[bytes], "Form"]
    """A form with the number of the anchor among the words of its skeleton, their count, and themselves."""


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


@dataclass(frozen=True, slots=True)
class Form:
    """A surface form: its folded words, and what a text must have around and between them.

    ``anchor``: the number of the word that it is filed under; ``into``: code points of the word before the part that
    it is filed under, which is most often all of it. ``gaps``: punctuation between the words; ``cased``: the words in
    the only letter case allowed, or None; ``dot``: the name ends with a full stop; ``mixed``: it is itself written in
    two scripts; ``capital``: it is one word that never means the name in small letters; ``name``: row of its name.
    ``phrase``: how nearly all texts write it; ``offsets``: where its words begin then.
    """

    anchor: int
    into: int
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    cased: tuple[str, ...] | None
    dot: bool
    mixed: bool
    capital: bool
    name: int
    phrase: str
    offsets: tuple[int, ...]


_REMEMBERED = 1 << 14
"""Answers that are remembered; articles of an archive have any number of dates."""
_JOINTS = {"": " ", ",": ", ", "—": " — ", "–": " – "}
"""How texts write the punctuation between two words of a name, if not as it is."""


EDGE = b""
"""Stands in a list of tokens for those that are not in it: after its last one, and so before its first."""


class Postings:
    """The forms filed under one anchor, by the words of a skeleton that stand beside it. ``alone``: if none has to."""

    def __init__(self, rows: Iterable[tuple[int, list[bytes], Form]]) -> None:
        """``rows``: forms, each with the words of its skeleton and the number of the anchor among them."""
        self.alone: list[Form] = []
        self._before: dict[bytes, list[_Filed]] = {}
        self._after: dict[bytes, list[_Filed]] = {}
        for at, tokens, form in rows:
            if len(tokens) < 2:
                self.alone.append(form)
                continue
            filed, beside = (self._after, at + 1) if at + 1 < len(tokens) else (self._before, at - 1)
            for key in (tokens[beside], EDGE):
                filed.setdefault(key, []).append((at, len(tokens), tokens, form))

    def around(self, tokens: Sequence[bytes], at: int) -> Sequence[Form]:
        """The forms whose words stand around ``tokens[at]``, the anchor, or may do so beyond the :data:`EDGE`."""
        before, after = self._before.get(tokens[at - 1], ()), self._after.get(tokens[at + 1], ())
        if not before and not after:
            return self.alone
        forms = [*self.alone]
        for into, size, own, form in (*before, *after):
            begin = at - into
            if begin < 0 or tokens[begin : begin + size] == own or begin + size >= len(tokens):
                forms.append(form)
        return forms


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
        rows = []
        for at, word, into, words, gaps, cased, dot, mixed, capital, name in self._tables["postings"][anchor]:
            joints = [_JOINTS.get(gap, gap) for gap in gaps]
            pieces = [word + joint for word, joint in zip_longest(words, joints, fillvalue="")]
            form = Form(
                anchor=word,
                into=into,
                words=tuple(words),
                gaps=tuple(gaps),
                cased=tuple(cased) if cased else None,
                dot=dot,
                mixed=mixed,
                capital=capital,
                name=name,
                phrase="".join(pieces),
                offsets=tuple(accumulate(map(len, pieces[:-1]), initial=0)),
            )
            rows.append((at, skeleton(" ".join(words)).split(), form))
        return Postings(rows)

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
