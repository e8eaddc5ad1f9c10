"""``labelcheck registry diff``: what changed between two states of a registry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import click

from labelcheck.cli.console import CLEAN, FINDINGS
from labelcheck.cli.registry_output import format_option, lang_option, short, write_json, write_lines
from labelcheck.cli.registry_words import words
from labelcheck.curate.diff import Change, Difference, diff
from labelcheck.registry.bundled import resolve
from labelcheck.registry.load import load_registries
from labelcheck.registry.model import Registry


@click.command("diff", short_help="Tell what changed between two states.")
@click.argument("old")
@click.argument("new")
@format_option
@lang_option
def command(old: str, new: str, output_format: str, lang: str | None) -> int:
    """Tell what changed from OLD to NEW, each a file, a folder or the id of a bundled registry.

    Registries and entries are paired by id. Exit codes: 0 no difference, 1 differences.
    """
    found = diff(load_registries(resolve(old)), load_registries(resolve(new)))
    if output_format == "json":
        write_json(_object(difference) for difference in found)
    else:
        say = words(lang or "en")
        write_lines(line for difference in found for line in _lines(difference, say))
        if not found:
            write_lines([say("no differences")])
    return FINDINGS if found else CLEAN


def _object(difference: Difference) -> dict[str, Any]:
    return {
        "id": difference.id,
        "old": _state(difference.old),
        "new": _state(difference.new),
        "head": list(difference.head),
        "changes": [
            {"kind": change.kind, "id": change.entry.id, "entity": change.entry.entity, "name": change.entry.name}
            | {"designated": change.entry.designated.isoformat()}
            | {"removed": change.entry.removed.isoformat() if change.entry.removed else None}
            | change.values
            for change in difference.changes
        ],
    }


def _state(registry: Registry | None) -> dict[str, Any] | None:
    return {"as_of": registry.as_of.isoformat(), "entries": len(registry.entries)} if registry else None


def _lines(difference: Difference, say: Callable[[str], str]) -> Iterator[str]:
    old, new = difference.old, difference.new
    if old is None or new is None:
        state, told = (new, say("new registry")) if new else (old, say("registry gone"))
        yield f"{difference.id}: {told}, {say('entries')}: {len(state.entries) if state else 0}"
        return
    entries = f"{say('entries')}: {len(old.entries)} → {len(new.entries)}"
    yield f"{difference.id}: {say('as of')} {old.as_of} → {new.as_of}, {entries}"
    if difference.head:
        yield f"  {say('head')}: {', '.join(difference.head)}"
    for change in difference.changes:
        yield f"  {_told(change, say)}: {short(change.entry.name)} ({change.entry.id})"


def _told(change: Change, say: Callable[[str], str]) -> str:
    values: dict[str, Any] = change.values
    if change.kind == "designated":
        return f"{say('designated')} {change.entry.designated}"
    if change.kind == "removed":
        return f"{say('removed')} {change.entry.removed}"
    if change.kind == "dropped":
        return say("dropped without a date of removal")
    if change.kind == "renamed":
        return f"{say('renamed, formerly')} {short(values['was'])}"
    if change.kind == "re-dated":
        return f"{say(values['key'])} {values['was'] or '—'} → {values['is'] or '—'}"
    if change.kind == "names":
        signs = (("+", values["added"]), ("-", values["dropped"]), ("~", values["altered"]))
        names = " ".join(f"{sign}{name}" for sign, several in signs for name in several)
        return f"{say('names')} {names or say('in another order')}"
    return f"{say('changed')} {', '.join(values['keys'])}"
