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

from labelcheck.article import Article, Footnote
from labelcheck.rules.base import Problem

CODE = "LC202"
NAME = "conflicting-footnotes"
SEVERITY = "warning"


def check(article: Article) -> Iterator[Problem]:
    """Report every footnote that conflicts with an earlier one of the same mark, once."""
    for position, footnote in enumerate(article.footnotes):
        earlier = next((other for other in article.footnotes[:position] if _conflict(other, footnote)), None)
        if earlier:
            yield Problem(
                article.place(footnote.start, footnote.end),
                NAME,
                {
                    "mark": footnote.symbol,
                    "stated": tuple(sorted(footnote.statement.states)),
                    "earlier": tuple(sorted(earlier.statement.states)),
                },
            )


def _conflict(one: Footnote, other: Footnote) -> bool:
    """Whether two footnotes may explain the same name by one mark and neither repeats what the other states."""
    apart = one.names and other.names and not one.names & other.names
    states, others = one.statement.states, other.statement.states
    return one.symbol == other.symbol and not apart and not (states <= others or others <= states)
