"""What a rule is: a module with ``CODE``, ``NAME``, ``SEVERITY``, a docstring that is its page, and ``check``."""

from __future__ import annotations

from collections.abc import Iterator

from labelcheck.article import Article, Entity, Mention
from labelcheck.findings import Fix, Place
from labelcheck.lexicon.fold import fold
from labelcheck.records import dataclass, field

TYPE_CHECKING = False  # importing typing would cost every start some milliseconds
if TYPE_CHECKING:
    from typing import Protocol
else:
    Protocol = object

Values = dict[str, str | tuple[str, ...]]
"""What a message says, by name. A tuple holds slugs of designations; messages word and join them."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule saw, before it becomes a finding: a place, and a message by key and values (never by glued text)."""

    place: Place | None
    message: str
    values: Values = field(default_factory=dict)
    entity: Entity | None = None
    fix: Fix | None = None


class Rule(Protocol):
    """The shape of every rule module."""

    CODE: str
    NAME: str
    SEVERITY: str
    __doc__: str | None


class ArticleRule(Rule, Protocol):
    """The shape of a rule that looks at an article."""

    def check(self, article: Article) -> Iterator[Problem]:
        """Yield what is wrong with the article."""


def on_mention(article: Article, mention: Mention, message: str, values: Values | None = None) -> Problem:
    """A problem that stands on a mention. Its values always have ``text`` (as typed), ``name`` and ``due``."""
    return Problem(
        article.place(mention.start, mention.end),
        message,
        {
            "text": article.view.text[mention.start : mention.end],
            "name": _named(mention),
            "due": tuple(sorted(mention.due)),
            **(values or {}),
        },
        mention.entity,
    )


def _named(mention: Mention) -> str:
    """The entity as an editor knows it: with the name that the article has, if the entity's own is quite another."""
    here, own = mention.name, mention.entity.name
    alike = here == own or fold(here) in fold(own) or fold(own) in fold(here)
    return own if alike else f"{here} ({own})"
