"""Bytes become text in one way, or there is an error that says what to do."""

from __future__ import annotations

import codecs
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labelcheck.errors import SourceError, UsageError
from labelcheck.source.decode import decode

ARTICLE = "Редакция журнала сообщила, что номер выйдет позже.\nОб этом написали вчера вечером."


def error_of(data: bytes, encoding: str | None = None) -> str:
    with pytest.raises(SourceError) as error:
        decode(data, "news/a.txt", encoding)
    return str(error.value)


def test_utf8_without_a_mark() -> None:
    source = decode("Номер\r\n№ 1\r".encode(), "a.txt")
    assert (source.text, source.encoding, source.bom) == ("Номер\r\n№ 1\r", "utf-8", False)


def test_an_empty_file_is_an_empty_article() -> None:
    assert decode(b"", "a.txt").text == ""


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("asked", [None, "cp1251"])
def test_a_byte_order_mark_settles_the_encoding_and_is_no_text(mark: bytes, encoding: str, asked: str | None) -> None:
    source = decode(mark + ARTICLE.encode(encoding), "a.txt", asked)
    assert (source.text, source.encoding, source.bom) == (ARTICLE, encoding, True)


def test_a_mark_does_not_excuse_bad_bytes() -> None:
    assert error_of(codecs.BOM_UTF8 + "я\n".encode() + b"\xff") == (
        "news/a.txt: this is not utf-8 (byte 0xFF at offset 6, line 2)"
    )


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "utf-16-le", "utf-16-be"])
def test_another_encoding_is_named_but_never_assumed(encoding: str) -> None:
    message = error_of(ARTICLE.encode(encoding))
    assert message.startswith("news/a.txt: this is not UTF-8")
    assert message.endswith(f"it looks like {encoding}: pass --encoding {encoding}")


def test_english_in_utf16_is_recognised_too() -> None:
    assert "--encoding utf-16-le" in error_of("A short note.".encode("utf-16-le"))


def test_when_no_encoding_is_likely_the_bad_byte_is_named() -> None:
    assert error_of(b"caf\xe9") == (
        "news/a.txt: this is not UTF-8 (byte 0xE9 at offset 3, line 1); pass its encoding with --encoding NAME"
    )


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xfe", b"PK\x03\x04\x14\xf1\xff", b"text\x00"])
def test_binary_files_are_no_articles(data: bytes) -> None:
    assert error_of(data) == "news/a.txt: this looks like a binary file"


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_the_encoding_asked_for(encoding: str) -> None:
    source = decode(ARTICLE.encode(encoding), "a.txt", encoding)
    assert (source.text, source.encoding, source.bom) == (ARTICLE, encoding, False)


@pytest.mark.parametrize(("asked", "kept"), [("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("utf-32", "utf-32-le")])
def test_the_encoding_kept_writes_no_mark_that_was_not_there(asked: str, kept: str) -> None:
    data = ARTICLE.encode(kept)
    source = decode(data, "a.txt", asked)
    assert source.text.encode(source.encoding) == data


def test_bytes_that_the_encoding_asked_for_does_not_have() -> None:
    assert error_of(b"\xcd\xe0\r\n\r\xe4\x98", "cp1251") == (
        "news/a.txt: this is not cp1251 (byte 0x98 at offset 6, line 3)"
    )


@pytest.mark.parametrize("encoding", ["cp1251", "latin-1", "utf-16"])
def test_utf8_is_never_read_as_something_else(encoding: str) -> None:
    """Read as cp1251, a UTF-8 article would be gibberish without any name in it: a silent pass."""
    assert "this is UTF-8" in error_of(ARTICLE.encode(), encoding)


@pytest.mark.parametrize("encoding", ["cp1521", "hex", "undefined", "idna", "utf\0008"])
def test_an_encoding_that_does_not_exist(encoding: str) -> None:
    with pytest.raises(UsageError, match=re.escape(f"unknown encoding: {encoding!r}")):
        decode(b"text", "a.txt", encoding)


def test_halves_of_surrogate_pairs_are_no_characters() -> None:
    assert "half of a surrogate pair" in error_of(b"\\ud83d", "unicode_escape")


def test_an_encoding_that_gives_no_position() -> None:
    assert error_of(b"a-!!", "punycode").startswith("news/a.txt: this is not punycode (")


@given(st.binary(max_size=60), st.sampled_from([None, "cp1251", "utf-8", "utf-16"]))
def test_bytes_are_read_whole_or_refused(data: bytes, encoding: str | None) -> None:
    try:
        source = decode(data, "a.txt", encoding)
    except SourceError:
        return
    marks = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
    mark = marks.get(source.encoding, b"") if source.bom else b""
    if not source.encoding.startswith("utf-32"):
        assert mark + source.text.encode(source.encoding) == data
