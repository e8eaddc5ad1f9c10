"""A suppression silences nothing, or its time is up.

A suppression that is left behind after the text was corrected would hide the next finding in the same place. It is
judged only for rules that are switched on in the run. An entry of `suppressions` in the configuration is reported
without a file: when its article was checked and has nothing to silence, and when there is no such article.

What to do: delete the directive or entry, or the code in it that the message names; after its date, correct the text or
set a later date.

## Fails

```md as-of=2025-02-01
<!-- labelcheck: ignore[LC101] -- quoted from a court ruling -->
Переговоры отложены.
```

```md as-of=2025-02-01
<!-- labelcheck: ignore[LC101] until 2025-01-01 -- waiting for the court -->
По данным The Moscow Times, переговоры отложены.
```

## Passes

```md as-of=2025-02-01
<!-- labelcheck: ignore[LC101] -- quoted from a court ruling -->
По данным The Moscow Times, переговоры отложены.
```

```md as-of=2025-02-01
<!-- labelcheck: ignore[LC101] until 2025-03-01 -- waiting for the court -->
По данным The Moscow Times, переговоры отложены.
```
"""

from __future__ import annotations

from collections.abc import Sequence

from labelcheck.findings import Edit, Fix
from labelcheck.source.model import Source
from labelcheck.source.view import Comment

CODE = "LC901"
NAME = "unused-suppression"
SEVERITY = "warning"


def removal(source: Source, comment: Comment, kept: Sequence[str]) -> Fix | None:
    """The fix that leaves the directive in a comment the ``kept`` codes only, or takes all of it away.

    None for a comment that is entangled with other things in front matter.
    """
    text, start, end = source.text, comment.source_start, comment.source_end
    if kept:
        opens = text.index("[", start) + 1
        return Fix(safe=True, edits=(Edit(opens, text.index("]", opens), ", ".join(kept)),))
    first, last = source.position(start)[0] - 1, source.position(end)[0] - 1
    line_start, line_end = _line_start(source, first), _without_newline(text, end, _line_start(source, last + 1))
    before, after = start, end  # where the blanks around it begin and end
    while before > line_start and text[before - 1].isspace():
        before -= 1
    while after < line_end and text[after].isspace():
        after += 1
    opens_line, ends_line = before == line_start, after == line_end
    in_html = text.startswith("<!--", start)
    # The value of a key may be quoted.
    if opens_line and (ends_line or text[after:line_end].rstrip() in ('"', "'")):
        start, end = _lines(source, first, last, keep_blank=in_html)
    elif not ends_line and not in_html:
        return None
    elif opens_line:
        end = after
    elif end == line_end or text[end].isspace():
        start = before
    return Fix(safe=True, edits=(Edit(start, end, ""),))


def _lines(source: Source, first: int, last: int, *, keep_blank: bool) -> tuple[int, int]:
    """What to take away of lines, so that what stands around them is parted as before and no blank line is left over.

    ``keep_blank``: to leave one where without it two paragraphs would be one.
    """
    text, after_last = source.text, len(source.line_starts())

    def is_blank(line: int) -> bool:
        return not text[_line_start(source, line) : _line_start(source, line + 1)].strip()

    above = first == 0 or is_blank(first - 1)
    below = last + 1 == after_last or is_blank(last + 1)
    if above and below and last + 1 < after_last:
        last += 1
    start, end = _line_start(source, first), _line_start(source, last + 1)
    if keep_blank and not above and not below:
        end = _without_newline(text, start, end)
    elif above and first > 0 and end == len(text):
        start = _line_start(source, first - 1)
    return start, end


def _line_start(source: Source, line: int) -> int:
    """Where a line, counted from 0, begins; the end of the text for the line after the last."""
    starts = source.line_starts()
    return starts[line] if line < len(starts) else len(source.text)


def _without_newline(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in "\r\n":
        end -= 1
    return end
