r"""Patterns taken apart when a lexicon is compiled: most of what they match is words and stems, found without them.

``издани(?:е|я)|медиапроект\w*`` is two words and a stem. What is neither stays a pattern, with the literals that a text
must hold for it to match, and is run by :mod:`re` where that cannot take long: importing :mod:`regex` and compiling the
patterns of the bundled languages with it would take longer than checking an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from labelcheck.lexicon.wordings import is_word
from labelcheck.patterns import is_lower

_MOST = 4000
"""Words that one alternative may stand for; one of more stays a pattern."""
_LONG = 1_000
"""Times that an open-ended repetition is reckoned to be tried."""
_MOST_QUICK = 100_000
"""Ways to match at one place that the standard engine, which knows no time limit, may have to try."""
_CHARACTERS = re.compile(r"\[([^\]\[\\^&|~-]+)\]")
_CLASS = re.compile(r"\[\^?(?!-)(?:(?!--)[^\]\[\\&|~]|\\[wWdDsS])+\]|\\[wWdDsS]|\.")
"""Sets with operators of ``regex``, such as ``--``, are left to it."""
_REPEAT = re.compile(r"\*|\+|\{\d*(?:,\d*)?\}")
_ESCAPED = re.compile(r"\\(\W)", re.ASCII)
_SIGNS = frozenset("\\^$.|?*+()[]{}")


class _Unreadable(Exception):  # noqa: N818 - it never leaves this module
    """The pattern has something that is not read here, such as a lookaround or a flag."""


@dataclass(frozen=True, slots=True)
class _Part:
    r"""One way to match: the literals in order, with gaps between them that any text may fill.

    ``tail``: nothing; ``*`` or ``+`` if all that follows the one literal is ``\w*`` or ``\w+``; ``…`` for other gaps.
    """

    literals: tuple[str, ...] = ("",)
    tail: str = ""

    def __add__(self, other: _Part) -> _Part:
        if other == _NOTHING:
            return self
        joined = self.literals[-1] + other.literals[0]
        tail = "…" if self.tail else other.tail
        return _Part((*self.literals[:-1], joined, *other.literals[1:]), tail)


_NOTHING = _Part()
_GAP = _Part(("", ""), "…")


def take_apart(patterns: Iterable[str]) -> dict[str, Any]:
    r"""A row of the lexicon for :class:`labelcheck.lexicon.wordings.Wordings`: what any of ``patterns`` matches.

    ``literals``: words, each with what may follow in the same word: nothing, ``*`` anything, ``+`` something.
    ``patterns``: each with whether :mod:`re` may run it, and with its ways to match: the literals a text must hold.
    """
    literals: dict[str, str] = {}
    rest: list[list[Any]] = []
    for pattern in dict.fromkeys(alternative for whole in patterns for alternative in _alternatives(whole)):
        reader = _Reader(pattern)
        try:
            parts = reader.read()
        except _Unreadable:
            rest.append([pattern, False, [[]]])
            continue
        if all(map(_is_plain, parts)):
            for part in parts:
                word, tail = part.literals[0], part.tail
                literals[word] = tail if literals.get(word, tail) == tail else "*"
        else:
            ways = _least({tuple(filter(None, part.literals)) for part in parts})
            rest.append([pattern, reader.is_quick and is_lower(pattern), ways])
    return {"literals": dict(sorted(literals.items())), "patterns": rest}


def _least(ways: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The ways to match less those that ask for more than another."""
    found: list[tuple[str, ...]] = []
    for way in sorted(ways, key=lambda way: (sum(map(len, way)), way)):
        if not any(all(any(part in literal for literal in way) for part in least) for least in found):
            found.append(way)
    return found


def _is_plain(part: _Part) -> bool:
    literal = part.literals[0]
    return part.tail != "…" and is_word(literal[:1]) and is_word(literal[-1:])


def _alternatives(pattern: str) -> Iterator[str]:
    """``pattern`` cut at the bars that stand in no group, with ё as е."""
    pattern = pattern.replace("ё", "е")
    depth = begin = at = 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "[":
            found = _CLASS.match(pattern, at)
            if found is None:
                break  # a set that only ``regex`` reads
            at = found.end() - 1
        elif sign == "|" and not depth:
            yield pattern[begin:at]
            begin = at + 1
        depth += (sign == "(") - (sign == ")")
        at += 2 if sign == "\\" else 1
    yield pattern[begin:]


class _Reader:
    """Reads one pattern. ``is_quick``: whether no text makes it try very many ways at one place."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0
        self._open_ended = 0
        self._times = 1
        self.is_quick = True

    def read(self) -> list[_Part]:
        """The ways to match. Raises :class:`_Unreadable`."""
        parts = self._choice()
        if self._at < len(self._pattern):
            raise _Unreadable
        ends_open = self._pattern.endswith(("*", "+")) and not self._pattern.endswith(("\\*", "\\+"))
        ways = len(parts) * self._times * _LONG ** (self._open_ended - ends_open)
        self.is_quick = self.is_quick and ways <= _MOST_QUICK
        return parts

    def _choice(self) -> list[_Part]:
        parts = self._sequence()
        while self._pattern.startswith("|", self._at):
            self._at += 1
            parts += self._sequence()
        return parts

    def _sequence(self) -> list[_Part]:
        parts = [_NOTHING]
        while self._at < len(self._pattern) and self._pattern[self._at] not in "|)":
            parts = [first + second for first, second in product(parts, self._piece())]
            if len(parts) > _MOST:
                raise _Unreadable
        return parts

    def _piece(self) -> list[_Part]:
        """A literal, a class or a group, with what says how often."""
        begin = self._at
        parts = self._atom()
        atom = self._pattern[begin : self._at]
        repeat = _REPEAT.match(self._pattern, self._at)
        if repeat:
            self._at = repeat.end()
            most = repeat[0].strip("{}").rpartition(",")[2]
            if most.isdigit():
                self._times *= max(1, int(most))
            else:
                self._open_ended += 1
            if atom.startswith("("):
                self.is_quick = False  # what is repeated may match in several ways, or hold another repetition
            parts = [_Part(("", ""), repeat[0])] if atom == r"\w" and repeat[0] in "*+" else [_GAP]
        elif self._pattern.startswith("?", self._at):
            self._at += 1
            parts = [*parts, _NOTHING]
        if self._at > begin + len(atom) and self._pattern.startswith(("?", "+", "*", "{"), self._at):
            raise _Unreadable  # a lazy or possessive repetition
        return parts

    def _atom(self) -> list[_Part]:
        characters = _CHARACTERS.match(self._pattern, self._at)
        if characters:
            self._at = characters.end()
            return [_Part((character.lower(),)) for character in characters[1]]
        gap = _CLASS.match(self._pattern, self._at)
        if gap:
            self._at = gap.end()
            return [_GAP]
        escaped = _ESCAPED.match(self._pattern, self._at)
        if escaped:
            self._at = escaped.end()
            return [_Part((escaped[1],))]
        if self._pattern.startswith("(?:", self._at):
            self._at += 3
            parts = self._choice()
            if not self._pattern.startswith(")", self._at):
                raise _Unreadable
            self._at += 1
            return parts
        sign = self._pattern[self._at]
        if sign in _SIGNS:
            raise _Unreadable
        self._at += 1
        return [_Part((sign.lower(),))]
