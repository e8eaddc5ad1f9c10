"""Hyperlinks to the sites and accounts of entities: by host or subdomain, on shared hosts by path."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from labelcheck.article import DesignatedLink, Mention
from labelcheck.lexicon import Lexicon
from labelcheck.source.view import Link

_STRICTNESS = ("ignore", "label", "forbid")
_SAME_ACCOUNTS = (
    ("x.com", "twitter.com"),
    ("t.me", "telegram.me"),
    ("vk.com", "vk.ru"),
    ("facebook.com", "fb.com"),
    ("dzen.ru", "zen.yandex.ru"),
    ("threads.net", "threads.com"),
)
"""Hosts on which the same path leads to the same account."""
_NAMESAKES = {host: hosts for hosts in _SAME_ACCOUNTS for host in hosts}


def designated_links(
    links: Iterable[Link], mentions: Iterable[Mention], lexicon: Lexicon, at: date
) -> Iterator[DesignatedLink]:
    """The links whose target belongs to an entity with a designation in force, and what its registries ask of them."""
    found = [(link, row) for link in links if (row := owner_of(link.url, lexicon.sites)) is not None]
    if not found:
        return
    policies = {info.id: label.links for info, label in zip(lexicon.registries, lexicon.labels, strict=True)}
    labelled = _labelled(mentions) if "label" in policies.values() else {}
    for link, row in found:
        entity = lexicon.entity(row)
        due = [policies[d.registry] for d in entity.designations if d.in_force(at)]
        policy = max(due, key=_STRICTNESS.index, default="ignore")
        if policy != "ignore":
            marked = policy == "label" and _holds(link, labelled.get(entity.id, ()))
            yield DesignatedLink(link.source_start, link.source_end, link.url, entity, policy, marked)


def _labelled(mentions: Iterable[Mention]) -> dict[str, list[tuple[int, int]]]:
    """The view spans of labelled mentions by their entity, in order: mentions are, and none overlaps another."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for mention in mentions:
        if mention.labelled:
            spans.setdefault(mention.entity.id, []).append((mention.start, mention.end))
    return spans


def _holds(link: Link, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the spans lies in the link or ends right after it."""
    first = bisect_left(spans, (link.start,))
    return first < len(spans) and spans[first][1] <= link.end + 1


def owner_of(url: str, sites: Mapping[str, int]) -> int | None:
    """The row of the entity that ``url`` belongs to: by account (host and path), by host, or by a parent domain."""
    _, scheme, rest = url.strip().lower().partition("//")
    if not scheme:
        return None
    address = rest.split("?")[0].split("#")[0].rstrip("/")
    host, _, path = address.partition("/")
    host = host.rpartition("@")[2].partition(":")[0].rstrip(".").removeprefix("www.")
    parts = [part for part in path.split("/") if part]
    bare = host.removeprefix("m.").removeprefix("mobile.")
    hosts = _NAMESAKES.get(bare, (bare,))
    if "t.me" in hosts and parts[:1] == ["s"]:
        parts = parts[1:]
    for count in range(min(len(parts), 3), 0, -1):
        for namesake in hosts:
            row = sites.get("/".join([namesake, *parts[:count]]))
            if row is not None:
                return row
    labels = host.split(".")
    for first in range(len(labels) - 1):
        row = sites.get(".".join(labels[first:]))
        if row is not None:
            return row
    return None
