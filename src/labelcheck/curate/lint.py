"""``registry check``: what is wrong or doubtful in registries that load without a problem."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from labelcheck.curate.directives import answer
from labelcheck.curate.examples import check_examples
from labelcheck.curate.ordinary import is_ordinary_name
from labelcheck.curate.recognition import check_recognition
from labelcheck.curate.remarks import ERROR, WARNING, Remark
from labelcheck.curate.search import by_entity
from labelcheck.curate.slowness import check_slowness
from labelcheck.recognise import Recogniser
from labelcheck.registry.model import Name, Registry
from labelcheck.registry.problems import quoted

_SHORTEST = 3
"""Letters of an official name by which an entity may be recognised."""


def lint(registries: Sequence[Registry], recogniser: Recogniser, files: Sequence[str]) -> list[Remark]:
    """The remarks on ``files``, in order, less those that comments answer.

    ``registries``: all that are loaded with them; ``recogniser``: that of ``registries``.
    """
    slow = list(check_slowness(registries))
    found = [
        *check_ordinary(registries, recogniser.grammar.is_role),
        *check_official(registries, recogniser.grammar.is_role),
        *check_recognition(registries, recogniser.lexicon),
        *slow,
        *(() if slow else check_examples(registries, recogniser)),  # which might not end
        *check_reviewed(registries),
    ]
    by_file: dict[str, list[Remark]] = {}
    for remark in found:
        by_file.setdefault(os.path.realpath(remark.position.path), []).append(remark)
    remarks: list[Remark] = []
    for file in files:
        here = by_file.get(os.path.realpath(file), [])
        about = [replace(remark, position=replace(remark.position, path=file)) for remark in here]
        remarks += answer(file, Path(file).read_text(encoding="utf-8-sig").split("\n"), about)
    return sorted(remarks, key=lambda remark: (remark.position.path, remark.position.line, remark.position.column))


def check_ordinary(registries: Sequence[Registry], is_role: Callable[[str], bool]) -> Iterator[Remark]:
    """Names without a hint that are ordinary words."""
    for registry in registries:
        for entry in registry.entries:
            for name in entry.names:
                if is_ordinary_name(name, is_role):
                    several = " or case: exact" if " " in name.text else ""
                    message = (
                        f"the name {quoted(name.text)} of {entry.entity} is ordinary words; write match: quoted or "
                        f"context{several}, or answer # labelcheck: ignore[ordinary-name] -- and the reason"
                    )
                    yield Remark(name.position or entry.position, ERROR, "ordinary-name", message)


def check_official(registries: Sequence[Registry], is_role: Callable[[str], bool]) -> Iterator[Remark]:
    """Official names that stand in for names and are too short or ordinary for it."""
    for entity, members in by_entity(registries).items():
        if any(entry.names for _, entry in members):
            continue
        for _, entry in members:
            short = sum(map(str.isalpha, entry.name)) < _SHORTEST
            if short or is_ordinary_name(Name(entry.name), is_role):
                what = "short" if short else "ordinary"
                message = (
                    f"{entity} has no names: but its official one, {quoted(entry.name)}, which is {what}; list names"
                )
                yield Remark(entry.position, WARNING, "official-name", message)


def check_reviewed(registries: Sequence[Registry]) -> Iterator[Remark]:
    """Entries that an import wrote and no person has looked at."""
    for registry in registries:
        for entry in registry.entries:
            if entry.review:
                message = f"the names of {entry.id} were proposed by an import; correct them, then delete review: true"
                yield Remark(entry.position, WARNING, "needs-review", message)
