"""A registry file as text that is edited in place, so that everything else in it stays byte for byte."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import yaml

from labelcheck.curate.entry_text import entry_text, long_scalar, scalar
from labelcheck.registry.model import Entry, Position
from labelcheck.source.model import Source

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE_BREAK = re.compile("\r\n|\r|\n")


class RegistryText:
    """The edits of one registry file. It must have been loaded before: nothing is checked here.

    Positions are those before all edits.
    """

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self.data = data
        self._text = data.removeprefix(codecs.BOM_UTF8).decode()
        self._source = Source(path, self._text)
        root: Any = yaml.compose(self._text, Loader=_LOADER)
        self._top: dict[str, tuple[yaml.Node, yaml.Node]] = {key.value: (key, value) for key, value in root.value}
        entries = self._top["entries"][1] if "entries" in self._top else None
        self._entries: list[yaml.MappingNode] = entries.value if isinstance(entries, yaml.SequenceNode) else []
        self.takes_entries = not (isinstance(entries, yaml.SequenceNode) and entries.flow_style)
        """Whether entries can be inserted: not where they stand in brackets."""
        self._edits: list[tuple[int, int, str]] = []

    def set_as_of(self, day: date) -> None:
        """Change the date of the data."""
        self._replace(self._top["as_of"][1], day.isoformat())

    def set_name(self, position: Position, name: str) -> None:
        """Change the official name of an entry."""
        entry = self._entry(position)
        node = _value(entry, "name")
        end = self._end_of(node)
        if self._text[end : self._end_of_line(end)].strip():  # a comment, or the rest of an entry in brackets
            text = scalar(name, flow=bool(entry.flow_style))
        else:
            text = long_scalar(name, entry.start_mark.column, used=len("name: "))
        self._replace(node, text)

    def set_removed(self, position: Position, day: date) -> None:
        """Write the day from which an entry's designation is not in force; the entry states none so far."""
        entry = self._entry(position)
        if any(key.value == "removed" for key, _ in entry.value):
            node = _value(entry, "removed")
            self._replace(node, f"{'' if node.value else ' '}{day}")
        elif entry.flow_style:
            self._add(_value(entry, "designated").end_mark.index, f", removed: {day}")
        else:
            indent = " " * entry.start_mark.column
            self._add(self._end_of_line(_value(entry, "designated").end_mark.index), f"\n{indent}removed: {day}")

    def insert(self, entry: Entry, comments: Sequence[str]) -> None:
        """Add an entry behind the one whose number precedes its own; call in the order of numbers."""
        if not self._entries:
            key = self._top.get("entries")
            at = self._end_of_line(key[0].end_mark.index) if key else len(self._text.rstrip())
            first = "\n" if key else "\nentries:\n"
            lead = "\n\n" if any(edit[0] == at for edit in self._edits) else first
            self._add(at, lead + entry_text(entry, comments, 2))
            return
        text = entry_text(entry, comments, self._top["entries"][1].start_mark.column)
        numbered = [(number_key(_number(node)), at) for at, node in enumerate(self._entries) if _number(node)]
        smaller = [(key, at) for key, at in numbered if key < number_key(entry.number)]
        blank = "\n" if self._has_blank_lines() else ""
        if numbered and not smaller:
            at = self._end_of_line(self._top["entries"][0].end_mark.index)
            self._add(at, f"\n{text}{blank}")
        else:
            last = max(smaller)[1] if smaller else -1
            self._add(self._end_of_entry(self._entries[last]), f"\n{blank}{text}")

    def edited(self) -> bytes:
        """The file with all edits made."""
        newline = next(iter(_LINE_BREAK.findall(self._text)), "\n")
        parts = []
        at = 0
        for start, end, text in sorted(self._edits, key=lambda edit: edit[0]):
            parts += [self._text[at:start], text.replace("\n", newline)]
            at = end
        mark = codecs.BOM_UTF8 if self.data.startswith(codecs.BOM_UTF8) else b""
        return mark + "".join([*parts, self._text[at:]]).encode()

    def _entry(self, position: Position) -> yaml.MappingNode:
        place = (position.line, position.column)
        return next(node for node in self._entries if self._source.position(node.start_mark.index) == place)

    def _add(self, at: int, text: str) -> None:
        self._edits.append((at, at, text))

    def _replace(self, node: yaml.Node, text: str) -> None:
        self._edits.append((node.start_mark.index, self._end_of(node), text))

    def _end_of_line(self, at: int) -> int:
        found = _LINE_BREAK.search(self._text, at)
        return found.start() if found else len(self._text)

    def _end_of_entry(self, entry: yaml.MappingNode) -> int:
        """Where the last line of an entry ends, with comments behind it that are indented like its keys."""
        end = self._end_of_line(self._end_of(entry))
        comment = re.compile(rf"(?:\r\n|\r|\n) {{{entry.start_mark.column},}}#[^\r\n]*")
        while found := comment.match(self._text, end):
            end = found.end()
        return end

    def _end_of(self, node: yaml.Node) -> int:
        """Where what is written of ``node`` ends; marks of blocks are only where the next thing begins."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._end_of(last[1] if isinstance(last, tuple) else last)
        return node.start_mark.index + len(self._text[node.start_mark.index : node.end_mark.index].rstrip())

    def _has_blank_lines(self) -> bool:
        """Whether blank lines part the entries; of a single one it is taken for granted."""
        gaps = [
            self._text[self._end_of(node) : following.start_mark.index]
            for node, following in zip(self._entries, self._entries[1:], strict=False)
        ]
        return not gaps or any(re.search(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)", gap) for gap in gaps)


def number_key(number: str | None) -> tuple[int, ...]:
    """What numbers of a list are sorted by: 62, then 62.1, 62.2 … 62.10, then 63."""
    return tuple(int(part) for part in re.findall(r"\d+", number or ""))


def _value(entry: yaml.MappingNode, key: str) -> yaml.Node:
    values: dict[str, yaml.Node] = {name.value: value for name, value in entry.value}
    return values[key]


def _number(entry: yaml.MappingNode) -> str | None:
    return next((value.value for key, value in entry.value if key.value == "number"), None)
