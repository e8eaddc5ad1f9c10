"""A decoded article: its text as stored, and where its lines begin."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from labelcheck.expressions import expression
from labelcheck.records import dataclass, field

_NEWLINE = expression(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Source:
    """One article as read from disk.

    ``text`` is the decoded file without its byte order mark and with newlines as stored. ``encoding`` and ``bom``
    say how to write it back. Offsets into ``text`` count code points.
    """

    path: str
    text: str
    encoding: str = "utf-8"
    bom: bool = False
    _line_starts: list[int] = field(default_factory=list, init=False, repr=False, compare=False)

    def line_starts(self) -> list[int]:
        """Offsets at which lines begin; a line ends at LF, CRLF or CR and at nothing else (not at U+2028)."""
        if not self._line_starts:
            self._line_starts.append(0)
            if "\r" in self.text:
                self._line_starts.extend(match.end() for match in _NEWLINE.finditer(self.text))
            else:  # ten times faster
                lines = self.text.split("\n")
                ends = accumulate(map(len, lines[:-1]))
                self._line_starts.extend([end + number for number, end in enumerate(ends, 1)])
        return self._line_starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column (both from 1, columns in code points) of the character at ``offset``."""
        starts = self.line_starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1
