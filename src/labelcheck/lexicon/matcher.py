"""Finds surface forms in a text view: whole words, whatever stands between them, in the letter case they need.

The text is cut into words once; only words that anchor some form are looked at, and only the forms of that anchor are
compared with the words around it. Cost is linear in the text and does not grow with the number of names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from labelcheck.lexicon.fold import has_mixed_words, split_words, unmix
from labelcheck.lexicon.lexicon import Form, Lexicon

_LONGEST_GAP = 6
_QUOTES = "\"'«»„“”‘’"
_DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Hit:
    """A surface form found: view span, row of the name, and whether a word of it is typed in two scripts."""

    start: int
    end: int
    name: int
    mixed_script: bool


class Words:
    """A text view's text cut into words, with their offsets. ``folded`` is as long as ``text``."""

    def __init__(self, text: str, folded: str) -> None:
        self.text = text
        self.pieces = split_words(folded)
        self.mixed: frozenset[int] = frozenset()
        self._ends: list[int] = []
        if has_mixed_words(folded):
            self._unmix()

    def start(self, piece: int) -> int:
        """View offset at which ``pieces[piece]`` begins."""
        if not self._ends:
            self._ends = list(accumulate(map(len, self.pieces)))
        return self._ends[piece - 1] if piece else 0

    def end(self, piece: int) -> int:
        """View offset at which ``pieces[piece]`` ends."""
        return self.start(piece + 1) if piece + 1 < len(self.pieces) else len(self.text)

    def _unmix(self) -> None:
        mixed = []
        for piece in range(1, len(self.pieces), 2):
            word = unmix(self.pieces[piece])
            if word != self.pieces[piece]:
                self.pieces[piece] = word
                mixed.append(piece)
        self.mixed = frozenset(mixed)


def find(words: Words, lexicon: Lexicon) -> Iterator[Hit]:
    """Every surface form in the text, overlapping ones too, in order of their anchors."""
    pieces, anchors = words.pieces, lexicon.anchors
    last = len(pieces) - 2
    for piece in [at for at in range(1, len(pieces), 2) if pieces[at] in anchors]:
        postings = lexicon.postings(anchors[pieces[piece]])
        forms = [*postings.alone]
        if postings.before and piece > 1:
            forms += postings.before.get(pieces[piece - 2], ())
        if postings.after and piece < last:
            forms += postings.after.get(pieces[piece + 2], ())
        for form in forms:
            hit = _fit(words, piece, form)
            if hit is not None:
                yield hit


def _fit(words: Words, piece: int, form: Form) -> Hit | None:
    """The form at the place where its anchor is ``pieces[piece]``, if all of it stands there."""
    pieces = words.pieces
    first = piece - 2 * form.anchor
    last = first + 2 * (len(form.words) - 1)
    if first < 1 or last >= len(pieces) or tuple(pieces[first : last + 1 : 2]) != form.words:
        return None
    gaps = pieces[first + 1 : last : 2]
    if not all(map(_gap_fits, gaps, form.gaps)):
        return None
    start, end = words.start(first), words.end(last)
    if form.cased is not None and not _case_fits(words, first, form.cased):
        return None
    if form.dot and words.text.startswith(".", end):
        end += 1
    if _is_identifier(words.text, start, end):
        return None
    mixed = not form.mixed and not words.mixed.isdisjoint(range(first, last + 1, 2))
    return Hit(start, end, form.name, mixed)


def _gap_fits(gap: str, wanted: str) -> bool:
    """Whether ``gap`` may stand where a name has the punctuation ``wanted`` (often none, just a space)."""
    if len(gap) > _LONGEST_GAP or gap.count("\n") > 1:
        return False
    core = "".join(gap.split()).strip(_QUOTES)
    if core == wanted or (not core and wanted in {".", "-"}):
        return True
    return core in _DASHES and (wanted in _DASHES or (not wanted and len(gap) == 1))


def _case_fits(words: Words, first: int, cased: Sequence[str]) -> bool:
    for number, form in enumerate(cased):
        piece = first + 2 * number
        written = words.text[words.start(piece) : words.end(piece)]
        if piece not in words.mixed and written.replace("ё", "е") not in {form, form.replace("ё", "е"), form.upper()}:
            return False
    return True


def _is_identifier(text: str, start: int, end: int) -> bool:
    """Whether underscores tie the span to letters or digits, as in ``UF_NAME``; ``__Name`` is markup."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    return (len(before) == 2 and before[1] == "_" and before[0].isalnum()) or (
        len(after) == 2 and after[0] == "_" and after[1].isalnum()
    )
