"""Articles about the invented organizations of ``registries/``, checked and mended."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from labelcheck.findings import Edit, Finding
from labelcheck.fix import Mended, Mender
from labelcheck.linter import Linter, Result
from labelcheck.policy import Policy
from labelcheck.records import replace
from labelcheck.source.model import Source

REGISTRIES = Path(__file__).parent / "registries"
DAY = date(2026, 2, 1)
_TAG = re.compile(r"<[^>]*>")


@cache
def _linter() -> Linter:
    return Linter.bundled(registries=[str(REGISTRIES)], bundled=False)


class Desk:
    """Checks and mends articles of one format under one policy."""

    def __init__(self, format_name: str = "txt", html_marks: str = "plain", **policy: object) -> None:
        self.linter = replace(_linter(), policy=Policy(today=DAY, **policy))  # type: ignore[arg-type]
        self.format_name = format_name
        self.mender = Mender(self.linter.recogniser, self.check, format_name, html_marks)

    def check(self, source: Source) -> Result:
        return self.linter.check_source(source, self.format_name)

    def read(self, text: str) -> Result:
        return self.check(Source("article", text))

    def offered(self, text: str) -> tuple[Finding, ...]:
        """The findings of a text with their fixes."""
        result = self.read(text)
        return self.mender.with_fixes(result, result.findings).findings

    def mended(self, text: str, *, unsafe: bool = False) -> Mended:
        result = self.read(text)
        return self.mender.mend(result, result.findings, unsafe=unsafe)

    def fixed(self, text: str, *, unsafe: bool = False) -> str:
        """The text after its fixes."""
        return self.mended(text, unsafe=unsafe).last.offered().article.view.source.text


def applied(text: str, findings: Iterable[Finding], *, unsafe: bool = False) -> str:
    """The text after the fixes of findings."""
    fixes = [finding.fix for finding in findings if finding.fix and (unsafe or finding.fix.safe)]
    return edited(text, {edit for fix in fixes for edit in fix.edits})


def edited(text: str, edits: set[Edit]) -> str:
    """The text after edits, carried out as a reader of the JSON report would: equal ones once, new lines last."""

    def place(edit: Edit) -> tuple[int, int, bool, str]:
        return edit.offset, edit.end_offset, edit.content[:1] in ("\r", "\n"), _TAG.sub("", edit.content)

    for edit in sorted(edits, key=place, reverse=True):
        text = text[: edit.offset] + edit.content + text[edit.end_offset :]
    return text
