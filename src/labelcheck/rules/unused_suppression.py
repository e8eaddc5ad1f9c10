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
    starts = [*source.line_starts(), len(text)]
    before, after = text[starts[first] : start], text[end : starts[last + 1]].rstrip("\r\n")
    in_html = text.startswith("<!--", start)
    if not before.strip() and after.strip() in ("", '"', "'"):  # the value of a key may be quoted
        start, end = _lines(source, first, last, keep_blank=in_html)
    elif after.strip() and not in_html:
        return None
    elif not before.strip():
        end += len(after) - len(after.lstrip())
    elif not after or after[0].isspace():
        start -= len(before) - len(before.rstrip())
    return Fix(safe=True, edits=(Edit(start, end, ""),))


def _lines(source: Source, first: int, last: int, *, keep_blank: bool) -> tuple[int, int]:
    """What to take away of lines, so that what stands around them is parted as before and no blank line is left over.

    ``keep_blank``: to leave one where without it two paragraphs would be one.
    """
    text, starts = source.text, [*source.line_starts(), len(source.text)]
    after_last = len(starts) - 1
    above = first == 0 or not text[starts[first - 1] : starts[first]].strip()
    below = last + 1 == after_last or not text[starts[last + 1] : starts[last + 2]].strip()
    if above and below and last + 1 < after_last:
        last += 1
    start, end = starts[first], starts[last + 1]
    if keep_blank and not above and not below:
        end = len(text[:end].rstrip("\r\n"))
    elif above and first > 0 and end == len(text):
        start = starts[first - 1]
    return start, end
