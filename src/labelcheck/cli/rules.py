"""``labelcheck rules``: the list of rules."""

from __future__ import annotations

import click

from labelcheck.cli.console import CLEAN, write
from labelcheck.report.escape import to_json
from labelcheck.rules import ALL
from labelcheck.rules.pages import summary


@click.command("rules", short_help="List the rules.")
@click.option(
    "--format", "list_format", type=click.Choice(["text", "json"]), default="text", help="Format of the list."
)
def command(list_format: str) -> int:
    """List all rules: code, name, severity, and what each reports."""
    keys = ("code", "name", "severity", "summary")
    rows = [(rule.CODE, rule.NAME, rule.SEVERITY, summary(rule)) for rule in ALL]
    if list_format == "json":
        items = ",\n ".join(to_json(dict(zip(keys, row, strict=True))) for row in rows)
        write(f"[{items}]\n", machine=True)
    else:
        widths = [max(len(row[column]) for row in rows) for column in range(3)]
        lines = (f"{c:{widths[0]}}  {n:{widths[1]}}  {s:{widths[2]}}  {text}\n" for c, n, s, text in rows)
        write("".join(lines))
    return CLEAN
