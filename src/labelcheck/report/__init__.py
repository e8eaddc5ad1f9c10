"""Reports: a finished run as text, one module a format. They know findings and the run's figures, nothing else."""

from __future__ import annotations

from importlib import import_module

from labelcheck.report.model import Options, Run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

FORMATS = {
    "text": "labelcheck.report.text",
    "concise": "labelcheck.report.concise",
    "json": "labelcheck.report.json",
    "jsonl": "labelcheck.report.jsonl",
    "sarif": "labelcheck.report.sarif",
    "github": "labelcheck.report.github",
    "gitlab": "labelcheck.report.gitlab",
    "junit": "labelcheck.report.junit",
    "checkstyle": "labelcheck.report.checkstyle",
    "rdjsonl": "labelcheck.report.rdjsonl",
    "html": "labelcheck.report.html",
}
"""Format name to module. A module is imported when its format is asked for, and has ``render(run, out, options)``."""


SHOWING_FIXES = frozenset({"text", "json", "jsonl", "sarif", "rdjsonl"})
"""The formats that say of a finding how it can be fixed; for the others nobody need find that out."""


def render(name: str, run: Run, out: TextIO, options: Options) -> None:
    """Write ``run`` to ``out`` in the format ``name``, a key of :data:`FORMATS`."""
    import_module(FORMATS[name]).render(run, out, options)
