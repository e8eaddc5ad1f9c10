"""``labelcheck registry show``: all that the registries have on one organization."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import click

from labelcheck.cli.console import CLEAN
from labelcheck.cli.registry_output import loaded, looking_options, write_json, write_lines
from labelcheck.cli.registry_words import words
from labelcheck.curate.names import described
from labelcheck.curate.search import Member, members
from labelcheck.errors import UsageError
from labelcheck.registry.model import Name
from labelcheck.registry.problems import closest, quoted


@click.command("show", short_help="Show all entries of an organization.")
@click.argument("id")
@looking_options
def command(id: str, output_format: str, **options: Any) -> int:  # noqa: A002 - the argument's name
    """Show every entry of the organization that has this id, or an entry with it, over all registries.

    `labelcheck registry search` finds ids by name.
    """
    config, _, registries = loaded(options)
    found = members(id, registries)
    if not found:
        entries = [entry for registry in registries for entry in registry.entries]
        similar = closest(id, {entry.id for entry in entries} | {entry.entity for entry in entries})
        advice = f"write {quoted(similar)}, or find it" if similar else "find it"
        raise UsageError(
            f"no organization or entry has the id {quoted(id)}; {advice} with `labelcheck registry search`"
        )
    if output_format == "json":
        write_json(
            {"entity": entity, "entries": [_object(member) for member in entries]} for entity, entries in found.items()
        )
    else:
        write_lines(line for entity, entries in found.items() for line in _lines(entity, entries, words(config.lang)))
    return CLEAN


def _object(member: Member) -> dict[str, Any]:
    registry, entry = member
    return {
        "registry": registry.id,
        "designation": registry.designation,
        "id": entry.id,
        "name": entry.name,
        "kind": entry.kind,
        "number": entry.number,
        "designated": entry.designated.isoformat(),
        "removed": entry.removed.isoformat() if entry.removed else None,
        "names": [_name(name) for name in entry.names],
        "not": list(entry.not_phrases),
        "domains": list(entry.domains),
        "accounts": list(entry.accounts),
        "path": entry.position.path,
        "line": entry.position.line,
    }


def _name(name: Name) -> dict[str, Any]:
    return {
        "text": name.text,
        "match": name.match,
        "case": name.case,
        "inflect": name.inflect,
        "context": list(name.context),
    }


def _lines(entity: str, entries: list[Member], say: Callable[[str], str]) -> Iterator[str]:
    yield entity
    unnamed = not any(entry.names for _, entry in entries)
    for registry, entry in entries:
        number = f", № {entry.number}" if entry.number else ""
        until = f" {say('until')} {entry.removed}" if entry.removed else ""
        yield ""
        yield f"  {registry.id}: {entry.name}"
        rows = {
            "entry": [f"{entry.id}, {entry.kind}{number}"],
            "designated": [f"{registry.designation} {say('since')} {entry.designated}{until}"],
            "names": [described(name) for name in entry.names] or [say("none, so the official name counts")] * unnamed,
            "not": entry.not_phrases,
            "domains": entry.domains,
            "accounts": entry.accounts,
            "stands at": [str(entry.position)],
        }
        width = max(len(say(row)) for row in rows)
        for row, values in rows.items():
            for at, value in enumerate(values):
                yield f"    {'' if at else say(row):{width}}  {value}"
