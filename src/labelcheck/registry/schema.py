"""A registry file's tree made into a :class:`~labelcheck.registry.model.Registry`, with every problem noted."""

from __future__ import annotations

import re
from datetime import date

from labelcheck.registry.document import Node
from labelcheck.registry.entries import read_entries
from labelcheck.registry.fields import SCHEMA, by_language, check_schema, fields
from labelcheck.registry.label import read_label
from labelcheck.registry.model import Registry
from labelcheck.registry.problems import Problems, quoted
from labelcheck.registry.values import day, number, slug, text, wording

_REQUIRED = {
    "schema": f"schema: {SCHEMA}",
    "id": "id: a-short-name",
    "title": "title: {en: what the list is called}",
    "jurisdiction": "jurisdiction: the code of the country",
    "authority": "authority: who keeps the list",
    "source": "source: https://…",
    "as_of": "as_of: 2024-07-10, the day the data was read from the source",
    "stale_after": "stale_after: 30, in days",
    "designation": "designation: a-short-name",
    "label": "label: with required, marks, states, footnote and phrase",
}
_JURISDICTION = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")
_SOURCE = re.compile(r"https?://[^\s/]+\S*")


def read_registry(node: Node, problems: Problems) -> Registry:
    """The registry that ``node`` states; worth nothing if there are ``problems``.

    It has no entries if all of them stand in other files, see :mod:`labelcheck.registry.parts`.
    """
    check_schema(node, problems)
    found = fields(node, "the registry", _REQUIRED, ("entries",), problems)
    return Registry(
        id=slug(found.get("id"), "id", problems),
        title=by_language(found.get("title"), "title", problems, lambda value, _: wording(value, "title", problems)),
        jurisdiction=_jurisdiction(found.get("jurisdiction"), problems),
        authority=wording(found.get("authority"), "authority", problems),
        source=_source(found.get("source"), problems),
        as_of=day(found.get("as_of"), "as_of", problems) or date.min,
        stale_after=number(found.get("stale_after"), "stale_after", problems),
        designation=slug(found.get("designation"), "designation", problems),
        label=read_label(found.get("label"), problems),
        entries=read_entries(found.get("entries"), problems),
        path=problems.path,
    )


def _jurisdiction(node: Node | None, problems: Problems) -> str:
    stated = text(node, "jurisdiction", problems)
    if node and stated and not _JURISDICTION.fullmatch(stated):
        problems.add(
            node.position,
            f"jurisdiction: expected the code of a country (ISO 3166), found {quoted(stated)}; write one like AQ",
        )
    return stated


def _source(node: Node | None, problems: Problems) -> str:
    stated = text(node, "source", problems)
    if node and stated and not _SOURCE.fullmatch(stated):
        problems.add(
            node.position, f"source: expected an address, found {quoted(stated)}; write it in full, with https://"
        )
    return stated
