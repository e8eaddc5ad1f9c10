r"""A footnote states a designation, but its mark stands nowhere in the text.

The mark was lost, or the paragraph with the name was deleted and the footnote stayed. Either a name went out without
its label, or readers look for something that is not there.

What to do: put the mark after the name that the footnote explains, or delete the footnote.

## Fails

```md as-of=2025-02-01
Переговоры отложены.

\* Признано иностранным агентом.
```

## Passes

```md as-of=2023-12-01
The Moscow Times\* пишет о переговорах.

\* Признано иностранным агентом.
```

```md as-of=2025-02-01
Цена без доставки\*.

\* В пределах города.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from labelcheck.article import Article
from labelcheck.policy import combined
from labelcheck.rules.base import Problem

CODE = "LC201"
NAME = "unused-footnote"
SEVERITY = "warning"


def check(article: Article) -> Iterator[Problem]:
    """Report every designation footnote whose mark no word carries."""
    used = article.used_symbols
    if article.policy.combine_marks:
        defined = frozenset(footnote.symbol for footnote in article.footnotes)
        used = used.union(*(combined(symbol, defined) or () for symbol in used - defined))
    for footnote in article.footnotes:
        if footnote.statement and footnote.symbol not in used:
            yield Problem(article.place(footnote.start, footnote.end), NAME, {"mark": footnote.symbol})
