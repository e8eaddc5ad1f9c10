"""The label states a designation that is not in force on the day of judging.

The organization was struck off the list, or entered it only after the article's date. The label may be right for
another day, so this is never a wrong designation (LC103); nor does it matter whether a label is due at all. A right
label that also states such a designation is reported too.

What to do: leave that designation out, and state those in force. The day that counts is the article's own date, else
today; `--as-of` sets another.

## Fails

```txt as-of=2026-02-01
«Талибан» (признан террористической организацией) провёл переговоры.
```

```txt as-of=2024-01-15
The Moscow Times (иноагент и нежелательная организация) пишет о переговорах.
```

## Passes

```txt as-of=2026-02-01
«Талибан» провёл переговоры.
```

```txt as-of=2024-01-15
«Талибан» (признан террористической организацией) провёл переговоры.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from labelcheck.article import Article
from labelcheck.rules.base import Problem, on_mention

CODE = "LC204"
NAME = "outdated-label"
SEVERITY = "warning"


def check(article: Article) -> Iterator[Problem]:
    """Report every certain mention, due or not, whose label states what was or will be in force."""
    for mention in article.mentions:
        stated = mention.stated.states
        if stated <= mention.due or not mention.certain or mention.exempt is not None:
            continue
        stale = (stated & mention.entity.ever()) - frozenset(mention.entity.in_force(article.as_of))
        if stale:
            yield on_mention(
                article,
                mention,
                "outdated-label-instead" if mention.due - mention.satisfied else NAME,
                {"outdated": tuple(sorted(stale)), "date": article.as_of.isoformat()},
            )
