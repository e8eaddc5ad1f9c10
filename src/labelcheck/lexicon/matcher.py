"""Finds surface forms in a text view: whole words, whatever stands between them, in the letter case they need.

The words of a text's skeleton are looked up once; only those that anchor some form are looked at, and only forms whose
words stand around the anchor are compared with the text. Cost is linear in the text and does not grow with the number
of names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, compress

from labelcheck.lexicon.fold import first_look, gap_core, mixed_words, unmix
from labelcheck.lexicon.lexicon import Lexicon
from labelcheck.lexicon.postings import EDGE, Form
from labelcheck.lexicon.skeleton import is_letter, rarer_script, skeleton
from labelcheck.places import places
from labelcheck.records import dataclass

_LONGEST_GAP = 6
_DASHES = frozenset("-–—")
_YO = str.maketrans("ёЁ", "еЕ")
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

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded, self.skeleton, may_mix = first_look(text)
        self.spelled = self.folded
        self.mixed: frozenset[int] = frozenset()
        if may_mix:
            self._unmix()

    def places(self, word: str) -> Iterator[tuple[int, int]]:
        """View spans of all places where a folded word stands as a whole."""
        for start in places(self.spelled, word):
            if self.holds(word, start):
                yield start, start + len(word)

    def holds(self, word: str, start: int) -> bool:
        """Whether a folded word, or several, stand at ``start`` as whole ones."""
        spelled = self.spelled
        if not spelled.startswith(word, start):
            return False
        end = start + len(word)
        before, after = spelled[start - 1 : start], spelled[end : end + 1]
        return not (before.isalnum() and is_letter(before)) and not (after.isalnum() and is_letter(after))

    def _unmix(self) -> None:
        folded, parts, mixed, passed = self.folded, [], [], 0
        for start, end in mixed_words(folded, rarer_script(self.skeleton)):
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
    for start, form in chain(_unanchored(words, lexicon), _anchored(words, lexicon)):
        hit = _fit(words, start, form)
        if hit is not None:
            yield hit


def _unanchored(words: Words, lexicon: Lexicon) -> Iterator[tuple[int, Form]]:
    """Forms of which nothing is left in a skeleton, with the places of their first words."""
    for form in lexicon.unanchored:
        for start, _ in words.places(form.words[0]):
            yield start, form


def _anchored(words: Words, lexicon: Lexicon) -> Iterator[tuple[int, Form]]:
    """Forms whose words may stand in the text, each with the place of its anchor."""
    anchors = lexicon.anchors
    for begin, bones in _stretches(words.skeleton):
        tokens = bones.split()
        numbers = range(len(tokens))
        tokens.append(EDGE)
        padded = b" %b " % bones
        at = -1
        for number in compress(numbers, map(anchors.__contains__, tokens)):
            token = tokens[number]
            at = padded.find(b" %b " % token, at + 1)  # the next of its kind is this one: none was passed over
            for form in lexicon.postings(anchors[token]).around(tokens, number):
                yield begin + at, form


def _stretches(bones: bytes) -> Iterator[tuple[int, bytes]]:
    """A skeleton piece by piece, cut at blanks, each with its place."""
    begin = 0
    while begin < len(bones):
        end = bones.find(b" ", begin + _STRETCH)
        stretch = bones[begin:end] if end >= 0 else bones[begin:]
        yield begin, stretch
        begin += len(stretch)


def _fit(words: Words, anchor: int, form: Form) -> Hit | None:
    """The form at the place where its anchor stands in the text, if all of it stands there."""
    text = words.text
    start = anchor - form.ahead
    if start >= 0 and words.holds(form.phrase, start):
        end = start + len(form.phrase)
        starts = [start + offset for offset in form.offsets] if form.cased or words.mixed else []
    else:
        starts = _starts(words, anchor - form.into, form)
        if not starts:
            return None
        start, end = starts[0], starts[-1] + len(form.words[-1])
    if form.capital and text[start].islower():
        return None
    if form.cased and not _case_fits(words, starts, form.cased):
        return None
    if form.dot and text.startswith(".", end):
        end += 1
    if _is_identifier(text, start, end):
        return None
    return Hit(start, end, form.name, not form.mixed and not words.mixed.isdisjoint(starts))


def _starts(words: Words, anchor: int, form: Form) -> list[int]:
    """Where the words of a form begin whose anchor word begins at ``anchor``; none if they do not stand there."""
    if len(form.words) == 1 or not words.holds(form.words[form.anchor], anchor):
        return []
    starts = [anchor]
    for number in range(form.anchor - 1, -1, -1):
        start = _before(words, starts[0], form.words[number], form.gaps[number])
        if start < 0:
            return []
        starts.insert(0, start)
    for number in range(form.anchor + 1, len(form.words)):
        start = _after(words, starts[-1] + len(form.words[number - 1]), form.words[number], form.gaps[number - 1])
        if start < 0:
            return []
        starts.append(start)
    return starts


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
    core = gap_core(gap)
    if core == wanted or (not core and wanted in {".", "-"}):
        return True
    return core in _DASHES and (wanted in _DASHES or (not wanted and len(gap) == 1))


def _case_fits(words: Words, starts: Sequence[int], cased: Sequence[str]) -> bool:
    """Whether the letters are as in the form, or a word begins with a capital where it has none, or is all in them."""
    for start, form in zip(starts, cased, strict=True):
        written = words.text[start : start + len(form)]
        if written == form or start in words.mixed:
            continue
        form = form.translate(_YO)
        if written.translate(_YO) not in {form, form[:1].upper() + form[1:], form.upper()}:
            return False
    return True


def _is_identifier(text: str, start: int, end: int) -> bool:
    """Whether underscores tie the span to letters or digits, as in ``UF_NAME``; ``__Name`` is markup."""
    return (text[start - 1 : start] == "_" and text[max(start - 2, 0) : start - 1].isalnum()) or (
        text[end : end + 1] == "_" and text[end + 1 : end + 2].isalnum()
    )
