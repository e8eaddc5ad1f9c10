"""What only the newest designations made due, for going through an archive again after an update of the registries.

An article is judged a second time, by the registries as they were. What is found both times is not new.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy
from datetime import date
from functools import cache

from labelcheck.article import Entity
from labelcheck.disk import UnreadableError, read_file
from labelcheck.errors import UsageError
from labelcheck.findings import Finding
from labelcheck.lexicon import load_lexicon
from labelcheck.linter import Linter, Result
from labelcheck.recognise import Recogniser
from labelcheck.records import replace
from labelcheck.registry.bundled import resolve
from labelcheck.registry.load import MAX_BYTES

_HEAD = re.compile(r"""^(id|part_of|extends):[ \t]*["']?([\w-]+)""", re.MULTILINE)


class Earlier:
    """A linter as it was ``before`` the update."""

    def __init__(self, before: Linter) -> None:
        self.before = before

    def sieve(self, result: Result, rules: frozenset[str]) -> Result:
        """The result without findings of an earlier day; those about the run itself stay."""
        earlier = replace(self.before, rules=rules).check_view(result.article.view)
        known = set(map(_identity, earlier.findings))
        new = (finding for finding in result.findings if finding.place is None or _identity(finding) not in known)
        return replace(result, findings=tuple(new))


def before_day(linter: Linter, day: date) -> Linter:
    """The linter without the designations made after ``day``."""
    lexicon = linter.recogniser.lexicon
    earlier = copy(lexicon)

    def entity(row: int) -> Entity:
        now = lexicon.entity(row)
        return replace(now, designations=tuple(stay for stay in now.designations if stay.since <= day))

    earlier.entity = cache(entity)
    return replace(linter, recogniser=Recogniser(earlier))


def before_files(linter: Linter, files: Sequence[str], old: str) -> Linter:
    """The linter, whose registries are ``files``, with those at ``old`` (file or folder) in place of their successors.

    Raises UsageError if ``old`` has a registry that ``files`` have not, RegistryError if one cannot be used.
    """
    earlier = {path: _head(path) for path in resolve(old)}
    now = {path: _head(path) for path in files}
    for path, head in earlier.items():
        if head not in now.values():
            raise UsageError(f"{path}: this run has no registry {head[1]} to compare it with; add it with --registry")
    kept = [path for path, head in now.items() if head not in earlier.values()]
    return replace(linter, recogniser=Recogniser(load_lexicon([*kept, *earlier])))


def _head(path: str) -> tuple[str, str]:
    """What the file is: a registry or a part of one, or an amendment; and of which."""
    try:
        found = _HEAD.search(read_file(path, MAX_BYTES).decode(errors="replace"))
    except UnreadableError as error:
        raise UsageError(f"{path}: {error}") from None
    if found is None:
        raise UsageError(f"{path}: no line begins with id:, part_of: or extends:, so it is no registry file")
    return ("extends" if found[1] == "extends" else "id"), found[2]


def _identity(finding: Finding) -> tuple[str, int, int]:
    place = finding.place
    return finding.rule, *((place.offset, place.end_offset) if place else (-1, -1))
