r"""A label stands on a name that no loaded registry has.

Somebody took this organization for a designated one. Either the registries are incomplete or out of date, and then
its other mentions go unchecked, or the label is a mistake, and then it says something false about the organization.

What to do: load the registry that lists it (`--registry`), update the registries, or delete the label.

## Fails

```md as-of=2025-02-01
По данным «Вечернего листка»\*, переговоры отложены.

\* Признан иностранным агентом.
```

## Passes

```md as-of=2025-02-01
По данным «Вечернего листка», переговоры отложены.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from labelcheck.article import Article
from labelcheck.rules.base import Problem

CODE = "LC205"
NAME = "unlisted-name"
SEVERITY = "note"


def check(article: Article) -> Iterator[Problem]:
    """Report every labelled name that is nobody's."""
    for name in article.unknown_names:
        yield Problem(article.place(name.start, name.end), NAME, {"text": article.view.text[name.start : name.end]})
