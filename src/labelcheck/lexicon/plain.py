r"""Plain patterns: what of the patterns in registry and language files can be known when a lexicon is compiled.

Most of them are lists of word forms, such as ``организаци(?:я|и|ю)|агентств\w*``. Written out here once, they cost a
run nothing: finite ones become sets of words, ``stem\w*`` becomes a prefix, and what is left is at least known to be
safe for :mod:`re`, which compiles ten times faster than :mod:`regex` but has no time limit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from labelcheck.lexicon.syntax import GAP, Choice, Edge, Node, NotPlainError, Row, Sign, Times, options, read

Form = tuple[str, int | None]
r"""Letters, and how many more must follow, of a form that ends with ``\w*`` or ``\w+``; None if it ends there."""

_T = TypeVar("_T")
_MOST_FORMS = 2000
"""Forms of one pattern that are written out; one with more is kept as a pattern."""
_MOST_WAYS = 10_000
"""Ways to try at one place of a text. Texts of labels are short: even one made for the worst takes seconds at most."""
_WAYS_OF_RUN = 30
r"""What a run such as ``\w+`` counts for when something follows it: it is given back letter by letter."""
_MOST_TIMES = 10
_END = "end"


def is_plain(patterns: Iterable[str], *, whole: bool = False) -> bool:
    """Whether :mod:`re` finds in folded text what :mod:`regex` finds, and cannot try for long.

    ``patterns`` are alternatives. ``whole``: they are only matched against whole words.
    """
    ways = 0
    for option in _all_options(patterns):
        try:
            effort = _effort(read(option), frozenset({_END}))
        except NotPlainError:
            return False
        if effort.unsure > whole:
            return False
        ways += effort.ways * (1 + _WAYS_OF_RUN * effort.runs)
    return ways <= _MOST_WAYS


def expand(patterns: Iterable[str]) -> tuple[set[str], dict[str, int], list[str]]:
    r"""The words that ``patterns`` stand for, prefixes with the least number of letters after them, and the rest.

    Each alternative goes its own way: of ``нко|фонд(?:а|у)?|медиа\w*|[а-я]+ая`` only the last stays a pattern.
    """
    words: set[str] = set()
    prefixes: dict[str, int] = {}
    rest: list[str] = []
    for option in _all_options(patterns):
        try:
            forms = _forms(read(option))
        except NotPlainError:
            rest.append(option)
            continue
        for letters, tail in forms:
            if tail is None:
                words.add(letters)
            else:
                prefixes[letters] = min(tail, prefixes.get(letters, tail))
    return words, prefixes, rest


def sequences(pattern: str) -> list[tuple[Form, ...]] | None:
    r"""The words, one after the other, that a pattern stands for, so that misprints can be looked for in them.

    Between words stands a gap such as ``\W{1,3}``. None if the pattern cannot be written out.
    """
    found: list[tuple[Form, ...]] = []
    try:
        for option in options(pattern):
            forms = [sorted(_forms(word), key=str) for word in _words(read(option))]
            found += _few(product(*forms))
    except NotPlainError:
        return None
    return found


def _all_options(patterns: Iterable[str]) -> Iterable[str]:
    for pattern in patterns:
        try:
            yield from options(pattern)
        except NotPlainError:
            yield pattern


@dataclass(frozen=True, slots=True)
class _Effort:
    r"""What it takes to match a node.

    ``ways``: to go on. ``runs``: such as ``\w+`` that are given back when what follows does not match; ``unsure``:
    those that what follows may begin inside. ``begins``: the kinds of character that it may begin with.
    """

    ways: int
    runs: int
    unsure: int
    begins: frozenset[str]


def _effort(node: Node, follows: frozenset[str]) -> _Effort:
    """The effort of a node before something that begins with ``follows``. Raises NotPlainError for nested runs."""
    if isinstance(node, Sign):
        return _Effort(1, 0, 0, node.kinds)
    if isinstance(node, Edge):
        return _Effort(1, 0, 0, follows)
    if isinstance(node, Row):
        ways, runs, unsure = 1, 0, 0
        for item in reversed(node.items):
            effort = _effort(item, follows)
            ways, runs, unsure = ways * effort.ways, runs + effort.runs, unsure + effort.unsure
            follows = effort.begins
        return _Effort(ways, runs, unsure, follows)
    if isinstance(node, Choice):
        efforts = [_effort(option, follows) for option in node.options]
        return _Effort(
            sum(effort.ways for effort in efforts),
            max(effort.runs for effort in efforts),
            max(effort.unsure for effort in efforts),
            frozenset().union(*(effort.begins for effort in efforts)),
        )
    return _effort_of_times(node, follows)


def _effort_of_times(node: Times, follows: frozenset[str]) -> _Effort:
    if node.most is None:
        if not isinstance(node.item, Sign):
            raise NotPlainError
        begins = node.item.kinds if node.least else node.item.kinds | follows
        return _Effort(1, int(follows != {_END}), int(bool(node.item.kinds & follows)), begins)
    if node.most > _MOST_TIMES:
        raise NotPlainError
    again = _effort(node.item, follows).begins | follows
    effort = _effort(node.item, again)
    return _Effort(
        sum(effort.ways**times for times in range(node.least, node.most + 1)),
        effort.runs * node.most,
        effort.unsure * node.most,
        effort.begins if node.least else effort.begins | follows,
    )


def _forms(node: Node) -> set[Form]:
    """All that a node stands for. Raises NotPlainError if that is without end or too much."""
    if isinstance(node, Sign) and node.letters is not None:
        return {(letter, None) for letter in node.letters}
    if isinstance(node, Choice):
        return set(_few(form for option in node.options for form in _forms(option)))
    if isinstance(node, Row):
        forms: set[Form] = {("", None)}
        for item in node.items:
            forms = set(_few(_joined(first, second) for first in forms for second in _forms(item)))
        return forms
    if isinstance(node, Times):
        if node.most is None and isinstance(node.item, Sign) and node.item.any_of_word:
            return {("", node.least)}
        if node.most is not None and node.most <= _MOST_TIMES:
            times = range(node.least, node.most + 1)
            return set(_few(form for count in times for form in _forms(Row((node.item,) * count))))
    raise NotPlainError


def _joined(first: Form, second: Form) -> Form:
    if first[1] is None:
        return first[0] + second[0], second[1]
    if second == ("", None):
        return first
    raise NotPlainError


def _few(items: Iterable[_T]) -> list[_T]:
    found = []
    for item in items:
        found.append(item)
        if len(found) > _MOST_FORMS:
            raise NotPlainError
    return found


def _words(node: Node) -> list[Node]:
    """The words of a row, parted where a gap stands."""
    items: Sequence[Node] = node.items if isinstance(node, Row) else (node,)
    words: list[list[Node]] = [[]]
    for item in items:
        sign = item.item if isinstance(item, Times) else item
        if isinstance(sign, Sign) and sign.kinds == {GAP} and not (isinstance(item, Times) and item.least == 0):
            words.append([])
        else:
            words[-1].append(item)
    return [Row(tuple(word)) for word in words]
