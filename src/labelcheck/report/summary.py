"""A run in one line, for people."""

from __future__ import annotations

from collections import Counter

from labelcheck.findings import SEVERITIES
from labelcheck.messages import counted, phrase
from labelcheck.report.model import Run


def summary(run: Run, language: str) -> str:
    """``3 errors, 1 warning in 2 of 14 files (37 mentions)``, and what could not be checked."""
    counts = Counter(finding.severity for finding in run.findings)
    found = ", ".join(
        counted(language, counts[severity], severity) for severity in reversed(SEVERITIES) if counts[severity]
    )
    mentions = counted(language, sum(file.mentions for file in run.files), "mention")
    files = counted(language, len(run.files), "file")
    parts = [phrase(language, "nothing-found", files=files, mentions=mentions)]
    if found:
        affected = len({finding.path for finding in run.findings if finding.path is not None})
        of_files = counted(language, len(run.files), "of-file")
        parts = [
            phrase(language, "found", found=found, affected=str(affected), of_files=of_files, mentions=mentions)
            if affected
            else phrase(language, "found-in-no-file", found=found, files=files, mentions=mentions)
        ]
    unread = sum(error.path is not None for error in run.errors)
    if unread:
        parts.append(phrase(language, "unread", files=counted(language, unread, "file")))
    if len(run.errors) > unread:
        parts.append(counted(language, len(run.errors) - unread, "other-error"))
    return "; ".join(parts)
