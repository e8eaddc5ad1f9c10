"""Whether texts made to be slow take time in proportion to their length, and how much beside ordinary text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from subprocess import run
from time import perf_counter

import inputs
from costs import LABELCHECK, Timing, timing
from figures import Figure
from hostile_texts import CASES

_MOST = 3.0
"""By how much twice the length may take longer: a quadratic takes four times as long, and noise some tenths."""
_LIMIT = 600.0
_NOISE = 0.1
"""Seconds of which nothing can be told."""
_PATIENCE = 15.0
"""Seconds of wall time that a pattern may take, of which two are its time limit."""
_OTHERS = 20_000
_STATED = {
    "words on one line": (400_000, "a line of 10 MB"),
    "words on one line of Markdown": (400_000, "a line of 10 MB"),
    "words in one HTML paragraph": (400_000, "a paragraph of 10 MB"),
    "asterisks": (1_000_000, "1,000,000 asterisks"),
    "asterisks apart": (1_000_000, "1,000,000 asterisks apart"),
    "asterisks in Markdown": (1_000_000, "1,000,000 asterisks"),
    "footnotes of one mark": (100_000, "100,000 footnotes"),
    "numbered footnotes": (100_000, "100,000 footnotes with mentions"),
    "mentions": (100_000, "100,000 mentions of one name"),
    "mentions in one list": (100_000, "100,000 mentions in one list"),
    "closed divisions": (100_000, "100,000 elements in each other"),
    "block quotes": (100_000, "100,000 block quotes in each other"),
    "closed parentheses": (100_000, "100,000 parentheses in each other"),
    "directives in HTML": (100_000, "100,000 suppressions"),
}
"""What the figures are about that stand by themselves: how many of it, and what it is called."""


def figures(folder: Path) -> Iterator[Figure]:
    """By how much longer twice as much takes; the notes compare with ordinary text."""
    for case, (count, name) in _STATED.items():
        yield _figure(folder, case, name, *_halves(folder, case, count))
    others = {case: _halves(folder, case, _OTHERS) for case in CASES if case not in _STATED}
    worst = max(others, key=lambda case: _growth(*others[case]))
    yield _figure(folder, worst, f"the worst of {len(others)} other texts ({worst})", *others[worst])
    yield _pattern(folder)


def _halves(folder: Path, case: str, count: int) -> tuple[Timing, Timing]:
    """What half and all of a text take, the better of two tries if the first fails: other work disturbs some.

    Raises ``subprocess.TimeoutExpired``.
    """
    format_name, make = CASES[case]
    half, whole = (_write(folder / f"{size}.txt", make(size)) for size in (count // 2, count))

    def once() -> tuple[Timing, Timing]:
        return timing(format_name, [half], limit=_LIMIT), timing(format_name, [whole], limit=_LIMIT)

    first = once()
    return first if _growth(*first) <= _MOST else min(first, once(), key=lambda halves: _growth(*halves))


def _growth(half: Timing, whole: Timing) -> float:
    return whole.cpu / max(half.cpu, _NOISE)


def _figure(folder: Path, case: str, name: str, half: Timing, whole: Timing) -> Figure:
    format_name, _ = CASES[case]
    ordinary = timing(format_name, inputs.write(folder / f"{case}-ordinary", format_name, whole.size))
    ratio = (whole.cpu / whole.size) / (ordinary.cpu / ordinary.size)
    note = f"{whole.cpu:.2f} s for {whole.size / 1e6:.1f} MB, {ratio:.1f} × ordinary text"
    return Figure("hostile", f"{format_name}: {name}, to half of it", _growth(half, whole), "×", _MOST, note=note)


def _pattern(folder: Path) -> Figure:
    """A pattern that tries exponentially many ways on a text: one error, and the other article is checked."""
    slow = r"запретн(?:а|аа)+х"
    own = inputs.registry("slow", ["Тахо-Локи"]).replace("states: {ru: [", f"states: {{ru: ['{slow}', ")
    registry = _write(folder / "slow.yaml", own)
    words = "запретн" + "а" * 400 + "ууу"
    hostile = _write(folder / "hostile.txt", f"Тахо-Локи ({words}х) и Тахо-Локи.\n")
    other = _write(folder / "other.txt", "Тахо-Локи и.\n")
    command = [*LABELCHECK, "check", "--registry", str(registry), str(hostile), str(other), "--format", "concise"]
    begin = perf_counter()
    done = run(command, capture_output=True, text=True)
    wall = perf_counter() - begin
    assert done.returncode == 2, done
    assert slow in done.stderr
    assert "other.txt:1:1: LC101" in done.stdout
    return Figure("hostile", "a registry's pattern that backtracks: reported in", wall, "s", _PATIENCE)


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="")
    return path
