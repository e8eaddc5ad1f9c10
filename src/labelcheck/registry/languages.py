"""Language files made into :class:`~labelcheck.registry.model.Language`."""

from __future__ import annotations

import dataclasses

from labelcheck.errors import RegistryError
from labelcheck.registry.document import Node, read_document
from labelcheck.registry.fields import SCHEMA, check_schema, fields, items
from labelcheck.registry.load import expand
from labelcheck.registry.model import Language
from labelcheck.registry.patterns import read_pattern
from labelcheck.registry.problems import Problems, load_all
from labelcheck.registry.values import language

_REQUIRED = {"schema": f"schema: {SCHEMA}", "language": "language: en"}
_PATTERNS = tuple(field.name for field in dataclasses.fields(Language) if field.name != "code")


def load_languages(folder: str) -> tuple[Language, ...]:
    """The languages of all files in ``folder``, one file each. Raises RegistryError with every problem found."""
    files = expand([folder])
    languages = load_all(_load_language, files)
    first: dict[str, str] = {}
    for path, found in zip(files, languages, strict=True):
        other = first.setdefault(found.code, path)
        if other != path:
            raise RegistryError([f"{path}: the language {found.code} is also that of {other}; put all in one file"])
    return languages


def _load_language(path: str) -> Language:
    problems = Problems(path)
    node = read_document(path, problems)
    check_schema(node, problems)
    found = fields(node, "the language file", _REQUIRED, _PATTERNS, problems)
    read = Language(
        code=language(found.get("language"), problems),
        **{key: _patterns(found.get(key), key, problems) for key in _PATTERNS},
    )
    problems.raise_if_any()
    return read


def _patterns(node: Node | None, key: str, problems: Problems) -> tuple[str, ...]:
    return tuple(read_pattern(item, "a pattern", problems) for item in items(node, key, problems))
