from __future__ import annotations

import os
import pickle
from pathlib import Path
from zlib import crc32

import pytest

from labelcheck.disk import cache_folder
from labelcheck.errors import RegistryError
from labelcheck.lexicon import Lexicon, load_lexicon
from labelcheck.lexicon.store import FORMAT, MAGIC

REGISTRY = """\
schema: 1
id: gadflies
title: {en: Gadflies}
jurisdiction: XX
authority: Ministry of Calm
source: https://example.org/
as_of: 2026-01-01
stale_after: 30
designation: gadfly
label:
  required: true
  marks: ["*"]
  states: {en: [gadfly]}
  footnote: {en: a gadfly}
  phrase: {en: (a gadfly)}
entries:
  - {id: buzz, name: Buzz, kind: media, designated: 2020-01-01}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LABELCHECK_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "house.yaml").write_text(REGISTRY, encoding="utf-8")
    return tmp_path


def load(folder: Path) -> Lexicon:
    return load_lexicon([str(folder / "house.yaml")])


def kept(folder: Path) -> list[Path]:
    return sorted((folder / "cache").glob("*"))


def test_a_lexicon_is_compiled_once(folder: Path) -> None:
    first = load(folder)
    (file,) = kept(folder)
    stamp = file.stat().st_mtime_ns
    assert load(folder).key == first.key
    assert file.stat().st_mtime_ns == stamp


def test_a_changed_byte_is_compiled_anew(folder: Path) -> None:
    before = load(folder)
    (folder / "house.yaml").write_text(REGISTRY.replace("Buzz", "Hum"), encoding="utf-8")
    after = load(folder)
    assert (b"buzz" in before.anchors, b"hum" in before.anchors) == (True, False)
    assert (b"buzz" in after.anchors, b"hum" in after.anchors) == (False, True)


@pytest.mark.parametrize("damage", [b"", b"labelcheck-lexicon 1 0 0\n{}", b"\x80\x04."])
def test_a_damaged_file_is_compiled_again(folder: Path, damage: bytes) -> None:
    key = load(folder).key
    (file,) = kept(folder)
    good = file.read_bytes()
    file.write_bytes(damage)
    assert load(folder).key == key
    assert file.read_bytes() == good


@pytest.mark.parametrize(
    "rest",
    [b"", b"\xff\n", b"[]\n", b"{}\n", b'{"anchors":"1"}\n', b'{"anchors":0,"tables":[1]}\n', b"[" * 100_000],
    ids=lambda rest: repr(rest[:20]),
)
def test_a_file_with_a_right_checksum_and_nothing_else_is_compiled_again(folder: Path, rest: bytes) -> None:
    key = load(folder).key
    (file,) = kept(folder)
    good = file.read_bytes()
    file.write_bytes(f"{MAGIC} {FORMAT} {crc32(rest):08x}\n".encode() + rest)
    assert load(folder).key == key
    assert file.read_bytes() == good


def test_a_folder_that_cannot_be_written_costs_only_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("LABELCHECK_CACHE_DIR", str(folder / "file" / "cache"))
    assert b"buzz" in load(folder).anchors


def test_no_part_is_left_when_writing_fails(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", refuse)
    load(folder)
    assert kept(folder) == []


def test_a_missing_registry_is_an_error(folder: Path) -> None:
    with pytest.raises(RegistryError, match=r"nothing\.yaml: no such file"):
        load_lexicon([str(folder / "nothing.yaml")])


def test_a_lexicon_can_be_sent_to_a_worker(folder: Path) -> None:
    lexicon = load(folder)
    copy = pickle.loads(pickle.dumps(lexicon))  # noqa: S301 - made in this test
    assert copy.anchors == lexicon.anchors
    assert copy.registries == lexicon.registries


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/labelcheck"),
        ("linux", {"HOME": "/home/ann"}, "/home/ann/.cache/labelcheck"),
        ("darwin", {"HOME": "/Users/ann"}, "/Users/ann/Library/Caches/labelcheck"),
        ("win32", {"LOCALAPPDATA": "/appdata"}, "/appdata/labelcheck/cache"),
    ],
)
def test_the_cache_is_the_users_own(
    monkeypatch: pytest.MonkeyPatch, platform: str, environment: dict[str, str], expected: str
) -> None:
    for name in ("LABELCHECK_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", platform)
    assert cache_folder() == expected
