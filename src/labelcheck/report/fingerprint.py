"""What a finding is recognised by from one run to the next, for services that tell new findings from known ones."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from labelcheck.findings import Finding
from labelcheck.report.escape import to_json


def fingerprint(finding: Finding, seen: Counter[str]) -> str:
    """What stays the same when lines move: path, rule, organization, words, and which of several alike it is.

    ``seen`` counts those alike: one empty counter for all findings of a report, taken in their order.
    """
    words = " ".join(finding.place.text.split()).casefold() if finding.place else ""
    identity = to_json([finding.path, finding.rule, finding.entity and finding.entity.id, words])
    seen[identity] += 1
    return sha256(f"{identity}{seen[identity]}".encode()).hexdigest()
