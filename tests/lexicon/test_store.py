from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labelcheck.lexicon import store

DATA = store.write({"key": "k"}, ["альфа".encode(), b"beta"], {"rows": [{"a": 1}, ["б"], None], "none": []})


def test_what_is_written_is_read() -> None:
    head, anchors, tables = store.read(DATA)
    assert head["key"] == "k"
    assert anchors == ["альфа".encode(), b"beta"]
    assert [tables["rows"][i] for i in range(len(tables["rows"]))] == [{"a": 1}, ["б"], None]
    assert len(tables["none"]) == 0


def test_machines_that_store_numbers_the_other_way_round_read_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "byteorder", "big")
    _, _, tables = store.read(DATA)
    assert [tables["rows"][i] for i in range(3)] == [{"a": 1}, ["б"], None]


@given(at=st.integers(0, len(DATA) - 1), bit=st.integers(0, 7))
def test_any_changed_bit_is_noticed(at: int, bit: int) -> None:
    damaged = bytearray(DATA)
    damaged[at] ^= 1 << bit
    with pytest.raises(store.DamagedStoreError):
        store.read(bytes(damaged))


@given(st.integers(0, len(DATA) - 1))
def test_a_cut_file_is_noticed(length: int) -> None:
    with pytest.raises(store.DamagedStoreError):
        store.read(DATA[:length])


@given(st.binary())
def test_any_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(store.DamagedStoreError):
        store.read(data)
