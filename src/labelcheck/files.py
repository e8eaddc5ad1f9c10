"""Which articles a run checks: files as given, folders searched."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator

from labelcheck.config import Config
from labelcheck.errors import SourceError
from labelcheck.records import dataclass
from labelcheck.source.formats import EXTENSIONS, format_of

SKIPPED_FOLDERS = frozenset({"node_modules", "venv", "__pycache__"})
"""Folders that a search passes over, beside hidden ones and those that the configuration excludes."""

_NOTHING = (
    f"no article in this folder: no file ends with {', '.join(EXTENSIONS)} or fits `formats` of the configuration"
)


@dataclass(frozen=True, slots=True)
class Articles:
    """``paths`` to check, sorted; paths that were given but are ``excluded`` by the configuration; ``errors``."""

    paths: tuple[str, ...]
    excluded: tuple[str, ...]
    errors: tuple[SourceError, ...]


_Found = tuple[bool, str, str]
"""Whether it is a link, its path, and its real path if that is known."""


def find_articles(paths: Iterable[str], config: Config) -> Articles:
    """The articles that ``paths`` stand for, each once, in an order that does not depend on that of ``paths``.

    A file is taken whatever its extension, a folder is searched for files of a format that is known. A path that
    does not exist, a folder that cannot be read, a pipe and a device are errors; the rest is still found. So are the
    folders if nothing is found at all.
    """
    paths = sorted(set(paths))
    found: list[_Found] = []
    excluded: list[str] = []
    errors: list[SourceError] = []
    seen: set[str] = set()
    for path in paths:
        if config.excludes(path):
            excluded.append(path)
        elif os.path.isdir(path):
            found.extend(_search(path, config, seen, errors))
        else:
            found.append((os.path.islink(path), path, ""))
    articles = []
    for _, path, known in sorted(found):
        problem = _problem(path)
        if problem:
            errors.append(SourceError(path, problem))
        elif (real := known or os.path.realpath(path)) not in seen:
            seen.add(real)
            articles.append(path)
    if not articles and not errors:
        folders = [path for path in paths if path not in excluded]
        errors.extend(SourceError(folder, _NOTHING) for folder in folders)
    return Articles(tuple(sorted(articles)), tuple(excluded), tuple(errors))


def _search(folder: str, config: Config, seen: set[str], errors: list[SourceError]) -> Iterator[_Found]:
    """The articles in ``folder`` and below. No folder whose real path was ``seen`` is entered: links may form loops.

    Linked folders are entered last, so that what is in the folder itself goes by its own path.
    """
    folders: list[str] = [folder]
    linked: list[str] = []
    while folders or linked:
        folder = folders.pop() if folders else linked.pop()
        real = os.path.realpath(folder)
        if real in seen:
            continue
        seen.add(real)
        try:
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            errors.append(SourceError(folder, f"the folder cannot be read: {error.strerror}"))
            continue
        for entry in entries:
            path = entry.name if folder == os.curdir else os.path.join(folder, entry.name)
            if entry.name.startswith(".") or config.excludes(path):
                continue
            # A link that leads nowhere or round in a circle is no folder for isdir, but an error for entry.is_dir.
            if os.path.isdir(path) if entry.is_symlink() else entry.is_dir():
                if entry.name not in SKIPPED_FOLDERS:
                    (linked if entry.is_symlink() else folders).append(path)
            elif config.format_for(path) or format_of(path):
                is_link = entry.is_symlink()
                yield is_link, path, "" if is_link else os.path.join(real, entry.name)  # realpath takes long


def _problem(path: str) -> str | None:
    """Why there is no article to read at ``path``; it is looked at, not opened: opening a pipe would wait for ever."""
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        return "no such file or folder"
    except (OSError, ValueError) as error:
        return f"cannot be read: {getattr(error, 'strerror', None) or error}"
    if not stat.S_ISREG(mode):
        return "is not a regular file but a pipe or a device; give its text on standard input, as `-`"
    return None
