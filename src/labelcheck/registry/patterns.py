"""``regex`` patterns of registry and language files: how they are compiled, and what makes one useless."""

from __future__ import annotations

import regex

from labelcheck.patterns import compile_pattern
from labelcheck.registry.document import Node
from labelcheck.registry.problems import Problems, quoted
from labelcheck.registry.values import text

_MAX_LENGTH = 1000
_TIMEOUT = 0.5
"""Seconds that a pattern may take on one of the registry's own wordings."""


_FLAGS = compile_pattern("A").flags
"""Those of a pattern with a capital letter; one without needs fewer."""


def read_pattern(node: Node | None, what: str, problems: Problems) -> str:
    """The pattern that ``node`` states, or ``""`` after noting why it cannot be used."""
    pattern = text(node, what, problems)
    fault = _fault(pattern) if pattern else None
    if node and fault:
        problems.add(node.position, f"{what}: {quoted(pattern)} {fault}")
        return ""
    return pattern


def _fault(pattern: str) -> str | None:
    if len(pattern) > _MAX_LENGTH:
        return f"has {len(pattern)} characters; {_MAX_LENGTH} are the most; write several patterns"
    try:
        compiled = compile_pattern(pattern)
    except regex.error as error:
        return f"does not compile: {error}; write a backslash before a sign that is meant literally"
    except (KeyError, ValueError, OverflowError, RecursionError) as error:  # KeyError: of older versions, for (?V0)
        return f"does not compile: {error}; write a simpler one"
    if compiled.flags | _FLAGS != _FLAGS:
        return "sets a flag for all patterns beside it; write it without flags such as (?r) or (?a)"
    if matches(compiled, "") is not False:
        return "matches where nothing is written, so it would hold everywhere; write what must stand there"
    return None


def matches(pattern: regex.Pattern[str], wording: str) -> bool | None:
    """Whether ``wording`` holds ``pattern``; None if that takes too long to tell."""
    try:
        return pattern.search(wording.replace("ё", "е"), timeout=_TIMEOUT) is not None
    except TimeoutError:
        return None
