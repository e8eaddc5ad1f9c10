"""Answers of the register's REST interface (JSON) as a grid of texts.

``info`` answers with ``columns``, name and title of each; ``values`` answers with the rows of one page and with
``size``, the number of all rows. The answers may be in one file or in several.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from labelcheck.curate.official.listing import ImportRefusedError
from labelcheck.curate.official.wording import first_day

_FIELD = re.compile(r"field_(\d{1,2})(?:_\w+)?")
_MAX_DEPTH = 20
_PEOPLE = ("№", "Наименование", "", "Дата о включении", "Дата об исключении", "Доменное имя", "Тип")
_ORGANIZATIONS = ("№", "Дата о включении", "", "", "Наименование", "", "Дата об исключении", "", "", "Статус")
"""Headings by position, for answers without ``info``: of a register of people and organizations, of organizations."""


@dataclass(slots=True)
class _Answers:
    title: str = ""
    headings: dict[int, str] = field(default_factory=dict)
    values: list[dict[str, Any]] = field(default_factory=list)
    size: int = 0
    modified: int = 0


def read_rest(texts: list[str], path: str) -> list[list[str]]:
    """The rows of all answers: a title, the date of the data, the headings, the values.

    Raises ImportRefusedError for what is no such answer, and if there are fewer rows than ``size`` says.
    """
    answers = _Answers()
    for text in texts:
        try:
            for answer in _mappings(json.loads(text), _MAX_DEPTH):
                _take(answer, answers)
        except (ValueError, RecursionError) as error:
            raise ImportRefusedError(path, f"damaged or cut off ({error}); download it again") from None
    if not answers.values:
        raise ImportRefusedError(path, "no rows; expected the answer of the register's `values`, with `info` beside it")
    if len(answers.values) < answers.size:
        raise ImportRefusedError(
            path,
            f"has {len(answers.values)} of {answers.size} rows; fetch the others too "
            f"(offset {len(answers.values)}) and name all files",
        )
    rows = [_cells(value) for value in answers.values]
    headings = answers.headings or dict(enumerate(_positions(rows), 1))
    width = max([*headings, *map(len, rows)])
    titles = [headings.get(number, "") for number in range(1, width + 1)]
    return [[answers.title], [str(answers.modified or "")], titles, *rows]


def _mappings(node: Any, depth: int) -> Iterator[dict[str, Any]]:
    """All mappings within ``node``, from the outside in."""
    if isinstance(node, dict):
        yield node
    if depth and isinstance(node, dict | list):
        for child in node.values() if isinstance(node, dict) else node:
            yield from _mappings(child, depth - 1)


def _take(answer: dict[str, Any], answers: _Answers) -> None:
    """Take what ``answer`` is known to say; the values of a page are mappings too, and say when they were modified."""
    columns, values = answer.get("columns"), answer.get("values")
    if isinstance(columns, list):
        answers.title = str(answer.get("title") or answers.title)
        for column in columns:
            found = _FIELD.fullmatch(str(column.get("name", ""))) if isinstance(column, dict) else None
            if found:
                answers.headings[int(found[1])] = str(column.get("title") or "")
    if isinstance(values, list):
        answers.values += [value for value in values if isinstance(value, dict)]
        answers.size = max(answers.size, _number(answer.get("size")))
    answers.modified = max(answers.modified, _number(answer.get("lastModified")), _number(answer.get("lastModified_l")))


def _number(value: Any) -> int:
    return value if isinstance(value, int) else 0


def _cells(value: dict[str, Any]) -> list[str]:
    numbered = {int(found[1]): cell for key, cell in value.items() if (found := _FIELD.fullmatch(key))}
    return [_text(numbered.get(number)) for number in range(1, max(numbered, default=0) + 1)]


def _text(cell: Any) -> str:
    if isinstance(cell, list):
        return "; ".join(map(_text, cell))
    return "" if cell is None else str(cell)


def _positions(rows: list[list[str]]) -> tuple[str, ...]:
    dated = sum(first_day(row[1]) is not None for row in rows if len(row) > 1)
    return _ORGANIZATIONS if 2 * dated > len(rows) else _PEOPLE
