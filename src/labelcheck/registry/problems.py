"""What is wrong with one file, collected so that a person sees all of it at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import NoReturn, TypeVar

from labelcheck.errors import RegistryError
from labelcheck.registry.model import Position

T = TypeVar("T")

LIMIT = 100
"""So many problems of one file are told. One mistake made everywhere is clear by then, and reading stays bounded."""


class Problems:
    """The problems of the file ``path``: sentences with a position, handed over as one :class:`RegistryError`."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._found: list[tuple[Position, str]] = []

    def add(self, position: Position, message: str) -> None:
        """Note a problem. Raises RegistryError when there are :data:`LIMIT` of them."""
        self._found.append((position, message))
        if len(self._found) == LIMIT:
            raise RegistryError([*self._lines(), f"{self.path}: stopped after {LIMIT} problems; there may be more"])

    def stop(self, position: Position, message: str) -> NoReturn:
        """Note a problem after which nothing more can be read, and raise RegistryError."""
        self._found.append((position, message))
        raise RegistryError(self._lines())

    def raise_if_any(self) -> None:
        """Raise RegistryError if a problem was noted."""
        if self._found:
            raise RegistryError(self._lines())

    def _lines(self) -> list[str]:
        found = sorted(self._found, key=lambda problem: (problem[0].line, problem[0].column))
        return [f"{position}: {message}" for position, message in found]


def load_all(load: Callable[[str], T], paths: Iterable[str]) -> tuple[T, ...]:
    """``load(path)`` for every path. Raises one RegistryError with the problems of all files."""
    loaded, problems = [], list[str]()
    for path in paths:
        try:
            loaded.append(load(path))
        except RegistryError as error:
            problems += error.problems
    if problems:
        raise RegistryError(problems)
    return tuple(loaded)


def quoted(text: str) -> str:
    """``text`` as messages show it: in quotes, short, without a character that could steer a terminal."""
    return repr(text if len(text) <= 60 else text[:59] + "…").replace(r"\\", "\\")  # a backslash as in the file


def instead(wrong: str, known: Iterable[str]) -> str:
    """What to write instead of ``wrong``: the known word that looks like it, or else one of all of them."""
    known = sorted(known)
    similar = closest(wrong, known)
    return f"write {quoted(similar)}" if similar else f"expected one of: {', '.join(known)}"


def closest(wrong: str, known: Iterable[str]) -> str | None:
    """The known word that looks like ``wrong``, if any does."""
    return next(iter(get_close_matches(wrong[:60].lower(), list(known), n=1)), None)
