r"""The mark after a name has no footnote in the article.

A mark without its footnote tells the reader nothing. It happens when an article is copied without its end, when a
footnote is deleted, or when the marks of two footnotes run together: `***` is a mark of its own, not `*` and `**`.
A label in words beside the mark satisfies the duty to label, but the mark still leads nowhere and is reported. The
footnote of a raised number (`¹`, `<sup>1</sup>`) may open with the number as it is: `1.`, `[1]`.

What to do: add the footnote, or correct the mark. A newsroom that writes `***` for `*` and `**` together says so with
`--combine-marks`; both must then have a footnote.

## Fails

```txt as-of=2025-02-01
The Moscow Times* пишет о переговорах.
```

```txt as-of=2025-02-01
The Moscow Times*** пишет о переговорах.

* Признано иностранным агентом.
** Деятельность организации признана нежелательной.
```

## Passes

```txt as-of=2025-02-01
The Moscow Times* пишет о переговорах.

* Признано иностранным агентом и нежелательной организацией.
```

```txt as-of=2025-02-01 combine-marks
The Moscow Times*** пишет о переговорах.

* Признано иностранным агентом.
** Деятельность организации признана нежелательной.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from labelcheck.article import Article
from labelcheck.policy import combined
from labelcheck.rules.base import Problem, Values, on_mention

CODE = "LC102"
NAME = "undefined-mark"
SEVERITY = "error"


def check(article: Article) -> Iterator[Problem]:
    """Report every checked mention with a mark that no footnote answers."""
    defined = frozenset(footnote.symbol for footnote in article.footnotes)
    for mention in article.checked:
        if mention.mark is None or mention.footnotes:
            continue
        symbol = mention.mark.symbol
        parts = combined(symbol, defined)
        if parts:
            values: Values = {"mark": symbol, "first": parts[0], "second": parts[1]}
            yield on_mention(article, mention, "undefined-mark-combined", values)
        else:
            yield on_mention(article, mention, NAME, {"mark": symbol})
