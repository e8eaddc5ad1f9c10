"""The table of ``--statistics``: how many findings by rule, and by organization."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from labelcheck.messages import phrase
from labelcheck.report.escape import visible
from labelcheck.report.model import Run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


def render(run: Run, out: TextIO, language: str) -> None:
    """Write the counts, most frequent first; nothing for a run without findings."""
    entities = [finding.entity for finding in run.findings if finding.entity]
    _table(phrase(language, "by-rule"), (f"{finding.rule} {finding.name}" for finding in run.findings), out)
    _table(phrase(language, "by-organization"), (f"{entity.name} ({entity.id})" for entity in entities), out)


def _table(title: str, keys: Iterable[str], out: TextIO) -> None:
    counts = sorted(Counter(keys).items(), key=lambda item: (-item[1], item[0]))
    if counts:
        width = len(str(counts[0][1]))
        rows = (f"  {count:{width}}  {visible(key)}\n" for key, count in counts)
        out.write(f"{title}\n{''.join(rows)}\n")
