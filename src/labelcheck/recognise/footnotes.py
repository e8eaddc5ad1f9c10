"""Footnotes: blocks, lines or parentheses that open with a mark and say what it means.

A footnote may stand anywhere: at the end, right after its paragraph, before page furniture, inside parentheses, or
glued to the last sentence. A line that opens with a *marked name* and states its status is one too.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest

from labelcheck.article import Footnote
from labelcheck.expressions import either, expression
from labelcheck.lexicon import Lexicon
from labelcheck.recognise.binding import Bound
from labelcheck.recognise.grammar import Grammar
from labelcheck.records import dataclass, replace
from labelcheck.source.view import Block, TextView
from labelcheck.symbols import RAISED, SYMBOL

_OPENING = either(r"[\s>·-]", "[•▪]", "[◾➖]", "[—–️]") + "*" + either('["«(]', "“") + "?"
_LINE_OPENING = expression(_OPENING)
_SEVERAL_MARKS = expression(rf"{_OPENING}(?:{SYMBOL}[,;/ ]{{1,3}})+{SYMBOL}")
"""What opens a footnote that explains several marks."""
_BEHIND_MARKS = frozenset(" ,:;/—–")
_LONGEST_LINE_OPENING = 12
_EXPLAINS = expression(r"\s?(?:[—–-]\s?)?[^\W\d]")
"""What follows a mark that opens a footnote within a line: words, perhaps after a dash."""
_FULL_STOP, _AFTER_STOP = either("[.!?]", "…"), either('[»")]', "”")
_SENTENCE_END = expression(rf"{_FULL_STOP}{_AFTER_STOP}?\s?$")
_READ = 700
"""Code points of a footnote in which its statement is looked for, and the most that one inside a line has."""
_LONGEST_NAMED = 400
_LINE_HEAD = frozenset(" \t>•·▪*_«„“\"'—–-")
_NUMBER = expression(r"^[\[(]?(?P<digits>[0-9]{1,3})(?:[\]).:]{1,2} ?| )(?=\S)", re.MULTILINE)
"""What opens a line with a number, if it is not raised."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A place where a footnote may begin: its span, its mark, and how it opens (line, bullet, inside)."""

    start: int
    end: int
    symbol: str
    symbol_start: int
    form: str


def openings(view: TextView, symbols: Sequence[re.Match[str]]) -> list[Opening]:
    """Every place that opens like a footnote, in order. Whether it is one depends on what it says."""
    found = [*_bullets(view.blocks)]
    if symbols:
        found += _at_symbols(view, symbols)
    return sorted(found, key=lambda opening: opening.start)


def _bullets(blocks: Sequence[Block]) -> Iterator[Opening]:
    """Markdown list items whose bullet a reader of the raw text takes for a mark."""
    for block in blocks:
        if block.marker is not None and block.marker[0] == "*":
            yield Opening(block.start, block.end, "*", block.start, "bullet")


def _at_symbols(view: TextView, symbols: Sequence[re.Match[str]]) -> Iterator[Opening]:
    text = view.text
    starts = [block.start for block in view.blocks]
    begins = [(symbol, form) for symbol in symbols if (form := _form(text, symbol))]
    for (symbol, form), following in zip_longest(begins, begins[1:]):
        start = symbol.start()
        block = view.blocks[bisect_right(starts, start) - 1] if starts else None
        end = block.end if block and block.start <= start < block.end else len(text)
        if following is not None and following[1] == "line" and "\n" in text[start : following[0].start()]:
            end = min(end, following[0].start())
        if form == "inside":
            end = min(end, start + _READ)
            if text[start - 1 : start] == "(":
                close = text.find(")", start, end)
                end = close if close >= 0 else end
        while text[end - 1].isspace():  # stops at the mark
            end -= 1
        yield Opening(start, end, symbol.group(), start, form)


def _form(text: str, symbol: re.Match[str]) -> str | None:
    """How a mark opens a footnote, if it does: at the head of a line, or inside one."""
    start = symbol.start()
    head = text.rfind("\n", max(0, start - _LONGEST_LINE_OPENING), start) + 1
    if head or start <= _LONGEST_LINE_OPENING:
        if _LINE_OPENING.fullmatch(text, head, start):
            return "line"
        end = symbol.end()
        if text[end : end + 1] in _BEHIND_MARKS and _SEVERAL_MARKS.fullmatch(text, head, end):
            return "line"
    if not _EXPLAINS.match(text, symbol.end()):
        return None
    if text[start - 1] == "(" or _SENTENCE_END.search(text, max(0, start - 3), start):
        return "inside"
    return None


def find_footnotes(
    view: TextView,
    folded: str,
    found: Sequence[Opening],
    bound: Sequence[Bound],
    lexicon: Lexicon,
    grammar: Grammar,
) -> tuple[Footnote, ...]:
    """The footnotes of a document, in order, with the entities that each names."""
    marks = frozenset(b.mark.symbol for b in bound if b.mark)
    taken = {b.mark.start for b in bound if b.mark}
    notes = list(_select([opening for opening in found if opening.symbol_start not in taken], folded, marks, grammar))
    notes += _named(view.text, bound, {note.symbol for note in notes if note.statement})
    notes += _numbered(view.text, folded, marks - {note.symbol for note in notes}, grammar)
    starts = [b.candidate.start for b in bound]

    def names(note: Footnote) -> frozenset[str]:
        inside = bound[bisect_left(starts, note.start) : bisect_left(starts, note.end)]
        return frozenset(lexicon.entity(b.candidate.entity).id for b in inside if b.candidate.standing == "sure")

    return tuple(replace(note, names=names(note)) for note in sorted(notes, key=lambda note: note.start))


def _select(found: Sequence[Opening], folded: str, marks: frozenset[str], grammar: Grammar) -> Iterator[Footnote]:
    """The openings that are footnotes; ``marks``: the symbols that stand at mentions.

    One that states a designation is (a bullet only if its sign marks a mention). One that states nothing is if its
    sign marks a mention and it is not one of several such lines, which are a list.
    """
    said = [(o, grammar.statement(folded[o.start : min(o.end, o.start + _READ)])) for o in found]
    silent = Counter(o.symbol for o, statement in said if not statement and o.form != "inside")
    for opening, statement in said:
        used = opening.symbol in marks
        listed = silent[opening.symbol] > 1 and not used
        states = statement and not listed and (used or opening.form != "bullet")
        explains = used and opening.form == "line" and silent[opening.symbol] == 1
        if states or explains:
            yield Footnote(opening.start, opening.end, opening.symbol, statement, frozenset())


def _named(text: str, bound: Sequence[Bound], defined: Collection[str]) -> Iterator[Footnote]:
    """Lines that open with a marked name and state its status: «Meta* признана …»; unless the mark is defined."""
    for item in bound:
        mark, phrase, start = item.mark, item.phrase, item.candidate.start
        if mark is None or phrase is None or item.joint or mark.symbol in defined:
            continue
        if phrase.form in {"sentence", "clause"} and _opens_line(text, start):
            blank = text.find("\n\n", item.end, start + _LONGEST_NAMED)
            end = blank if blank >= 0 else min(len(text), start + _LONGEST_NAMED)
            yield Footnote(start, end, mark.symbol, phrase.statement, frozenset())


def _numbered(text: str, folded: str, marks: Collection[str], grammar: Grammar) -> Iterator[Footnote]:
    """Lines that open with the number of a raised mark, not raised itself: «[1] признана …», «1. признана …»."""
    if not any(mark.isdigit() for mark in marks):
        return
    lines = [*_NUMBER.finditer(text)]
    for line, following in zip_longest(lines, lines[1:]):
        symbol = line["digits"].translate(RAISED)
        if symbol in marks:
            limit = following.start() if following else len(text)
            blank = text.find("\n\n", line.end(), limit)
            end = line.start() + len(text[line.start() : blank if blank >= 0 else limit].rstrip())
            statement = grammar.statement(folded[line.end() : min(end, line.end() + _READ)])
            if statement:
                yield Footnote(line.start(), end, symbol, statement, frozenset())


def _opens_line(text: str, at: int) -> bool:
    while at > 0 and text[at - 1] in _LINE_HEAD:
        at -= 1
    return at == 0 or text[at - 1] == "\n"
