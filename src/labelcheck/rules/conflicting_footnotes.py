r"""One mark has two footnotes that state different designations.

The reader cannot tell which of them is meant. Two footnotes that name different organizations do not conflict: each
explains its own. Nor do two of which one merely says more than the other.

What to do: give one of the two footnotes a mark of its own, in the text as well, or join them into one.

## Fails

```md as-of=2023-12-01
The Moscow Times\* пишет о переговорах.

\* Признано иностранным агентом.

\* Признано нежелательной организацией.
```

## Passes

```md as-of=2025-02-01
The Moscow Times\* пишет о переговорах.

\* Признано иностранным агентом и нежелательной организацией.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from labelcheck.article import Article
from labelcheck.rules.base import Problem

CODE = "LC202"
NAME = "conflicting-footnotes"
SEVERITY = "warning"

_ANYBODY = ""
"""Whom a footnote without names speaks of."""


def check(article: Article) -> Iterator[Problem]:
    """Report every footnote that conflicts with an earlier one of the same mark, once."""
    told: dict[str, dict[frozenset[str], set[str]]] = {}  # by mark, then by what is stated: of whom
    for footnote in article.footnotes:
        stated, names = footnote.statement.states, footnote.names or frozenset({_ANYBODY})
        earlier = told.setdefault(footnote.symbol, {})
        for others, named in earlier.items():
            same_name = _ANYBODY in names or _ANYBODY in named or not named.isdisjoint(names)
            if same_name and not (stated <= others or others <= stated):
                yield Problem(
                    article.place(footnote.start, footnote.end),
                    NAME,
                    {"mark": footnote.symbol, "stated": tuple(sorted(stated)), "earlier": tuple(sorted(others))},
                )
                break
        earlier.setdefault(stated, set()).update(names)
