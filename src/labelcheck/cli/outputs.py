"""Where reports go: what ``--format`` and ``--output`` say together."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from labelcheck.config import Config
from labelcheck.errors import UsageError
from labelcheck.report import FORMATS

Output = tuple[str, str | None]
"""A format, and the path of the file that the report in it goes to; None for standard output."""


def outputs(main_format: str, given: Sequence[str]) -> list[Output]:
    """The reports to write, that on standard output first.

    ``given``: each is ``FORMAT=FILE`` for one more report, or ``FILE`` for that in ``main_format``, which otherwise
    goes to standard output. Raises UsageError for a format that does not exist and for a file named twice.
    """
    main: str | None = None
    more: list[Output] = []
    for value in given:
        name, parted, path = value.partition("=")
        if not parted or os.path.dirname(name) or "." in name:
            if main is not None:
                raise UsageError(f"--output {value}: {main} has that report already; add a format, like json={value}")
            main = value
        elif name not in FORMATS:
            known = ", ".join(FORMATS)
            raise UsageError(
                f"--output {value}: no format is called {name!r}; there are {known}. For a file of that name,"
                f" write ./{value}"
            )
        elif not path:
            raise UsageError(f"--output {value}: name a file after the `=`")
        else:
            more.append((name, path))
    reports = [(main_format, main), *more]
    _check_apart([path for _, path in reports if path is not None])
    return reports


def _check_apart(paths: Sequence[str]) -> None:
    seen: set[str] = set()
    for path in paths:
        real = os.path.realpath(path)
        if real in seen:
            raise UsageError(f"--output {path}: two reports would go to this file; give each its own")
        seen.add(real)


def check_spared(reports: Sequence[Output], config: Config, articles: Sequence[str]) -> None:
    """Raise UsageError if a report would take the place of a file that the run reads."""
    for _, path in reports:
        if path is not None and os.path.exists(path):
            for what, read in _read(config, articles):
                if os.path.exists(read) and os.path.samefile(path, read):
                    or_exclude = ", or exclude it if an earlier run wrote it" if read in articles else ""
                    raise UsageError(f"--output {path}: this is {what} of this run; name another file{or_exclude}")


def _read(config: Config, articles: Sequence[str]) -> Iterator[tuple[str, str]]:
    from labelcheck.registry.bundled import chosen

    yield from (("an article", path) for path in articles)
    if config.path:
        yield "the configuration", config.path
    if config.baseline:
        yield "the baseline", config.baseline
    if config.registries:
        yield from (("a registry", path) for path in chosen(config.registries, bundled=False))
