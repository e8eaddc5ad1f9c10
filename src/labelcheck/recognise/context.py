"""What stands around a name: quotation marks, letter case, cues; and whether that makes a homonym sure.

A *plain* name counts wherever it stands. A *quoted* one needs quotation marks and a capital letter, or a role word or
a reporting verb at its side. A *context* one needs a cue even inside quotation marks. A counter-cue right before the
quotation marks (a song, a shop, a ship) means another thing of that name.
"""

from __future__ import annotations

from itertools import islice

from labelcheck.expressions import either, expression
from labelcheck.lexicon.lexicon import LexiconName
from labelcheck.recognise.grammar import Grammar
from labelcheck.recognise.marks import symbol_at
from labelcheck.records import dataclass

OPENING = "«„“\"'‘("
CLOSING = "»”“\"'’"
_QUOTES = frozenset("«„“\"'‘")
_CLOSERS = frozenset(CLOSING)
_REACH = 90
_NEAR = 40
_STOP = expression(r"[.:;!?\n]")
_SPEECH = (", —", ", –", ",” ", '," ')
"""What stands behind the quotation marks of a direct speech."""
_LONGEST_ABBREVIATION = 6
# It begins with a class, and looks back into it, because that is searched for ten times faster.
_FULL_STOP, _BULLET, _AFTER_STOP = either("[.!?]", "…"), either("[·|]", "•"), either("[»\"')]", "”")
_SENTENCE_END = expression(rf"[.!?…·•|\n](?:(?<=\n)|(?<={_BULLET})\s|(?<={_FULL_STOP}){_FULL_STOP}*{_AFTER_STOP}*\s)")
DISTINCTIVE: tuple[str, ...] = ("distinctive name",)
"""What decides of a *plain* name."""
QUOTED: tuple[str, ...] = ("quotation marks and a capital letter",)
"""What decides of a *quoted* one, if nothing else does."""
_FIRST_NAME = expression(r"[^\W\d_a-zа-яё][a-zа-яё]+ $")
"""A capitalised word right before a name: a person's, whose surname it may be."""
_WORD = expression(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The neighbourhood of a candidate, all of it inside its sentence.

    ``written``: the text up to it; ``before`` and ``after``: folded text up to it (quotation marks stripped) and from
    it on. ``shouted``: it is in capitals as all around it is; ``spoken``: it is all that somebody says.
    ``begins_quotation``: quotation marks open right before it and hold more: a longer name, or what somebody says.
    """

    written: str
    before: str
    after: str
    capital: bool
    abbreviation: bool
    shouted: bool
    quoted: bool
    spoken: bool
    begins_quotation: bool
    opens_sentence: bool
    marked: bool


def surroundings(text: str, folded: str, start: int, end: int) -> Surroundings:
    """Look around the candidate ``text[start:end]``."""
    low = max(0, start - _REACH)
    opening, at_edge = low, low == 0
    for match in _SENTENCE_END.finditer(text, low, start):
        opening, at_edge = match.end(), True
    before = folded[opening:start].rstrip(OPENING)
    stop = _SENTENCE_END.search(text, end, end + _REACH)
    capitals = text[start:end].isupper()
    shouted = capitals and _shouted(text, start, end)
    opened = text[max(start - 1, 0)] in _QUOTES
    quoted = opened and _is_closed(text, end)
    begins_quotation = opened and text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha()
    after = folded[end : stop.start() if stop else end + _REACH].lstrip(CLOSING)
    return Surroundings(
        written=text[opening:start],
        before=before.rstrip(),
        after=after,
        capital=not text[start].islower(),
        abbreviation=capitals and 1 < end - start <= _LONGEST_ABBREVIATION and not shouted,
        shouted=shouted,
        quoted=quoted,
        spoken=quoted and after.startswith(_SPEECH),
        begins_quotation=begins_quotation,
        opens_sentence=at_edge and not _WORD.search(before),
        marked=_marked(text, end),
    )


def may_be(name: LexiconName, first: str) -> bool:
    """Whether a candidate that begins with the character ``first`` is worth a look; most words are dismissed here."""
    return name.match == "plain" or not first.islower() or " " in name.text


def judge(name: LexiconName, around: Surroundings, grammar: Grammar) -> tuple[str, tuple[str, ...]]:
    """How sure it is that the candidate is the entity, and what decided; of a *plain* name it always is.

    ``sure``; ``unsure``, until the document surely mentions the entity elsewhere; ``doubtful``, even then; ``dormant``:
    only then; ``no``.
    """
    if not around.capital and not (around.quoted and " " in name.text):
        return "no", ()
    last = _last_word(around.before)
    if around.begins_quotation:
        if last and (grammar.is_role(last) or grammar.is_counter_cue(last)):
            return "no", ()  # a longer name: «журнал «Весна и лето»»
        last = ""
    for word in filter(None, (last, *_definition(around.after))):
        if grammar.is_counter_cue(word) and not (name.cues and name.cues.stand_in(word)):
            return "no", (f"counter-cue {word!r}",)
    evidence = _cues(name, around, grammar, last)
    if name.match == "quoted" and around.quoted and not around.spoken:
        evidence = (*QUOTED, *evidence)
    if evidence:
        return "sure", evidence
    if around.spoken or (around.shouted and not around.quoted):
        return "dormant", ()
    if around.begins_quotation and not around.opens_sentence:
        if around.abbreviation or _is_bare(name, around):
            return "doubtful", ("a capital letter, but the quotation marks hold more",)
        return "no", ()
    if around.quoted or around.abbreviation or _is_bare(name, around):
        return "unsure", ("a capital letter, but no cue",)
    if not around.opens_sentence:
        labelled = _labelled(around, grammar)
        return ("unsure", ("a capital letter and a label behind it",)) if labelled else ("dormant", ())
    reports = _reports(around, grammar)
    return ("unsure" if name.match == "quoted" else "dormant") if reports else "no", reports


def _labelled(around: Surroundings, grammar: Grammar) -> bool:
    """Whether a parenthesis right behind the name states a status, and no first name stands before it."""
    if not around.after.startswith(" (") or _FIRST_NAME.search(around.written):
        return False
    return grammar.states(around.after.partition(")")[0])


def _is_bare(name: LexiconName, around: Surroundings) -> bool:
    """Whether a capital letter alone, inside a sentence, speaks for the name."""
    distinctive = name.match == "quoted" and not name.cues and not around.opens_sentence
    return distinctive and not _FIRST_NAME.search(around.written)


def _cues(name: LexiconName, around: Surroundings, grammar: Grammar, last: str) -> tuple[str, ...]:
    evidence = []
    if around.marked:
        evidence.append("a mark right after it")
    if name.cues:
        near = " ".join((_WORD.findall(around.before)[-5:] if last else []) + _first_words(around.after, 3))
        if name.cues.stand_in(near):
            evidence.append("a cue of this name")
    elif last and grammar.is_role(last):
        evidence.append(f"role word {last!r}")
    if last and grammar.is_reporting_verb(last):
        evidence.append(f"reporting verb {last!r}")
    elif around.before and not around.begins_quotation and grammar.ends_with_reporting_phrase(around.before):
        evidence.append("announced as a source")
    in_its_language = name.text.isascii() == around.after.isascii()  # in Russian, «Republic» is no ordinary word
    if around.quoted or not around.opens_sentence or not in_its_language:
        evidence += _reports(around, grammar)
    return tuple(evidence)


def _reports(around: Surroundings, grammar: Grammar) -> tuple[str, ...]:
    """A reporting verb right after the name; where the name opens a sentence, nouns have such verbs too."""
    following = _WORD.search(around.after) if around.after.startswith(" ") else None
    if following and grammar.is_reporting_verb(following.group()):
        return (f"reporting verb {following.group()!r}",)
    return ()


def _last_word(folded: str) -> str:
    """The last word, empty if punctuation other than quotation marks parts it from the name."""
    if not folded[-1:].isalnum():
        return ""
    words: list[str] = _WORD.findall(folded.rsplit(None, 1)[-1])
    return words[-1]


def _definition(after: str) -> list[str]:
    """The first words of what a dash says the name is: «X» — новый фильм."""
    return _first_words(after, 3) if after.lstrip().startswith(("—", "–")) else []


def _first_words(folded: str, count: int) -> list[str]:
    return [word.group() for word in islice(_WORD.finditer(folded), count)]


def _marked(text: str, end: int) -> bool:
    at = end
    while text[at : at + 1] in _CLOSERS:
        at += 1
    return at < len(text) and symbol_at(text, at) is not None


def _is_closed(text: str, end: int) -> bool:
    mark = symbol_at(text, end)
    closing = mark.end() if mark else end
    return text[closing : closing + 1] in _CLOSERS


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether a candidate in capitals stands among other words in capitals, where a capital means nothing.

    An abbreviation beside it («ASTRA, ВСУ …») is not enough: the words behind that are looked at, too.
    """
    before = _WORD.findall(_STOP.split(text[max(0, start - _NEAR) : start])[-1])
    after = _WORD.findall(_STOP.split(text[end : end + _NEAR])[0])
    around = [word for word in before[-2:] + after[:2] if len(word) > 1 and not word.isdigit()]
    return bool(around) and all(word.isupper() for word in around)
