"""The label states only designations that the organization does not have.

The name is labelled, but with the status of somebody else: a foreign agent is called extremist, or an undesirable
organization a foreign agent. None of what the label states is in force for the organization, nor ever was or will be
(that would be `outdated-label`, LC204).

Words that may stand for several designations, such as "banned", prove nothing wrong: with them the label is at worst
unclear (LC105).

What to do: state the designations that the message lists.

## Fails

```txt as-of=2025-02-01
The Moscow Times (признано террористической организацией) пишет о переговорах.
```

## Passes

```txt as-of=2025-02-01
The Moscow Times (признано иноагентом и нежелательной организацией) пишет о переговорах.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from labelcheck.article import Article
from labelcheck.rules.base import Problem, on_mention

CODE = "LC103"
NAME = "wrong-designation"
SEVERITY = "error"


def check(article: Article) -> Iterator[Problem]:
    """Report every checked mention whose label states other designations than the entity's, and no other."""
    for mention in article.faulty(NAME):
        yield on_mention(article, mention, NAME, {"stated": tuple(sorted(mention.stated.states))})
