"""The examples of entries, run as tests on the date of their registry's data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from labelcheck.curate.remarks import ERROR, Remark
from labelcheck.linter import Linter, Result
from labelcheck.policy import Policy
from labelcheck.recognise import Recogniser
from labelcheck.registry.model import Entry, Registry
from labelcheck.registry.problems import quoted

_UNLABELLED = "LC101"


def check_examples(registries: Sequence[Registry], recogniser: Recogniser) -> Iterator[Remark]:
    """The examples that fail. ``recogniser``: that of ``registries``."""
    for registry in registries:
        linter = Linter(recogniser, Policy(today=registry.as_of))
        for entry in registry.entries:
            for example in entry.flag_examples:
                result = linter.check_text(example)
                if not _flags(result, entry, registry):
                    found = _told(result) or "nothing is found"
                    yield _remark(entry, f"flag: {quoted(example)} does not flag {entry.entity}: {found}")
            for example in entry.pass_examples:
                found = _told(linter.check_text(example))
                if found:
                    yield _remark(entry, f"pass: {quoted(example)} does not pass: {found}")


def _flags(result: Result, entry: Entry, registry: Registry) -> bool:
    """Whether the entity is reported; where its registry asks for no label, whether it is surely mentioned."""
    if registry.label.required:
        entities = [finding.entity.id for finding in result.findings if finding.rule == _UNLABELLED and finding.entity]
    else:
        entities = [mention.entity.id for mention in result.mentions if mention.certain]
    return entry.entity in entities


def _told(result: Result) -> str:
    """What is found, notes left out."""
    findings = [finding for finding in result.findings if finding.severity != "note" and finding.place]
    return ", ".join(f"{f.rule} at {quoted(f.place.text)}" for f in findings if f.place)


def _remark(entry: Entry, message: str) -> Remark:
    return Remark(entry.position, ERROR, "failing-example", message)
