"""``labelcheck registry status``: how old the data of each registry is."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from labelcheck.cli.console import CLEAN, write
from labelcheck.cli.options import parsed
from labelcheck.cli.registry_output import loaded, looking_options, table, write_json
from labelcheck.cli.registry_words import words
from labelcheck.config import parse_as_of
from labelcheck.curate.status import status


@click.command("status", short_help="Tell how old the data is.")
@looking_options
@click.option("--as-of", metavar="DATE", callback=parsed(parse_as_of), help="Judge on this date, by default today.")
def command(output_format: str, as_of: date | None, **options: Any) -> int:
    """Tell for each registry how many entries it has, how old its data is, and whether it is stale.

    A stale one is what `labelcheck check` warns of as LC401. It is told, not punished: the exit code is 0.
    """
    config, _, registries = loaded(options)
    found = status(registries, as_of or date.today())
    if output_format == "json":
        write_json(
            {
                "id": row.registry.id,
                "entries": len(row.registry.entries),
                "active": row.active,
                "as_of": row.registry.as_of.isoformat(),
                "age": row.age,
                "stale_after": row.registry.stale_after,
                "stale": row.stale,
            }
            for row in found
        )
    else:
        say = words(config.lang)
        rows = [
            (
                row.registry.id,
                str(len(row.registry.entries)),
                str(row.active),
                row.registry.as_of.isoformat(),
                str(row.age),
                str(row.registry.stale_after),
                say("stale").upper() if row.stale else say("fresh"),
            )
            for row in found
        ]
        heads = map(say, ("id", "entries", "active", "as of", "days old", "may be", "state"))
        write(table([[head.upper() for head in heads], *rows]))
    return CLEAN
