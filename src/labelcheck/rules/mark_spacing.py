r"""A mark does not stand right after its name.

White space before a mark lets a line break come between them, a mark inside the quotation marks becomes a part of
the name, and a mark before a hyphen splits the word. The mark still counts as a label; only its place is wrong.

What to do: put the mark right after the name, after its closing quotation mark, and after the whole of a compound.
`--fix` does.

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

from collections.abc import Iterator

from labelcheck.article import Article, Mark
from labelcheck.rules.base import Problem, Values

CODE = "LC501"
NAME = "mark-spacing"
SEVERITY = "warning"


def check(article: Article) -> Iterator[Problem]:
    """Report every misplaced mark of a certain mention once, even if several names share it."""
    text = article.view.text
    seen: set[Mark] = set()
    for mention in article.mentions:
        mark = mention.mark
        if mark is None or not mention.certain or mention.exempt is not None or mark in seen:
            continue
        seen.add(mark)
        message = _message(mark)
        if message is None:
            continue
        start = mark.start
        while start > mention.end and text[start - 1].isspace():
            start -= 1
        values: Values = {"mark": mark.symbol, "text": text[mention.start : mention.end]}
        yield Problem(article.place(start, mark.end), message, values, mention.entity)


def _message(mark: Mark) -> str | None:
    if mark.inside_quotes:
        return "mark-inside-quotes"
    if mark.before_hyphen:
        return "mark-before-hyphen"
    return "space-before-mark" if mark.spaced else None
