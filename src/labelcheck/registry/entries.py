"""The ``entries`` of a registry file: organizations, their names, sites and examples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from labelcheck.registry.document import MapNode, Node
from labelcheck.registry.fields import fields, items
from labelcheck.registry.model import CASES, KINDS, MATCHES, Entry, Name
from labelcheck.registry.patterns import read_pattern
from labelcheck.registry.problems import Problems, quoted
from labelcheck.registry.values import boolean, choice, day, slug, text, wording

_REQUIRED = {
    "id": "id: a-short-name",
    "name": "name: as in the official list",
    "kind": f"kind: {KINDS[0]}",
    "designated": "designated: 2024-07-10",
}
_OPTIONAL = ("entity", "number", "removed", "review", "names", "not", "domains", "accounts", "examples")
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
HOST = re.compile(rf"(?:{_LABEL}\.)+(?!\d+\Z){_LABEL}")
"""A host name: labels parted by dots, the last of which is no number."""
_PATH = re.compile(r"[^\s?#/][^\s?#]*")


def read_entries(node: Node | None, problems: Problems) -> tuple[Entry, ...]:
    """All entries; an empty list is a problem, for nothing would ever be found."""
    example = "or no article can ever have a finding"
    entries = tuple(_entry(item, problems) for item in items(node, "entries", problems, example=example))
    for entry, message in repeated(entries):
        problems.add(entry.position, message)
    return entries


def repeated(entries: Iterable[Entry]) -> Iterator[tuple[Entry, str]]:
    """The entries that have the id or the number of an earlier one, and what to say of each."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        for key, value, advice in (
            ("id", entry.id, "another, and the same entity: for both if they are one organization"),
            ("number", entry.number, "the one that the list gives it"),
        ):
            other = first.setdefault((key, value), entry) if value else entry
            if value and other is not entry:
                yield entry, f"{key}: {quoted(value)} is also that of the entry {_place(other, entry)}; write {advice}"


def _place(entry: Entry, seen_from: Entry) -> str:
    position = entry.position
    return f"on line {position.line}" if position.path == seen_from.position.path else f"at {position}"


def _entry(node: Node, problems: Problems) -> Entry:
    found = fields(node, "the entry", _REQUIRED, _OPTIONAL, problems)
    id = slug(found.get("id"), "id", problems)  # noqa: A001 - the field's name
    designated = day(found.get("designated"), "designated", problems)
    removed = day(found.get("removed"), "removed", problems)
    if designated and removed and removed < designated:
        problems.add(
            found["removed"].position,
            f"removed: {removed} is before designated, {designated}; write the first day on which it was not in force",
        )
    flagged, passed = _examples(found.get("examples"), problems)
    return Entry(
        id=id,
        entity=slug(found.get("entity"), "entity", problems) or id,
        name=wording(found.get("name"), "name", problems),
        kind=choice(found.get("kind"), "kind", KINDS, problems, default=KINDS[0]),
        designated=designated or date.min,
        position=node.position,
        removed=removed,
        number=text(found.get("number"), "number", problems) or None,
        review=boolean(found.get("review"), "review", problems, default=False),
        names=tuple(_name(item, problems) for item in items(found.get("names"), "names", problems)),
        not_phrases=tuple(wording(item, "a phrase", problems) for item in items(found.get("not"), "not", problems)),
        domains=tuple(_domain(item, problems) for item in items(found.get("domains"), "domains", problems)),
        accounts=tuple(_account(item, problems) for item in items(found.get("accounts"), "accounts", problems)),
        flag_examples=flagged,
        pass_examples=passed,
    )


def _name(node: Node, problems: Problems) -> Name:
    if not isinstance(node, MapNode):
        return Name(wording(node, "a name", problems), position=node.position)
    found = fields(node, "the name", {"text": "text: the name"}, ("match", "case", "inflect", "context"), problems)
    match = choice(found.get("match"), "match", MATCHES, problems, default="plain")
    if match == "plain" and "context" in found:
        problems.add(
            found["context"].position,
            "context: it has no effect on a name that counts everywhere; write match: context",
        )
    return Name(
        text=wording(found.get("text"), "a name", problems),
        match=match,
        case=choice(found.get("case"), "case", CASES, problems, default="any"),
        inflect=boolean(found.get("inflect"), "inflect", problems, default=True),
        context=tuple(
            read_pattern(item, "a cue", problems) for item in items(found.get("context"), "context", problems)
        ),
        position=node.position,
    )


def _domain(node: Node, problems: Problems) -> str:
    """A host name in lower case; it stands for its subdomains too, so ``www.`` would leave out the site itself."""
    stated = text(node, "a domain", problems).lower()
    if stated and (not HOST.fullmatch(stated) or stated.startswith("www.")):
        host, _ = _site(stated)
        example = quoted(host) if HOST.fullmatch(host) else "one like example.org"
        problems.add(node.position, f"a domain: expected a host name alone, found {quoted(stated)}; write {example}")
    return stated


def _account(node: Node, problems: Problems) -> str:
    """``host/path`` without a slash at its end."""
    stated = text(node, "an account", problems).rstrip("/")
    host, path = _site(stated)
    if stated and (stated != f"{host}/{path}" or not HOST.fullmatch(host) or not _PATH.fullmatch(path)):
        good = HOST.fullmatch(host) and _PATH.fullmatch(path)
        example = quoted(f"{host}/{path}") if good else "one like example.org/name"
        problems.add(
            node.position, f"an account: expected a host name and a path, found {quoted(stated)}; write {example}"
        )
    return stated


def _site(address: str) -> tuple[str, str]:
    """Host and path of something like an address, without what does not belong to them."""
    bare = re.split(r"[?#]", re.sub(r"^\w+://", "", address))[0]
    host, _, path = bare.partition("/")
    host = host.rpartition("@")[2].partition(":")[0].strip(".").lower()
    return host.removeprefix("www."), path.strip("/")


def _examples(node: Node | None, problems: Problems) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if node is None:
        return (), ()
    found = fields(node, "examples", {}, ("flag", "pass"), problems)

    def texts(key: str) -> tuple[str, ...]:
        nodes = items(found.get(key), key, problems)
        return tuple(wording(item, "an example", problems, lines=True) for item in nodes)

    return texts("flag"), texts("pass")
