"""Messages in every language, made in one place from a key and values."""

from __future__ import annotations

from collections.abc import Mapping

from labelcheck.messages import en, ru

_MODULES = {"en": en, "ru": ru}
LANGUAGES = tuple(_MODULES)
_LONGEST = 100
"""Code points of a value that a message shows; official names may run over half a page."""


def render(language: str, key: str, values: Mapping[str, str | tuple[str, ...]]) -> str:
    """The message ``key`` in one line without a full stop. A tuple holds slugs of designations, which are joined."""
    return _filled(_MODULES[language].TEMPLATES[key], language, values)


def phrase(language: str, key: str, **values: str | tuple[str, ...]) -> str:
    """Words of a report, with values as in :func:`render`."""
    return _filled(_MODULES[language].PHRASES[key], language, values)


def counted(language: str, count: int, noun: str) -> str:
    """``3 files``: a number and the noun with that key, in the right form."""
    module = _MODULES[language]
    return f"{count} {module.NOUNS[noun][module.form(count)]}"


def _filled(template: str, language: str, values: Mapping[str, str | tuple[str, ...]]) -> str:
    words = {
        name: _in_line(value) if isinstance(value, str) else _MODULES[language].designations(value)
        for name, value in values.items()
    }
    return template.format_map(words)


def _in_line(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
