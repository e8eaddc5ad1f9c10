"""An article after recognition: the one object that rules look at.

All offsets here are offsets into the text view; :meth:`Article.place` turns them into places of the source file.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from labelcheck.findings import EntityRef, Place
from labelcheck.policy import Policy
from labelcheck.records import dataclass, field
from labelcheck.source.view import TextView


@dataclass(frozen=True, slots=True)
class Designation:
    """One stay of an entity on one registry. In force from ``since`` up to, not including, ``until``."""

    slug: str
    registry: str
    since: date
    until: date | None
    required: bool

    def in_force(self, at: date) -> bool:
        """Whether the designation holds on the day ``at``."""
        return self.since <= at and (self.until is None or at < self.until)


@dataclass(frozen=True, slots=True)
class Entity:
    """An organization with every designation it has, had or will have in the loaded registries."""

    id: str
    name: str
    designations: tuple[Designation, ...]

    def in_force(self, at: date) -> tuple[str, ...]:
        """Slugs of the designations in force on the day ``at``, sorted."""
        return tuple(sorted({d.slug for d in self.designations if d.in_force(at)}))

    def due(self, at: date) -> frozenset[str]:
        """Slugs that a label must state on the day ``at``: in force, from a registry that requires a label."""
        return frozenset(d.slug for d in self.designations if d.required and d.in_force(at))

    def ever(self) -> frozenset[str]:
        """Slugs of all designations, whatever their dates."""
        return frozenset(d.slug for d in self.designations)

    def reference(self, at: date) -> EntityRef:
        """The entity as reports name it on the day ``at``."""
        return EntityRef(self.id, self.name, self.in_force(at))


@dataclass(frozen=True, slots=True)
class Statement:
    """What a stretch of words says about designations: those it states, and those it states weakly."""

    states: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.states or self.weak)


@dataclass(frozen=True, slots=True)
class Mark:
    """A label sign right after a name. ``symbol`` is how marks are compared (``*``, ``¹``, ``[^a]``)."""

    start: int
    end: int
    symbol: str
    spaced: bool = False
    """White space stands before it."""
    inside_quotes: bool = False
    """It stands before the closing quotation mark that ends the name."""
    before_hyphen: bool = False
    """It splits a hyphen compound (``ЛГБТ*-групп``)."""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A block that opens with a mark, or with a marked name, and explains it. ``names``: ids of entities it names."""

    start: int
    end: int
    symbol: str
    statement: Statement
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A label in words bound to a mention. ``form``: parenthesis, prefix, clause or sentence."""

    start: int
    end: int
    form: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the view that refers to an entity, with the label bound to it.

    ``exempt`` says why it needs no label (``footnote``, ``label``, or ``policy`` for a later mention under *first*),
    or is None. ``certain`` is False for a name that may be a homonym. ``evidence`` lists, for ``--explain``, what
    decided. ``footnotes`` are those that answer ``mark``.
    """

    start: int
    end: int
    entity: Entity
    name: str
    certain: bool
    evidence: tuple[str, ...]
    mixed_script: bool = False
    exempt: str | None = None
    mark: Mark | None = None
    footnotes: tuple[Footnote, ...] = ()
    named_by_footnotes: bool = False
    """Whether at least one answering footnote covers the entity: it names it, or names nobody."""
    phrase: Phrase | None = None
    due: frozenset[str] = frozenset()
    """What its label must state at the date of judging."""
    stated: Statement = Statement()
    """What its labels state, all together."""

    @property
    def has_label(self) -> bool:
        """A mark with an answering footnote, or a phrase label, whatever it states."""
        return bool(self.footnotes) or self.phrase is not None

    @property
    def satisfied(self) -> frozenset[str]:
        """The designations due that its labels state, weakly or not."""
        return self.due & (self.stated.states | self.stated.weak)

    @property
    def labelled(self) -> bool:
        """Whether its label states at least one designation due, or, when nothing is due, whether it has a label."""
        return bool(self.satisfied) if self.due else self.has_label

    def fault(self, at: date) -> str | None:
        """What is wrong with its label on the day ``at``, if something is due: the name of the rule that it breaks.

        At most one, so that the rules never say a thing twice. A label whose only true statement is of another day
        (``outdated-label``) has no fault here: that rule looks for it beside any other verdict.
        """
        if not self.has_label:
            return "undefined-mark" if self.mark else "unlabelled-mention"
        if self.phrase is None and not self.named_by_footnotes:
            return "footnote-names-another"
        satisfied = self.satisfied
        if satisfied == self.due:
            return None
        stated = self.stated.states
        if satisfied or stated & frozenset(self.entity.in_force(at)):
            return "incomplete-label"
        if not stated:
            return "unclear-label"
        return None if stated & self.entity.ever() else "wrong-designation"


@dataclass(frozen=True, slots=True)
class DesignatedLink:
    """A hyperlink to a domain or account of an entity: source span of the link, and the strictest policy that applies.

    ``labelled``: the policy is ``label``, and the anchor holds, or is followed by, a labelled mention of the entity.
    """

    source_start: int
    source_end: int
    url: str
    entity: Entity
    policy: str
    labelled: bool


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name with a designation label that no loaded registry has."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article, judged: everything rules may ask about."""

    view: TextView
    policy: Policy
    as_of: date
    mentions: tuple[Mention, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    used_symbols: frozenset[str] = frozenset()
    """Symbols of the marks that stand after any word, known name or not."""
    links: tuple[DesignatedLink, ...] = ()
    unknown_names: tuple[UnknownName, ...] = ()
    _faulty: dict[str | None, list[Mention]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def checked(self) -> tuple[Mention, ...]:
        """Mentions that are certain and need a label at the date of judging."""
        return tuple([m for m in self.mentions if m.due and m.certain and m.exempt is None])

    def faulty(self, fault: str) -> Sequence[Mention]:
        """The checked mentions with this :meth:`~Mention.fault`. Several rules ask, and each mention is judged once."""
        if not self._faulty:
            self._faulty[None] = []
            for mention in self.checked:
                self._faulty.setdefault(mention.fault(self.as_of), []).append(mention)
        return self._faulty.get(fault, ())

    def place(self, start: int, end: int) -> Place:
        """The place of the view's ``text[start:end]`` in the source file."""
        return self.source_place(*self.view.source_span(start, end))

    def source_place(self, start: int, end: int) -> Place:
        """The place of ``source.text[start:end]``."""
        source = self.view.source
        line, column = source.position(start)
        end_line, end_column = source.position(end)
        return Place(line, column, end_line, end_column, start, end, source.text[start:end])
