"""Patterns that run too long: each is tried on texts made to lead it astray."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from labelcheck.curate.remarks import ERROR, Remark
from labelcheck.patterns import compile_pattern
from labelcheck.registry.model import Position, Registry
from labelcheck.registry.problems import quoted

_LIMIT = 0.2
"""Seconds that a pattern may take on a probe. Good ones take less than a thousandth of it."""
_LENGTH = 2000
"""Code points of a probe: those of a long paragraph."""
_ESCAPE = re.compile(r"\\.")
_WORD = re.compile(r"[^\W\d_]+")
_UNITS = ("а", "a", "0", " ", "-", "аб ", "a b ", "(", "«а» ", "a, ")
_STOP = "\0"
"""What no pattern asks for: one that came so far must try all its other ways."""


def check_slowness(registries: Sequence[Registry]) -> Iterator[Remark]:
    """The patterns of ``states:`` and ``context:`` that take too long on some text."""
    for registry in registries:
        for patterns in registry.label.states.values():
            for state in patterns:
                yield from _check("pattern", state.pattern, state.position)
        for entry in registry.entries:
            for name in entry.names:
                for cue in name.context:
                    yield from _check("cue", cue, name.position)


def _check(kind: str, pattern: str, position: Position | None) -> Iterator[Remark]:
    compiled = compile_pattern(pattern)
    for probe in _probes(pattern):
        try:
            compiled.search(probe, timeout=_LIMIT)
        except TimeoutError:
            assert position is not None  # noqa: S101 - every pattern of a file has its place
            message = (
                f"the {kind} {quoted(pattern)} takes longer than {_LIMIT} s on a text of {_LENGTH} characters; let no "
                "repetition stand inside another, and write what must follow it"
            )
            yield Remark(position, ERROR, "slow-pattern", message)
            return


def _probes(pattern: str) -> Iterator[str]:
    """Texts that repeat signs, words, or the words of the pattern, alone and near all words that it may ask for."""
    words = list(dict.fromkeys(_WORD.findall(_ESCAPE.sub(" ", pattern.lower()))))
    asked = " ".join(words)
    for unit in dict.fromkeys((*_UNITS, *words, *(f"{word} " for word in words), f"{asked} ")):
        row = unit * (_LENGTH // len(unit)) + _STOP
        yield from (row, row + asked, f"{asked} {row}", f"{words[0]} {row}{asked}" if words else row)
