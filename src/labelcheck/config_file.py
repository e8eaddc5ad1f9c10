"""One configuration file: its keys, the values they take, and what is wrong with it in words."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from datetime import date

from labelcheck.config import HTML_MARKS, Config, parse_as_of
from labelcheck.disk import UnreadableError, read_file
from labelcheck.errors import ConfigError, RegistryError, UsageError
from labelcheck.findings import SEVERITIES
from labelcheck.messages import LANGUAGES
from labelcheck.policy import LABEL_KINDS, MENTION_POLICIES
from labelcheck.records import replace
from labelcheck.registry.bundled import is_bundled
from labelcheck.rules import select
from labelcheck.source.decode import decode
from labelcheck.source.formats import FORMATS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from labelcheck.registry.document import Node
    from labelcheck.suppress_listed import Listed

_MAX_BYTES = 1024 * 1024
_MOST_PARTS = 100
_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_ENDLESS_KEY = re.compile(rf"(?<![\w-]){_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{_MOST_PARTS - 1}}}")
"""What takes tomllib the square of its length: hours, for a file of the size that is read."""


def is_config(path: str) -> bool:
    """Whether the file is a configuration: a ``pyproject.toml`` is one if it has ``[tool.labelcheck]``."""
    return os.path.basename(path) != "pyproject.toml" or _read(path)[1] is not None


def load_config(path: str) -> Config:
    """The configuration that the file at ``path`` states.

    Raises ConfigError if it cannot be read, or has a key or a value that is not known; the text says where.
    """
    text, table = _read(path)
    if table is None:
        raise ConfigError(f"{path}: has no table `[tool.labelcheck]`")
    settings: dict[str, Any] = {}
    for key, value in table.items():
        try:
            if key not in _KEYS:
                raise UsageError(_unknown(key))
            settings[key.replace("-", "_")] = _KEYS[key](value)
        except UsageError as error:
            place = ":".join((path, *_lines_of(key, text)[:1]))
            raise ConfigError(f"{place}: {key}: {error}") from None
    folder = os.path.dirname(path)
    settings["registries"] = tuple(_from_folder(folder, name) for name in settings.get("registries", ()))
    settings["suppressions"] = tuple(_placed(settings.get("suppressions", ()), path, text))
    if "baseline" in settings:
        settings["baseline"] = os.path.join(folder, settings["baseline"])
    return Config(path=path, **settings)


def _placed(entries: tuple[Listed, ...], path: str, text: str) -> Iterator[Listed]:
    """The entries with the full paths of their articles, each with the place where it is written."""
    lines = _lines_of("suppressions", text)
    if len(lines) < len(entries):  # not as tables under headers of their own
        lines = lines[:1] * len(entries)
    for entry, line in zip(entries, lines or [""] * len(entries), strict=False):
        article = os.path.abspath(os.path.join(os.path.dirname(path), entry.path))
        yield replace(entry, path=article, where=f"{os.path.basename(path)}:{line}".rstrip(":"))


def _unknown(key: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(key.replace("_", "-").lower(), _KEYS, 1)
    meant = f"did you mean {close[0]}? " if close else ""
    return f"unknown key; {meant}Known keys are {', '.join(_KEYS)}"


def _lines_of(key: str, text: str) -> list[str]:
    """The lines on which ``key`` is set: as ``key = …``, as ``key: …`` or as a table ``[key]``, ``[[tool.….key]]``."""
    header = re.search(r"^[ \t]*\[{1,2}tool\.labelcheck\b", text, re.MULTILINE)
    setting = re.compile(rf"""^[ \t]*(?:\[{{1,2}}[\w. -]*?)?["']?{re.escape(key)}["']?[ \t]*[]=:]""", re.MULTILINE)
    found = setting.finditer(text, header.start() if header else 0)
    return [str(text.count("\n", 0, setting.start()) + 1) for setting in found]


def _from_folder(folder: str, registry: str) -> str:
    """A registry as seen from the working directory: a file or folder beside the configuration, or a bundled one."""
    return registry if is_bundled(registry) else os.path.join(folder, registry)


def _read(path: str) -> tuple[str, dict[str, Any] | None]:
    """The file's text, and its table of keys; None for a ``pyproject.toml`` without one."""
    text = _text(path)
    if path.endswith((".yaml", ".yml")):
        return text, _parse_yaml(path, text)
    if not path.endswith(".toml"):
        raise ConfigError(f"{path}: the name of a configuration file ends with .toml or .yaml")
    if os.path.basename(path) != "pyproject.toml":
        return text, _parse_toml(path, text)
    # Most projects' pyproject.toml has no word of labelcheck: they need not be parsed, nor be valid.
    table: Any = _parse_toml(path, text) if "labelcheck" in text else {}
    for step in ("tool", "labelcheck"):
        table = table.get(step) if isinstance(table, dict) else table
    if table is None or isinstance(table, dict):
        return text, table
    raise ConfigError(f"{path}: tool.labelcheck must be a table; write `[tool.labelcheck]` and the keys under it")


def _text(path: str) -> str:
    try:
        return read_file(path, _MAX_BYTES).decode("utf-8-sig")
    except UnreadableError as error:
        lost = os.path.islink(path) and not os.path.exists(path)
        reason = "is a link that leads nowhere; mend it, or delete it" if lost else error
        raise ConfigError(f"{path}: {reason}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: is not UTF-8; save it in the encoding UTF-8") from None


def _parse_toml(path: str, text: str) -> dict[str, Any]:
    import tomllib

    if _ENDLESS_KEY.search(text):
        raise ConfigError(
            f"{path}: is not TOML as anybody writes it: a key of {_MOST_PARTS} parts with dots between them"
        )
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"{path}: is not TOML: {error}") from None


def _parse_yaml(path: str, text: str) -> dict[str, Any]:
    from labelcheck.registry.document import MapNode, parse_document
    from labelcheck.registry.problems import Problems

    if all(line.lstrip().startswith("#") for line in text.splitlines() if line.strip()):
        return {}
    problems = Problems(path)
    try:
        node = parse_document(text.encode(), problems)
        problems.raise_if_any()
    except RegistryError as error:
        raise ConfigError(str(error)) from None
    if not isinstance(node, MapNode):
        raise ConfigError(f"{node.position}: expected keys and values, like `lang: ru`")
    truth = {"true": True, "false": False}
    table = {key.text: _plain(value) for key, value in node.items}
    return {key: truth.get(value, value) if isinstance(value, str) else value for key, value in table.items()}


def _plain(node: Node) -> Any:
    """A YAML node as TOML would give it; its scalars are strings."""
    from labelcheck.registry.document import ListNode, MapNode

    if isinstance(node, MapNode):
        return {key.text: _plain(value) for key, value in node.items}
    return [_plain(item) for item in node.items] if isinstance(node, ListNode) else node.text


def _boolean(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise UsageError(f"must be true or false, not {value!r}")


def _strings(value: object) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise UsageError(f'must be a list of strings, like ["one", "two"], not {value!r}')


def _mapping(value: object) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    raise UsageError(f"must be a table of path patterns and their values, not {value!r}")


def _choice(*known: str) -> Callable[[object], str]:
    def check(value: object) -> str:
        if isinstance(value, str) and value in known:
            return value
        raise UsageError(f"must be {' or '.join(known)}, not {value!r}")

    return check


def _labels(value: object) -> tuple[str, ...]:
    labels = _strings(value)
    if labels and set(labels) <= set(LABEL_KINDS):
        return labels
    raise UsageError(f"must be a list of {' or '.join(LABEL_KINDS)}, not {value!r}")


def _codes(value: object) -> tuple[str, ...]:
    codes = _strings(value)
    select(codes)
    return codes


def _as_of(value: object) -> str:
    text = value.isoformat() if isinstance(value, date) else str(value)
    parse_as_of(text)
    return text


def _encoding(value: object) -> str:
    if isinstance(value, str):
        decode(b"", "", value)  # which knows all encodings there are
        return value
    raise UsageError(f"must be the name of an encoding, like windows-1251, not {value!r}")


def _path(value: object) -> str:
    if isinstance(value, str) and value:
        return value
    raise UsageError(f"must be the path of a file, not {value!r}")


def _formats(value: object) -> tuple[tuple[str, str], ...]:
    return tuple((glob, _choice(*FORMATS)(name)) for glob, name in _mapping(value).items())


def _per_file_ignores(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((glob, _codes(codes)) for glob, codes in _mapping(value).items())


def _suppressions(value: object) -> tuple[Listed, ...]:
    from labelcheck.suppress_listed import read_listed

    if not isinstance(value, list):
        raise UsageError("must be tables that begin with `[[suppressions]]`")
    entries = []
    for number, item in enumerate(value, start=1):
        try:
            entries.append(read_listed(item))
        except UsageError as error:
            raise UsageError(f"entry {number}: {error}") from None
    return tuple(entries)


_KEYS: dict[str, Callable[[object], Any]] = {
    "registries": _strings,
    "bundled-registries": _boolean,
    "select": _codes,
    "ignore": _codes,
    "as-of": _as_of,
    "mentions": _choice(*MENTION_POLICIES),
    "labels": _labels,
    "combine-marks": _boolean,
    "fail-on": _choice(*SEVERITIES),
    "lang": _choice(*LANGUAGES),
    "encoding": _encoding,
    "html-marks": _choice(*HTML_MARKS),
    "exclude": _strings,
    "formats": _formats,
    "per-file-ignores": _per_file_ignores,
    "suppressions": _suppressions,
    "baseline": _path,
}
