"""What a fuzz target is, and what holds for all of them."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from labelcheck.errors import LabelcheckError

MAX_MESSAGE = 100_000
"""Characters of the longest message: 100 problems of a registry, each with a value quoted in it."""


@dataclass(frozen=True)
class Target:
    """One reader under test.

    ``check`` reads an input and raises whatever should not happen; refusing it in a sentence for people is fine.
    ``seeds``: inputs to begin with. ``tokens``: what is worth inserting. ``seconds``: CPU time an input may take,
    and again for each kilobyte of it.
    """

    name: str
    check: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]
    tokens: tuple[str, ...]
    seconds: float = 2.0

    def run(self, data: bytes) -> None:
        """Check one input, and that it takes no longer than it may."""
        began = time.process_time()
        self.check(data)
        took = time.process_time() - began
        allowed = self.seconds * (1 + len(data) / 1024)
        assert took <= allowed, f"{took:.1f} s of CPU time for {len(data)} bytes, where {allowed:.1f} s are the most"


@contextmanager
def refusable(path: Path | str) -> Iterator[None]:
    """Inside it an input may be refused: with an error of ours that names the file and ends."""
    try:
        yield
    except LabelcheckError as error:
        message = str(error)
        assert str(path) in message, f"the message does not name the file: {message}"
        assert len(message) < MAX_MESSAGE, f"a message of {len(message)} characters"


@cache
def folder() -> Path:
    """A folder for the files of this process, gone when it ends."""
    _KEPT.append(tempfile.TemporaryDirectory(prefix="labelcheck-fuzz-"))
    return Path(_KEPT[-1].name)


_KEPT: list[tempfile.TemporaryDirectory[str]] = []


def written(name: str, data: bytes) -> Path:
    """The file of that name in :func:`folder`, with this content."""
    path = folder() / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def text_of(data: bytes) -> str:
    """Any bytes as a text: what is not UTF-8 is replaced, so that no input is lost on a reader of texts."""
    return data.decode(errors="replace")
