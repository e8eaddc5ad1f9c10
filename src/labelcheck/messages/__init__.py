"""Messages in every language, made in one place from a key and values."""

from __future__ import annotations

from collections.abc import Mapping

from labelcheck.messages import en, ru

_TEMPLATES = {"en": en.TEMPLATES, "ru": ru.TEMPLATES}
_DESIGNATIONS = {"en": en.designations, "ru": ru.designations}
LANGUAGES = tuple(_TEMPLATES)


def render(language: str, key: str, values: Mapping[str, str | tuple[str, ...]]) -> str:
    """The message ``key`` in one line without a full stop. A tuple holds slugs of designations, which are joined."""
    words = {
        name: " ".join(value.split()) if isinstance(value, str) else _DESIGNATIONS[language](value)
        for name, value in values.items()
    }
    return _TEMPLATES[language][key].format_map(words)
