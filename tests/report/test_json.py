"""The JSON contract, version 1, and its form of one object a line."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from labelcheck.findings import Edit, Fix
from labelcheck.report.model import FileError, Run
from labelcheck.version import __version__

from .samples import STALE, UNLABELLED, found, run_of, written

TEXT = "Итоги\n\nКак пишет «Полынь», дождя не будет.\n"
FIXABLE = replace(found(UNLABELLED, "Полынь", TEXT), fix=Fix(safe=True, edits=(Edit(25, 25, "*"),)))


def sample() -> Run:
    return run_of(STALE, FIXABLE, files={"a.md": TEXT}, errors=(FileError("b.md", "is not UTF-8"),))


def test_the_whole_object() -> None:
    assert (
        written("json", sample())
        == """\
{"version": 1,
 "tool": {"name": "labelcheck", "version": "VERSION"},
 "registries": [
  {"id": "xx-agents", "as_of": "2026-09-24", "entries": 418}],
 "files": [
  {"path": "a.md", "as_of": "2026-09-30", "mentions": 5}],
 "errors": [
  {"path": "b.md", "message": "is not UTF-8"}],
 "findings": [
  {"rule": "LC401", "name": "registry-stale", "severity": "warning", "path": null, \
"line": null, "column": null, "end_line": null, "end_column": null, "offset": null, "end_offset": null, "text": null, \
"message": "the registry xx-agents is 40 days old", "entity": null, "fix": null},
  {"rule": "LC101", "name": "unlabelled-mention", "severity": "error", "path": "a.md", \
"line": 3, "column": 12, "end_line": 3, "end_column": 18, "offset": 18, "end_offset": 24, "text": "Полынь", \
"message": "«Полынь» has no label", \
"entity": {"id": "polyn", "name": "Полынь", "designations": ["foreign-agent", "undesirable"]}, \
"fix": {"safe": true, "edits": [{"offset": 25, "end_offset": 25, "content": "*"}]}}],
 "summary": {"files": 1, "mentions": 5, "error": 1, "warning": 1, "note": 0, "fixable": 1}}
""".replace("VERSION", __version__)
    )


def test_a_clean_run_has_empty_lists() -> None:
    report = json.loads(written("json", run_of()))
    assert (report["files"], report["errors"], report["findings"]) == ([], [], [])


def test_jsonl_has_the_same_findings_one_a_line() -> None:
    lines = written("jsonl", sample()).splitlines()
    assert list(map(json.loads, lines)) == json.loads(written("json", sample()))["findings"]


def test_jsonl_of_a_clean_run_is_empty() -> None:
    assert written("jsonl", run_of(files={"a.md": TEXT})) == ""


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_message_comes_back_as_it_was_and_stays_on_one_line(message: str) -> None:
    output = written("jsonl", run_of(replace(FIXABLE, message=message)))
    assert json.loads(output)["message"] == message
    assert len(output.splitlines()) == 1


def test_a_file_name_that_is_not_text_is_still_json() -> None:
    output = written("json", run_of(replace(FIXABLE, path="caf\udce9.md")))
    assert json.loads(output.encode())["findings"][0]["path"] == "caf\ufffd.md"
