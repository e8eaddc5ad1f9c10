"""One JSON object a line and finding, the same as in the ``findings`` of the JSON report."""

from __future__ import annotations

from labelcheck.report.escape import to_json
from labelcheck.report.json import finding_object
from labelcheck.report.model import Options, Run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


def render(run: Run, out: TextIO, _options: Options) -> None:
    """Write the findings; a run without any writes nothing."""
    out.writelines(f"{to_json(finding_object(finding))}\n" for finding in run.findings)
