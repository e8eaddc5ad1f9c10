"""Where fixes put things: a mark behind its name, a footnote behind the others or at the end of the text."""

from __future__ import annotations

import re

from labelcheck.article import Article, Footnote, Mention
from labelcheck.expressions import expression
from labelcheck.recognise.candidates import abbreviates
from labelcheck.recognise.marks import symbol_at
from labelcheck.recognise.tails import COMPOUND
from labelcheck.records import dataclass
from labelcheck.symbols import CAPITAL, QUOTE_CLOSES, QUOTE_OPENS

_OPENING = "«„“\"'‘"
_CLOSING = frozenset("»”“\"'’")
_ABBREVIATION = expression(rf" ?\({QUOTE_OPENS}?({CAPITAL}{{2,8}}){QUOTE_CLOSES}?\)")
_LINE_HEAD = ' \t>•·▪◾➖️—–-"«“('
_LONGEST_HEAD = 20
_LINES_AS_TYPED = ("txt", "telegram")
_REST_OF_LINE = expression(r"[^\r\n]*")
_CLOSING_TAGS = expression(r"(?:\s*</(?:p|a|b|cite|em|font|i|mark|s|small|span|strong|sub|sup|u)\s*>)*", re.IGNORECASE)
_ENDS_OF_TEXT = [expression(tag, re.IGNORECASE) for tag in ("</article", "</main", r"<footer\b", "</body", "</html")]


@dataclass(frozen=True, slots=True)
class FootnotePlace:
    """Where a new footnote goes, in the source and in the view, and whether a blank line parts it from the last."""

    offset: int
    at: int
    apart: bool = True


def behind_name(text: str, mention: Mention, end: int | None = None) -> int | None:
    """Where in the view a mark or a phrase of the mention goes; None where a sign or a letter stands.

    That is behind the rest of a hyphen compound, the quotation marks that enclose just the name, its abbreviation.
    ``end``: where to read on from, if that is not the end of the name but of a mark in the midst of all that.
    """
    at = mention.end if end is None else end
    if compound := COMPOUND.match(text, at):
        at = compound.end()
    for _ in range(_open_quotes(text, mention)):
        at += text[at : at + 1] in _CLOSING
    short = _ABBREVIATION.match(text, at) if "(" in text[at : at + 2] else None
    if short and abbreviates(short[1], text[mention.start : mention.end]):
        at = short.end()
    return None if symbol_at(text, at) or text[at : at + 1].isalnum() else at


def _open_quotes(text: str, mention: Mention) -> int:
    """How many quotation marks open right before the name or in it, and are not closed in it."""
    before = text[max(mention.start - 2, 0) : mention.start]
    name = text[mention.start : mention.end]
    inside = name.count("«") + name.count("„") - name.count("»") + name.count('"') % 2
    return len(before) - len(before.rstrip(_OPENING)) + inside


def source_end(article: Article, at: int) -> int:
    """Where in the source ends what stands before ``at`` of the view: inside the markup that closes there."""
    return article.view.source_span(at - 1, at)[1]


def end_of_words(article: Article, footnote: Footnote, format_name: str) -> int:
    """Where in the view the words of a footnote end.

    Where lines stand as typed, one that does not go on in a small letter is no part of the footnote above it.
    """
    text, end = article.view.text, footnote.end
    line = text.find("\n", footnote.start, end) if format_name in _LINES_AS_TYPED else -1
    while line >= 0 and text[line + 1].islower():
        line = text.find("\n", line + 1, end)
    return line if line >= 0 else end


def place_of_footnotes(article: Article, format_name: str) -> FootnotePlace:
    """Behind the last footnote, if the footnotes stand behind the text, else at the end of the text."""
    text, source = article.view.text, article.view.source.text
    notes = [note for note in article.footnotes if _opens_line(text, note.start)]
    names = [mention.end for mention in article.mentions if mention.exempt not in ("footnote", "label")]
    if notes and notes[-1].start > max(names, default=0):
        return _behind(article, notes, format_name)
    end = len(source)
    if format_name == "html":
        last = max((source_end(article, mention.end) for mention in article.checked), default=0)
        found = (pattern.search(source, last) for pattern in _ENDS_OF_TEXT)
        end = next((boundary.start() for boundary in found if boundary), end)
    end = len(source[:end].rstrip())
    blocks = (block.end for block in article.view.blocks if source_end(article, block.end) <= end)
    return FootnotePlace(end, max(blocks, default=0))


def _behind(article: Article, notes: list[Footnote], format_name: str) -> FootnotePlace:
    text, last = article.view.text, notes[-1].start
    at = end_of_words(article, notes[-1], format_name)
    rest = _CLOSING_TAGS if format_name == "html" else _REST_OF_LINE
    end = rest.match(article.view.source.text, source_end(article, at))
    lines = format_name in _LINES_AS_TYPED and len(notes) > 1 and "\n\n" not in text[notes[-2].start : last]
    return FootnotePlace(end.end() if end else at, at, apart=not lines)


def _opens_line(text: str, at: int) -> bool:
    low = max(at - _LONGEST_HEAD, 0)
    head = text.rfind("\n", low, at) + 1
    return (head > 0 or low == 0) and not text[head:at].strip(_LINE_HEAD)
