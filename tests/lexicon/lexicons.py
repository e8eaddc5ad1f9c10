"""Small lexicons for tests, made without files."""

from __future__ import annotations

from datetime import date

from labelcheck.lexicon.compile import compile_lexicon
from labelcheck.lexicon.lexicon import Lexicon
from labelcheck.registry.model import Entry, LabelPolicy, Name, Position, Registry, StatePattern

HERE = Position("test.yaml", 1, 1)


def entry(id: str, *names: Name | str, not_phrases: tuple[str, ...] = ()) -> Entry:  # noqa: A002
    """An entry designated in 2020 with these names."""
    made = tuple(Name(name) if isinstance(name, str) else name for name in names)
    return Entry(id, id, id, "media", date(2020, 1, 1), HERE, names=made, not_phrases=not_phrases)


def registry(*entries: Entry) -> Registry:
    """A registry whose label says «gadfly»."""
    label = LabelPolicy(True, ("*",), {"en": (StatePattern("gadfl(?:y|ies)"),)}, {"en": "a gadfly"}, {"en": "(gadfly)"})
    return Registry("test", {"en": "Test"}, "XX", "Nobody", "", date(2026, 1, 1), 30, "gadfly", label, entries, "x")


def lexicon(*entries: Entry) -> Lexicon:
    """A compiled lexicon of one registry."""
    return Lexicon(compile_lexicon([registry(*entries)], [], "key"))
