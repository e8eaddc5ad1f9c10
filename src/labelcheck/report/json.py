"""The run as one JSON object, version 1: a contract that other programs rely on (``docs/`` describes it).

Keys are always there and in this order; what a finding does not have (a place, an entity, a fix) is null.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from labelcheck.findings import SEVERITIES, Edit, EntityRef, Finding, Place
from labelcheck.report.escape import to_json
from labelcheck.report.model import Options, Run
from labelcheck.version import __version__

_NOWHERE = dict.fromkeys(Place.__match_args__)


def render(run: Run, out: TextIO, _options: Options) -> None:
    """Write the object with one line for each registry, file, error and finding."""
    lists: dict[str, Iterable[dict[str, object]]] = {
        "registries": ({"id": r.id, "as_of": r.as_of.isoformat(), "entries": r.entries} for r in run.registries),
        "files": ({"path": f.path, "as_of": f.as_of.isoformat(), "mentions": f.mentions} for f in run.files),
        "errors": ({"path": e.path, "message": e.message} for e in run.errors),
        "findings": map(finding_object, run.findings),
    }
    tool = {"name": "labelcheck", "version": __version__}
    out.write(f'{{"version": 1,\n "tool": {to_json(tool)}')
    for key, items in lists.items():
        out.write(f',\n "{key}": [')
        out.writelines(f"{',' if number else ''}\n  {to_json(item)}" for number, item in enumerate(items))
        out.write("]")
    out.write(f',\n "summary": {to_json(_summary(run))}}}\n')


def finding_object(finding: Finding) -> dict[str, object]:
    """A finding as every JSON report writes it."""
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "path": finding.path,
        **(_object(finding.place) if finding.place else _NOWHERE),
        "message": finding.message,
        "entity": _object(finding.entity) if finding.entity else None,
        "fix": {"safe": finding.fix.safe, "edits": [*map(_object, finding.fix.edits)]} if finding.fix else None,
    }


def _object(record: Place | EntityRef | Edit) -> dict[str, object]:
    """The fields of a record without records in it; ``asdict``, which copies what it finds, takes ten times longer."""
    return {name: getattr(record, name) for name in record.__match_args__}


def _summary(run: Run) -> dict[str, int]:
    counts = Counter(finding.severity for finding in run.findings)
    return {
        "files": len(run.files),
        "mentions": sum(file.mentions for file in run.files),
        **{severity: counts[severity] for severity in reversed(SEVERITIES)},
        "fixable": sum(finding.fix is not None for finding in run.findings),
    }
