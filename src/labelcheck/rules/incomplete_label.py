"""The label states some, but not all, of the designations in force.

An organization may be on several lists at once, and a label must state each designation whose registry asks for one.
Older articles and ready-made footnotes often keep the first status only.

What to do: add the designations that the message names as missing. The day that counts is the article's own date,
else today; `--as-of` sets another.

## Fails

```txt as-of=2025-02-01
The Moscow Times (признано иноагентом) пишет о переговорах.
```

## Passes

```txt as-of=2025-02-01
The Moscow Times (признано иноагентом и нежелательной организацией) пишет о переговорах.
```

```txt as-of=2024-02-01
The Moscow Times (признано иноагентом) пишет о переговорах.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from labelcheck.article import Article
from labelcheck.rules.base import Problem, on_mention

CODE = "LC104"
NAME = "incomplete-label"
SEVERITY = "warning"


def check(article: Article) -> Iterator[Problem]:
    """Report every checked mention whose label is true but leaves a designation out."""
    for mention in article.faulty(NAME):
        missing = tuple(sorted(mention.due - mention.satisfied))
        yield on_mention(article, mention, NAME, {"missing": missing})
