"""The date of publication that a page states in its metadata."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from labelcheck.expressions import expression
from labelcheck.source.dates import read_date

# From the most reliable place to the least.
_META, _JSON, _NAMED, _PUBLISHED_TIME, _FIRST_TIME = range(5)
_NAMES = frozenset(["date", "pubdate", "publish-date"])
_JSON_DATE = expression(r'"datePublished"\s*:\s*"([^"]*)"')


class ArticleDate:
    """Collects the dates that tags state; ``best`` is the first from the most reliable place."""

    def __init__(self) -> None:
        self._found: dict[int, date] = {}
        self._in_article = False

    @property
    def best(self) -> date | None:
        """The date of publication, or None if none is stated or readable."""
        return self._found[min(self._found)] if self._found else None

    def see(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the date that a start tag states, if any. ``attributes`` have their references resolved."""
        published = attributes.get("itemprop") == "datePublished"
        if tag == "meta":
            if attributes.get("property", attributes.get("name", "")).lower() == "article:published_time":
                self._take(_META, attributes.get("content", ""))
            elif published or attributes.get("name", "").lower() in _NAMES:
                self._take(_NAMED, attributes.get("content", ""))
        elif tag == "time":
            if published or "pubdate" in attributes:
                self._take(_PUBLISHED_TIME, attributes.get("datetime", ""))
            elif self._in_article:
                self._take(_FIRST_TIME, attributes.get("datetime", ""))

    def see_json(self, script: str) -> None:
        """Take the date that JSON-LD states, if any."""
        if found := _JSON_DATE.search(script):
            self._take(_JSON, found[1])

    def enter_article(self) -> None:
        """What follows stands in ``<article>``."""
        self._in_article = True

    def leave_article(self) -> None:
        """What follows stands outside ``<article>``."""
        self._in_article = False

    def _take(self, place: int, text: str) -> None:
        found = read_date(text)
        if found:
            self._found.setdefault(place, found)
