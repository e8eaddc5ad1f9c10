"""Reports: a finished run as text, one module a format. They know findings and the run's figures, nothing else."""

from __future__ import annotations

from importlib import import_module
from typing import TextIO

from labelcheck.report.model import Options, Run

FORMATS = {
    "text": "labelcheck.report.text",
    "concise": "labelcheck.report.concise",
    "json": "labelcheck.report.json",
    "jsonl": "labelcheck.report.jsonl",
    "sarif": "labelcheck.report.sarif",
    "github": "labelcheck.report.github",
}
"""Format name to module. A module is imported when its format is asked for, and has ``render(run, out, options)``."""


def render(name: str, run: Run, out: TextIO, options: Options) -> None:
    """Write ``run`` to ``out`` in the format ``name``, a key of :data:`FORMATS`."""
    import_module(FORMATS[name]).render(run, out, options)
