"""The files that an import changes: the registry of one of them with all its parts, and what stands beside it."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from labelcheck.curate.registry_text import RegistryText
from labelcheck.disk import UnreadableError, drop_part, read_file, write_part
from labelcheck.errors import RegistryError, UsageError
from labelcheck.registry.load import MAX_BYTES, load_registries
from labelcheck.registry.model import Registry

_OWNER = re.compile(rb"^(id|part_of):[ \t]*[\"']?([a-z0-9-]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RegistryFiles:
    """A registry and its files: ``texts`` of the head and then of its parts, by path.

    ``into``: the path of the file that new entries go into. ``others``: the registries around; ``note`` says if they
    could not be read.
    """

    registry: Registry
    texts: dict[str, RegistryText]
    into: str
    others: tuple[Registry, ...]
    note: str = ""


def read_registry_files(into: str) -> RegistryFiles:
    """The registry that the file ``into`` is, or is a part of; all its files stand in one folder or in those in it.

    Raises RegistryError if it cannot be used.
    """
    owner = _owner(into)
    if not owner:
        load_registries([into])  # says what is wrong with the file
        raise RegistryError([f"{into}: no line begins with id: or part_of:; name a registry file, or a part of one"])
    key, id = owner  # noqa: A001 - the field's name
    folder = os.path.dirname(into) or os.curdir
    around = _registry_files(folder)
    beside = {path: found for path, found in around.items() if not os.path.samefile(path, into)}
    parts = [path for path, found in beside.items() if found == ("part_of", id)]
    if key == "part_of" or parts:  # the folder is this registry's alone; the others stand around it
        around |= _registry_files(os.path.join(folder, os.pardir))
    heads = [path for path, found in beside.items() if found == ("id", id)] if key == "part_of" else []
    paths = [*heads, into, *parts]
    (registry,) = load_registries(paths)
    rest = [path for path, found in around.items() if found[1] != id]
    note = ""
    try:
        others = load_registries(rest) if rest else ()
    except RegistryError as error:
        others = ()
        note = (
            f"names were not compared with the other registries of the folder, which have problems: {error.problems[0]}"
        )
    return RegistryFiles(registry, {path: RegistryText(path, _read(path)) for path in paths}, into, others, note)


def reread(files: RegistryFiles) -> Registry:
    """The registry as its edited files state it. Raises RegistryError if they do not state one."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            return _reread(files, folder)
    except OSError as error:
        raise UsageError(f"a copy to try the changes on cannot be written: {error.strerror}") from None


def _reread(files: RegistryFiles, folder: str) -> Registry:
    copies = {os.path.join(folder, f"{at}.yaml"): path for at, path in enumerate(files.texts)}
    for copy, path in copies.items():
        with open(copy, "wb") as file:
            file.write(files.texts[path].edited())
    try:
        (registry,) = load_registries(list(copies))
    except RegistryError as error:
        problems = "\n".join(error.problems)
        for copy, path in copies.items():
            problems = problems.replace(copy, path)
        raise RegistryError(problems.splitlines()) from None
    entries = (
        replace(entry, position=replace(entry.position, path=copies[entry.position.path])) for entry in registry.entries
    )
    return replace(registry, path=copies[registry.path], entries=tuple(entries))


def replace_files(contents: Mapping[str, bytes]) -> None:
    """Replace each file, with its mode; none is touched before all are on the disk. Raises UsageError."""
    parts: dict[str, str] = {}
    path = ""
    try:
        for path, data in contents.items():
            target = os.path.realpath(path)
            parts[write_part(target, data)] = target
        for part, path in parts.items():
            os.replace(part, path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from None
    finally:
        for part in parts:
            drop_part(part)


def _registry_files(folder: str) -> dict[str, tuple[str, str]]:
    """The registry files in ``folder`` and in the folders in it, and what each says it is: see :func:`_owner`."""
    owners = {path: _owner(path) for path in _yaml_files(folder, depth=1)}
    return {os.path.normpath(path): owner for path, owner in owners.items() if owner}


def _yaml_files(folder: str, depth: int) -> Iterator[str]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir() and depth and not entry.name.startswith("."):
            yield from _yaml_files(entry.path, depth - 1)
        elif entry.is_file() and entry.name.endswith((".yaml", ".yml")):
            yield entry.path


def _owner(path: str) -> tuple[str, str] | None:
    """``id`` or ``part_of``, and the id of the registry."""
    found = _OWNER.search(_read(path))
    return (found[1].decode(), found[2].decode()) if found else None


def _read(path: str) -> bytes:
    try:
        return read_file(path, MAX_BYTES)
    except UnreadableError as error:
        raise RegistryError([f"{path}: {error}"]) from None
