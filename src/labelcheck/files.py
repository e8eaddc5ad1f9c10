"""Which articles a run checks: files as given, folders searched."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping

from labelcheck.config import Config
from labelcheck.errors import SourceError
from labelcheck.records import dataclass
from labelcheck.source.formats import EXTENSIONS, format_of

SKIPPED_FOLDERS = frozenset({"node_modules", "venv", "__pycache__"})
"""Folders that a search passes over, beside hidden ones and those that the configuration excludes."""

_MOST_TOLD = 3
"""Paths that are named of those passed over."""


@dataclass(frozen=True, slots=True)
class Articles:
    """``paths`` to check, sorted; paths that were given but are ``excluded`` by the configuration; ``errors``."""

    paths: tuple[str, ...]
    excluded: tuple[str, ...]
    errors: tuple[SourceError, ...]


_Found = tuple[bool, str, str]
"""Whether it is a link, its path, and its real path if that is known."""


@dataclass(frozen=True, slots=True)
class _Folder:
    """What a search saw in one folder: whether something to check (or to be told as an error), and what it left out.

    ``folders``: real paths of those that it went on to. ``hidden``: paths of what is passed over everywhere,
    ``excluded`` of what the configuration excludes; files only if they are articles.
    """

    has_some: bool
    folders: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()


def find_articles(paths: Iterable[str], config: Config) -> Articles:
    """The articles that ``paths`` stand for, each once, in an order that does not depend on that of ``paths``.

    A file is taken whatever its extension, a folder is searched for files of a format that is known. A path that
    does not exist, a folder that cannot be read or has no article, a pipe and a device are errors; the rest is still
    found.
    """
    paths = sorted(set(paths))
    found: list[_Found] = []
    excluded: list[str] = []
    errors: list[SourceError] = []
    searched: dict[str, _Folder] = {}
    given: list[tuple[str, str]] = []
    for path in paths:
        if config.excludes(path):
            excluded.append(path)
        elif os.path.isdir(path):
            real = os.path.realpath(path)  # once: links may change meanwhile
            given.append((path, real))
            found.extend(_search(path, real, config, searched, errors))
        else:
            found.append((os.path.islink(path), path, ""))
    articles = []
    seen: set[str] = set()
    for _, path, known in sorted(found):
        problem = _problem(path)
        if problem:
            errors.append(SourceError(path, problem))
        elif (real := known or os.path.realpath(path)) not in seen:
            seen.add(real)
            articles.append(path)
    for path, real in given:
        reason = _why_nothing(real, searched)
        if reason:
            errors.append(SourceError(path, reason))
    return Articles(tuple(sorted(articles)), tuple(excluded), tuple(errors))


def _search(
    given: str, given_real: str, config: Config, searched: dict[str, _Folder], errors: list[SourceError]
) -> Iterator[_Found]:
    """The articles in ``given`` and below. No folder whose real path was ``searched`` is entered: links may form loops.

    Linked folders are entered last, so that what is in the folder itself goes by its own path.
    """
    folders = [(given, given_real)]
    linked: list[tuple[str, str]] = []
    while folders or linked:
        folder, real = folders.pop() if folders else linked.pop()
        if real in searched:
            continue
        try:
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            errors.append(SourceError(folder, f"the folder cannot be read: {error.strerror}"))
            searched[real] = _Folder(has_some=True)
            continue
        has_some = False
        inner, hidden, excluded = [], [], []
        for entry in entries:
            path = entry.name if folder == os.curdir else os.path.join(folder, entry.name)
            is_link = entry.is_symlink()
            # A link that leads nowhere or round in a circle is no folder for isdir, but an error for entry.is_dir.
            is_folder = os.path.isdir(path) if is_link else entry.is_dir()
            if not is_folder and not config.format_for(path) and not format_of(path):
                continue
            if entry.name.startswith(".") or (is_folder and entry.name in SKIPPED_FOLDERS):
                hidden.append(path)
            elif config.excludes(path):
                excluded.append(path)
            elif is_folder:
                beyond = os.path.realpath(path) if is_link else os.path.join(real, entry.name)
                (linked if is_link else folders).append((path, beyond))
                inner.append(beyond)
            else:
                has_some = True
                yield is_link, path, "" if is_link else os.path.join(real, entry.name)  # realpath takes long
        searched[real] = _Folder(has_some, tuple(inner), tuple(hidden), tuple(excluded))


def _why_nothing(given: str, searched: Mapping[str, _Folder]) -> str | None:
    """What to say of a folder without an article in it or below, by its real path; None if there is one."""
    hidden: list[str] = []
    excluded: list[str] = []
    ahead, met = [given], {given}
    while ahead:
        folder = searched[ahead.pop()]
        if folder.has_some:
            return None
        hidden.extend(folder.hidden)
        excluded.extend(folder.excluded)
        ahead.extend(inner for inner in folder.folders if inner not in met)
        met.update(folder.folders)
    aside = [f"what the configuration excludes ({_some(excluded)})"] if excluded else []
    aside += [f"what is passed over unless it is named ({_some(hidden)})"] if hidden else []
    return (
        f"no article in this folder{' but ' if aside else ''}{' and '.join(aside)}: no {'other ' if aside else ''}file"
        f" ends with {', '.join(EXTENSIONS)} or fits `formats` of the configuration"
    )


def _some(paths: list[str]) -> str:
    """The first of them, which is enough to see what is meant."""
    more = f" and {len(paths) - _MOST_TOLD} more" if len(paths) > _MOST_TOLD else ""
    return ", ".join(sorted(paths)[:_MOST_TOLD]) + more


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
