"""What `check` does with fixes on request: carries them out (`--fix`), or shows what that would change (`--diff`)."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from typing import Any, TextIO

from labelcheck.cli.console import note, write, write_bytes
from labelcheck.cli.outputs import Output
from labelcheck.cli.session import Session
from labelcheck.errors import UsageError
from labelcheck.findings import Finding
from labelcheck.fix import Mender
from labelcheck.fix.diff import unified_diff
from labelcheck.fix.files import write_back
from labelcheck.linter import Result
from labelcheck.report import SHOWING_FIXES
from labelcheck.report.escape import visible
from labelcheck.source.encode import encode

_AS_IT_IS = re.compile(r"(\t|\r?\n)")


class Fixing:
    """Carries out the fixes of a run's articles, or only shows what that would change."""

    def __init__(self, options: Mapping[str, Any], session: Session, reports: Sequence[Output]) -> None:
        """Raises UsageError for options that contradict each other."""
        self.dry, self._unsafe = bool(options.get("diff")), bool(options.get("unsafe_fixes"))
        if options.get("fix") and self.dry:
            raise UsageError("--diff only shows what --fix would write; leave one of them out")
        if not options.get("fix") and not self.dry:
            raise UsageError("--unsafe-fixes says which fixes to carry out; add --fix or --diff")
        written = [format_name for format_name, path in reports if path or not self.dry]
        self._shown = not SHOWING_FIXES.isdisjoint(written)
        self._reader = session.reader
        self.stdin = session.reader.stdin_name
        self._excluded = self.stdin not in session.paths
        self._fixed = self._files = 0
        self._diff: list[str] = []

    @property
    def report_stream(self) -> TextIO | None:
        """Where a report goes that has no file: standard output is for the text that came in, if one did."""
        return sys.stdout if self.stdin is None else sys.stderr

    def __call__(self, mender: Mender, checked: Result, findings: Sequence[Finding]) -> Result:
        """See :attr:`labelcheck.runner.Runner.mend`. Raises SourceError if the article cannot be written."""
        mended = mender.mend(checked, findings, unsafe=self._unsafe)
        if mended.fixed:
            old, new = checked.article.view.source, mended.source
            if self.dry:
                diff = unified_diff(visible(old.path), old.text, new.text, mended.before)
                self._diff += map(_safe_line, diff)
            elif old.path == self.stdin:
                self._reader.stdin = encode(new)
            else:
                write_back(old, new)
            self._fixed += mended.fixed
            self._files += 1
        plan = mended.first if self.dry else mended.last
        return plan.offered() if self._shown else plan.bare()

    def finish(self, *, quiet: bool) -> None:
        """Write what is for standard output, and tell how much was fixed.

        A text that is excluded goes through as it came. Raises SourceError if there is none.
        """
        if self.dry:
            write("".join(self._diff))
        elif self.stdin is not None and self._excluded:
            write_bytes(self._reader.take_stdin(self.stdin))
        elif self._reader.stdin is not None:
            write_bytes(self._reader.stdin)
        if not quiet:
            done = "findings that --fix would fix" if self.dry else "findings fixed"
            note(f"{done}: {self._fixed}, in files: {self._files}")


def _safe_line(line: str) -> str:
    """A line of a diff, safe to print; it says so if its text ends without a newline."""
    shown = "".join(part if _AS_IT_IS.fullmatch(part) else visible(part) for part in _AS_IT_IS.split(line))
    return shown if line.endswith("\n") else f"{shown}\n\\ No newline at end of file\n"
