"""Names with their hints in one line, in the words of registry files."""

from __future__ import annotations

from labelcheck.registry.model import Name


def described(name: Name) -> str:
    """``Гул (quoted, case: exact)``; a name without hints alone."""
    hints = []
    if name.context:
        hints.append(f"{name.match}: {' | '.join(name.context)}")
    elif name.match != "plain":
        hints.append(name.match)
    if name.case != "any":
        hints.append(f"case: {name.case}")
    if not name.inflect:
        hints.append("inflect: false")
    return f"{name.text} ({', '.join(hints)})" if hints else name.text
