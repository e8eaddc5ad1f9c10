"""Random articles, most of which have findings, and how they are checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from hypothesis import event
from hypothesis import strategies as st

from labelcheck.findings import Finding
from labelcheck.linter import Linter, Result
from labelcheck.policy import LABEL_KINDS, MENTION_POLICIES, Policy
from labelcheck.records import replace
from labelcheck.source.formats import FORMATS
from labelcheck.source.model import Source
from tests.fix.samples import REGISTRIES

from .writing import Article, Block, Piece

DAY = date(2026, 2, 1)
formats = st.sampled_from(FORMATS)


@dataclass(frozen=True)
class Vocabulary:
    """What an article may be about, so that two articles can be made to share nothing.

    ``short`` is the abbreviation of the first name.
    """

    names: list[str]
    short: str
    marks: list[str]
    sites: list[str]

    def about(self, text: str) -> str:
        """The text with what it leaves open."""
        return text.replace("MARK", self.marks[0]).replace("NAME", self.names[0]).replace("SHORT", self.short)


VOCABULARIES = (
    Vocabulary(
        ["Lantern Society", "«Фонарь»", "Фонарь", "Обществом фонарщиков", "Lаntern Society", "Facebook", "ИГИЛ"],
        "LS",
        ["*", "**", "***"],
        ["https://lantern.example/", "https://facebook.com/x"],
    ),
    Vocabulary(
        ["Rope Guild", "“Rope\u00a0Guild”", "Гильдии канатчиков", "Gull Watch", "«Медуза»", "Медузой", "Ferry Bureau"],
        "RG",
        ["†", "¹", "²"],
        ["https://meduza.io/a"],
    ),
    Vocabulary(
        ["Kelp Trust", "«Трест водорослей»", "Otter House", "Whale Court", "The Moscow Times", "«Дождь»", "Дождь"],
        "KT",
        ["‡", "[^1]", "[^2]"],
        ["https://kelp.example/?a=1&b=2"],
    ),
)
EVERYTHING = Vocabulary(
    [name for each in VOCABULARIES for name in each.names],
    "LS",
    [mark for each in VOCABULARIES for mark in each.marks],
    [site for each in VOCABULARIES for site in each.sites],
)
"""All of it, for articles that stand alone."""

# In these stand MARK, NAME and SHORT for what the article is about.
WORDED = [
    " (closed)", " (barred)", " (closed and barred)", " (признана иноагентом)", " (внесена в реестр)", " (SHORT)",
    " (both are closed)", ", closed by the harbour,", ", признанная нежелательной,", " was closed yesterday",
]  # fmt: skip
SAYS = [
    "closed", "barred", "closed and barred", "опечатано", "иностранный агент", "нежелательная организация",
    "запрещено в России", "внесено в реестр", "both are closed", "NAME is barred", "a free society", "clоsеd",
]  # fmt: skip
LEADS = [
    "", "Вчера ", "По данным ", "the ", "издание ", "Минюст признал ", "иноагент ", "песня ", "закрытое ",
    "из-за ", "(",
]  # fmt: skip
FOLLOWS = [
    "", ".", ". ", ", ", " и ", " and ", " — ", " сообщает, что ", " met ", "-club ", "’s ", ") ", ": ", " / ",
    "MARK", " SHORT ",
]  # fmt: skip
NOISE = [
    "слово ", "дождь ", "5MARK3 ", "crownsMARK ", "«Клуб тюленей» (признан иноагентом) ", "Puffin LeagueMARK ",
    "😀", "\u00ad", "\u00a0",
    "\u200b", "й", "е\u0301 ", "&", "<", "&amp; ", "«", "»", '"', "(", ")", "#", "_", "\\", "`", "|", "~", "[x]",
    "lantern.example ", "1. ", "- ",
]  # fmt: skip
DIRECTIVES = [
    "labelcheck: ignore[LC101] -- as the court wrote it",
    "labelcheck: ignore[LC1, LC501] -- quoted",
    "labelcheck: ignore-file[LC2] -- archived",
    "labelcheck: ignore[LC102]",
    "labelcheck: ignore LC101",
    "a remark",
]

PLAIN = ("paragraph", "mixed", "footnotes", "footnotes", "heading")
"""What blocks are made of if plain text must show them: sentences, footnotes, or both."""
KINDS = (*PLAIN, "list", "note", "directive")


Draw = Callable[[st.SearchStrategy[Any]], Any]


@st.composite
def articles(
    draw: Draw, words: Vocabulary = EVERYTHING, *, plain: bool = False, sizes: tuple[int, int] = (1, 5)
) -> Article:
    """Articles of so many blocks, about a few of these words; ``plain``: only what plain text can show as well."""
    few = replace(
        words,
        names=draw(st.lists(st.sampled_from(words.names), min_size=1, max_size=3)),
        marks=draw(st.lists(st.sampled_from(words.marks), min_size=1, max_size=2)),
    )
    return tuple(draw(st.lists(_blocks(few, plain=plain), min_size=sizes[0], max_size=sizes[1])))


@st.composite
def _blocks(draw: Draw, words: Vocabulary, *, plain: bool) -> Block:
    kind = draw(st.sampled_from(PLAIN if plain else KINDS))
    if kind == "directive":
        return Block(kind, ((Piece(draw(st.sampled_from(DIRECTIVES)), kind),),))
    lines = _footnotes(words) if kind in ("note", "footnotes") else _lines(words, plain=plain)
    if kind == "mixed":
        lines |= _footnotes(words)
    count = 1 if kind in ("heading", "note") else 3
    shown = "paragraph" if kind in ("footnotes", "mixed") else kind
    return Block(shown, tuple(draw(st.lists(lines, min_size=1, max_size=count))))


@st.composite
def _lines(draw: Draw, words: Vocabulary, *, plain: bool) -> tuple[Piece, ...]:
    """A sentence with names and with things that are hard to read."""
    kinds = [("words", ""), ("words", ""), ("strong", "")]
    others = [Piece(words.about(text)) for text in NOISE] + [Piece("")] * len(NOISE)
    if not plain:
        kinds += [("link", words.sites[0]), ("link", "https://elsewhere.example/")]
        others += [Piece(text, "directive") for text in DIRECTIVES]
    line: list[Piece] = []
    for _ in range(draw(st.integers(1, 3))):
        label = words.about(draw(st.sampled_from([*words.marks * 4, " MARK", *WORDED, "", ""])))
        kind, url = draw(st.sampled_from(kinds))
        line += [
            Piece(draw(st.sampled_from(LEADS))),
            Piece(draw(st.sampled_from(words.names)), kind, url),
            Piece(label, "reference" if label.startswith("[^") and not plain else "words"),
            Piece(words.about(draw(st.sampled_from(FOLLOWS)))),
            draw(st.sampled_from(others)),
        ]
    return tuple(line)


@st.composite
def _footnotes(draw: Draw, words: Vocabulary) -> tuple[Piece, ...]:
    """A line that says what a mark means, or nearly."""
    mark = draw(st.sampled_from(words.marks))
    return (Piece(mark + draw(st.sampled_from(["", " ", " — "])) + words.about(draw(st.sampled_from(SAYS)))),)


policies = st.builds(
    Policy,
    st.just(DAY),
    as_of=st.sampled_from([None, date(2025, 11, 1)]),
    mentions=st.sampled_from(MENTION_POLICIES),
    labels=st.sampled_from([LABEL_KINDS, LABEL_KINDS, ("mark",), ("phrase",)]),
    combine_marks=st.booleans(),
)


@cache
def linter() -> Linter:
    """One that knows the bundled registries and the invented ones."""
    return Linter.bundled(registries=[str(REGISTRIES)], policy=Policy(today=DAY))


def check(text: str, format_name: str = "txt", policy: Policy | None = None) -> Result:
    """The text checked; how much the articles of a test have in them is noted in its statistics."""
    return check_source(Source("article", text), format_name, policy)


def check_source(source: Source, format_name: str = "txt", policy: Policy | None = None) -> Result:
    """As :func:`check`."""
    result = replace(linter(), policy=policy or linter().policy).check_source(source, format_name)
    event("with findings" if result.findings else "without findings")
    for rule in {finding.rule for finding in result.findings}:
        event(rule)
    return result


def told(finding: Finding) -> tuple[str, str, str]:
    """What a finding says, wherever it stands."""
    return finding.rule, finding.message, finding.place.text if finding.place else ""
