"""Surface forms, filed under one word each of their skeletons: the anchor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, zip_longest

from labelcheck.lexicon.skeleton import skeleton
from labelcheck.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias

    Row: TypeAlias = Sequence[Any]
    """A form as the lexicon stores it: the number of its anchor among the words of its skeleton, then what Form has."""

EDGE = b""
"""Stands in a list of tokens for those that are not in it: after its last one, and so before its first."""

_JOINTS = {"": " ", ",": ", ", "—": " — ", "–": " – "}
"""How texts write the punctuation between two words of a name, if not as it is."""


@dataclass(frozen=True, slots=True)
class Form:
    """A surface form: its folded words, and what a text must have around and between them.

    ``anchor``: the number of the word that it is filed under; ``into``: code points of the word before the part that
    it is filed under, which is most often all of it. ``gaps``: punctuation between the words; ``cased``: the words in
    the only letter case allowed, or None; ``dot``: the name ends with a full stop; ``mixed``: it is itself written in
    two scripts; ``capital``: it is one word that never means the name in small letters; ``name``: row of its name.
    ``phrase``: how nearly all texts write it; ``offsets``: where its words begin then; ``ahead``: code points of it
    before what it is filed under.
    """

    anchor: int
    into: int
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    cased: tuple[str, ...] | None
    dot: bool
    mixed: bool
    capital: bool
    name: int
    phrase: str
    offsets: tuple[int, ...]
    ahead: int


class Postings:
    """The forms filed under one anchor, by the words of a skeleton that stand beside it. ``alone``: if none has to."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.alone: list[Form] = []
        self._before: dict[bytes, list[_Filed]] = {}
        self._after: dict[bytes, list[_Filed]] = {}
        for row in rows:
            at, tokens = row[0], skeleton(" ".join(row[3])).split()
            if len(tokens) < 2:
                self.alone.append(_form(row))
                continue
            filed, beside = (self._after, at + 1) if at + 1 < len(tokens) else (self._before, at - 1)
            one = _Filed(row, tokens)
            filed.setdefault(tokens[beside], []).append(one)
            filed.setdefault(EDGE, []).append(one)

    def around(self, tokens: Sequence[bytes], at: int) -> Sequence[Form]:
        """The forms whose words stand around ``tokens[at]``, the anchor, or may do so beyond the :data:`EDGE`."""
        before, after = self._before.get(tokens[at - 1], ()), self._after.get(tokens[at + 1], ())
        if not before and not after:
            return self.alone
        forms = [*self.alone]
        for one in (*before, *after):
            begin = at - one.at
            end = begin + one.size
            if begin < 0 or tokens[begin:end] == one.tokens or end >= len(tokens):
                forms.append(one.form())
        return forms


class _Filed:
    """A form with the words of its skeleton. It is made when a text first has these: most never are."""

    __slots__ = ("_form", "_row", "at", "size", "tokens")

    def __init__(self, row: Row, tokens: list[bytes]) -> None:
        self.at: int = row[0]
        self.tokens = tokens
        self.size = len(tokens)
        self._row = row
        self._form: Form | None = None

    def form(self) -> Form:
        if self._form is None:
            self._form = _form(self._row)
        return self._form


def _form(row: Row) -> Form:
    _, anchor, into, words, gaps, cased, dot, mixed, capital, name = row
    joints = [_JOINTS.get(gap, gap) for gap in gaps]
    pieces = [word + joint for word, joint in zip_longest(words, joints, fillvalue="")]
    offsets = tuple(accumulate(map(len, pieces[:-1]), initial=0))
    return Form(
        anchor=anchor,
        into=into,
        words=tuple(words),
        gaps=tuple(gaps),
        cased=tuple(cased) if cased else None,
        dot=dot,
        mixed=mixed,
        capital=capital,
        name=name,
        phrase="".join(pieces),
        offsets=offsets,
        ahead=offsets[anchor] + into,
    )
