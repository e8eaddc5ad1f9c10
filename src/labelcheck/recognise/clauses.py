"""Clauses right behind a name that label it: «X, признанная нежелательной …», «X, которую внесли …», «X — иноагент»."""

from __future__ import annotations

from labelcheck.article import Phrase
from labelcheck.expressions import expression
from labelcheck.recognise.grammar import Grammar

_CLAUSE = expression(r"\s?(?:,|[—–]|\s-\s)(?!\s*\n\n)\s*")
# It begins with a class, and looks back into it, because that is searched for several times faster.
_CLAUSE_END = expression(r"[.!?;)»\s](?:(?<=[.!?;])(?=\s|$|[»\")])|(?<=[)»])|(?<=\n)\s*\n|(?<=\s)[—–]\s)")
_LONGEST_CLAUSE = 260
_HEAD = 9
"""Words of a clause that are asked what it does."""
_WORD = expression(r"[\w-]+")
_PART = expression(r"[^,]+,?")


def read_clause(text: str, folded: str, at: int, grammar: Grammar) -> Phrase | None:
    """The label that a clause gives to the name that ends, with its marks and parentheses, at ``at``."""
    comma = _CLAUSE.match(folded, at)
    if comma is None:
        return None
    begin = comma.end()
    limit = _CLAUSE_END.search(folded, begin, begin + _LONGEST_CLAUSE)
    last = limit.start() if limit else min(len(folded), begin + _LONGEST_CLAUSE)
    opened = folded.find("(", begin, last)
    found = [*_WORD.finditer(folded, begin, last if opened < 0 else opened)][:_HEAD]
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
    """Whether an apposition is a status and nothing else: «X, an undesirable organization and foreign agent, …»."""
    part = _PART.match(folded, begin, end)
    return part is not None and grammar.enumerates(part.group())


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
        further = _further_clause(head, grammar)
        if not further:
            return any(grammar.is_designating(word) for word in head[1:4])
        head = further
    if grammar.is_active(" ".join(head)):
        return False
    for word in head[1:]:
        if grammar.is_designating(word):
            return True
        if not grammar.is_light(word) and not grammar.is_role(word):
            return False
    return False
