"""The words may mean a designated organization, but the evidence is thin.

Some organizations are called by ordinary words: rain, agency, republic. Such a name counts as a mention with quotation
marks and a capital letter, with a cue such as "TV channel" or "reports", or once the article has surely named the
organization. Where the evidence is thinner, labelcheck does not decide for the editor; it leaves a note, which by
default fails no run.

What to do: if it is the organization, label it. If it is not, add the wording to the `not:` list of its registry
entry, or suppress the note with a reason.

## Fails

```txt as-of=2025-02-01
Для героини Дождь остаётся тайной.
```

## Passes

```txt as-of=2025-02-01
Весь день шёл дождь.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from labelcheck.article import Article
from labelcheck.rules.base import Problem, on_mention

CODE = "LC106"
NAME = "uncertain-mention"
SEVERITY = "note"


def check(article: Article) -> Iterator[Problem]:
    """Report every uncertain mention that would need a label and has none that fits."""
    for mention in article.mentions:
        if not mention.certain and mention.exempt is None and mention.due and not mention.satisfied:
            yield on_mention(article, mention, NAME, {"name": mention.entity.name})
