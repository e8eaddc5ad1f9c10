from __future__ import annotations

import os
import pickle
import sys
import time
from pathlib import Path
from unittest.mock import Mock
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


DAY = 24 * 60 * 60
LINKS = pytest.mark.skipif(sys.platform == "win32", reason="needs links of POSIX")


def age(path: Path, days: float) -> None:
    """Let the file be last used so many days ago."""
    then = time.time() - days * DAY
    os.utime(path, (then, then), follow_symlinks=False)


def change(folder: Path) -> None:
    """Change the registry, so that another lexicon is kept."""
    with (folder / "house.yaml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    load(folder)


@pytest.mark.parametrize(("days", "left"), [(29.9, 2), (30.1, 1)])
def test_a_lexicon_not_used_for_a_month_goes_when_another_comes(folder: Path, days: float, left: int) -> None:
    load(folder)
    (old,) = kept(folder)
    age(old, days)
    change(folder)
    assert len(kept(folder)) == left
    assert old.exists() == (left == 2)


def test_one_in_use_stays(folder: Path) -> None:
    load(folder)
    (old,) = kept(folder)
    age(old, 31)
    load(folder)
    change(folder)
    assert old.exists()


def test_use_is_noted_once_a_day(folder: Path) -> None:
    load(folder)
    (file,) = kept(folder)
    for days, noted in ((0.9, False), (1.1, True)):
        age(file, days)
        stamp = file.stat().st_mtime_ns
        load(folder)
        assert (file.stat().st_mtime_ns > stamp) == noted


def test_a_date_that_cannot_be_written_costs_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(folder)
    (file,) = kept(folder)
    age(file, 5)
    monkeypatch.setattr(os, "utime", Mock(side_effect=PermissionError))
    assert b"buzz" in load(folder).anchors


def test_one_that_cannot_be_removed_is_left(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(folder)
    (old,) = kept(folder)
    age(old, 31)
    monkeypatch.setattr(os, "unlink", Mock(side_effect=PermissionError))
    change(folder)
    assert len([path for path in kept(folder) if path.suffix == ".lexicon"]) == 2


@LINKS
def test_nothing_else_is_removed(folder: Path) -> None:
    """The folder may be one that holds other things, and links in it may lead anywhere."""
    cache = folder / "cache"
    key = "0123456789abcdef" * 2
    precious = folder / "precious.lexicon"
    precious.write_text("keep", encoding="utf-8")
    names = ["bundled.lexicon", f"{key}.txt", f"{key}0.lexicon", f"{key[:-1]}g.lexicon", "labelcheck-crash-1.log"]
    (cache / f"{key}.lexicon").mkdir(parents=True)
    (cache / f"{key[::-1]}.lexicon").symlink_to(precious)
    for name in names:
        (cache / name).write_text("keep", encoding="utf-8")
    for path in [*cache.iterdir(), precious]:
        age(path, 31)
    before = kept(folder)
    load(folder)
    assert set(before) < set(kept(folder))
    assert precious.exists()


@LINKS
def test_use_is_not_noted_through_a_link(folder: Path) -> None:
    load(folder)
    (file,) = kept(folder)
    real = file.rename(folder / "real")
    file.symlink_to(real)
    for path in (file, real):
        age(path, 5)
    stamp = real.stat().st_mtime_ns
    load(folder)
    assert real.stat().st_mtime_ns == stamp


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
