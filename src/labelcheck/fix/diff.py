"""What fixes changed, as a unified diff. Nothing is guessed: it is known what of the new text stood in the old one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from labelcheck.expressions import expression

_LINE = expression(r"[^\n]*\n|[^\n]+")
_CONTEXT = 3  # lines shown around a change


def unified_diff(path: str, old: str, new: str, before: Callable[[int], int | None]) -> Iterator[str]:
    """The lines of a diff, each with the newline that it has in the text, if any.

    ``before`` tells where the character at an offset of ``new`` stood in ``old``; None if it was put in.
    """
    yield f"--- {path}\n"
    yield f"+++ {path}\n"
    rows = list(_rows(old, new, before))
    at, passed = 0, {"-": 0, "+": 0}
    for start, stop in _hunks([number for number, (sign, _) in enumerate(rows) if sign != " "], len(rows)):
        spans = []
        for sign in passed:
            first = passed[sign] + sum(row[0] in (" ", sign) for row in rows[at:start])
            count = sum(row[0] in (" ", sign) for row in rows[start:stop])
            spans.append(f"{sign}{first + bool(count)}" + (f",{count}" if count != 1 else ""))
            passed[sign] = first + count
        at = stop
        yield f"@@ {' '.join(spans)} @@\n"
        yield from (sign + line for sign, line in rows[start:stop])


def _rows(old: str, new: str, before: Callable[[int], int | None]) -> Iterator[tuple[str, str]]:
    """The lines of both texts: those of the old one with ``-``, of the new one with ``+``, of both with a blank."""
    old_lines, new_lines = list(_LINE.finditer(old)), list(_LINE.finditer(new))
    starts = {line.start(): number for number, line in enumerate(old_lines)}
    at = to = 0
    for number, line in enumerate(new_lines):
        start = before(line.start())
        same = starts.get(start) if start is not None else None
        if same is not None and line.group() == old_lines[same].group():
            yield from (("-", removed.group()) for removed in old_lines[at:same])
            yield from (("+", added.group()) for added in new_lines[to:number])
            yield " ", line.group()
            at, to = same + 1, number + 1
    yield from (("-", removed.group()) for removed in old_lines[at:])
    yield from (("+", added.group()) for added in new_lines[to:])


def _hunks(changed: list[int], length: int) -> list[tuple[int, int]]:
    """Which rows are shown together: changed ones with their context, joined where that touches."""
    hunks: list[tuple[int, int]] = []
    for number in changed:
        start, stop = max(number - _CONTEXT, 0), min(number + _CONTEXT + 1, length)
        if hunks and start <= hunks[-1][1]:
            start, _ = hunks.pop()
        hunks.append((start, stop))
    return hunks
