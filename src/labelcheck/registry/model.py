"""Registries as their files state them: entries, names, label policies, languages. Plain data, no behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

KINDS = ("organization", "media", "movement", "project", "person", "brand")
MATCHES = ("plain", "quoted", "context")
CASES = ("any", "exact")
LINK_POLICIES = ("forbid", "label", "ignore")


@dataclass(frozen=True, slots=True)
class Position:
    """Where something stands in a registry file; line and column start at 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write an organization.

    ``match``: ``plain`` counts wherever it stands, ``quoted`` needs quotation marks and a capital letter or a role word
    right before it, ``context`` needs a cue. ``context``: cues of this name, in place of the language's role words.
    ``case``: ``exact`` admits the letters only as written here, or all in capitals. ``inflect``: whether it declines.
    """

    text: str
    match: str = "plain"
    case: str = "any"
    inflect: bool = True
    context: tuple[str, ...] = ()
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class StatePattern:
    """A ``regex`` pattern that recognises the statement of a designation; a ``weak`` one proves no wrong label."""

    pattern: str
    weak: bool = False
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class LabelPolicy:
    """How mentions of a registry's entries are to be labelled. Mappings go from language code to value."""

    required: bool
    marks: tuple[str, ...]
    states: Mapping[str, tuple[StatePattern, ...]]
    footnote: Mapping[str, str]
    phrase: Mapping[str, str]
    links: str = "ignore"


@dataclass(frozen=True, slots=True)
class Entry:
    """One organization on one registry. ``removed`` is the first day on which the designation is not in force.

    ``names``: how texts write it. An entity of which no entry lists a name is written by its official ones, ``name``.
    ``review``: its names were proposed by an import, and nobody has looked at them yet.
    """

    id: str
    entity: str
    name: str
    kind: str
    designated: date
    position: Position
    removed: date | None = None
    number: str | None = None
    review: bool = False
    names: tuple[Name, ...] = ()
    not_phrases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    flag_examples: tuple[str, ...] = ()
    pass_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Registry:
    """A list kept by an authority, with the designation it confers and the label its entries need."""

    id: str
    title: Mapping[str, str]
    jurisdiction: str
    authority: str
    source: str
    as_of: date
    stale_after: int
    designation: str
    label: LabelPolicy
    entries: tuple[Entry, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Language:
    """What the recogniser knows of a language. Items are ``regex`` patterns for whole words, lower case, ё as е."""

    code: str
    role_words: tuple[str, ...] = ()
    """Nouns that announce an organization: издание, телеканал, фонд …"""
    reporting_verbs: tuple[str, ...] = ()
    """Verbs whose subject is a source: сообщает, пишет …"""
    reporting_phrases: tuple[str, ...] = ()
    """Prepositional cues right before a source: по данным, со ссылкой на …"""
    counter_cues: tuple[str, ...] = ()
    """Nouns that announce something else of the same name: песня, магазин, пансионат …"""
    unclear: tuple[str, ...] = ()
    """Words that sound like a label but name no designation: признана, внесена в реестр …"""
    designating_verbs: tuple[str, ...] = ()
    """Verbs and participles that confer a status: признал, объявлена, запрещенной, включили …"""
    linking_verbs: tuple[str, ...] = ()
    """Verbs that do so only together with the status right behind them: стал, считается, получил статус …"""
    denials: tuple[str, ...] = ()
    """Phrases by which a status is denied, taken away or only wished: не признан, исключен из, требует признать …"""
    topic_words: tuple[str, ...] = ()
    """Words behind which a status is what the talk is about, not what somebody has: об, про, против …"""
    prepositions: tuple[str, ...] = ()
    """Words behind which a name is neither who gives nor who is given a status: в, на, of …"""
    status_nouns: tuple[str, ...] = ()
    """Nouns that label on their own in apposition: иноагент …"""
    joint: tuple[str, ...] = ()
    """Words that make a label cover a whole list: оба, все, обе организации, запрещенные …"""
    light_words: tuple[str, ...] = ()
    """Words that may stand between a name and what states its status: был, ранее, в, России, официально …"""
    conjunctions: tuple[str, ...] = ()
    """Words that join names to a list: и, или …"""
    relatives: tuple[str, ...] = ()
    """Words that open a clause about the name before it: который …"""
    active_clauses: tuple[str, ...] = ()
    """How clauses begin in which the name does it to others, not they to it: которая запретила …, which banned …"""
    nominatives: tuple[str, ...] = ()
    """Participles of a subject, whose status is not that of a name in another case: признанный, объявленная …"""
    owning_verbs: tuple[str, ...] = ()
    """Words that tie a product to its owner, whose label then covers both: принадлежит, owned …"""
