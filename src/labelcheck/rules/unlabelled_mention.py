r"""A mention of a designated organization has no label.

The article names an organization that is on an official list on the day of judging, and the name carries neither
a mark with a footnote nor a label in words. A neighbour's label does not count: a label belongs to the name that it
touches, or to the whole list of names when its wording is plural. Which mentions need a label is for the newsroom to
say (`--mentions every|first|first-per-block`), and so is which kinds of label count (`--labels mark,phrase`). Names in
footnotes, in labels, in addresses and in code need none.

A sentence labels the name to which it gives the status (`Минюст признал X иноагентом`), or the names that open the
items of a list below it (`Иноагентами признаны:`). So do words right before a name (`иноагент X`, `запрещённый в
России X`). An adjective alone does not (`террористическая организация X`), nor does a status that is denied, only
wished for, somebody else's, or what a text is about (`закон об иноагентах`).

What to do: put a mark after the name and a footnote that states the status, or state the status in words right after
the name. If the words do not mean the organization, add the wording to the `not:` list of its registry entry.

## Fails

```md as-of=2025-02-01
По данным The Moscow Times, переговоры отложены.
```

```md as-of=2025-02-01 labels=mark
The Moscow Times (иноагент и нежелательная организация) пишет о переговорах.
```

## Passes

```md as-of=2025-02-01
По данным The Moscow Times\*, переговоры отложены.

\* Признано иностранным агентом и нежелательной организацией.
```

```md as-of=2025-02-01
The Moscow Times (иноагент и нежелательная организация) пишет о переговорах.
```

```md as-of=2025-02-01 mentions=first
The Moscow Times (иноагент и нежелательная организация) пишет о переговорах.

Других подробностей The Moscow Times не приводит.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from labelcheck.article import Article
from labelcheck.rules.base import Problem, on_mention

CODE = "LC101"
NAME = "unlabelled-mention"
SEVERITY = "error"


def check(article: Article) -> Iterator[Problem]:
    """Report every checked mention that has no mark and no label in words."""
    for mention in article.faulty(NAME):
        yield on_mention(article, mention, NAME)
