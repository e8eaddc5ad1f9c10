"""Finds surface forms in a text view: whole words, whatever stands between them, in the letter case they need.

The words of a text's skeleton are looked up once; only those that anchor some form are looked at, and only forms whose
words stand around the anchor are compared with the text. Cost is linear in the text and does not grow with the number
of names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from labelcheck.lexicon.fold import mixed_words, unmix
from labelcheck.lexicon.lexicon import Form, Lexicon
from labelcheck.lexicon.skeleton import is_letter, rarer_script, skeleton
from labelcheck.places import places
from labelcheck.records import dataclass

_LONGEST_GAP = 6
_QUOTES = "\"'«»„“”‘’"
_DASHES = frozenset("-–—")
_STRETCH = 1 << 16
"""Code points that are looked through at a time, so that a word found is soon found in the text, too."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A surface form found: view span, row of the name, and whether a word of it is typed in two scripts."""

    start: int
    end: int
    name: int
    mixed_script: bool


class Words:
    """A text view's text and its words. ``folded`` is as long as ``text``.

    ``spelled`` is ``folded`` with words of two scripts brought to one; ``mixed``: where such words begin.
    """

    def __init__(self, text: str, folded: str) -> None:
        self.text = text
        self.spelled = folded
        self.skeleton = skeleton(folded)
        self.mixed: frozenset[int] = frozenset()
        rarer = rarer_script(self.skeleton)
        if rarer:
            self._unmix(folded, rarer)

    def places(self, word: str) -> Iterator[tuple[int, int]]:
        """View spans of all places where a folded word stands as a whole."""
        for start in places(self.spelled, word):
            if self.holds(word, start):
                yield start, start + len(word)

    def holds(self, word: str, start: int) -> bool:
        """Whether a folded word stands at ``start`` as a whole."""
        end = start + len(word)
        spelled = self.spelled
        return (
            spelled.startswith(word, start)
            and not (start and is_letter(spelled[start - 1]))
            and not (end < len(spelled) and is_letter(spelled[end]))
        )

    def _unmix(self, folded: str, rarer: str) -> None:
        parts, mixed, passed = [], [], 0
        for start, end in mixed_words(folded, rarer):
            word = folded[start:end]
            spelled = unmix(word)
            if spelled != word:
                parts += [folded[passed:start], spelled]
                mixed.append(start)
                passed = end
        if mixed:
            self.spelled = "".join([*parts, folded[passed:]])
            self.skeleton = skeleton(self.spelled)
            self.mixed = frozenset(mixed)


def find(words: Words, lexicon: Lexicon) -> Iterator[Hit]:
    """Every surface form in the text, overlapping ones too."""
    for start, form in _likely(words, lexicon):
        hit = _fit(words, start, form)
        if hit is not None:
            yield hit


def _likely(words: Words, lexicon: Lexicon) -> Iterator[tuple[int, Form]]:
    """Forms whose words may stand in the text, each with the place of its anchor."""
    for form in lexicon.unanchored:
        for start, _ in words.places(form.words[0]):
            yield start, form
    bones = words.skeleton
    begin = 0
    while begin < len(bones):
        end = bones.find(b" ", begin + _STRETCH)
        stretch = bones[begin:end] if end >= 0 else bones[begin:]
        for at, form in _likely_in(stretch, lexicon):
            yield begin + at, form
        begin += len(stretch)


def _likely_in(bones: bytes, lexicon: Lexicon) -> Iterator[tuple[int, Form]]:
    tokens, anchors = bones.split(), lexicon.anchors
    passed: defaultdict[bytes, int] = defaultdict(int)
    found: dict[bytes, list[int]] = {}
    for at in [at for at, token in enumerate(tokens) if token in anchors]:
        token = tokens[at]
        forms = lexicon.postings(anchors[token]).beside(tokens, at)
        if forms:
            if token not in found:
                found[token] = list(places(b" %b " % bones, b" %b " % token))
            for form in forms:
                yield found[token][passed[token]], form
        passed[token] += 1


def _fit(words: Words, anchor: int, form: Form) -> Hit | None:
    """The form at the place where its anchor stands in the text, if all of it stands there."""
    start = anchor - form.into
    if form.capital and words.text[start].islower():
        return None
    if start < 0 or not words.holds(form.words[form.anchor], start):
        return None
    starts = [start]
    for number in range(form.anchor - 1, -1, -1):
        start = _before(words, starts[0], form.words[number], form.gaps[number])
        if start < 0:
            return None
        starts.insert(0, start)
    for number in range(form.anchor + 1, len(form.words)):
        start = _after(words, starts[-1] + len(form.words[number - 1]), form.words[number], form.gaps[number - 1])
        if start < 0:
            return None
        starts.append(start)
    end = starts[-1] + len(form.words[-1])
    if form.cased is not None and not _case_fits(words, starts, form.cased):
        return None
    if form.dot and words.text.startswith(".", end):
        end += 1
    if _is_identifier(words.text, starts[0], end):
        return None
    return Hit(starts[0], end, form.name, not form.mixed and not words.mixed.isdisjoint(starts))


def _before(words: Words, end: int, word: str, wanted: str) -> int:
    """Where ``word`` begins that stands before ``end``, with what is ``wanted`` between; -1 if it does not."""
    for at in range(end - 1, max(end - _LONGEST_GAP - 2, -1), -1):
        if is_letter(words.spelled[at]):
            start = at + 1 - len(word)
            fits = start >= 0 and words.holds(word, start) and _gap_fits(words.text[at + 1 : end], wanted)
            return start if fits else -1
    return -1


def _after(words: Words, start: int, word: str, wanted: str) -> int:
    """Where ``word`` begins that stands after ``start``, with what is ``wanted`` between; -1 if it does not."""
    for at in range(start, min(start + _LONGEST_GAP + 1, len(words.text))):
        if is_letter(words.spelled[at]):
            return at if words.holds(word, at) and _gap_fits(words.text[start:at], wanted) else -1
    return -1


def _gap_fits(gap: str, wanted: str) -> bool:
    """Whether ``gap`` may stand where a name has the punctuation ``wanted`` (often none, just a space)."""
    if gap == " " and not wanted:
        return True
    if gap.count("\n") > 1:
        return False
    core = "".join(gap.split()).strip(_QUOTES)
    if core == wanted or (not core and wanted in {".", "-"}):
        return True
    return core in _DASHES and (wanted in _DASHES or (not wanted and len(gap) == 1))


def _case_fits(words: Words, starts: Sequence[int], cased: Sequence[str]) -> bool:
    for start, form in zip(starts, cased, strict=True):
        written = words.text[start : start + len(form)]
        if start not in words.mixed and written.replace("ё", "е") not in {form, form.replace("ё", "е"), form.upper()}:
            return False
    return True


def _is_identifier(text: str, start: int, end: int) -> bool:
    """Whether underscores tie the span to letters or digits, as in ``UF_NAME``; ``__Name`` is markup."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    return (len(before) == 2 and before[1] == "_" and before[0].isalnum()) or (
        len(after) == 2 and after[0] == "_" and after[1].isalnum()
    )
