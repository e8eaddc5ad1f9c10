"""``labelcheck rule``: the page of one rule."""

from __future__ import annotations

import click

from labelcheck.cli.console import CLEAN, write
from labelcheck.rules import find
from labelcheck.rules.pages import page


@click.command("rule", short_help="Explain one rule.")
@click.argument("rule", metavar="CODE")
def command(rule: str) -> int:
    """Print the page of the rule with this code or name: what it reports, why, and what to do."""
    write(page(find(rule)))
    return CLEAN
