"""An entry as the text of a registry file, in the style of the bundled ones."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Sequence

import yaml

from labelcheck.registry.model import Entry, Name

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WIDTH = 120
_TEXT = "tag:yaml.org,2002:str"
_HARMLESS = re.compile(r"[\w«„“](?:[\w«»„“”‘’\"'()/.,&!+–— -]*[\w«»„“”‘’\"')/.!+])?")
_HARMLESS_IN_BRACKETS = re.compile(_HARMLESS.pattern.replace(",", ""))


def entry_text(entry: Entry, comments: Sequence[str], indent: int) -> str:
    """The lines of an entry whose hyphen stands behind ``indent`` spaces, with no line break at the end."""
    outer = " " * indent
    inner = outer + "  "
    lines = [f"{outer}# {line}" for comment in comments for line in textwrap.wrap(comment, _WIDTH - indent - 2)]
    keys = list(_keys(entry, len(inner)))
    lines += [f"{outer}- {keys[0]}", *(f"{inner}{key}" for key in keys[1:])]
    return "\n".join(lines)


def scalar(text: str, *, flow: bool) -> str:
    """``text`` as a value in one line, in quotation marks where YAML needs them; ``flow``: within brackets."""
    harmless = _HARMLESS_IN_BRACKETS if flow else _HARMLESS
    node = yaml.compose(text, Loader=_LOADER) if harmless.fullmatch(text) else None
    # A date, a number or "yes" would be no text for other programs.
    return text if node and node.tag == _TEXT else json.dumps(text, ensure_ascii=False)


def long_scalar(text: str, indent: int, *, used: int) -> str:
    """``text`` as the value of a key at ``indent``; folded into lines if too long with the ``used`` characters."""
    line = scalar(text, flow=False)
    if indent + used + len(line) <= _WIDTH:
        return line
    wrapped = textwrap.wrap(text, _WIDTH - indent - 2, break_long_words=False, break_on_hyphens=False)
    return "".join([">-", *(f"\n{' ' * (indent + 2)}{part}" for part in wrapped)])


def _keys(entry: Entry, indent: int) -> Iterator[str]:
    yield f"id: {entry.id}"
    if entry.entity != entry.id:
        yield f"entity: {entry.entity}"
    yield f"name: {long_scalar(entry.name, indent, used=len('name: '))}"
    yield f"kind: {entry.kind}"
    yield f'number: "{entry.number}"'
    yield f"designated: {entry.designated}"
    if entry.removed:
        yield f"removed: {entry.removed}"
    if entry.review:
        yield "review: true"
    if entry.names:
        yield "names:"
        yield from (f"  - {_name(name)}" for name in entry.names)
    for key, values in (("domains", entry.domains), ("accounts", entry.accounts)):
        if values:
            yield f"{key}: [{', '.join(scalar(value, flow=True) for value in values)}]"


def _name(name: Name) -> str:
    hints = {"match": name.match, "case": name.case}
    unusual = [f"{key}: {hint}" for key, hint in hints.items() if hint not in ("plain", "any")]
    if not unusual:
        return scalar(name.text, flow=False)
    return f"{{{', '.join([f'text: {scalar(name.text, flow=True)}', *unusual])}}}"
