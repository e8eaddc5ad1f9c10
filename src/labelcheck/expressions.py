"""Regular expressions that are compiled when they are first used.

Compiling those of all modules that a start imports takes 9 of its 60 ms, and an article needs few of them.
"""

from __future__ import annotations


def either(*classes: str) -> str:
    """The form of one character of any of the ``classes``.

    One class of them all, some beyond Latin-1 and in more than two stretches, would be made into a table, which takes
    0.2 ms; this takes a tenth of that. But an expression that searches does so faster when it begins with a class.
    """
    return f"(?:(?=){'|'.join(classes)})"  # what looks ahead at nothing keeps the classes apart


TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import compile as expression

    __all__ = ["expression"]
else:

    def expression(pattern, flags=0):
        """What :func:`re.compile` gives, later. Errors in the pattern come then, too."""
        return _Expression(pattern, flags)

    class _Expression:
        def __init__(self, pattern, flags):
            self._given = (pattern, flags)

        def __getattr__(self, name):
            """Only for what is not there yet: after this, methods are found without a detour."""
            import re

            compiled = re.compile(*self._given)
            for method in ("finditer", "findall", "fullmatch", "match", "search", "split", "sub", "pattern"):
                setattr(self, method, getattr(compiled, method))
            return getattr(compiled, name)
