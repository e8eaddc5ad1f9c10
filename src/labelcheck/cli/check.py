"""``labelcheck check``: the linter."""

from __future__ import annotations

import os
import sys
from io import StringIO
from typing import Any

import click

from labelcheck.cli.console import CLEAN, COULD_NOT, FINDINGS, complain, use_color, write, write_file
from labelcheck.cli.options import judging_options, parsed, words
from labelcheck.cli.session import prepare
from labelcheck.findings import SEVERITIES
from labelcheck.messages import LANGUAGES
from labelcheck.report import FORMATS, render
from labelcheck.report.model import Options, RuleInfo, Run
from labelcheck.rules import ALL, select

_FOR_PEOPLE = ("text", "concise")


def _codes(values: tuple[str, ...]) -> tuple[str, ...]:
    codes = tuple(code for value in values for code in words(value))
    select(codes)
    return codes


@click.command("check", short_help="Report mentions that lack their label.")
@judging_options
@click.option(
    "--select",
    metavar="CODES",
    multiple=True,
    callback=parsed(_codes),
    help="Only these rules: codes, names or beginnings of codes, parted by commas.",
)
@click.option("--ignore", metavar="CODES", multiple=True, callback=parsed(_codes), help="All rules but these.")
@click.option(
    "--fail-on", type=click.Choice(SEVERITIES), help="Mildest finding that makes the exit code 1, by default warning."
)
@click.option(
    "--format", "report_format", type=click.Choice(list(FORMATS)), default="text", help="Format of the report."
)
@click.option("--output", metavar="FILE", help="Write the report to this file.")
@click.option("--statistics", is_flag=True, help="Count the findings by rule and by organization.")
@click.option("--quiet", is_flag=True, help="Leave out the summary and notes.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the messages, by default en.")
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Whether the report is coloured."
)
def command(
    report_format: str, output: str | None, color: str, *, statistics: bool, quiet: bool, **options: Any
) -> int:
    """Check that every mention of a designated organization in the articles at PATHS carries its label.

    PATHS are files, folders, or `-` for standard input.
    """
    session = prepare(options, quiet=quiet)
    run = session.runner.run(session.paths, session.errors)
    report = StringIO()
    asked = Options(
        color=use_color(color, None if output else sys.stdout, os.environ),
        quiet=quiet,
        statistics=statistics,
        rules=_rules(session.runner.linter.rules) if report_format == "sarif" else (),
    )
    render(report_format, run, report, asked)
    if output:
        write_file(output, report.getvalue())
    else:
        write(report.getvalue(), machine=report_format not in _FOR_PEOPLE)
    for error in run.errors:
        complain(f"{error.path}: {error.message}")
    return _exit_code(run, session.config.fail_on)


def _rules(codes: frozenset[str]) -> tuple[RuleInfo, ...]:
    from labelcheck.rules.pages import page, summary

    return tuple(
        RuleInfo(rule.CODE, rule.NAME, rule.SEVERITY, summary(rule), page(rule)) for rule in ALL if rule.CODE in codes
    )


def _exit_code(run: Run, fail_on: str) -> int:
    if run.errors:
        return COULD_NOT
    grave = SEVERITIES[SEVERITIES.index(fail_on) :]
    return FINDINGS if any(finding.severity in grave for finding in run.findings) else CLEAN
