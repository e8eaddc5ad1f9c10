"""What stands right after a name: its mark, and parentheses or clauses that label it. Adjacency, not distance.

Between a name and its mark or parenthesis may stand closing quotation marks, one space, the rest of a hyphen compound,
an abbreviation or one other parenthesis. (Closing markup is not in the view.)
"""

from __future__ import annotations

from collections.abc import Mapping

from labelcheck.article import Mark, Phrase
from labelcheck.expressions import expression
from labelcheck.recognise.clauses import read_clause
from labelcheck.recognise.context import CLOSING
from labelcheck.recognise.grammar import Grammar
from labelcheck.recognise.marks import symbol_at
from labelcheck.records import dataclass
from labelcheck.symbols import CAPITAL

_CLOSERS = frozenset(CLOSING)
COMPOUND = expression(r"\+|[-–](?=[^\W\d_])(?:(?![⁰⁴-⁹])[^\W¹²³]|-){1,60}+")  # longer ones are no words
_PERSON = expression(rf" (?:{CAPITAL}[\w-]+ ){{2,3}}(?=\()")


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a name: the mark bound to it, the label in words bound to it, and where all of that ends."""

    end: int
    mark: Mark | None = None
    phrase: Phrase | None = None


def read_tail(text: str, folded: str, start: int, end: int, pairs: Mapping[int, int], grammar: Grammar) -> Tail:
    """Read on from the name ``text[start:end]``; ``pairs``: see :func:`parentheses.pair`."""
    if text[end : end + 1] == " " and text[end + 1 : end + 2].islower():  # as it mostly is: no label begins so
        return Tail(end)
    at, mark, phrase, skipped = end, None, None, False
    quotes = 0
    while True:
        found = _mark(text, start, at, quotes) if mark is None else None
        if found is not None:
            mark, at = found, found.end
            continue
        if text[at : at + 1] in _CLOSERS and quotes < 2:
            quotes += 1
            at += 1
            continue
        if text[at : at + 1] == ")" and text[start - 1 - quotes : start].startswith("("):
            at += 1
            continue
        may_go_on = text[at : at + 1] in "+-–" and at in {end, mark.end if mark else -1}
        compound = COMPOUND.match(text, at) if may_go_on else None
        if compound:
            at = compound.end()
            continue
        opened = at + (text[at : at + 1] in {" ", "\n"})
        if text[opened : opened + 1] == "(" and opened in pairs and phrase is None:
            phrase = parenthesis(text, folded, opened, pairs[opened], grammar)
            if phrase is None and skipped:
                break
            skipped = skipped or phrase is None
            at = pairs[opened]
            continue
        break
    if phrase is None:
        phrase = read_clause(text, folded, at, grammar) or _shared_with_person(text, folded, at, pairs, grammar)
    return Tail(at, mark, phrase)


def parenthesis(text: str, folded: str, start: int, end: int, grammar: Grammar) -> Phrase | None:
    """The label that ``text[start:end]``, a parenthesis, holds; None when it says other things."""
    if symbol_at(text, start + 1):
        return None  # a footnote inside the sentence
    content = folded[start + 1 : end - 1]
    spans = [*grammar.state_spans(content)]
    if grammar.is_denied(content) or (spans and all(grammar.is_topic(content, at) for at, _ in spans)):
        return None
    statement = grammar.statement(content)
    if statement or grammar.is_unclear(content):
        return Phrase(start, end, "parenthesis", statement)
    return None


def _mark(text: str, start: int, at: int, quotes: int) -> Mark | None:
    spaced = text[at : at + 1] == " "
    begin = at + spaced
    match = symbol_at(text, begin)
    if match is None or text[match.end() : match.end() + 1].isalnum():
        return None
    symbol = match.group()
    opening = start - len(symbol)
    opens = symbol.startswith("*") and text.startswith(symbol, max(opening, 0), start)
    if opens and not spaced and not quotes and not text[max(opening - 1, 0) : opening].isalnum():
        return None  # *Name* is emphasis of a dialect that the format does not know
    following = text[match.end() : match.end() + 2]
    return Mark(
        begin,
        match.end(),
        symbol,
        spaced=spaced,
        inside_quotes=not quotes and following[:1] in _CLOSERS and _opened(text, start),
        before_hyphen=following[:1] in {"-", "–"} and following[1:].isalpha(),
    )


def _opened(text: str, start: int) -> bool:
    return start > 0 and text[start - 1] in "«„“\"'‘"


def _shared_with_person(text: str, folded: str, at: int, pairs: Mapping[int, int], grammar: Grammar) -> Phrase | None:
    """«фонда X» Анну Иванову (и она, и организация признаны …): a label of both behind the person's name."""
    person = _PERSON.match(text, at)
    if person is None or person.end() not in pairs:
        return None
    phrase = parenthesis(text, folded, person.end(), pairs[person.end()], grammar)
    return phrase if phrase and grammar.is_joint(folded[phrase.start : phrase.end]) else None
