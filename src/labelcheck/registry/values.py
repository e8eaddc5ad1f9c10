"""Readers of a single value: a text, a date, a choice.

A reader notes what is wrong and then gives a stand-in of the right type, so that one run finds every problem of a file.
Without a node, that is, when the key is not there, it gives the stand-in without a word: see :mod:`.fields`.
"""

from __future__ import annotations

import re
from datetime import date

from labelcheck.registry.document import Node, Scalar, describe
from labelcheck.registry.problems import Problems, instead, quoted

# ISO 639-1
_LANGUAGES = frozenset(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka
    kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng
    nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su
    sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split()  # noqa: SIM905 - a list of 183 strings in quotes is no easier to read
)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_NUMBER = re.compile(r"0*[1-9]\d{0,8}", re.ASCII)
_LINE_BREAK = re.compile("[\n\x85\u2028\u2029]")
_STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that steer a terminal or turn the direction of text around; no wording needs them."""


def text(node: Node | None, what: str, problems: Problems, *, lines: bool = False) -> str:
    """A text without white space around it; ``lines``: it may have line breaks."""
    if node is None:
        return ""
    if not isinstance(node, Scalar):
        problems.add(node.position, f"{what}: expected a text, found {describe(node)}")
        return ""
    stripped = node.text.strip()
    steering = _STEERING.search(stripped)
    if node.null or not stripped:
        problems.add(node.position, f"{what}: expected a text, found nothing")
    elif steering:
        problems.add(node.position, f"{what}: it has the control character U+{ord(steering[0]):04X}; write it without")
    elif not lines and _LINE_BREAK.search(stripped):
        problems.add(node.position, f"{what}: it has a line break; write it in one line")
    else:
        return stripped
    return ""


def wording(node: Node | None, what: str, problems: Problems, *, lines: bool = False) -> str:
    """A text in which at least one letter or digit stands, as in every name and phrase."""
    stated = text(node, what, problems, lines=lines)
    if node and stated and not any(map(str.isalnum, stated)):
        problems.add(node.position, f"{what}: {quoted(stated)} has no letter or digit; write it in words")
    return stated


def slug(node: Node | None, what: str, problems: Problems) -> str:
    """A short name for machines: small Latin letters and digits, in parts joined by hyphens."""
    stated = text(node, what, problems)
    if node and stated and not _SLUG.fullmatch(stated):
        parts = re.findall(r"[a-z0-9]+", stated.lower()) if stated.isascii() else []
        example = quoted("-".join(parts) or "a-short-name")
        problems.add(
            node.position,
            f"{what}: expected small Latin letters, digits and hyphens, found {quoted(stated)}; write {example}",
        )
    return stated


def choice(node: Node | None, what: str, options: tuple[str, ...], problems: Problems, *, default: str) -> str:
    """One of ``options``; ``default`` when the key is not there."""
    stated = text(node, what, problems)
    if stated in options:
        return stated
    if node and stated:
        problems.add(node.position, f"{what}: {quoted(stated)} is not known; {instead(stated, options)}")
    return default


def boolean(node: Node | None, what: str, problems: Problems, *, default: bool) -> bool:
    """``true`` or ``false``; ``default`` when the key is not there."""
    stated = text(node, what, problems)
    if node and stated not in {"", "true", "false"}:
        problems.add(node.position, f"{what}: expected true or false, found {quoted(stated)}")
    return stated == "true" if stated else default


def number(node: Node | None, what: str, problems: Problems) -> int:
    """A whole number above zero."""
    stated = text(node, what, problems)
    if _NUMBER.fullmatch(stated):
        return int(stated)
    if node and stated:
        problems.add(node.position, f"{what}: expected a whole number above zero, found {quoted(stated)}")
    return 1


def day(node: Node | None, what: str, problems: Problems) -> date | None:
    """A date of the calendar; None stands in."""
    stated = text(node, what, problems)
    try:
        if _DAY.fullmatch(stated):
            return date.fromisoformat(stated)
        fault = "is not year-month-day"
    except ValueError as error:
        fault = f"is not in the calendar ({error})"
    if node and stated:
        problems.add(node.position, f"{what}: {quoted(stated)} {fault}; write a date like 2024-07-10")
    return None


def language(node: Node | None, problems: Problems) -> str:
    """The two-letter code of a language."""
    stated = text(node, "language", problems)
    if node and stated and stated not in _LANGUAGES:
        problems.add(
            node.position,
            f"language: {quoted(stated)} is not known; write its code of two letters (ISO 639-1), like en",
        )
    return stated
