"""``labelcheck registry list``: which registries there are."""

from __future__ import annotations

from typing import Any

import click

from labelcheck.cli.console import CLEAN, write
from labelcheck.cli.registry_output import loaded, looking_options, table, titled, write_json
from labelcheck.cli.registry_words import words
from labelcheck.curate.status import status


@click.command("list", short_help="List the registries.")
@looking_options
def command(output_format: str, **options: Any) -> int:
    """List the registries that articles are judged by: how many entries, how many in force at the date of the data."""
    config, _, registries = loaded(options)
    found = status(registries, max(registry.as_of for registry in registries))
    if output_format == "json":
        write_json(
            {
                "id": row.registry.id,
                "title": dict(row.registry.title),
                "jurisdiction": row.registry.jurisdiction,
                "authority": row.registry.authority,
                "source": row.registry.source,
                "designation": row.registry.designation,
                "entries": len(row.registry.entries),
                "active": row.active,
                "as_of": row.registry.as_of.isoformat(),
                "path": row.registry.path,
            }
            for row in found
        )
    else:
        rows = [
            (
                row.registry.id,
                str(len(row.registry.entries)),
                str(row.active),
                row.registry.as_of.isoformat(),
                titled(row.registry, config.lang),
            )
            for row in found
        ]
        heads = map(words(config.lang), ("id", "entries", "active", "as of", "title"))
        write(table([[head.upper() for head in heads], *rows]))
    return CLEAN
