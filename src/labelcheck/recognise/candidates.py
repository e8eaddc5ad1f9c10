"""From surface forms to candidates: overlaps resolved, homonyms judged, abbreviations learned within the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set

from labelcheck.expressions import expression
from labelcheck.lexicon import Lexicon
from labelcheck.lexicon.fold import fold
from labelcheck.lexicon.matcher import Hit, Words, find
from labelcheck.recognise.context import DISTINCTIVE, QUOTED, judge, may_be, surroundings
from labelcheck.recognise.grammar import Grammar
from labelcheck.records import dataclass, replace
from labelcheck.symbols import CAPITAL, QUOTE_CLOSES, QUOTE_OPENS, SYMBOL

_ALIAS_OPENS = expression(
    rf"(?:{QUOTE_CLOSES}|['’])*+(?:\s?{SYMBOL})?(?:\s?\([^()\n]{{5,300}}\))?"  # a mark or a label may stand before it
    rf"\s?\({QUOTE_OPENS}?(?:{CAPITAL}{{2,8}}[,;/]\s?)*"  # and other abbreviations in it
)
_ALIAS_CLOSES = expression(rf"{QUOTE_CLOSES}?[);,]")
_ABBREVIATION = expression(rf"{CAPITAL}{{2,8}}(?={QUOTE_CLOSES}?\))")
_INNER_QUOTE = expression(rf"\s{QUOTE_OPENS}")
_WORD = expression(r"[\w-]+")
_SLASH = expression(r"\s?/\s?")
_ADDRESS = expression(r"://|www\.|(?<![\w.+-])[\w.+-]++@[\w-]+\.\w", re.IGNORECASE)
_DOMAIN_TAIL = expression(r"(?:\.[a-z-]{2,})+(?![\w])|/\S*[\d/_=]")
_GLUE = frozenset("/.@-=")
_SPACE = expression(r"\s")
_REACH = 200
_STANDING = {"no": 0, "dormant": 1, "doubtful": 2, "unsure": 3, "sure": 4}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of the view that may name an entity (a row of the lexicon). ``standing``: see :func:`context.judge`."""

    start: int
    end: int
    entity: int
    name: str
    standing: str
    evidence: tuple[str, ...]
    mixed_script: bool


def find_hits(words: Words, lexicon: Lexicon) -> list[Hit]:
    """Every surface form in the text that is not part of a URL, an address or a path."""
    return [hit for hit in find(words, lexicon) if not _in_address(words.text, hit.start, hit.end)]


def resolve(hits: Sequence[Hit], words: Words, lexicon: Lexicon, grammar: Grammar) -> list[Candidate]:
    """The candidates that are sure or unsure, in order and without overlaps."""
    judged, namesakes = _judged(hits, words, lexicon, grammar)
    kept = _longest(judged)
    if namesakes:
        kept = _doubted(kept, namesakes)
    sure = {c.entity for c in kept if c.standing == "sure"}
    why = "the document surely mentions it elsewhere"
    kept = [confirm(c, why) if c.entity in sure else c for c in kept if c.entity in sure or c.standing != "dormant"]
    kept = _merge_aliases(kept, words.text)
    learned = _learned(kept, words)
    return _longest(kept + learned) if learned else kept


def _judged(hits: Iterable[Hit], words: Words, lexicon: Lexicon, grammar: Grammar) -> tuple[list[Candidate], set[int]]:
    """Hits with their standing, less those inside a phrase that is not the entity; and whose names others bear, too."""
    text, folded = words.text, words.folded
    named = [(hit, lexicon.name(hit.name)) for hit in hits]
    named.sort(key=lambda pair: (pair[0].start, pair[1].match != "not", -pair[0].end))
    cores = {(name.entity, hit.end): hit.start for hit, name in named if name.match != "not"}
    blocked: dict[int, int] = {}
    judged: list[Candidate] = []
    namesakes: set[int] = set()
    for hit, name in named:
        if name.match == "not":
            blocked[name.entity] = max(hit.end, blocked.get(name.entity, 0))
        elif hit.end > blocked.get(name.entity, 0) and may_be(name, text[hit.start]):
            standing, evidence = "sure", DISTINCTIVE
            if name.match != "plain":
                standing, evidence = judge(name, surroundings(text, folded, hit.start, hit.end), grammar)
            if standing != "no":
                start = _without_role_words(text, folded, hit, cores[name.entity, hit.end], grammar)
                judged.append(Candidate(start, hit.end, name.entity, name.text, standing, evidence, hit.mixed_script))
            elif evidence:
                namesakes.add(name.entity)
    return judged, namesakes


def _doubted(found: Sequence[Candidate], namesakes: Set[int]) -> list[Candidate]:
    """Quotation marks alone do not speak for a name that the document gives to something else: a song, a play."""
    evidence = ("quotation marks, but something else bears this name, too",)
    return [
        replace(c, standing="unsure", evidence=evidence) if c.evidence == QUOTED and c.entity in namesakes else c
        for c in found
    ]


def _without_role_words(text: str, folded: str, hit: Hit, core: int, grammar: Grammar) -> int:
    """Where the name proper begins in «движение «X»» and «движение X»; ``core``: where its shortest name begins."""
    opening = _INNER_QUOTE.search(text, hit.start, hit.end)
    start = opening.end() if opening else core
    if start == hit.start or (opening and text[hit.start : start].islower()):
        return start
    return start if all(grammar.is_role(word) for word in _WORD.findall(folded[hit.start : start])) else hit.start


def _longest(found: Iterable[Candidate]) -> list[Candidate]:
    """The leftmost longest candidates; of several at one place the one with the best standing."""
    kept: list[Candidate] = []
    for candidate in sorted(found, key=lambda c: (c.start, -c.end, -_STANDING[c.standing])):
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
    return kept


def confirm(candidate: Candidate, why: str) -> Candidate:
    """The candidate as a sure one, unless it stays doubtful."""
    if candidate.standing in {"sure", "doubtful"}:
        return candidate
    return replace(candidate, standing="sure", evidence=(*candidate.evidence, why))


def _merge_aliases(found: Sequence[Candidate], text: str) -> list[Candidate]:
    """«X» (ABBR) and X/Y of one entity are one mention."""
    merged: list[Candidate] = []
    for candidate in found:
        previous = merged[-1] if merged else None
        if previous is not None and previous.entity == candidate.entity:
            between = text[previous.end : candidate.start]
            if _ALIAS_OPENS.fullmatch(between) and _ALIAS_CLOSES.match(text, candidate.end):
                continue
            if _SLASH.fullmatch(between):
                merged[-1] = replace(previous, end=candidate.end)
                continue
        merged.append(candidate)
    return merged


def _learned(found: Sequence[Candidate], words: Words) -> list[Candidate]:
    """Later uses of an abbreviation that the text itself introduces: «Foo Bar Baz» (FBB) … FBB."""
    learned: dict[str, tuple[str, Candidate, int]] = {}
    for candidate in found:
        opens = _ALIAS_OPENS.match(words.text, candidate.end)
        short = _ABBREVIATION.match(words.text, opens.end()) if opens else None
        name = words.text[candidate.start : candidate.end]
        if short and candidate.standing == "sure" and abbreviates(short.group(), name):
            learned.setdefault(fold(short.group()), (short.group(), candidate, short.start()))
    if not learned:
        return []
    uses: list[Candidate] = []
    for word, (abbreviation, origin, introduced) in learned.items():
        evidence = (f"abbreviation of {origin.name!r} introduced in the text",)
        for start, end in words.places(word):
            if words.text[start:end] == abbreviation and start > introduced:
                uses.append(Candidate(start, end, origin.entity, abbreviation, "sure", evidence, mixed_script=False))
    return uses


def abbreviates(short: str, name: str) -> bool:
    """Whether the letters of ``short`` are initials of words of ``name``, in order."""
    initials = iter([part[0] for part in re.split(r"[\W_]+", fold(name)) if part])
    return all(letter in initials for letter in fold(short))


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether the span is part of a URL, an e-mail address, a domain, a path or a handle."""
    before = text[start - 1 : start]
    if before == "@":
        return True
    if before not in _GLUE and text[end : end + 1] not in _GLUE:
        return False
    low = max(0, start - _REACH)
    low = max(low, *(text.rfind(space, low, start) + 1 for space in " \n"))
    space = _SPACE.search(text, end, end + _REACH)
    high = space.start() if space else min(len(text), end + _REACH)
    if _ADDRESS.search(text, low, high):
        return True
    if not text[start].isascii():
        return False
    return bool(_DOMAIN_TAIL.match(text, end, high)) or (before in {"/", "."} and "." in text[low:start])
