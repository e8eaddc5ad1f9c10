"""The ``label`` part of a registry file: what states its designation, and the wording that a fix writes."""

from __future__ import annotations

import re

from labelcheck.patterns import compile_pattern
from labelcheck.registry.document import MapNode, Node, Scalar
from labelcheck.registry.fields import by_language, fields, items
from labelcheck.registry.model import LINK_POLICIES, LabelPolicy, StatePattern
from labelcheck.registry.patterns import matches, read_pattern
from labelcheck.registry.problems import Problems, quoted
from labelcheck.registry.values import boolean, choice, text, wording
from labelcheck.symbols import SYMBOL

_MARK = re.compile(SYMBOL)
_ALWAYS = {"required": "required: true", "states": "states: {en: [a pattern of the words that state it]}"}
_FOR_FIXES = {
    "marks": 'marks: ["*"]',
    "footnote": "footnote: {en: its text without the mark}",
    "phrase": "phrase: {en: (the words in parentheses)}",
}

States = tuple[StatePattern, ...]


def read_label(node: Node | None, problems: Problems) -> LabelPolicy:
    """The label policy of a registry. Where no label is asked for, marks and wordings may be left out."""
    if node is None:
        return LabelPolicy(required=True, marks=(), states={}, footnote={}, phrase={})
    required, optional = (_ALWAYS, _FOR_FIXES) if _asks_for_none(node) else (_ALWAYS | _FOR_FIXES, {})
    found = fields(node, "the label", required, ("links", *optional), problems)
    states = by_language(found.get("states"), "states", problems, lambda value, _: _states(value, problems))

    def wordings(key: str) -> dict[str, str]:
        def read(value: Node, language: str) -> str:
            return _wording(value, key, language, states, problems)

        return by_language(found.get(key), key, problems, read)

    return LabelPolicy(
        required=boolean(found.get("required"), "required", problems, default=True),
        marks=_marks(found.get("marks"), problems),
        states=states,
        footnote=wordings("footnote"),
        phrase=wordings("phrase"),
        links=choice(found.get("links"), "links", LINK_POLICIES, problems, default="ignore"),
    )


def _asks_for_none(node: Node) -> bool:
    pairs = node.items if isinstance(node, MapNode) else ()
    return any(key.text == "required" and isinstance(value, Scalar) and value.text == "false" for key, value in pairs)


def _marks(node: Node | None, problems: Problems) -> tuple[str, ...]:
    marks = []
    for item in items(node, "marks", problems, example='"*"'):
        mark = text(item, "a mark", problems)
        if mark and not _MARK.fullmatch(mark):
            problems.add(item.position, f'a mark: {quoted(mark)} is none; write one like "*", "**", "†", "¹" or "[^1]"')
        marks.append(mark)
    return tuple(marks)


def _states(node: Node, problems: Problems) -> States:
    return tuple(_state(item, problems) for item in items(node, "states", problems, example="a pattern"))


def _state(node: Node, problems: Problems) -> StatePattern:
    if not isinstance(node, MapNode):
        return StatePattern(read_pattern(node, "a pattern", problems), position=node.position)
    found = fields(node, "the pattern", {"pattern": "pattern: '…'"}, ("weak",), problems)
    return StatePattern(
        pattern=read_pattern(found.get("pattern"), "a pattern", problems),
        weak=boolean(found.get("weak"), "weak", problems, default=False),
        position=node.position,
    )


def _wording(node: Node, key: str, language: str, states: dict[str, States], problems: Problems) -> str:
    """A wording that states the designation: a fix that wrote another would be reported the next time."""
    what = f"{key}.{language}"
    stated = wording(node, what, problems)
    patterns = [state.pattern for state in states.get(language, ()) if state.pattern]
    if stated and language not in states:
        problems.add(node.position, f"{what}: no pattern could recognise it; write one at states.{language}")
    elif stated and patterns and not any(matches(compile_pattern(pattern), stated) for pattern in patterns):
        problems.add(
            node.position,
            f"{what}: it does not state the designation by any pattern of states.{language}; reword either",
        )
    return stated
