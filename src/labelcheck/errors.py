"""What can go wrong, as exceptions whose text is the sentence a person reads.

Everything raised on purpose is a :class:`LabelcheckError`; the command line prints its text and
exits with 2. A finding is not an error: see :mod:`labelcheck.findings`.
"""

from __future__ import annotations


class LabelcheckError(Exception):
    """The job, or a part of it, could not be done. ``str(error)`` is a full sentence for a person."""


class UsageError(LabelcheckError):
    """An option or argument that makes no sense, or that matches nothing."""


class ConfigError(LabelcheckError):
    """A configuration file that cannot be read or has a key or value that is not known."""


class SourceError(LabelcheckError):
    """One article that could not be read. The run goes on with the others and ends with exit code 2."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class RegistryError(LabelcheckError):
    """A registry or language file that cannot be used; the text has one ``path:line:column: …`` line a problem."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
