"""Posts as Telegram clients and exporters write them: ``**bold**``, ``__italic__``, ``||spoiler||``, links.

Everything else is literal. Markers are read in pairs of signs wherever they stand, for exporters nest and repeat them:
of a run of signs every two are a marker and an odd one is literal, so ``WhatsApp***`` is bold that ends after a mark.
"""

from __future__ import annotations

import re

from labelcheck.expressions import expression
from labelcheck.source.blocks import BlockWriter
from labelcheck.source.model import Source
from labelcheck.source.urls import absolute, find_urls
from labelcheck.source.view import OBJECT, TextView, ViewBuilder

_TARGET = r"\((?P<url>[^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+)\)"
_TOKEN = expression(
    r"[*_~|`\[](?:"
    r"(?<=\*)\**+|(?<=_)_*+|(?<=~)~*+|(?<=\|)\|*+"
    r"|(?<=`)(?P<code>``.*?```|[^`\r\n]++`)"
    rf"|(?<=\[)(?P<anchor>[^\[\]]*+)\]{_TARGET})",
    re.DOTALL,
)


def read(source: Source) -> TextView:
    """The post as a reader sees it; blank lines part its blocks."""
    builder = ViewBuilder(source)
    writer = BlockWriter(builder, source.text)
    writer.keeps_lines = True
    _Reader(source.text, writer).read(0, len(source.text))
    writer.close()
    return builder.build()


class _Reader:
    """Reads a post from its beginning to its end."""

    def __init__(self, text: str, writer: BlockWriter) -> None:
        self._text = text
        self._writer = writer
        self._urls = find_urls(text)
        self._url = next(self._urls, None)
        self._shown = 0
        """Where the last thing shown ends."""

    def read(self, at: int, end: int, *, in_link: bool = False) -> None:
        """Read ``text[at:end]``. Addresses in it are links, except inside a link; markers in them are no markers."""
        token = _TOKEN.search(self._text, at, end)
        while at < end:
            while token and token.start() < at:
                token = _TOKEN.search(self._text, at, end)
            url = self._next_url(at)
            stop = token.start() if token else end
            if url and url[0] < stop:
                self._words(at, url[0])
                at = url[1]
                if not in_link:
                    self._writer.open_link(absolute(self._text[slice(*url)]), url[0])
                self._words(*url)
                if not in_link:
                    self._writer.close_link(at)
            else:
                self._words(at, stop)
                at = token.end() if token else end
                if token:
                    self._token(token)

    def _next_url(self, at: int) -> tuple[int, int] | None:
        while self._url and self._url[0] < at:
            self._url = next(self._urls, None)
        return self._url

    def _token(self, token: re.Match[str]) -> None:
        start, end = token.span()
        if token["url"] is not None:
            self._writer.open_link(absolute(token["url"]), start)
            self.read(*token.span("anchor"), in_link=True)
            self._writer.close_link(end)
            self._shown = end
        elif token["code"] is not None:
            self._writer.put(OBJECT, start, end)
            self._shown = end
        elif (end - start) % 2:
            follows_space = self._shown == 0 or self._text[self._shown - 1].isspace()
            self._words(*((end - 1, end) if follows_space else (start, start + 1)))

    def _words(self, start: int, end: int) -> None:
        if start < end:
            self._writer.words(start, end)
            self._shown = end
