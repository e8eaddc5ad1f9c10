"""The command lines of hooks and editors, read without click, whose import costs more than checking an article.

Only ``check`` with files and the options below is read here, and only where it is plain that click would read the same;
everything else, every mistake above all, is click's.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence

from labelcheck.config import parse_as_of
from labelcheck.errors import UsageError
from labelcheck.findings import SEVERITIES
from labelcheck.messages import LANGUAGES
from labelcheck.report import FORMATS as REPORTS
from labelcheck.source.formats import FORMATS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_FLAGS = {
    "--combine-marks": "combine_marks",
    "--no-bundled-registries": "no_bundled_registries",
    "--no-config": "no_config",
    "--quiet": "quiet",
    "--statistics": "statistics",
}
_VALUES: dict[str, tuple[str, Collection[str] | None]] = {
    "--as-of": ("as_of", None),
    "--baseline": ("baseline", None),
    "--color": ("color", ("auto", "always", "never")),
    "--config": ("config", None),
    "--fail-on": ("fail_on", SEVERITIES),
    "--format": ("report_format", REPORTS),
    "--input-format": ("input_format", FORMATS),
    "--lang": ("lang", LANGUAGES),
    "--registry": ("registries", None),
    "--stdin-filename": ("stdin_filename", None),
}
"""The parameter that an option sets, and the values it may have if they are few."""


def read(arguments: Sequence[str]) -> dict[str, Any] | None:
    """The options given, by parameter name, for :func:`labelcheck.cli.checking.check`; None if click has to read them.

    ``arguments``: what follows the name of the program.
    """
    if arguments[:1] != ["check"]:
        return None
    paths: list[str] = []
    options: dict[str, Any] = {}
    rest = iter(arguments[1:])
    for argument in rest:
        name, has_value, value = argument.partition("=")
        if argument == "-" or not argument.startswith("-"):
            paths.append(argument)
        elif name in _FLAGS and not has_value:
            options[_FLAGS[name]] = True
        elif name in _VALUES:
            parameter, choices = _VALUES[name]
            value = value if has_value else next(rest, "")
            if not value or value.startswith("-") or (choices is not None and value not in choices):
                return None
            options[parameter] = (*options.get(parameter, ()), value) if parameter == "registries" else value
        else:
            return None
    return {"paths": tuple(paths), **options} if _make_sense(paths, options) else None


def _make_sense(paths: list[str], options: dict[str, Any]) -> bool:
    if (
        not paths
        or ("stdin_filename" in options and "-" not in paths)
        or ("config" in options and "no_config" in options)
    ):
        return False
    if sys.platform == "win32" and any(set("*?[~$%") & set(path) for path in paths):
        return False  # click expands these, as shells do elsewhere
    try:
        parse_as_of(options.get("as_of", "article"))
    except UsageError:
        return False
    return True
