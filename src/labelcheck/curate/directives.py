"""Comments that answer a remark: ``# labelcheck: ignore[ordinary-name] -- reason``.

Such a comment holds for the line it stands on, or, alone on its line, for the next line that is no comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from labelcheck.curate.remarks import ERROR, WARNING, Remark
from labelcheck.registry.model import Position

_COMMENT = re.compile(r"(?<!\S)#\s*labelcheck\s*:.*")
_DIRECTIVE = re.compile(r"#\s*labelcheck:\s*ignore\[([a-z-]+(?:\s*,\s*[a-z-]+)*)\]\s*(?:--|[–—])\s*(\S.*)")


@dataclass(slots=True)
class _Directive:
    position: Position
    line: int
    """The line that it is about."""
    checks: list[str]
    used: set[str] = field(default_factory=set)


def answer(path: str, lines: Sequence[str], remarks: Sequence[Remark]) -> Iterator[Remark]:
    """The remarks on the file ``path`` that no comment answers, and what is wrong with such comments."""
    directives = []
    for number, line in enumerate(lines, 1):
        comment = _COMMENT.search(line)
        if comment:
            position = Position(path, number, comment.start() + 1)
            stated = _DIRECTIVE.fullmatch(comment[0].strip())
            if stated:
                about = number if line[: comment.start()].strip() else _next(lines, number)
                directives.append(_Directive(position, about, re.split(r"\s*,\s*", stated[1])))
            else:
                advice = "write # labelcheck: ignore[ordinary-name] -- and the reason"
                yield Remark(position, ERROR, "malformed-comment", f"this comment cannot be read; {advice}")
    for remark in remarks:
        answers = [d for d in directives if d.line == remark.position.line and remark.check in d.checks]
        for directive in answers:
            directive.used.add(remark.check)
        if not answers:
            yield remark
    for directive in directives:
        unused = ", ".join(check for check in directive.checks if check not in directive.used)
        if unused:
            yield Remark(directive.position, WARNING, "unused-comment", f"nothing to ignore here: {unused}; delete it")


def _next(lines: Sequence[str], number: int) -> int:
    """The number of the next line after ``number`` that has more than a comment."""
    content = (at for at, line in enumerate(lines[number:], number + 1) if line.strip() and line.lstrip()[0] != "#")
    return next(content, number)
