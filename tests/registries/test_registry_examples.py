"""The examples that bundled entries carry: sentences that must be flagged, and sentences that must pass."""

from __future__ import annotations

from functools import cache

import pytest

from labelcheck.linter import Linter
from labelcheck.policy import Policy
from labelcheck.registry.bundled import bundled_folder
from labelcheck.registry.load import load_registries
from labelcheck.registry.model import Entry, Registry

EXAMPLES = [
    pytest.param(registry, entry, sentence, kind, id=f"{registry.id}/{entry.id}: {kind}: {sentence}")
    for registry in load_registries([bundled_folder()])
    for entry in registry.entries
    for kind, sentences in (("flag", entry.flag_examples), ("pass", entry.pass_examples))
    for sentence in sentences
]


@cache
def bundled() -> Linter:
    return Linter.bundled()


@pytest.mark.parametrize(("registry", "entry", "sentence", "kind"), EXAMPLES)
def test_example(registry: Registry, entry: Entry, sentence: str, kind: str) -> None:
    linter = Linter(bundled().recogniser, Policy(today=registry.as_of))
    findings = linter.check_text(sentence).findings
    if kind == "flag":
        flagged = {f.entity.id for f in findings if f.rule == "LC101" and f.entity}
        assert entry.entity in flagged
    else:
        assert [f"{f.rule} {f.place.text if f.place else ''}" for f in findings if f.severity != "note"] == []
