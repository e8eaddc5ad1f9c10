"""The settings of a run, and the search for the configuration file that states them.

One of ``labelcheck.toml``, ``.labelcheck.yaml`` and ``[tool.labelcheck]`` in ``pyproject.toml``, in the nearest folder
upward that has one; the search ends at the root of the repository (the folder with ``.git``). What a key and an option
both say, the option decides. Paths and path patterns (:mod:`labelcheck.globs`) are relative to the file's folder.
"""

from __future__ import annotations

import os  # pathlib would cost a hook some milliseconds at every start
from datetime import date

from labelcheck.errors import ConfigError, UsageError
from labelcheck.globs import matches, relative
from labelcheck.policy import LABEL_KINDS, Policy, iso_date
from labelcheck.records import dataclass

TYPE_CHECKING = False  # importing it from typing would cost every start some milliseconds
if TYPE_CHECKING:
    from labelcheck.suppress_listed import Listed

HTML_MARKS = ("plain", "sup")
FILES = ("labelcheck.toml", ".labelcheck.yaml", "pyproject.toml")
_MISNAMED = {
    ".labelcheck.toml": FILES[0],
    ".labelcheck.yml": FILES[1],
    "labelcheck.yaml": FILES[1],
    "labelcheck.yml": FILES[1],
}
"""Names that somebody may take for those of a configuration, and what it has to be called."""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a run. A field is the option of the same name; ``path`` is the file they come from, if any.

    ``html_marks``: how fixes write marks in HTML, as they are (``plain``) or raised (``sup``: ``<sup>*</sup>``).
    """

    path: str | None = None
    registries: tuple[str, ...] = ()
    bundled_registries: bool = True
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    as_of: str = "article"
    mentions: str = "every"
    labels: tuple[str, ...] = LABEL_KINDS
    combine_marks: bool = False
    fail_on: str = "warning"
    lang: str = "en"
    encoding: str | None = None
    html_marks: str = "plain"
    exclude: tuple[str, ...] = ()
    formats: tuple[tuple[str, str], ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    suppressions: tuple[Listed, ...] = ()
    baseline: str | None = None

    def policy(self, today: date) -> Policy:
        """How articles are judged in a run that takes place on ``today``. Raises UsageError for a bad ``as_of``."""
        as_of = today if self.as_of == "today" else parse_as_of(self.as_of)
        return Policy(today, as_of, self.mentions, self.labels, self.combine_marks)

    def excludes(self, path: str) -> bool:
        """Whether the article or folder at ``path`` is not to be checked."""
        return any(self._fits(glob, path) for glob in self.exclude)

    def format_for(self, path: str) -> str | None:
        """The format that the last fitting pattern of ``formats`` gives to ``path``."""
        fitting = [name for glob, name in self.formats if self._fits(glob, path)]
        return fitting[-1] if fitting else None

    def ignored_in(self, path: str) -> tuple[str, ...]:
        """The rules that ``per-file-ignores`` switches off for ``path``."""
        return tuple(code for glob, codes in self.per_file_ignores if self._fits(glob, path) for code in codes)

    def suppressions_in(self, path: str) -> tuple[Listed, ...]:
        """The suppressions that ``suppressions`` lists for the article at ``path``."""
        article = os.path.abspath(path)
        return tuple(entry for entry in self.suppressions if entry.path == article)

    def lost_suppressions(self) -> tuple[Listed, ...]:
        """Those that are listed for an article that does not exist."""
        return tuple(entry for entry in self.suppressions if not os.path.exists(entry.path))

    def _fits(self, glob: str, path: str) -> bool:
        return matches(glob, relative(path, os.path.dirname(os.path.abspath(self.path)) if self.path else os.curdir))


def parse_as_of(text: str) -> date | None:
    """The date that the value of ``as-of`` fixes; None for ``article`` and ``today``. Raises UsageError for others."""
    if text in ("article", "today"):
        return None
    day = iso_date(text)
    if day is None:
        raise UsageError(f"{text!r} is not a date like 2026-09-30, nor `article`, nor `today`")
    return day


def find_config(folder: str) -> Config:
    """The configuration of the nearest folder, from ``folder`` upward, that has one; the defaults if none has.

    Raises ConfigError if two files in one folder are configurations, if the one found is not right or cannot be read
    (whatever bears its name: a folder, a link that leads nowhere), and for a name that is nearly right.
    """
    folder = os.path.abspath(folder)
    while True:
        for name, right in _MISNAMED.items():
            if os.path.lexists(path := os.path.join(folder, name)):
                raise ConfigError(
                    f"{path}: no configuration is looked for under this name; call it {right}, or name it with --config"
                )
        present = [path for name in FILES if os.path.lexists(path := os.path.join(folder, name))]
        if present:
            from labelcheck.config_file import is_config, load_config

            found = [path for path in present if is_config(path)]
            if len(found) > 1:
                raise ConfigError(f"{found[0]} and {found[1]} are both configuration files; keep one of them")
            if found:
                return load_config(found[0])
        parent = os.path.dirname(folder)
        if parent == folder or os.path.exists(os.path.join(folder, ".git")):
            return Config()
        folder = parent
