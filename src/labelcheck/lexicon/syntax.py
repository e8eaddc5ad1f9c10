r"""The syntax of plain patterns: a small part of that of :mod:`regex`, read into a tree.

Signs, sets, groups, alternatives, ``\b``, ``\w`` and its kin, and greedy quantifiers, in small letters of scripts whose
letters are one code point each. A pattern that holds anything else is not read at all, so that nothing is misread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

WORD, GAP = "word", "gap"
"""Kinds of characters: letters, digits and the underscore, and all others."""

_LAST_LETTER = "\u052f"
"""Latin, Greek and Cyrillic. Letters of other scripts may bear marks, which :mod:`regex` takes for letters too."""
_QUANTIFIER = re.compile(r"(?:([?*+])|\{(\d+)(?:(,)(\d*))?\})(?![?+])")
_CLASSES = {"w": {WORD}, "d": {WORD}, "W": {GAP}, "s": {GAP}, "D": {WORD, GAP}, "S": {WORD, GAP}}


class NotPlainError(Exception):
    """The pattern holds something that is not read here."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One character: one of ``letters``, or of a class (None). ``kinds``: whether it belongs to words, gaps or both."""

    letters: str | None
    kinds: frozenset[str]
    any_of_word: bool = False
    r"""It is ``\w``."""


@dataclass(frozen=True, slots=True)
class Edge:
    r"""``\b``."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing after the other."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several."""

    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Times:
    """Something repeated, without bound if ``most`` is None."""

    item: Node
    least: int
    most: int | None


Node = Sign | Edge | Row | Choice | Times


def read(pattern: str) -> Node:
    """The tree of a pattern. Raises NotPlainError."""
    return _Reader(pattern).all()


def options(pattern: str) -> list[str]:
    """The alternatives of a pattern at its top level. Raises NotPlainError."""
    return list(_Reader(pattern).options())


class _Reader:
    """Reads one pattern, sign by sign."""

    def __init__(self, pattern: str) -> None:
        self._text = pattern
        self._at = 0

    def all(self) -> Node:
        """The whole pattern."""
        node = self._choice()
        if self._at < len(self._text):
            raise NotPlainError
        return node

    def options(self) -> Iterator[str]:
        """The texts of the alternatives at the top level."""
        while True:
            start = self._at
            self._row()
            yield self._text[start : self._at]
            if self._at == len(self._text):
                return
            self._take("|")

    def _choice(self) -> Node:
        options = [self._row()]
        while self._next() == "|":
            self._at += 1
            options.append(self._row())
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def _row(self) -> Node:
        items: list[Node] = []
        while self._next() not in ("", "|", ")"):
            items.append(self._quantified(self._item()))
        return Row(tuple(items))

    def _quantified(self, item: Node) -> Node:
        sign = self._next()
        if sign not in ("?", "*", "+", "{"):
            return item
        found = _QUANTIFIER.match(self._text, self._at)
        if found is None or isinstance(item, Edge):
            raise NotPlainError
        self._at = found.end()
        if found[1]:
            return Times(item, int(sign == "+"), 1 if sign == "?" else None)
        least = int(found[2])
        most = (int(found[4]) if found[4] else None) if found[3] else least
        return Times(item, least, most)

    def _item(self) -> Node:
        sign = self._next()
        self._at += 1
        if sign == "(":
            if self._text.startswith("?", self._at):
                self._take("?:")
            node = self._choice()
            self._take(")")
            return node
        if sign == "[":
            return self._set()
        if sign == "\\":
            return self._escape()
        if sign in ".^$*+?{}":
            raise NotPlainError
        return _letter(sign)

    def _escape(self) -> Node:
        sign = self._next()
        self._at += 1
        if sign == "b":
            return Edge()
        if sign in _CLASSES:
            return Sign(None, frozenset(_CLASSES[sign]), any_of_word=sign == "w")
        if sign == "" or sign.isalnum() or sign == "_":
            raise NotPlainError
        return _letter(sign)

    def _set(self) -> Node:
        letters, listed = "", True
        kinds: set[str] = set()
        while (sign := self._next()) != "]":
            self._at += 1
            if sign in ("", "[", "^") or (sign in "-|&~" and self._next() == sign):
                raise NotPlainError  # nested sets, set operations and negated sets
            if sign == "\\":
                item = self._escape()
                if not isinstance(item, Sign):
                    raise NotPlainError
            elif self._next() == "-" and self._text[self._at + 1 : self._at + 2] not in ("", "]"):
                last = self._text[self._at + 1]
                self._at += 2
                if last in "\\[" or not _letter(sign).kinds == _letter(last).kinds == {WORD}:
                    raise NotPlainError
                item = Sign(None, frozenset({WORD}))
            else:
                item = _letter(sign)
            kinds |= item.kinds
            listed = listed and item.letters is not None
            letters += item.letters or ""
        self._at += 1
        return Sign(letters if listed else None, frozenset(kinds))

    def _next(self) -> str:
        return self._text[self._at : self._at + 1]

    def _take(self, text: str) -> None:
        if not self._text.startswith(text, self._at):
            raise NotPlainError
        self._at += len(text)


def _letter(sign: str) -> Sign:
    if sign > _LAST_LETTER or sign != sign.lower():
        raise NotPlainError
    return Sign(sign, frozenset({WORD if sign.isalnum() or sign == "_" else GAP}))
