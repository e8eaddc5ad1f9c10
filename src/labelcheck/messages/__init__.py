"""Messages in every language, made in one place from a key and values."""

from __future__ import annotations

from collections.abc import Mapping

from labelcheck.messages import en, ru

_TEMPLATES = {"en": en.TEMPLATES, "ru": ru.TEMPLATES}
_DESIGNATIONS = {"en": en.designations, "ru": ru.designations}
LANGUAGES = tuple(_TEMPLATES)
_LONGEST = 100
"""Code points of a value that a message shows; official names may run over half a page."""


def render(language: str, key: str, values: Mapping[str, str | tuple[str, ...]]) -> str:
    """The message ``key`` in one line without a full stop. A tuple holds slugs of designations, which are joined."""
    words = {
        name: _in_line(value) if isinstance(value, str) else _DESIGNATIONS[language](value)
        for name, value in values.items()
    }
    return _TEMPLATES[language][key].format_map(words)


def _in_line(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
