"""What ``labelcheck check`` does once its command line is read; it knows nothing of click, which is slow to import."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from io import StringIO

from labelcheck.cli.console import CLEAN, COULD_NOT, FINDINGS, complain, note, tell, use_color, write, write_file
from labelcheck.cli.outputs import check_spared, outputs
from labelcheck.cli.progress import progress
from labelcheck.cli.session import Session, prepare
from labelcheck.errors import LabelcheckError
from labelcheck.findings import SEVERITIES
from labelcheck.records import replace
from labelcheck.report import SHOWING_FIXES, render
from labelcheck.report.model import Options, RuleInfo, Run
from labelcheck.runner import Runner

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from labelcheck.findings import Finding
    from labelcheck.fix import Mender
    from labelcheck.linter import Result

_FOR_PEOPLE = ("text", "concise")


def check(options: Mapping[str, Any]) -> int:
    """Check articles, write the reports and give the exit code.

    ``options`` are those of :mod:`labelcheck.cli.check`, by parameter name; one that was not given may be left out.
    """
    reports = outputs(options.get("report_format") or "text", options.get("output") or ())
    quiet = bool(options.get("quiet"))
    if options.get("show") == "config" and not options["paths"]:
        options = {**options, "paths": (os.curdir,)}
    session = prepare(options, quiet=quiet)
    check_spared(reports, session.config, session.paths)
    if options.get("show"):
        from labelcheck.cli.show import show

        return show(options["show"], session)
    runner, remarks = session.runner, None
    if session.config.baseline or options.get("new_since"):
        from labelcheck.cli.narrowing import narrow

        runner, remarks = narrow(session, options.get("new_since"))
    fixing = None
    if any(format_name in SHOWING_FIXES for format_name, _ in reports):
        runner = replace(runner, mend=_offer)
    if any(options.get(name) for name in ("fix", "diff", "unsafe_fixes")):
        from labelcheck.cli.fixing import Fixing

        fixing = Fixing(options, session, reports)
        runner = replace(runner, mend=fixing)
    jobs = _jobs(options.get("jobs"), runner, session)
    run = runner.run(session.paths, session.errors, jobs, None if quiet else progress(len(session.paths)))
    stream = fixing.report_stream if fixing else sys.stdout
    unwritten = False
    for report_format, path in reports:
        if not path and fixing and fixing.dry:
            continue  # a diff goes there
        asked = Options(
            language=session.config.lang,
            color=use_color(options.get("color") or "auto", None if path else stream, os.environ),
            quiet=quiet,
            statistics=bool(options.get("statistics")),
            fail_on=session.config.fail_on,
            rules=_rules(session.runner.linter.rules) if report_format == "sarif" else (),
        )
        report = StringIO()
        render(report_format, run, report, asked)
        try:
            if path:
                write_file(path, report.getvalue())
            elif fixing and fixing.stdin is not None:
                tell(report.getvalue())
            else:
                write(report.getvalue(), machine=report_format not in _FOR_PEOPLE)
        except LabelcheckError as problem:  # the other reports are still to be written, and the text that was fixed
            complain(str(problem))
            unwritten = True
    if fixing:
        fixing.finish(quiet=quiet)
    for remark in remarks(run) if remarks and not quiet else ():
        note(remark)
    suppressed = sum(file.suppressed for file in run.files)
    if suppressed and not quiet:
        note(f"findings suppressed: {suppressed}")
    for error in run.errors:
        complain(f"{error.path}: {error.message}")
    return COULD_NOT if unwritten else _exit_code(run, session.config.fail_on)


def _jobs(asked: int | None, runner: Runner, session: Session) -> int:
    """How many processes are to check the articles: one if it keeps count of something or reads standard input."""
    counts = runner.sieves or runner.mend not in (None, _offer)
    if counts or len(session.paths) < 2 or session.reader.stdin_name in session.paths:
        return 1
    from labelcheck.parallel import default_jobs

    return min(asked or default_jobs(session.paths), len(session.paths))


def _offer(mender: Mender, checked: Result, findings: Sequence[Finding]) -> Result:
    return mender.with_fixes(checked, findings)


def _rules(codes: frozenset[str]) -> tuple[RuleInfo, ...]:
    from labelcheck.rules import ALL
    from labelcheck.rules.pages import page, summary

    return tuple(
        RuleInfo(rule.CODE, rule.NAME, rule.SEVERITY, summary(rule), page(rule)) for rule in ALL if rule.CODE in codes
    )


def _exit_code(run: Run, fail_on: str) -> int:
    if run.errors:
        return COULD_NOT
    grave = SEVERITIES[SEVERITIES.index(fail_on) :]
    return FINDINGS if any(finding.severity in grave for finding in run.findings) else CLEAN
