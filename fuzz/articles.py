"""Articles in each format, and their decoding: positions are exact, whatever the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, partial
from itertools import pairwise
from pathlib import Path

from annotated import read_cases
from tests.properties.test_views import is_seen_as
from tests.rules.test_rule_documents import fenced

from fuzz import tokens
from fuzz.target import Target, refusable, text_of
from labelcheck.findings import Finding, Place
from labelcheck.linter import Linter
from labelcheck.policy import Policy
from labelcheck.source.decode import decode
from labelcheck.source.encode import encode
from labelcheck.source.formats import read_view
from labelcheck.source.model import Source
from labelcheck.source.view import BLOCK_KINDS, OBJECT, TextView

TESTS = Path(__file__).parents[1] / "tests"
ENCODINGS = (None, "utf-8-sig", "utf-16", "utf-32", "cp1251", "koi8-r")


@cache
def linter() -> Linter:
    """One for all articles: the bundled registries, at a fixed date."""
    return Linter.bundled(policy=Policy(today=date(2026, 10, 1)))


def check_article(format_name: str, data: bytes) -> None:
    """A text in this format."""
    check_source(Source("article", text_of(data)), format_name)


def check_file(data: bytes) -> None:
    """The bytes of a file: nothing is lost in decoding, and what is decoded can be read."""
    for encoding in ENCODINGS:
        with refusable("article"):
            source = decode(data, "article", encoding)
            assert encode(source) == data, "not the bytes that were read"
            if encoding is None:
                check_source(source, "txt")
            else:
                check_view(read_view(source, "txt"))


def check_source(source: Source, format_name: str) -> None:
    """What holds for the view and the findings of an article."""
    view = read_view(source, format_name)
    check_view(view)
    unix = re.sub("\r\n?", "\n", source.text)
    if unix != source.text:
        assert _seen(read_view(Source("article", unix), format_name)) == _seen(view), "newlines make a difference"
    for finding in linter().check_view(view).findings:
        check_finding(finding, source.text)


def check_view(view: TextView) -> None:
    """Every character stands somewhere in the source and is found again; blocks, links and comments are well-formed."""
    text, locate = view.source.text, view.locator()
    spans = [view.source_span(at, at + 1) for at in range(len(view.text))]
    for shown, (start, end) in zip(view.text, spans, strict=True):
        assert 0 <= start <= end <= len(text)
        assert end - start != 1 or is_seen_as(text[start], shown), f"{text[start]!r} is shown as {shown!r}"
    at = 0
    for block in view.blocks:
        between, inside = view.text[at : block.start], view.text[block.start : block.end]
        assert block.kind in BLOCK_KINDS
        assert inside, "an empty block"
        assert inside == inside.strip()
        assert "\n\n" not in inside
        assert not between.strip(), "text outside of blocks"
        assert at == 0 or between.count("\n") >= 2
        for this, following in pairwise(spans[block.start : block.end]):
            assert this[1] <= following[0] or this == following, "out of order"
        for place in range(block.start, block.end):
            found = locate(spans[place][0])
            assert view.text[place] == OBJECT or spans[found] == spans[place], "not found again"
        at = block.end
    assert not view.text[at:].strip()
    for link in view.links:
        assert 0 <= link.start <= link.end <= len(view.text)
        assert 0 <= link.source_start < link.source_end <= len(text)
        if link.start < link.end:
            first, last = view.source_span(link.start, link.end)
            assert link.source_start <= first <= last <= link.source_end
    for comment in view.comments:
        assert 0 <= comment.at <= len(view.text)
        assert 0 <= comment.source_start < comment.source_end <= len(text)


def check_finding(finding: Finding, text: str) -> None:
    """It stands where it says, says something, and its edits are edits of this text."""
    assert finding.message.strip()
    assert finding.place is not None
    check_place(finding.place, text)
    for edit in finding.fix.edits if finding.fix else ():
        assert 0 <= edit.offset <= edit.end_offset <= len(text)


def check_place(place: Place, text: str) -> None:
    """Offsets, lines and columns all mean the same characters."""
    assert 0 <= place.offset < place.end_offset <= len(text)
    assert text[place.offset : place.end_offset] == place.text
    starts = [0, *(newline.end() for newline in re.finditer("\r\n?|\n", text))]
    assert starts[place.line - 1] + place.column - 1 == place.offset
    assert starts[place.end_line - 1] + place.end_column - 1 == place.end_offset


def _seen(view: TextView) -> list[tuple[str, str]]:
    return [(block.kind, view.text[block.start : block.end]) for block in view.blocks]


def seeds(*formats: str) -> list[bytes]:
    """The articles of these formats in the documents of our own tests."""
    return list(dict.fromkeys(article.encode() for article in _articles(formats)))


def _articles(formats: tuple[str, ...]) -> Iterator[str]:
    for folder in ("rules", "fix"):
        for path in sorted((TESTS / folder).glob("*.md")):
            yield from (block.text for block in fenced(path.read_text(encoding="utf-8")) if block.format in formats)
    for name in formats:
        yield from (path.read_text(encoding="utf-8") for path in sorted((TESTS / "fix/newsroom").rglob(f"*.{name}")))
    if "txt" in formats or "telegram" in formats:
        for path in sorted((TESTS / "articles").glob("*.txt")):
            yield from (case.text for case in read_cases(path))


def _files() -> list[bytes]:
    texts = [text.decode() for text in seeds("txt")[::4]]
    return [text.encode(encoding) for text in texts for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32")] + [
        text.encode("cp1251", "ignore") for text in texts
    ]


TARGETS = (
    Target("markdown", partial(check_article, "md"), partial(seeds, "md"), tokens.ARTICLE),
    Target("html", partial(check_article, "html"), partial(seeds, "html"), tokens.ARTICLE),
    Target("telegram", partial(check_article, "telegram"), partial(seeds, "telegram", "txt"), tokens.ARTICLE),
    Target("text", check_file, _files, tokens.FILE),
)
