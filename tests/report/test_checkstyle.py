"""Checkstyle's XML. Nobody publishes a schema of it; the shape is that which Checkstyle itself writes."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from labelcheck.report.model import FileError, Run

from .samples import INCOMPLETE, STALE, UNLABELLED, found, run_of, written

TEXT = "Как пишет «Полынь», дождя\nне будет.\n"
MENTION = found(UNLABELLED, "Полынь", TEXT)


def root_of(run: Run) -> ET.Element:
    return ET.fromstring(written("checkstyle", run))  # noqa: S314 - made here


def test_the_whole_report() -> None:
    run = run_of(
        STALE,
        MENTION,
        replace(found(INCOMPLETE, "дождя", TEXT), severity="note"),
        files={"a.md": TEXT, "clean.md": ""},
        errors=(FileError("b.md", "is not UTF-8"), FileError(None, "gave up")),
    )
    assert (
        written("checkstyle", run)
        == """\
<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name=".">
    <error line="0" severity="warning" message="the registry xx-agents is 40 days old" source="labelcheck.LC401"/>
    <error line="0" severity="error" message="not checked: gave up" source="labelcheck.not-checked"/>
  </file>
  <file name="a.md">
    <error line="1" column="12" severity="error" message="«Полынь» has no label" source="labelcheck.LC101"/>
    <error line="1" column="21" severity="info" message="the label of «Полынь» leaves out: undesirable" \
source="labelcheck.LC104"/>
  </file>
  <file name="b.md">
    <error line="0" severity="error" message="not checked: is not UTF-8" source="labelcheck.not-checked"/>
  </file>
  <file name="clean.md">
  </file>
</checkstyle>
"""
    )


def test_an_empty_run_is_an_empty_report() -> None:
    assert len(root_of(run_of())) == 0


@given(path=st.text(min_size=1), message=st.text())
def test_nothing_that_an_article_says_is_markup(path: str, message: str) -> None:
    root = root_of(run_of(replace(MENTION, path=path, message=message)))
    assert [element.tag for element in root.iter()] == ["checkstyle", "file", "error"]


def test_controls_that_xml_forbids_and_the_end_of_a_cdata_section() -> None:
    (error,) = root_of(run_of(replace(MENTION, message='a\x00\x1b[0m\uffff]]> <b a="">&\n'))).iter("error")
    assert error.attrib["message"] == """a\\x00\\x1b[0m\\uffff]]> <b a="">&\\n"""
