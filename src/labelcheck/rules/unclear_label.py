"""The footnote or the label in words states no designation that is known.

The name has a label, but what it says is not the status: a joke, "see below", "included in the register" without
saying in which, or "banned" for an organization that is not banned but a foreign agent.

What to do: name the status, in the words that the registry's `label.states` knows. If the wording is a good one that
no registry knows yet, add it to `label.states` of that registry.

## Fails

```txt as-of=2025-02-01
The Moscow Times* пишет о переговорах.

* Без комментариев.
```

```txt as-of=2025-02-01
The Moscow Times (внесено в реестр) пишет о переговорах.
```

## Passes

```txt as-of=2025-02-01
The Moscow Times* пишет о переговорах.

* Признано иностранным агентом и нежелательной организацией.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from labelcheck.article import Article
from labelcheck.rules.base import Problem, on_mention

CODE = "LC105"
NAME = "unclear-label"
SEVERITY = "warning"


def check(article: Article) -> Iterator[Problem]:
    """Report every checked mention with a label that states nothing known, or only weakly and something else."""
    for mention in article.faulty(NAME):
        yield on_mention(article, mention, NAME)
