r"""A mark does not stand right after its name.

White space before a mark lets a line break come between them, a mark inside the quotation marks becomes a part of
the name, and a mark before a hyphen splits the word. The mark still counts as a label; only its place is wrong.

What to do: put the mark right after the name, after its closing quotation mark, and after the whole of a compound.
White space before a mark is removed by `--fix`.

## Fails

```txt as-of=2024-01-15
The Moscow Times * пишет о переговорах.

* Признано иностранным агентом.
```

```txt as-of=2024-01-15
По данным «The Moscow Times*», переговоры отложены.

* Признано иностранным агентом.
```

## Passes

```txt as-of=2024-01-15
По данным «The Moscow Times»*, переговоры отложены.

* Признано иностранным агентом.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from labelcheck.article import Article, Mark
from labelcheck.findings import Edit, Fix
from labelcheck.rules.base import Problem, Values

CODE = "LC501"
NAME = "mark-spacing"
SEVERITY = "warning"

_OPENER_OR_BREAK = re.compile(r"(?<![^\W_])(?<!\*)\*+\S|\*[^\W_]|\n\n")
"""An asterisk that Markdown could take for the beginning of emphasis, or the end of a block."""


def check(article: Article) -> Iterator[Problem]:
    """Report every misplaced mark of a certain mention once, even if several names share it."""
    text = article.view.text
    tokens = _OPENER_OR_BREAK.finditer(text)
    token = next(tokens, None)
    opened = False  # whether an earlier asterisk of the block would be paired with a mark that touches its name
    mended: set[int] = set()  # where marks stand that will touch their names and so open nothing
    seen: set[Mark] = set()
    for mention in article.mentions:
        mark = mention.mark
        if mark is None or not mention.certain or mention.exempt is not None or mark in seen:
            continue
        seen.add(mark)
        message = _message(mark)
        if message is None:
            continue
        while token and token.start() < mark.start:
            opened = token.group() != "\n\n" and (opened or token.start() not in mended)
            token = next(tokens, None)
        start = mark.start
        while start > mention.end and text[start - 1].isspace():
            start -= 1
        fix = None if opened else _fix(article, start, mark)
        if fix:
            mended.add(mark.start)
        values: Values = {"mark": mark.symbol, "text": text[mention.start : mention.end]}
        yield Problem(article.place(start, mark.end), message, values, mention.entity, fix)


def _message(mark: Mark) -> str | None:
    if mark.inside_quotes:
        return "mark-inside-quotes"
    if mark.before_hyphen:
        return "mark-before-hyphen"
    return "space-before-mark" if mark.spaced else None


def _fix(article: Article, start: int, mark: Mark) -> Fix | None:
    """Delete the white space from ``start`` up to the mark, if nothing else stands there in the source."""
    if start == mark.start:
        return None
    first = article.view.source_span(start, mark.start)[0]
    last = article.view.source_span(mark.start, mark.end)[0]
    if not re.fullmatch(r"[^\S\r\n]+", article.view.source.text[first:last]):
        return None
    return Fix(safe=True, edits=(Edit(first, last, ""),))
