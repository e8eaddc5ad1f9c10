"""What holds for the fixes of any article, made of pieces that are hard on them."""

from __future__ import annotations

from collections import Counter

from hypothesis import event, given
from hypothesis import strategies as st

from labelcheck.linter import Result
from labelcheck.source.formats import FORMATS
from tests.fix.samples import Desk, applied

NAMES = [
    "Lantern Society",
    "«Фонарь»",
    '"Rope Guild"',
    "Kelp Trust",
    "Общество фонарщиков",
    "Gull Watch",
    "Ferry\nBureau",
    "Rоpe Guild",
]
LABELS = [
    "",
    "",
    "",
    "*",
    r"\*",
    "**",
    " *",
    "†",
    "[^1]",
    "-club",
    "*-club",
    "<sup>*</sup>-club",
    " (LS)",
    " (closed)",
    " (barred)",
    " (banned)",
    "*»",
    "’s",
]
WORDS = [
    " and ",
    ", ",
    " met ",
    ". ",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "*",
    " 5*3 ",
    " crowns* ",
    "\u00a0",
    "\u00ad",
    "Так, ",
    "(",
]
BLOCKS = [
    "\n\n* closed\n", "\n\n\\* closed\n\n", "\n\n** barred\n** closed\n", "\n\n† John Smith is closed.\n\nSubscribe!\n",
    "\n\n* item\n* closed item\n\n", "\n\n> # Title\n> ", "\n| a | b |\n|---|---|\n| ", " |\n", "\n\n```\ncode\n```\n",
    "\n\n[^1]: closed\n\n", "\n\n<p>", "</p>\n", "<br>", "</article><article>", "\n\n1. one\n   ",
    "\n<!-- labelcheck: ignore[LC101] -- why -->\n", " <!-- labelcheck: ignore[LC101, LC501] -- why --> ",
]  # fmt: skip
MARKUP = ["{}", "{}", "**{}**", "*{}*", "__{}__", "_{}_", "<b>{}</b>", "`{}`", "[{}](https://lantern.example/)", "[{}]",
          "~~{}~~", "||{}||", "<img alt='{}'>", "<title>{}</title>",
          "<a href='https://kelp.example/'>{}</a>"]  # fmt: skip

mentions = st.builds(
    lambda name, label, markup, inside: markup.format(name + label) if inside else markup.format(name) + label,
    st.sampled_from(NAMES), st.sampled_from(LABELS), st.sampled_from(MARKUP), st.booleans(),
)  # fmt: skip
articles = st.lists(st.one_of(mentions, st.sampled_from(WORDS), st.sampled_from(BLOCKS)), max_size=14).map("".join)
desks = st.builds(
    Desk, st.sampled_from(FORMATS), st.sampled_from(["plain", "sup"]), mentions=st.sampled_from(["every", "first"])
)


def counted(result: Result) -> Counter[tuple[str, str | None]]:
    return Counter((finding.rule, finding.entity.id if finding.entity else None) for finding in result.findings)


@given(articles, desks)
def test_safe_fixes(text: str, desk: Desk) -> None:
    before = desk.read(text)
    mended = desk.mended(text)
    after, fixed = mended.last.offered(), mended.fixed
    event("fixed" if fixed else "not fixed" if before.findings else "without findings")
    new = after.article.view.source.text
    # A second run changes nothing and finds nothing that could be fixed.
    assert desk.mended(new).fixed == 0
    assert not [finding for finding in after.findings if finding.fix and finding.fix.safe]
    # Nothing is worse than before, and what was fixed is gone.
    assert not counted(after) - counted(before)
    assert sum(counted(after).values()) <= sum(counted(before).values()) - fixed
    assert after.suppressed == before.suppressed
    # What was not put in stands where it stood.
    assert all(text[old] == new[at] for at in range(len(new)) if (old := mended.before(at)) is not None)
    # The edits that reports tell do the same, and take nothing away but white space, directives, look-alike letters
    # and marks that mean nothing.
    for finding in desk.offered(text):
        edits = finding.fix.edits if finding.fix and finding.fix.safe else ()
        gone = "".join(text[edit.offset : edit.end_offset] for edit in edits).strip()
        put_in = "".join(edit.content for edit in edits)
        moved = finding.rule == "LC501" and gone in (put_in, put_in.replace("\\", ""))
        retyped = finding.rule == "LC502" and (gone, put_in) == ("о", "o")
        mark = put_in.removeprefix("<sup>").removesuffix("</sup>")
        replaced = finding.rule == "LC102" and gone and mark and not (gone + mark).strip("\\*†[^1]")
        assert not gone or moved or retyped or replaced or "labelcheck:" in gone or finding.rule == "LC901"
    told = text
    while (once := applied(told, desk.offered(told))) != told:
        told = once
    assert sorted(told) == sorted(new)  # footnotes at one place may stand in another order


@given(articles, desks)
def test_all_fixes(text: str, desk: Desk) -> None:
    before = desk.read(text)
    mended = desk.mended(text, unsafe=True)
    after, fixed = mended.last.offered(), mended.fixed
    event("fixed" if fixed else "not fixed" if before.findings else "without findings")
    new = after.article.view.source.text
    assert desk.mended(new, unsafe=True).fixed == 0
    assert not [finding for finding in after.findings if finding.fix]
    assert not counted(after) - counted(before)
    assert sum(counted(after).values()) <= sum(counted(before).values()) - fixed
    assert after.suppressed == before.suppressed
