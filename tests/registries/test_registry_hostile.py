"""Files made to harm: each is refused in a sentence, and soon; none ends in anything but a RegistryError."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labelcheck.errors import RegistryError
from labelcheck.registry import document

from .samples import REGISTRY, completed, load_registry

LAUGHS = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 12))


def problems(tmp_path: Path, file: str | bytes) -> list[str]:
    path = tmp_path / "list.yaml"
    path.write_bytes(file if isinstance(file, bytes) else file.encode())
    began = time.process_time()
    with pytest.raises(RegistryError) as caught:
        load_registry(str(path))
    assert time.process_time() - began < 10, "seconds"
    return [problem.removeprefix(f"{path}:") for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        (
            f"l0: &l0 ha\n{LAUGHS}",
            "1:5: an anchor; write the value alone, and a text that begins with & in quotes",
        ),
        ("[" * 1_000_000, "1:13: nested more than 12 deep; no key of these files needs that"),
        ("- " * 100_000, "1:25: nested more than 12 deep; no key of these files needs that"),
        ("{a: " * 100_000, "1:46: nested more than 12 deep; no key of these files needs that"),
        ("- a\n" * 500_000, "300000:3: more than 300000 values; split the file into several"),
        ("id: " + "x" * 1_000_000, "1:5: a text of 1000000 characters; 10000 are the most"),
        ("#" * (16 * 1024**2 + 1), " is larger than 16 MiB, the most that is read; split it"),
        ("id: !danger", "1:5: the tag '!danger'; write the value alone, and a text that begins with ! in quotes"),
        (b"id: a\ntitle: \xef\xf0\xe8", "2:8: not UTF-8; save the file in the encoding UTF-8"),
        (b"\xef\xbb\xef: a\n", "1:1: not UTF-8; save the file in the encoding UTF-8"),
        (b"\xef\xbb\xbf\xd1\x8f: \xd1\x8f\xff", "1:5: not UTF-8; save the file in the encoding UTF-8"),
        ("id: a\ntitle: а".encode("utf-16"), "1:1: not UTF-8; save the file in the encoding UTF-8"),
        (
            'id: "a\u2028b\x85c"\ntitle: *a',
            "2:8: an alias; write the value itself, and a text that begins with * in quotes",
        ),
        ("\ufeffid: a\r\ntitle: a\x00b", "2:9: control character U+0000; write the text without it"),
    ],
    ids=lambda value: repr(value[:24]),
)
def test_a_file_is_refused(tmp_path: Path, file: str | bytes, problem: str) -> None:
    assert problems(tmp_path, file) == [problem]


def test_what_is_missing_at_the_end_is_missed_in_the_last_line(tmp_path: Path) -> None:
    [line] = problems(tmp_path, "id: a\nX")
    assert line.startswith("2:2: not valid YAML: while scanning a simple key, could not find expected ':'")


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("(?:" * 240 + "a" + ")" * 240, "does not compile: maximum recursion depth exceeded"),
        ("(?R)", "matches where nothing is written"),
        ("a" * 1001, "has 1001 characters; 1000 are the most"),
        ("(?V0)a", "does not compile: "),
        (r"\d{99999999999}", "does not compile: repeat count too big"),
    ],
    ids=lambda value: value[:24],
)
def test_a_pattern_is_refused(tmp_path: Path, pattern: str, problem: str) -> None:
    label = f"label: {{required: false, states: {{en: ['{pattern}']}}}}\n"
    [line] = problems(tmp_path, completed(label))
    assert problem in line


def test_a_slow_pattern_is_not_waited_for(tmp_path: Path) -> None:
    label = f"""\
label:
  required: true
  marks: ["*"]
  states: {{en: ['(?:a|a|a)*b']}}
  footnote: {{en: {"a" * 60}}}
  phrase: {{en: b}}
"""
    assert problems(tmp_path, completed(label)) == [
        "5:18: footnote.en: it does not state the designation by any pattern of states.en; reword either"
    ]


def test_without_libyaml_all_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "list.yaml"
    path.write_text(REGISTRY, encoding="utf-8")
    expected = load_registry(str(path))
    monkeypatch.setattr(document, "_LOADER", yaml.SafeLoader)
    assert load_registry(str(path)) == expected
    assert problems(tmp_path, completed('authority: "a\\ud800"\n')) == [
        "1:12: authority: it has the control character U+D800; write it without"
    ]


PIECES = st.sampled_from("[]{},#'\"~(\\\t*\x85\u2028\U0001f600").map(str.encode) | st.sampled_from(
    [
        b"",
        b"\n",
        b"\n- ",
        b"\n  ",
        b": ",
        b"&a ",
        b"*a",
        b"!!int ",
        b"|\n",
        b"null",
        b"2024-02-30",
        b"id: a",
        b"---",
        b"\xff",
    ]
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_spoilt_file_is_valid_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    file = REGISTRY.encode()
    for _ in range(data.draw(st.integers(1, 4), label="changes")):
        at = data.draw(st.integers(0, len(file)), label="at")
        until = at + data.draw(st.integers(0, 30), label="length")
        file = file[:at] + data.draw(PIECES, label="piece") + file[until:]
    path = tmp_path / "list.yaml"
    path.write_bytes(file)
    try:
        load_registry(str(path))
    except RegistryError as error:
        problems = error.problems
    else:
        return
    assert problems
    assert all(problem.startswith(f"{path}:") and problem.isprintable() for problem in problems)
