"""Nothing that an article says can command a terminal or a CI service."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labelcheck.report.escape import to_json, to_markup, visible, visible_path


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Кафе «Лес» — 10 % 😀👨‍👩‍👧 中文 e\u0301", "Кафе «Лес» — 10 % 😀👨‍👩‍👧 中文 e\u0301"),
        ("a\x1b[31mb\x07", r"a\x1b[31mb\x07"),
        ("a\tb\r\nc\x00", r"a\tb\r\nc\x00"),
        ("a\x7fb\x85c\x9bd", r"a\x7fb\x85c\x9bd"),
        ("a\u2028b\u202ec\u2066d\u200ee", r"a\u2028b\u202ec\u2066d\u200ee"),
        ("caf\udce9", r"caf\udce9"),
    ],
)
def test_letters_stay_and_controls_become_escapes(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("##[add-mask]a", r"\x23#[add-mask]a"),
        ("a ##vso[task.setvariable variable=b]c", r"a \x23#vso[task.setvariable variable=b]c"),
        ("###teamcity[x]", r"#\x23#teamcity[x]"),
        ("## Итоги [1]", "## Итоги [1]"),
        ("#1 [a]", "#1 [a]"),
    ],
)
def test_commands_of_ci_services_are_broken_up(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("path", "shown"),
    [("a/::b.md", "a/::b.md"), ("::add-mask::a.md", "./::add-mask::a.md"), (" ::debug::", "./ ::debug::")],
)
def test_a_path_cannot_open_a_line_with_a_workflow_command(path: str, shown: str) -> None:
    assert visible_path(path) == shown


@given(st.text())
def test_what_is_shown_holds_no_control_character(text: str) -> None:
    assert not {unicodedata.category(char) for char in visible(text)} & {"Cc", "Cs", "Zl", "Zp"}


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_json_is_the_same_value_and_as_safe(text: str) -> None:
    output = to_json([text])
    assert json.loads(output) == [text]
    assert visible(output) == output


def test_json_leaves_letters_readable() -> None:
    assert to_json({"a": "«Полынь» 😀"}) == '{"a": "«Полынь» 😀"}'
    assert to_json("\\##[a]\u202e\x9b") == r'"\\\u0023#[a]\u202e\u009b"'


def test_markup_is_text() -> None:
    assert to_markup("""<b a="c">&amp;]]>'\x00\ufffe""") == r"&lt;b a=&quot;c&quot;&gt;&amp;amp;]]&gt;&#x27;\x00\ufffe"
