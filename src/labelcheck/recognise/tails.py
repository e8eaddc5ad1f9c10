"""What stands right after a name: its mark, and parentheses or clauses that label it. Adjacency, not distance.

Between a name and its mark or parenthesis may stand closing quotation marks, one space, the rest of a hyphen compound,
an abbreviation or one other parenthesis. (Closing markup is not in the view.)
"""

from __future__ import annotations

from collections.abc import Mapping

from labelcheck.article import Mark, Phrase
from labelcheck.expressions import expression
from labelcheck.recognise.context import CLOSING
from labelcheck.recognise.grammar import Grammar
from labelcheck.recognise.marks import symbol_at
from labelcheck.records import dataclass

_CLOSERS = frozenset(CLOSING)
COMPOUND = expression(r"\+|[-–](?=[^\W\d_])(?:[^\W¹²³⁰⁴-⁹]|-){1,60}+")  # longer ones are no words
_CLAUSE = expression(r"\s?(?:,|[—–]|\s-\s)(?!\s*\n\n)\s*")
# It begins with a class, and looks back into it, because that is searched for several times faster.
_CLAUSE_END = expression(r"[.!?;)»\s](?:(?<=[.!?;])(?=\s|$|[»\")])|(?<=[)»])|(?<=\n)\s*\n|(?<=\s)[—–]\s)")
_LONGEST_CLAUSE = 260
_PERSON = expression(r" (?:[A-ZА-ЯЁ][\w-]+ ){2,3}(?=\()")
_WORD = expression(r"[\w-]+")
_PART = expression(r"[^,]+,?")


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
        compound = COMPOUND.match(text, at) if at in {end, mark.end if mark else -1} else None
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
        phrase = _clause(text, folded, at, grammar) or _shared_with_person(text, folded, at, pairs, grammar)
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


def _clause(text: str, folded: str, at: int, grammar: Grammar) -> Phrase | None:
    """«X, признанная нежелательной …», «X, которую внесли в реестр …», «X — иноагент»."""
    comma = _CLAUSE.match(folded, at)
    if comma is None:
        return None
    begin = comma.end()
    limit = _CLAUSE_END.search(folded, begin, begin + _LONGEST_CLAUSE)
    last = limit.start() if limit else min(len(folded), begin + _LONGEST_CLAUSE)
    opened = folded.find("(", begin, last)
    found = [*_WORD.finditer(folded, begin, last if opened < 0 else opened)][:9]
    words = [word.group() for word in found]
    if not words or not (_confers(words, grammar) or _is_status(folded, begin, last, grammar)):
        return None
    if any(_names_another(text, words[:at], found[at].start(), grammar) for at in range(1, min(4, len(found)))):
        return None
    end = begin
    for part in _PART.finditer(folded, begin, last):
        first = _WORD.search(part.group())
        joined = first is not None and grammar.is_conjunction(first.group()) and grammar.states(part.group())
        continues = joined or (end > begin and grammar.enumerates(part.group()))
        if end > begin and not continues:
            break
        if end > begin or grammar.statement(folded[begin : part.end()]):
            end = part.end()
    if end == begin or grammar.is_denied(folded[begin:end]):
        return None
    return Phrase(begin, end, "clause", grammar.statement(folded[begin:end]))


def _names_another(text: str, head: list[str], at: int, grammar: Grammar) -> bool:
    """Whether a status noun at the end of ``head`` is that of the name at ``at``: «, российский иноагент Иванов»."""
    if not text[at].isupper() or text[at - 1] != " " or grammar.final_status_noun(" ".join(head)) is None:
        return False
    following = _WORD.match(text, at)
    return following is not None and not grammar.is_light(following.group().lower())


def _is_status(folded: str, begin: int, end: int, grammar: Grammar) -> bool:
    """Whether an apposition is a status and nothing else: «X, an undesirable organization and foreign agent, …».

    Plural words behind a comma are more of a list: «X, нежелательные организации и …».
    """
    part = _PART.match(folded, begin, end)
    if part is None or not grammar.enumerates(part.group()):
        return False
    return "," not in folded[max(0, begin - 2) : begin] or not grammar.is_joint(part.group())


def _further_clause(head: list[str], grammar: Grammar) -> list[str]:
    """The clause about a noun that stands for the name: «the rights group that Russia outlawed», «a site labelled …».

    Its first word is what its others depend on.
    """
    for at in range(1, len(head)):
        if grammar.is_role(head[at - 1]):
            if grammar.is_relative(head[at]):
                return head[at:]
            if grammar.is_designating(head[at]) and not grammar.is_linking(head[at]):
                return head[at - 1 :]
    return []


def _confers(head: list[str], grammar: Grammar) -> bool:
    """Whether a clause opens with what confers a status on the name before it, and not on another."""
    if grammar.is_status_noun(head[0]) or grammar.is_designating(head[0]):
        return True
    for count in (2, 3):  # «a foreign agent»
        noun = grammar.final_status_noun(" ".join(head[:count]))
        if noun is not None and all(map(grammar.is_light, " ".join(head[:count])[:noun].split())):
            return True
    if not grammar.is_relative(head[0]):  # asked first: «которая» has the ending of an adjective
        if not grammar.is_light(head[0]) and not grammar.is_role(head[0]):
            return False
        if any(grammar.is_designating(word) for word in head[1:4]):
            return True
        head = _further_clause(head, grammar)
    for word in head[1:]:
        if grammar.is_designating(word):
            return True
        if not grammar.is_light(word) and not grammar.is_role(word):
            return False
    return False
