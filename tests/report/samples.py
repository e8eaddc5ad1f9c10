"""Runs to report, made from articles and the words in them that are at fault. The organization is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import StringIO

from labelcheck import report
from labelcheck.errors import SourceError
from labelcheck.findings import EntityRef, Finding, Place
from labelcheck.report.model import FileError, FileSummary, Options, Page, RegistrySummary, RuleInfo, Run
from labelcheck.source.formats import read_view
from labelcheck.source.model import Source

POLYN = EntityRef("polyn", "Полынь", ("foreign-agent", "undesirable"))

RULES = (
    RuleInfo("LC101", "unlabelled-mention", "error", "A mention has no label.", "# LC101\n\nPut a mark after it."),
    RuleInfo("LC104", "incomplete-label", "warning", "A label leaves a status out.", "# LC104\n\nName them all."),
    RuleInfo("LC401", "registry-stale", "warning", "A registry is old.", "# LC401\n\nUpdate it."),
)

UNLABELLED = Finding("LC101", "unlabelled-mention", "error", "«Полынь» has no label", entity=POLYN)
INCOMPLETE = Finding(
    "LC104", "incomplete-label", "warning", "the label of «Полынь» leaves out: undesirable", entity=POLYN
)
STALE = Finding("LC401", "registry-stale", "warning", "the registry xx-agents is 40 days old")


def place_of(words: str, text: str) -> Place:
    """Where ``words`` first stands in ``text``."""
    source = Source("", text)
    offset = text.index(words)
    line, column = source.position(offset)
    end_line, end_column = source.position(offset + len(words))
    return Place(line, column, end_line, end_column, offset, offset + len(words), words)


def found(finding: Finding, words: str, text: str, path: str = "a.md") -> Finding:
    """``finding`` on the first ``words`` in ``text``, which is the file ``path``."""
    return replace(finding, path=path, place=place_of(words, text))


def run_of(*findings: Finding, files: dict[str, str] | None = None, errors: tuple[FileError, ...] = ()) -> Run:
    """A run over ``files`` (path to text), each with five mentions."""
    files = files or {}

    def read(path: str) -> Source:
        if path not in files:
            raise SourceError(path, "no such file")
        return Source(path, files[path])

    return Run(
        findings=tuple(sorted(findings, key=lambda finding: finding.sort_key)),
        files=tuple(FileSummary(path, date(2026, 9, 30), 5) for path in sorted(files)),
        errors=errors,
        registries=(RegistrySummary("xx-agents", date(2026, 9, 24), 418),),
        read=read,
        page=lambda path: Page(read_view(read(path), "md"), ()),
    )


def written(form: str, run: Run, options: Options | None = None) -> str:
    """What the report ``form`` writes."""
    out = StringIO()
    report.render(form, run, out, options or Options(rules=RULES))
    return out.getvalue()
