"""The registries that come with labelcheck, and what a person may call a registry by.

Importing and using this module is cheap: ids and dates are read from the files' ``id:``, ``part_of:`` and ``as_of:``
lines, without YAML.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from labelcheck.errors import RegistryError, UsageError
from labelcheck.expressions import expression
from labelcheck.registry.load import LANGUAGES, expand
from labelcheck.version import __version__

_PINNED = expression(r"(.+)@(\d{4}-\d\d-\d\d)")
_HERE = os.path.dirname(os.path.abspath(__file__))


def bundled_folder() -> str:
    """The folder of the bundled registries: in the installed package, or else in the checkout it is run from.

    Raises RegistryError when there is neither.
    """
    package = os.path.dirname(_HERE)
    installed = os.path.join(package, "registries")
    checkout = os.path.join(os.path.dirname(os.path.dirname(package)), "registries")
    for folder in (installed, checkout):
        if os.path.isdir(folder):
            return folder
    raise RegistryError([f"{installed}: the bundled registries are missing; install labelcheck again"])


def bundled_ids() -> dict[str, str]:
    """The ids of the bundled registries, sorted, with the paths of their files, each the head if it has parts."""
    return {id: files[0] for id, files in _files().items()}  # noqa: A001 - the field's name


def is_bundled(name: str) -> bool:
    """Whether ``name``, pinned to a date or not, is the id of a bundled registry or the name of a bundled folder."""
    pinned = _PINNED.fullmatch(name)
    bare = pinned[1] if pinned else name
    return bare in _folders() or bare in bundled_ids()


def chosen(names: Sequence[str], *, bundled: bool = True) -> list[str]:
    """The registry files to judge by: those of ``names`` (see :func:`resolve`), after the bundled ones if these count.

    Raises as :func:`resolve` does, and UsageError if there is none.
    """
    own = [path for name in names for path in resolve(name)]
    if not own and not bundled:
        raise UsageError("without the bundled registries there is none to judge by; name one with --registry")
    return expand([*([bundled_folder()] if bundled else []), *own])


def resolve(name: str) -> list[str]:
    """The registry files that ``name`` stands for, as given to ``--registry``.

    The id of a bundled registry and the name of a bundled folder come first, so that they mean the same in every
    working directory; anything else is the path of a file or folder (``./ru`` for a folder that is called as a
    bundled one). ``ID@DATE`` stands for a bundled one whose data is of that very date; a folder's date is that of its
    newest registry. Raises UsageError for what is neither and for data of another date, RegistryError for a folder
    without registries.
    """
    ids = _files()
    if name in ids:
        return ids[name]
    if name in _folders():
        return expand([os.path.join(bundled_folder(), name)])
    if os.path.exists(name):
        return expand([name])
    pinned = _PINNED.fullmatch(name)
    if pinned:
        return _pinned(pinned[1], pinned[2])
    from labelcheck.registry.problems import closest, quoted

    similar = closest(name, [*ids, *_folders()])
    advice = f"write {quoted(similar)}, or" if similar else "write"
    raise UsageError(
        f"no registry '{name}': {advice} the path of a file or folder, or one of the bundled {', '.join(ids)}"
    )


def _pinned(name: str, day: str) -> list[str]:
    files = resolve(name)
    if not is_bundled(name):
        raise UsageError(f"only bundled registries are pinned to a date; write the path alone: {name}")
    newest = max(_top(path, "as_of")[1] for path in files)
    if newest != day:
        raise UsageError(
            f"the registry {name} of labelcheck {__version__} is of {newest}, not of {day}: write {name}@{newest}, "
            f"or install the version of labelcheck that carries {day} (registries/README.md has its dates)"
        )
    return files


def _files() -> dict[str, list[str]]:
    """The files of the bundled registries by id, sorted; the first is the head, the others are its parts."""
    heads: dict[str, list[str]] = {}
    parts: dict[str, list[str]] = {}
    for path in expand([bundled_folder()]):
        key, id = _top(path, "id", "part_of")  # noqa: A001 - the field's name
        if not id:
            raise RegistryError([f"{path}: no line begins with id: or part_of:; every bundled file needs one"])
        (heads if key == "id" else parts).setdefault(id, []).append(path)
    return {id: heads[id] + parts.get(id, []) for id in sorted(heads)}  # noqa: A001


def _top(path: str, *keys: str) -> tuple[str, str]:
    """The first of the file's top-level keys that is one of ``keys``, with its value; both empty if none is."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            key, _, value = line.partition(":")
            if key in keys:
                return key, value.partition("#")[0].strip(" \t\n\"'")
    return "", ""


def _folders() -> list[str]:
    return sorted(entry.name for entry in os.scandir(bundled_folder()) if entry.is_dir() and entry.name != LANGUAGES)
