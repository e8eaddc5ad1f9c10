"""The registries that come with labelcheck, and what a person may call a registry by.

Importing and using this module is cheap: ids are read from the files' ``id:`` lines, without YAML.
"""

from __future__ import annotations

import os

from labelcheck.errors import RegistryError, UsageError
from labelcheck.registry.load import expand

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
    """The ids of the bundled registries, sorted, with the paths of their files."""
    return dict(sorted((_id(path), path) for path in expand([bundled_folder()])))


def resolve(name: str) -> list[str]:
    """The registry files that ``name`` stands for, as given to ``--registry``.

    The id of a bundled registry and the name of a bundled folder come first, so that they mean the same in every
    working directory; anything else is the path of a file or folder (``./ru`` for a folder that is called as a
    bundled one). Raises UsageError for what is neither, RegistryError for a folder without registries.
    """
    ids = bundled_ids()
    folders = _folders()
    if name in ids:
        return [ids[name]]
    if name in folders:
        return expand([os.path.join(bundled_folder(), name)])
    if os.path.exists(name):
        return expand([name])
    from labelcheck.registry.problems import closest, quoted

    similar = closest(name, [*ids, *folders])
    advice = f"write {quoted(similar)}, or" if similar else "write"
    raise UsageError(
        f"no registry {quoted(name)}: {advice} the path of a file or folder, or one of the bundled {', '.join(ids)}"
    )


def _id(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("id:"):
                return line.removeprefix("id:").partition("#")[0].strip(" \t\n\"'")
    raise RegistryError([f"{path}: no line begins with id:; every bundled registry needs one"])


def _folders() -> list[str]:
    return sorted(entry.name for entry in os.scandir(bundled_folder()) if entry.is_dir() and entry.name != "languages")
