"""A finished run as reports see it, and what may be asked of a report. Plain data, built by the runner and the CLI."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from labelcheck.findings import Finding
from labelcheck.records import dataclass
from labelcheck.source.model import Source
from labelcheck.source.view import TextView

NO_FILE = "."
"""What formats that cannot do without a file name give for a finding or an error about the run itself."""


@dataclass(frozen=True, slots=True)
class FileSummary:
    """One file that was checked: the date it was judged at, and how many mentions it has, labelled or not.

    ``suppressed``: how many findings are silenced in it.
    """

    path: str
    as_of: date
    mentions: int
    suppressed: int = 0


@dataclass(frozen=True, slots=True)
class FileError:
    """Something that could not be checked. ``path`` is None when it is not one file."""

    path: str | None
    message: str


@dataclass(frozen=True, slots=True)
class RegistrySummary:
    """One registry that the run judged by."""

    id: str
    as_of: date
    entries: int


@dataclass(frozen=True, slots=True)
class Span:
    """What a page shows for the view's ``text[start:end]``: a state, and why it is in that state.

    ``labelled``, ``exempt`` (no label needed) or ``passed-over`` (unless a finding of the run stands there).
    """

    start: int
    end: int
    state: str
    why: str


@dataclass(frozen=True, slots=True)
class Page:
    """An article as a reader sees it, with its mentions in order."""

    view: TextView
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run. Findings are sorted by their ``sort_key``, files and errors by path, registries by id.

    ``read`` gives the decoded file of a path again: to the reports text and rdjsonl, once a path and only for paths
    with findings, so that a run over an archive holds one article at a time. ``page`` gives the article at a path as
    a reader sees it, to the report html. Both may raise :class:`~labelcheck.errors.SourceError`; standard input
    cannot be read twice, so for that path the reader keeps the text.
    """

    findings: tuple[Finding, ...]
    files: tuple[FileSummary, ...]
    errors: tuple[FileError, ...]
    registries: tuple[RegistrySummary, ...]
    read: Callable[[str], Source]
    page: Callable[[str], Page]


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """What a report says of a rule: ``summary`` is one sentence, ``help`` the rule's page in Markdown."""

    code: str
    name: str
    severity: str
    summary: str
    help: str


@dataclass(frozen=True, slots=True)
class Options:
    """How to write a report; a format takes no notice of what does not concern it.

    ``language``: that of its own words (text, concise, html). ``color``: ANSI colours (text, concise). ``quiet``: no
    summary (text). ``statistics``: counts by rule and by organization (text, concise). ``fail_on``: the mildest
    severity that is a failure (junit). ``rules``: every rule of the run, by code (sarif).
    """

    language: str = "en"

    color: bool = False
    quiet: bool = False
    statistics: bool = False
    fail_on: str = "warning"
    rules: tuple[RuleInfo, ...] = ()
