"""Web addresses written out in running text."""

from __future__ import annotations

from collections.abc import Iterator

from labelcheck.expressions import expression
from labelcheck.records import replace
from labelcheck.source.view import Link, TextView

# The character before the first is looked at only after it, so that the search can skip to the few letters.
_SCHEME = expression(r"[hHwW](?<![^\W_][hHwW])(?<!@[hHwW])(?:[tT]{2}[pP][sS]?://|[wW]{2}\.)(?=[^\W_])")
_IN_SCHEMES = ("://", "w.", "W.")
_HOST_END = expression(r"\.[A-Za-z]{2,24}/")
_HOST = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-")
_NOT_BEFORE = expression(r"[^\W_]|[@/:]")
_PART = '[^\\s<>"«»„“”‘’|`{}\\\\^\\[\\]()*—–…\ufffc]'
_REST = expression(rf"{_PART}*+(?:\({_PART}*+\){_PART}*+)*+")
_PUNCTUATION = ".,:;!?_~'"


def find_urls(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the addresses in ``text``: with a scheme, with ``www.``, or a host with a path (``t.me/name``).

    Punctuation and markup at the end are not part of an address.
    """
    starts = [*_bare_hosts(text)]
    if any(sign[0] in text and sign in text for sign in _IN_SCHEMES):  # one character is found much faster than two
        starts += [match.start() for match in _SCHEME.finditer(text)]
    end = 0
    for start in sorted(starts):
        if start < end:
            continue  # an address inside another, which would be read to its end again
        rest = _REST.match(text, start)
        if rest:
            end = start + len(rest.group().rstrip(_PUNCTUATION))
            yield start, end


def absolute(url: str) -> str:
    """The address with a scheme, as a program that turns it into a link would add it."""
    return url if "//" in url or url.startswith(("mailto:", "tel:", "tg:", "#", "/")) else f"http://{url}"


def with_bare_links(view: TextView) -> TextView:
    """The view with a link for every address in its text that is not inside a link already."""
    links = sorted(view.links, key=lambda link: link.start)
    taken = iter([*links, None])
    link = next(taken)
    found = []
    for start, end in find_urls(view.text):
        while link is not None and link.end <= start:
            link = next(taken)
        if link is None or end <= link.start:
            found.append(Link(start, end, absolute(view.text[start:end]), *view.source_span(start, end)))
    return replace(view, links=tuple(sorted([*links, *found], key=lambda link: link.start))) if found else view


def _bare_hosts(text: str) -> Iterator[int]:
    """Where hosts begin that have no scheme, but a path after them."""
    if "/" not in text:
        return
    passed = 0
    for match in _HOST_END.finditer(text):
        at = match.start()
        while at > passed and text[at - 1] in _HOST:
            at -= 1
        passed = match.end()
        if at < match.start() and not (at and _NOT_BEFORE.match(text, at - 1)):
            yield at
