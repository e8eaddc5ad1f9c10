"""The matcher finds what a slow and obvious search finds: every name at every place of the text, word by word."""

from __future__ import annotations

import re

from hypothesis import event, given
from hypothesis import strategies as st

from labelcheck.lexicon.lexicon import Lexicon
from labelcheck.lexicon.matcher import Words, find
from labelcheck.registry.model import Name
from tests.lexicon.lexicons import entry, lexicon

from .articles import Draw

LOOK_ALIKE = dict(zip("aceopxyасеорху", "асеорхуaceopxy", strict=True))
SIGNS = "\"'«»„“”‘’"

# Few words, so that names overlap and texts hold them; names are not inflected, which has tests of its own.
words = st.sampled_from(
    ["ab", "Ab", "AB", "cd", "Ёж", "ёж", "еж", "сор", "cop", "Сор", "сoр", "7", "x", "ü", "cü", "ხ"]
)
gaps = st.sampled_from([" ", " ", "-", ".", ". ", " & ", " - ", "–", '"', " «"])
names = st.builds(
    lambda first, rest, dot, case: Name(
        first + "".join(gap + word for gap, word in rest) + dot, case=case, inflect=False
    ),
    words,
    st.lists(st.tuples(gaps, words), max_size=2),
    st.sampled_from(["", "", "."]),
    st.sampled_from(["any", "any", "exact"]),
)
between = st.sampled_from(
    [" ", " ", "-", ".", ". ", "\n", "\n\n", "  ", " & ", "–", "—", " — ", '" "', "» ", "_", "__", ", ", "", " " * 7]
)  # fmt: skip


@st.composite
def searches(draw: Draw) -> tuple[list[Name], str]:
    """Names, and a text with most of their words in order."""
    found = draw(st.lists(names, min_size=1, max_size=5))
    text = ""
    for _ in range(draw(st.integers(1, 5))):
        name = draw(st.sampled_from(found))
        for word in re.findall(r"\w+", name.text):
            text += draw(st.sampled_from([word, word, word, word.upper(), word.replace("о", "o"), "x"])) + draw(between)
        text += draw(st.sampled_from(["", " ", "_", ".", "aб "]))
    return found, text


@given(searches())
def test_the_matcher_finds_what_a_slow_search_finds(search: tuple[list[Name], str]) -> None:
    found_names, text = search
    matcher = lexicon(*(entry(f"e{number}", name) for number, name in enumerate(found_names)))
    expected = {(start, end, name.text) for name in found_names for start, end in slowly(text, name)}
    event("with names" if expected else "without names")
    assert quickly(text, matcher) == expected


def quickly(text: str, names: Lexicon) -> set[tuple[int, int, str]]:
    return {(hit.start, hit.end, names.name(hit.name).text) for hit in find(Words(text), names)}


def slowly(text: str, name: Name) -> set[tuple[int, int]]:
    """Every span of the text that reads like the name."""
    wanted = re.findall(r"[^\W_²]+|[\W_²]+", name.text)
    dotted = name.text.endswith(".")
    if not wanted[-1][-1].isalnum():
        wanted.pop()
    there = list(re.finditer(r"[^\W_²]+|[\W_²]+", text))
    spans = set()
    for at in range(len(there) - len(wanted) + 1):
        stretch = there[at : at + len(wanted)]
        start, end = stretch[0].start(), stretch[-1].end()
        if all(reads(part.group(), want, name.case) for part, want in zip(stretch, wanted, strict=True)):
            end += dotted and text[end : end + 1] == "."
            if not re.search(r"[^\W_]_$", text[:start]) and not re.match(r"_[^\W_]", text[end:]):
                spans.add((start, end))
    return spans


def reads(part: str, want: str, case: str) -> bool:
    """Whether a word, or what stands between two, reads like that of a name."""
    if not want[0].isalnum():
        return not part[0].isalnum() and between_reads(part, want)
    if not part[0].isalnum():
        return False
    if (
        case == "exact"
        and one_script(part)
        and part.replace("ё", "е") not in (want.replace("ё", "е"), want, want.upper())
    ):
        return False
    return spelling(part) == spelling(want)


def one_script(word: str) -> bool:
    return not (re.search("[a-z]", word, re.IGNORECASE) and re.search("[а-яё]", word, re.IGNORECASE))


def spelling(word: str) -> str:
    """A word in small letters; one in two scripts in that of most of its letters, if the others have a look-alike."""
    folded = word.lower().replace("ё", "е")
    latin = len(re.findall("[a-z]", folded))
    cyrillic = len(re.findall("[а-я]", folded))
    for letters in ("[а-я]", "[a-z]") if latin > cyrillic else ("[a-z]", "[а-я]"):
        same = re.sub(letters, lambda letter: LOOK_ALIKE.get(letter[0], letter[0]), folded)
        if one_script(same):
            return same
    return folded


def between_reads(part: str, want: str) -> bool:
    """Quotation marks and white space do not count, but for blank lines and long gaps; dashes are alike."""
    if len(part) > 6 or part.count("\n") > 1:
        return False
    stands, asked = (re.sub(r"\s", "", gap).strip(SIGNS) for gap in (part, want))
    if stands == asked or (not stands and asked in (".", "-")):
        return True
    if stands in ("-", "–", "—"):
        return asked in ("-", "–", "—") or (not asked and len(part) == 1)
    return False
