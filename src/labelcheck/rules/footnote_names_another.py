r"""The footnote of the mark names other organizations only.

A footnote that names organizations speaks of those and of nobody else. Here the name carries its mark, so for the
newsroom the name is labelled, but to the reader the label says nothing about it.

What to do: name this organization in the footnote as well, leave the names out, or give this one a mark and a
footnote of its own.

## Fails

```md as-of=2024-01-15
The Moscow Times\* и Deutsche Welle\* пишут о переговорах.

\* Deutsche Welle признана иностранным агентом.
```

## Passes

```md as-of=2024-01-15
The Moscow Times\* и Deutsche Welle\* пишут о переговорах.

\* Признаны иностранными агентами.
```

```md as-of=2024-01-15
The Moscow Times\* и Deutsche Welle\*\* пишут о переговорах.

\* Признано иностранным агентом.

\*\* Deutsche Welle признана иностранным агентом.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from labelcheck.article import Article
from labelcheck.rules.base import Problem, on_mention

CODE = "LC203"
NAME = "footnote-names-another"
SEVERITY = "error"


def check(article: Article) -> Iterator[Problem]:
    """Report every checked mention that has no other label than footnotes about other entities."""
    for mention in article.faulty(NAME):
        yield on_mention(article, mention, NAME)
