"""``labelcheck check``: the linter."""

from __future__ import annotations

from typing import Any

import click

from labelcheck.cli.checking import check
from labelcheck.cli.options import judging_options, rule_options
from labelcheck.findings import SEVERITIES
from labelcheck.messages import LANGUAGES
from labelcheck.report import FORMATS


@click.command("check", short_help="Report mentions that lack their label.")
@judging_options
@rule_options
@click.option(
    "--new-since",
    metavar="DATE|FILE|DIR",
    help="Only what was not due by this date, or by the registries in this file or folder.",
)
@click.option(
    "--fail-on", type=click.Choice(SEVERITIES), help="Mildest finding that makes the exit code 1, by default warning."
)
@click.option(
    "--format", "report_format", type=click.Choice(list(FORMATS)), default="text", help="Format of the report."
)
@click.option(
    "--output",
    metavar="FILE|FORMAT=FILE",
    multiple=True,
    help="Write the report to this file; with a format, write one more report. May be repeated.",
)
@click.option("--fix", is_flag=True, help="Carry out the safe fixes; report what remains.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, write nothing.")
@click.option(
    "--unsafe-fixes", is_flag=True, help="With --fix or --diff: also fixes that may change what the text says."
)
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    help="Check with so many processes, at most 61, by default one a core if there is much to do; to fix and to narrow "
    "takes one.",
)
@click.option("--statistics", is_flag=True, help="Count the findings by rule and by organization.")
@click.option("--quiet", is_flag=True, help="Leave out the summary and notes.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the messages, by default en.")
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Whether the report is coloured."
)
@click.option("--show-config", "show", flag_value="config", help="Print the settings instead of checking.")
@click.option("--show-files", "show", flag_value="files", help="Print which files are articles, and their formats.")
@click.option("--show-text", "show", flag_value="text", help="Print what a reader sees of the articles.")
def command(**options: Any) -> int:
    """Check that every mention of a designated organization in the articles at PATHS carries its label.

    PATHS are files, folders, or `-` for standard input.
    """
    return check(options)
