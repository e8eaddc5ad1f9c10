"""Registry files found, read and held against each other. Importing this module is cheap; loading imports YAML."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from labelcheck.errors import RegistryError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from labelcheck.registry.merge import Amendment
    from labelcheck.registry.model import Registry
    from labelcheck.registry.parts import Part

_EXTENSIONS = (".yaml", ".yml")
LANGUAGES = "languages"
"""A folder of this name holds language files, see :mod:`labelcheck.registry.languages`."""
MAX_BYTES = 16 * 1024 * 1024
"""Bound of one registry or language file, far above any real list."""


def _load_file(path: str) -> Registry | Part | Amendment:
    from labelcheck.registry.document import read_document
    from labelcheck.registry.merge import is_amendment, read_amendment
    from labelcheck.registry.parts import is_part, read_part
    from labelcheck.registry.problems import Problems
    from labelcheck.registry.schema import read_registry

    problems = Problems(path)
    node = read_document(path, problems)
    reader = read_amendment if is_amendment(node) else read_part if is_part(node) else read_registry
    read = reader(node, problems)
    problems.raise_if_any()
    return read


def load_registries(paths: Sequence[str]) -> tuple[Registry, ...]:
    """The registries in all files that ``paths`` stand for (see :func:`expand`), parts joined, amendments merged in.

    Raises RegistryError with the problems of all files, or else with what they contradict each other in.
    """
    from labelcheck.registry.conflicts import conflicts
    from labelcheck.registry.problems import load_all

    registries = _merged(load_all(_load_file, expand(paths)))
    problems = conflicts(registries)
    if problems:
        raise RegistryError(problems)
    return registries


def _merged(files: Sequence[Registry | Part | Amendment]) -> tuple[Registry, ...]:
    from labelcheck.registry.merge import Amendment, merge
    from labelcheck.registry.model import Registry
    from labelcheck.registry.parts import Part, join

    heads = [file for file in files if isinstance(file, Registry)]
    parts = [file for file in files if isinstance(file, Part)]
    return merge(join(heads, parts), [file for file in files if isinstance(file, Amendment)])


def expand(paths: Sequence[str]) -> list[str]:
    """The files that ``paths`` stand for, each once: a file for itself, a folder for all YAML files in it.

    Folders are searched to the bottom, in alphabetical order, without hidden files and without folders of language
    files. Raises RegistryError for a path that is missing, a folder without such files, and for no paths at all:
    judging articles by no registry would find them all clean.
    """
    if not paths:
        raise RegistryError(["no registry is given, so there is nothing to check articles against; name at least one"])
    files: dict[str, str] = {}
    problems = []
    for path in paths:
        found = sorted(_yaml_files(path)) if os.path.isdir(path) else [path]
        if not found:
            problems.append(f"{path}: the folder has no registry file; expected files that end in .yaml")
        elif not os.path.exists(path):
            problems.append(f"{path}: no such file or folder; write the path of a registry file or its folder")
        for file in found:
            files.setdefault(os.path.realpath(file), file)
    if problems:
        raise RegistryError(problems)
    return list(files.values())


def _yaml_files(folder: str) -> Iterator[str]:
    for parent, folders, names in os.walk(folder, onerror=_unreadable):
        folders[:] = [name for name in folders if name != LANGUAGES and not name.startswith(".")]
        for name in names:
            if name.endswith(_EXTENSIONS) and not name.startswith("."):
                yield os.path.join(parent, name)


def _unreadable(error: OSError) -> None:
    raise RegistryError([f"{error.filename}: cannot be read: {error.strerror}"]) from error
