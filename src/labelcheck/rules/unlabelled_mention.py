"""A mention of a designated organization has no label.

The article names an organization that is on an official list at the date of judging, and the name carries neither
a mark with a footnote nor a label in words. Which mentions need one is the policy of the newsroom
(`--mentions every|first|first-per-block`); a label in a footnote, a URL or code is not asked for.

What to do: put the mark after the name and a footnote that states the status, or state it in words right after
the name. If the words are not the organization, put the sentence's wording into the entry's `not:` list.

## Fails

```md as-of=2025-02-01
По данным The Moscow Times, переговоры отложены.
```

## Passes

```md as-of=2025-02-01
По данным The Moscow Times\\*, переговоры отложены.

\\* Признано в России иностранным агентом и нежелательной организацией.
```
"""

from collections.abc import Iterator

from labelcheck.article import Article
from labelcheck.rules.base import Problem

CODE = "LC101"
NAME = "unlabelled-mention"
SEVERITY = "error"


def check(article: Article) -> Iterator[Problem]:
    """Report every checked mention that has no mark, no phrase label."""
    for mention in article.checked:
        if mention.mark is None and mention.phrase is None:
            yield Problem(
                article.place(mention.start, mention.end),
                "unlabelled-mention",
                {"name": mention.entity.name, "due": tuple(sorted(mention.due))},
                mention.entity,
            )
