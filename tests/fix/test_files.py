"""Writing a mended article back: encodings, modes, links, and files that changed meanwhile."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from labelcheck.errors import SourceError
from labelcheck.fix.files import write_back
from labelcheck.linter import read_source
from labelcheck.records import replace
from labelcheck.source.decode import decode
from labelcheck.source.encode import encode
from labelcheck.source.model import Source


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Да\r\nнет\r".encode(), None),
        (b"\xef\xbb\xbf" + "Да".encode(), None),
        (b"\xff\xfe" + "Да 🙂".encode("utf-16-le"), None),
        (b"\xfe\xff" + "Да".encode("utf-16-be"), None),
        (b"\xff\xfe\0\0" + "Да".encode("utf-32-le"), None),
        ("Да".encode("cp1251"), "windows-1251"),
        ("Да".encode("koi8-r"), "koi8-r"),
        ("Да\n".encode("utf-16-le"), "utf-16"),
        ("Да\n".encode("utf-16-be"), "utf-16-be"),
        ("Да".encode(), "utf-8-sig"),
        (b"", None),
    ],
)
def test_what_was_decoded_is_encoded_to_the_same_bytes(data: bytes, encoding: str | None) -> None:
    assert encode(decode(data, "a.txt", encoding)) == data


def test_a_character_that_the_encoding_does_not_have() -> None:
    with pytest.raises(SourceError, match="'‡' cannot be written in koi8-r"):
        encode(Source("a.txt", "Да‡", "koi8-r"))


def mend(path: Path, old: str = "One\r\n", new: str = "One*\r\n") -> tuple[Source, Source]:
    """A file with the text ``old``, and that of it which is to be."""
    path.write_bytes(old.encode())
    source = read_source(str(path))
    return source, replace(source, text=new)


def test_the_file_keeps_its_mode_and_a_link_leads_to_it(tmp_path: Path) -> None:
    target, link = tmp_path / "archive" / "a.txt", tmp_path / "a.txt"
    target.parent.mkdir()
    old, new = mend(target)
    target.chmod(0o640)
    link.symlink_to(target)
    write_back(replace(old, path=str(link)), new)
    assert target.read_bytes() == b"One*\r\n"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert link.is_symlink()
    assert [path.name for path in target.parent.iterdir()] == ["a.txt"]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    old, new = mend(path)
    path.write_text("Two\n", encoding="utf-8")
    with pytest.raises(SourceError, match="not fixed: the file has changed since it was read"):
        write_back(old, new)
    assert path.read_text(encoding="utf-8") == "Two\n"


def test_a_file_that_is_gone_is_not_made_again(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    old, new = mend(path)
    path.unlink()
    with pytest.raises(SourceError, match="not fixed: cannot be read: No such file"):
        write_back(old, new)
    assert not path.exists()


def test_nothing_is_left_behind_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    old, new = mend(path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(SourceError, match="not fixed: cannot be written: No space left on device"):
        write_back(old, new)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"One\r\n"]
