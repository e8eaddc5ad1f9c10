"""``labelcheck registry search``: organizations by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

from labelcheck.cli.console import CLEAN, FINDINGS, write
from labelcheck.cli.registry_output import loaded, looking_options, short, write_lines
from labelcheck.cli.registry_words import words
from labelcheck.curate.search import Member, by_entity, search, suggest
from labelcheck.registry.problems import quoted
from labelcheck.report.escape import to_json


@click.command("search", short_help="Find an organization by name.")
@click.argument("name")
@looking_options
def command(name: str, output_format: str, **options: Any) -> int:
    """Find organizations by any name, in any case and any form of it, or by words of a name.

    Exit codes: 0 something is found, 1 nothing.
    """
    from labelcheck.lexicon import load_lexicon

    config, files, registries = loaded(options)
    found = search(name, registries, load_lexicon(files))
    similar = [] if found else suggest(name, registries)
    entities = by_entity(registries)
    if output_format == "json":
        results = [
            {"entity": f.entity, "name": f.name, "whole": f.whole, "designations": _designations(entities[f.entity])}
            for f in found
        ]
        suggestions = [{"entity": entity, "name": similar_name} for entity, similar_name in similar]
        write(f"{to_json({'results': results, 'suggestions': suggestions})}\n", machine=True)
    else:
        say = words(config.lang)
        write_lines(f"{f.entity}: {short(f.name)} ({_told(entities[f.entity], say)})" for f in found)
        if not found:
            advice = f"; {say('did you mean')}:" if similar else ""
            write_lines([f"{say('nothing is called')} {quoted(name)}{advice}"])
            write_lines(f"  {entity}: {short(text)}" for entity, text in similar)
    return CLEAN if found else FINDINGS


def _designations(members: Sequence[Member]) -> list[dict[str, str | None]]:
    return [
        {
            "designation": registry.designation,
            "registry": registry.id,
            "designated": entry.designated.isoformat(),
            "removed": entry.removed.isoformat() if entry.removed else None,
        }
        for registry, entry in members
    ]


def _told(members: Sequence[Member], say: Callable[[str], str]) -> str:
    return ", ".join(
        f"{registry.designation} {say('since')} {entry.designated}"
        + (f" {say('until')} {entry.removed}" if entry.removed else "")
        for registry, entry in members
    )
