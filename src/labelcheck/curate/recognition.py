"""Names held against the matcher: those it never finds, those that add nothing, those it takes for others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from labelcheck.curate.remarks import ERROR, WARNING, Remark
from labelcheck.lexicon import Lexicon
from labelcheck.lexicon.inflect import surface_forms
from labelcheck.lexicon.matcher import Words
from labelcheck.recognise.candidates import find_hits
from labelcheck.registry.model import Entry, Name, Registry
from labelcheck.registry.problems import quoted

_Places = dict[tuple[int, int], "list[_Listed]"]
"""What the matcher finds in a text, by start and end."""


@dataclass(slots=True, eq=False)
class _Listed:
    """A name of an entry, or a phrase of its ``not:``, which has the match *not*; and how it is read.

    ``shared``: what is found at the very place of the name, with the first form of which that is true. ``always``: what
    is found there or around it, whatever the form; None if the name itself is not found.
    """

    entry: Entry
    name: Name
    number: int
    shared: dict[_Listed, str] = field(default_factory=dict)
    always: set[_Listed] | None = None

    @property
    def place(self) -> str:
        """Where it stands."""
        return str(self.name.position or self.entry.position)


def check_recognition(registries: Sequence[Registry], lexicon: Lexicon) -> Iterator[Remark]:
    """What the matcher makes of every name. ``lexicon``: that of ``registries``."""
    listed = list(_listed(registries))
    find = _finder(listed, lexicon)
    names = [item for item in listed if item.name.match != "not"]
    for item in names:
        _read(item, find)
    for item in names:
        fault = _fault(item)
        if fault:
            check, severity, reason = fault
            message = f"the name {quoted(item.name.text)} of {item.entry.entity} {reason}"
            yield Remark(item.name.position or item.entry.position, severity, check, message)


def _listed(registries: Iterable[Registry]) -> Iterator[_Listed]:
    entries = [entry for registry in registries for entry in registry.entries]
    names = (
        (entry, name)
        for entry in entries
        for name in (*entry.names, *(Name(phrase, match="not") for phrase in entry.not_phrases))
    )
    return (_Listed(entry, name, number) for number, (entry, name) in enumerate(names))


def _finder(listed: Iterable[_Listed], lexicon: Lexicon) -> Callable[[str], _Places]:
    by_row: dict[tuple[str, str, str], list[_Listed]] = {}
    for item in listed:
        by_row.setdefault((item.entry.entity, item.name.text, item.name.match), []).append(item)

    def find(text: str) -> _Places:
        places: _Places = {}
        for hit in find_hits(Words(text), lexicon):
            row = lexicon.name(hit.name)
            key = lexicon.entity(row.entity).id, row.text, row.match
            places.setdefault((hit.start, hit.end), []).extend(by_row.get(key, ()))
        return places

    return find


def _read(item: _Listed, find: Callable[[str], _Places]) -> None:
    name = item.name
    covering = []
    for form in surface_forms(name.text) if name.inflect else (name.text,):
        small = form.lower() if name.match in ("plain", "not") or " " in name.text else _capitalised(form)
        places = find(form if name.case == "exact" else small)
        own = [place for place, found in places.items() if item in found]
        if not own:
            return
        start, end = own[0]
        item.shared = dict.fromkeys(places[start, end], form) | item.shared
        covering.append({other for (a, b), found in places.items() if a <= start and end <= b for other in found})
    item.always = set.intersection(*covering) - {item}


def _capitalised(form: str) -> str:
    """The form in small letters but for its first one, which may stand behind a quotation mark."""
    start = next((at for at, char in enumerate(form) if char.isalnum()), 0)
    return form[:start] + form[start:].capitalize()


def _fault(item: _Listed) -> tuple[str, str, str] | None:
    """Check, severity and reason of what is wrong with a name, of several the gravest."""
    if item.always is None:
        return "never-matches", ERROR, "is not found where it stands; write it as texts do"
    always = sorted(item.always, key=lambda other: other.number)
    for other in always:
        if other.name.match == "not" and other.entry.entity == item.entry.entity:
            reason = (
                f"is never found, for not: of {other.entry.id} has {quoted(other.name.text)}; leave one of them out"
            )
            return "never-matches", ERROR, reason
    for other in always:
        if _superfluous(item, other) and not (_superfluous(other, item) and item.number < other.number):
            reason = f"adds nothing, for {quoted(other.name.text)} at {other.place} is found there too; leave one out"
            return "redundant-name", WARNING, reason
    for other, form in item.shared.items():
        if other.number < item.number and _collide(item, other):
            rival = f"{quoted(other.name.text)} of {other.entry.entity} at {other.place}"
            return "shared-form", WARNING, f"is, as {quoted(form)}, also {rival}; write match: context for both"
    return None


def _superfluous(item: _Listed, other: _Listed) -> bool:
    """Whether ``other`` is found, and counts, wherever ``item`` does.

    The same name in two entries of one entity is not superfluous, for one may be loaded without the other; but a hint
    is, of which the other entry's name knows nothing.
    """
    name, rival = item.name, other.name
    if item.always is None or other not in item.always or other.entry.entity != item.entry.entity:
        return False
    weaker = rival.match == "plain" and name.match != "plain"
    alike = rival.match == name.match and rival.context == name.context
    return weaker or (alike and other.entry is item.entry)


def _collide(item: _Listed, other: _Listed) -> bool:
    """Whether two entities are found at one place; those that need a cue each are told apart by their cues."""
    different = other.entry.entity != item.entry.entity and other.name.match != "not"
    return different and not item.name.match == other.name.match == "context"
