"""YAML as registry and language files use it: a plain tree of scalars, lists and mappings, each with its position.

A scalar stays the text that was written. What reads it knows whether a date, a number or a name belongs there, so that
``NO`` is a country and ``007`` keeps its zeros.

Tags, anchors and aliases are refused: a reader should see each value where it counts, and an alias lets a small file
swell to gigabytes. Files are not trusted: size, nesting and number of values are bounded, and checked while reading.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from labelcheck.disk import UnreadableError, read_file
from labelcheck.errors import RegistryError
from labelcheck.registry.load import MAX_BYTES
from labelcheck.registry.model import Position
from labelcheck.registry.problems import Problems, quoted
from labelcheck.source.model import Source

MAX_DEPTH = 12
MAX_VALUES = 300_000
MAX_TEXT = 10_000
"""Bounds, far above any real list: of nesting, of values in a file, of one text in characters."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HINTS = {
    "alphabetic or numeric": "put a text that begins with * or & in quotes",
    "cannot start any token": "put a text that begins with such a sign in quotes, and indent with spaces, not tabs",
    "mapping values are not allowed": "put a text that has a colon in quotes, and indent the keys of a mapping alike",
}
"""What usually helps against a syntax error, by a part of PyYAML's message."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as written. ``null``: nothing, ``~`` or ``null`` without quotes."""

    text: str
    null: bool
    position: Position


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list of values."""

    items: tuple[Node, ...]
    position: Position


@dataclass(frozen=True, slots=True)
class MapNode:
    """A mapping: its keys are scalars, each there once, in the order of the file."""

    items: tuple[tuple[Scalar, Node], ...]
    position: Position


Node = Scalar | ListNode | MapNode


def describe(node: Node) -> str:
    """What ``node`` is, for messages that say what was expected instead."""
    if isinstance(node, Scalar):
        return "nothing" if node.null else f"the text {quoted(node.text)}"
    kind = "list" if isinstance(node, ListNode) else "mapping"
    return f"a {kind}" if node.items else f"an empty {kind}"


def read_document(path: str, problems: Problems) -> Node:
    """The tree of the YAML file ``path``.

    Raises :class:`RegistryError` for what makes the file unreadable; duplicate keys go to ``problems``.
    """
    try:
        data = read_file(path, MAX_BYTES)
    except UnreadableError as error:
        raise RegistryError([f"{path}: {error}"]) from None
    return parse_document(data, problems)


def parse_document(data: bytes, problems: Problems) -> Node:
    """The tree of a YAML file's bytes. Raises as :func:`read_document` does."""
    text = _decode(data, problems)
    source = Source(problems.path, text)
    try:
        return _Composer(yaml.parse(text, Loader=_LOADER), source, problems).document()
    except yaml.MarkedYAMLError as error:
        said = ", ".join(part for part in (error.context, error.problem) if part)
        hint = next((hint for part, hint in _HINTS.items() if part in said), "compare with the lines around it")
        mark = error.problem_mark
        problems.stop(_at(mark.index if mark else 0, source), f"not valid YAML: {said}; {hint}")


def _decode(data: bytes, problems: Problems) -> str:
    data = data.removeprefix(BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = Source(problems.path, data[: error.start].decode())
        problems.stop(_at(len(before.text), before), "not UTF-8; save the file in the encoding UTF-8")
    wrong = _NOT_YAML.search(text)
    if wrong:
        code = f"U+{ord(wrong[0]):04X}"
        position = _at(wrong.start(), Source(problems.path, text))
        problems.stop(position, f"control character {code}; write the text without it")
    return text


def _at(offset: int, source: Source) -> Position:
    """Where that is. The lines that PyYAML counts also end at U+0085, U+2028 and U+2029, where no editor ends any."""
    return Position(source.path, *source.position(offset))


class _Composer:
    """Makes a tree of parse events, and stops at the first event that is out of bounds."""

    def __init__(self, events: Iterator[yaml.Event], source: Source, problems: Problems) -> None:
        self._events = events
        self._source = source
        self._problems = problems
        self._values = 0

    def document(self) -> Node:
        starts = (event for event in self._events if isinstance(event, yaml.DocumentStartEvent))
        if next(starts, None) is None:
            self._problems.stop(_at(0, self._source), "the file is empty; write at least schema: 1")
        node = self._node(next(self._events), 1)
        second = next(starts, None)
        if second is not None:
            self._problems.stop(self._position(second), "a second document begins; write one document a file")
        return node

    def _position(self, event: yaml.Event) -> Position:
        mark = event.start_mark
        assert mark is not None  # noqa: S101 - PyYAML gives every parsed event its marks
        return _at(mark.index, self._source)

    def _node(self, event: yaml.Event, depth: int) -> Node:
        position = self._position(event)
        self._refuse(event, depth, position)
        if isinstance(event, yaml.ScalarEvent):
            null = event.implicit[0] and event.value in {"", "~", "null"}
            return Scalar(event.value, null, position)
        if isinstance(event, yaml.SequenceStartEvent):
            return ListNode(tuple(self._items(yaml.SequenceEndEvent, depth)), position)
        pairs = self._items(yaml.MappingEndEvent, depth)
        return MapNode(tuple(self._pairs(pairs)), position)

    def _items(self, end: type[yaml.Event], depth: int) -> Iterator[Node]:
        for event in self._events:
            if isinstance(event, end):
                return
            yield self._node(event, depth + 1)

    def _pairs(self, nodes: Iterator[Node]) -> Iterator[tuple[Scalar, Node]]:
        first: dict[str, Position] = {}
        for key in nodes:
            value = next(nodes)
            if not isinstance(key, Scalar):
                self._problems.stop(key.position, "a list or mapping as a key; expected a word before the colon")
            if key.text in first:
                line = first[key.text].line
                self._problems.add(
                    key.position, f"the key {quoted(key.text)} is also on line {line}; write one of the two"
                )
            else:
                first[key.text] = key.position
                yield key, value

    def _refuse(self, event: yaml.Event, depth: int, position: Position) -> None:
        stop = self._problems.stop
        self._values += 1
        if self._values > MAX_VALUES:
            stop(position, f"more than {MAX_VALUES} values; split the file into several")
        if depth > MAX_DEPTH:
            stop(position, f"nested more than {MAX_DEPTH} deep; no key of these files needs that")
        if isinstance(event, yaml.AliasEvent):
            stop(position, "an alias; write the value itself, and a text that begins with * in quotes")
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            stop(position, "an anchor; write the value alone, and a text that begins with & in quotes")
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
            stop(
                position, f"the tag {quoted(event.tag)}; write the value alone, and a text that begins with ! in quotes"
            )
        if isinstance(event, yaml.ScalarEvent) and len(event.value) > MAX_TEXT:
            stop(position, f"a text of {len(event.value)} characters; {MAX_TEXT} are the most")
