"""``labelcheck baseline``: the findings that are known and put off."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

import click

from labelcheck.baseline import Baseline, Known, dump, load
from labelcheck.cli.console import CLEAN, COULD_NOT, complain, write, write_file
from labelcheck.cli.options import judging_options, rule_options
from labelcheck.cli.session import prepare
from labelcheck.errors import UsageError
from labelcheck.records import replace
from labelcheck.report.model import FileError

_FILE = "labelcheck-baseline.json"


@click.group(
    "baseline", no_args_is_help=False, short_help="Put off the findings of today, so that only new ones are reported."
)
def command() -> None:
    """Keep a file of known findings for `check --baseline FILE` or `baseline` in the configuration.

    The file is --baseline, that of the configuration, or else labelcheck-baseline.json.
    """


@command.command("create", short_help="Put off all that is found now.")
@judging_options
@rule_options
def create(**options: Any) -> int:
    """Write all findings in the articles at PATHS to a file that is not there yet."""
    session = prepare(options)
    path = session.config.baseline or _FILE
    if os.path.lexists(path):
        raise UsageError(
            f"{path}: is there already; `labelcheck baseline update` drops from it what is gone, "
            "and to put off all that is found now, delete it first"
        )
    baseline = Baseline(path)
    known: set[Known] = set()
    errors = [FileError(error.path, error.reason) for error in session.errors]
    for answer in session.runner.check(session.paths):
        if isinstance(answer, FileError):
            errors.append(answer)
        else:
            known.update(item for _, item in baseline.identify(answer) if item)
    write_file(path, dump(known))
    write(f"{path}: known findings: {len(known)}\n")
    return _told(errors)


@command.command("update", short_help="Drop what is gone; take in nothing new.")
@judging_options
@rule_options
def update(**options: Any) -> int:
    """Drop from the file what is no longer found in the articles at PATHS, or whose articles are gone."""
    session = prepare(options)
    baseline = load(session.config.baseline or _FILE)
    errors = [FileError(error.path, error.reason) for error in session.errors]
    new = 0
    for answer in replace(session.runner, sieves=(baseline.sieve,)).check(session.paths):
        if isinstance(answer, FileError):
            errors.append(answer)
        else:
            new += sum(finding.place is not None for finding in answer.findings)
    kept = baseline.known - baseline.stale - baseline.lost()
    if kept != baseline.known:
        write_file(baseline.path, dump(kept))
    dropped = len(baseline.known) - len(kept)
    write(f"{baseline.path}: known findings: {len(kept)}; dropped: {dropped}; new ones, not taken in: {new}\n")
    return _told(errors)


def _told(errors: Iterable[FileError]) -> int:
    code = CLEAN
    for error in errors:
        complain(f"{error.path}: {error.message}")
        code = COULD_NOT
    return code
