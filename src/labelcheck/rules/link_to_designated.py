r"""A hyperlink leads to a designated organization in a way that its registry forbids.

Linking may count as spreading an organization's materials, labelled or not. Each registry says what it asks for:
`links: forbid` reports every link to a domain or account of its entries, `links: label` only a link without
a label, `links: ignore` none. A link counts when its host is a listed domain or a subdomain of one, or when its path
is a listed account, also by another name of the host (`x.com` and `twitter.com`); other accounts do not.

What to do: remove the link and keep its words; under `label`, labelling the name in or after the link will do.

## Fails

```md as-of=2025-02-01
Об этом [сообщили](https://www.themoscowtimes.com/2025/01/31/) журналисты.
```

## Passes

```md as-of=2025-02-01
Об этом сообщили журналисты.
```

```md as-of=2024-01-15
Об этом [сообщили](https://www.themoscowtimes.com/2024/01/14/) журналисты.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from labelcheck.article import Article
from labelcheck.rules.base import Problem

CODE = "LC301"
NAME = "link-to-designated"
SEVERITY = "error"


def check(article: Article) -> Iterator[Problem]:
    """Report every link under ``forbid``, and every unlabelled one under ``label``."""
    for link in article.links:
        if link.policy == "forbid" or (link.policy == "label" and not link.labelled):
            yield Problem(
                article.source_place(link.source_start, link.source_end),
                "forbidden-link" if link.policy == "forbid" else "unlabelled-link",
                {"url": link.url, "name": link.entity.name},
                link.entity,
            )
