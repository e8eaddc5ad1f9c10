"""Baselines: findings that a newsroom knows and has put off, so that only new ones are reported.

A finding is known again by its article's path (from the folder of the baseline's file), its rule, its entity, the words
around it in its sentence, and which of several alike it is. Lines, columns, marks, punctuation and letter case play no
part: what is written elsewhere in the article changes nothing, and neither does a label on another name.
"""

from __future__ import annotations

import json
import os
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from labelcheck.disk import UnreadableError, read_file
from labelcheck.errors import UsageError
from labelcheck.findings import Finding, Place
from labelcheck.linter import Result
from labelcheck.records import replace

_VERSION = 1
_MAX_BYTES = 64 * 1024 * 1024
_WORDS = 12
"""How many words on either side of a finding count."""
_REACH = 400
"""Code points in which these words are looked for; a sentence may be as long as a file."""
_SENTENCE_END = re.compile(r"[.!?…][^\w\s]*\s")
_WORD = re.compile(r"\[\^[^\]\s]*\]|([^\W⁰¹²³⁴-⁹]+)")  # numbers of footnotes are no words


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A finding as a baseline has it. ``entity`` is empty for one about none; ``ordinal`` counts from 1."""

    path: str
    rule: str
    entity: str
    sentence: str
    ordinal: int


_SHAPE = {"path": str, "rule": str, "entity": str, "sentence": str, "ordinal": int}


class Baseline:
    """The known findings of one file, and what a run has met of them."""

    def __init__(self, path: str, known: Iterable[Known] = ()) -> None:
        """``path``: its file, which need not exist yet."""
        self.path = path
        self.known = frozenset(known)
        self.met: set[Known] = set()
        """Those that a checked article still has."""
        self.stale: set[Known] = set()
        """Those that a checked article has no longer."""
        self._by_path: dict[str, set[Known]] = {}
        for item in self.known:
            self._by_path.setdefault(item.path, set()).add(item)

    def sieve(self, result: Result, rules: frozenset[str]) -> Result:
        """The result without known findings. ``rules``: those that were on; of others nothing can be said."""
        found = list(self.identify(result))
        here = self._by_path.get(self._relative(result.path), set())
        met = here.intersection(item for _, item in found if item)
        self.met |= met
        self.stale |= {item for item in here - met if item.rule in rules}
        return replace(result, findings=tuple(finding for finding, item in found if item not in met))

    def lost(self) -> set[Known]:
        """Those whose articles do not exist."""
        folder = os.path.dirname(os.path.abspath(self.path))
        gone = {path for path in self._by_path if not os.path.lexists(os.path.join(folder, path))}
        return {item for item in self.known if item.path in gone}

    def identify(self, result: Result) -> Iterator[tuple[Finding, Known | None]]:
        """The findings of an article, each as a baseline has it; None for one that is not about the article."""
        path = self._relative(result.path)
        words = _words_around(result)
        alike: Counter[tuple[str, str, str, str]] = Counter()
        for finding in result.findings:
            if finding.place is None:
                yield finding, None
                continue
            entity = finding.entity.id if finding.entity else ""
            identity = path, finding.rule, entity, words(finding.place)
            alike[identity] += 1
            yield finding, Known(*identity, alike[identity])

    def _relative(self, path: str) -> str:
        """``path`` as seen from the baseline's file."""
        return os.path.relpath(path, os.path.dirname(os.path.abspath(self.path))).replace(os.sep, "/")


def load(path: str) -> Baseline:
    """The baseline in the file at ``path``. Raises UsageError if there is none."""
    if not os.path.lexists(path):
        raise UsageError(f"{path}: no such file; `labelcheck baseline create` makes it")
    try:
        content = json.loads(read_file(path, _MAX_BYTES))
        return Baseline(path, [_known(item) for item in _items(content)])
    except UnreadableError as error:
        raise UsageError(f"{path}: {error}") from None
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path}: is not a baseline: {error}; `labelcheck baseline create` makes one") from None


def dump(known: Iterable[Known]) -> str:
    """The text of a file with these findings: sorted, one a line, so that versions can be compared and merged."""
    rows = ",\n  ".join(json.dumps(asdict(item), ensure_ascii=False) for item in sorted(known))
    return f'{{"version": {_VERSION},\n "findings": [\n  {rows}\n ]}}\n'


def _items(content: Any) -> list[Any]:
    if not isinstance(content, dict) or not isinstance(content.get("findings"), list):
        raise ValueError("it has no `findings`")
    if content.get("version") != _VERSION:
        raise ValueError(f"its version is {content.get('version')!r}, not {_VERSION}")
    findings: list[Any] = content["findings"]
    return findings


def _known(item: Any) -> Known:
    if not isinstance(item, dict) or {key: type(value) for key, value in item.items()} != _SHAPE:
        raise ValueError(f"a finding is {', '.join(_SHAPE)}, not {item!r:.80}")
    return Known(**item)


def _words_around(result: Result) -> Callable[[Place], str]:
    """What gives the words in and around a place of the article, or its own words if no reader sees it (a comment)."""
    view = result.article.view
    locate = view.locator()
    starts = [block.start for block in view.blocks]

    def words(place: Place) -> str:
        start, end = locate(place.offset), locate(place.end_offset)
        if start >= end:
            return " ".join(_normal(place.text)[: 2 * _WORDS])
        block = view.blocks[bisect_right(starts, start) - 1]
        before = view.text[max(block.start, start - _REACH) : start]
        after = view.text[end : max(end, min(block.end, end + _REACH))]
        *_, before = _SENTENCE_END.split(before)
        after = _SENTENCE_END.split(after, maxsplit=1)[0]
        own = _normal(view.text[start:end])[: 2 * _WORDS]
        return " ".join([*_normal(before)[-_WORDS:], *own, *_normal(after)[:_WORDS]])

    return words


def _normal(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text[: 2 * _REACH]) if word]
