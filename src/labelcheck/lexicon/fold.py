"""One normal form for matching: lower case, ё as е, words typed with look-alike letters brought to one script.

Everything here keeps the length of the text, so that offsets stay those of the text view (which has already lost
invisible characters and composed its letters, see :mod:`labelcheck.source.view`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from labelcheck.expressions import expression
from labelcheck.lexicon.skeleton import characters, codes, is_letter, rarer_script, scripts_meet, skeleton
from labelcheck.places import places

_QUOTES = "\"'«»„“”‘’"
_WORDS = expression(r"([^\W_¹²³⁰⁴-⁹]+)")
_LATIN, _CYRILLIC = "abcehikmoptxysj", "авсенікмортхуѕј"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_SEAM = expression(r"[a-z](?:(?=[а-яѐ-ӿ])|(?<=[а-яѐ-ӿ][a-z]))")
"""A Latin letter beside a Cyrillic one. What is rarer goes first: six times faster than either way."""
_CYRILLIC_SEAM = expression(r"[а-яѐ-ӿ](?:(?=[a-z])|(?<=[a-z][а-яѐ-ӿ]))")
_LATIN_LETTER = expression(r"[a-z]")
_CYRILLIC_LETTER = expression(r"[а-яѐ-ӿ]")
_MIXING = expression(r"[a-zа-яѐ-ӿ]")
"""The letters that words of two scripts have. The one of a-z that cp1251 lacks in capitals is the sign of Kelvin, K."""
_SELDOM = 300
"""Characters to one that cp1251 lacks; with more of these, the other way is quicker."""


def fold(text: str) -> str:
    """Lower case with ё as е; exactly as long as ``text`` when that comes from a text view."""
    return text.lower().replace("ё", "е")


def first_look(text: str) -> tuple[str, bytes, bool]:
    """The folded text of a text view, its skeleton, and whether a word of it may have letters of two scripts.

    Most texts have no character that cp1251 lacks, or few (emoji, letters of a foreign name). In that encoding all of
    this is quicker.
    """
    coded = codes(text)
    lacking = coded.count(b"?") - text.count("?")
    if lacking <= len(text) // _SELDOM:
        strangers = {at: fold(text[at]) for at in places(coded, b"?") if text[at] != "?"} if lacking else {}
        if not _MIXING.search("".join(strangers.values())):
            bones = coded.translate(_SMALL_LETTERS)
            return _with(strangers, characters(coded.translate(_SMALL))), bones, scripts_meet(bones)
    folded = fold(text)
    bones = skeleton(folded)
    return folded, bones, rarer_script(bones) is not None


def _with(strangers: Mapping[int, str], text: str) -> str:
    """The text with some of its characters replaced: ``strangers``, by their places, in order."""
    parts, end = [], 0
    for at, character in strangers.items():
        parts += [text[end:at], character]
        end = at + 1
    return "".join([*parts, text[end:]]) if parts else text


def split_words(folded: str) -> list[str]:
    """Folded text as ``[gap, word, gap, word, …, gap]``. Letters and digits make words; ``_`` and ``²`` do not."""
    return _WORDS.split(folded)


def gap_core(gap: str) -> str:
    """What is left of a gap between two words without white space and the quotation marks around it."""
    return "".join(gap.split()).strip(_QUOTES)


def has_mixed_words(folded: str) -> bool:
    """Whether a Latin and a Cyrillic letter stand side by side anywhere."""
    return next(mixed_words(folded), None) is not None


def mixed_words(folded: str, rarer: str | None = None) -> Iterator[tuple[int, int]]:
    """Spans of the words in which they do, in order. ``rarer``: of which script there are fewer letters, if known."""
    end = 0
    for seam in (_CYRILLIC_SEAM if rarer == "cyrillic" else _SEAM).finditer(folded):
        if seam.start() >= end:
            start, end = seam.start(), seam.end()
            while start and is_letter(folded[start - 1]):
                start -= 1
            while end < len(folded) and is_letter(folded[end]):
                end += 1
            yield start, end


def unmix(word: str) -> str:
    """A folded word of mixed script in one script, when all letters of the rarer script are look-alikes."""
    if not _SEAM.search(word):
        return word
    latin, cyrillic = _LATIN_LETTER.findall(word), _CYRILLIC_LETTER.findall(word)
    candidates = [
        (len(cyrillic), word.translate(_TO_CYRILLIC)),
        (len(latin), word.translate(_TO_LATIN)),
    ]
    whole = [candidate for candidate in candidates if not _SEAM.search(candidate[1])]
    return max(whole)[1] if whole else word


def words(text: str) -> list[str]:
    """The words of a name, folded."""
    return [unmix(word) for word in split_words(fold(text))[1::2]]


_SMALL = codes(fold(characters(bytes(range(256)))))
_SMALL_LETTERS = skeleton(characters(_SMALL))
