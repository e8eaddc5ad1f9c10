"""The page for people: whole, without a script, and with nothing in it that an article could command."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labelcheck.errors import SourceError
from labelcheck.report.escape import visible
from labelcheck.report.model import FileError, FileSummary, Options, Page, Run, Span
from labelcheck.source.formats import read_view
from labelcheck.source.model import Source
from labelcheck.source.view import OBJECT

from .samples import INCOMPLETE, STALE, UNLABELLED, found, run_of, written

ARTICLE = "# Новости & дожди\n\nКак пишет «Полынь», дождя не будет.\n\nНо «Полыни»* верят не все.\n"
VOID = {"meta", "br"}


class Reader(HTMLParser):
    """Reads a page strictly: whatever is opened is closed, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.shown: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "article" in self.open[:-1]:
            self.shown.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def article(page: str) -> str:
    """The lines of the only article on the page."""
    (found_articles,) = re.findall(r"<article>\n(.*)</article>", page, re.DOTALL)
    assert isinstance(found_articles, str)
    return found_articles


def with_mentions(run: Run, *spans: Span) -> Run:
    return replace(run, page=lambda path: Page(run.page(path).view, spans))


def test_an_article_stands_as_a_reader_sees_it_with_what_is_wrong_marked() -> None:
    run = run_of(found(UNLABELLED, "Полынь", ARTICLE), found(INCOMPLETE, "Полыни", ARTICLE), files={"a.md": ARTICLE})
    page = written("html", run)
    read(page)
    assert article(page) == (
        '<h3 class="heading">Новости &amp; дожди</h3>\n'
        '<p class="paragraph">Как пишет «<a id="finding0"></a>'
        '<mark class="error" title="LC101 «Полынь» has no label">Полынь</mark>», дождя не будет.</p>\n'
        '<p class="paragraph">Но «<a id="finding1"></a>'
        '<mark class="warning" title="LC104 the label of «Полынь» leaves out: undesirable">Полыни</mark>»*'
        " верят не все.</p>\n"
    )
    assert '<td><a href="#finding1">5:5</a></td><td><span class="warning">warning</span></td>' in page


def test_mentions_without_findings_have_the_colour_of_their_state() -> None:
    text = "«Полынь»* и «Полынь»."
    run = with_mentions(
        run_of(found(UNLABELLED, "Полынь»*", text), files={"a.md": text}),
        Span(1, 7, "labelled", "under a finding"),
        Span(13, 19, "labelled", "Полынь: labelled as <agent>"),
    )
    assert article(written("html", run)) == (
        '<p class="paragraph">«<a id="finding0"></a>'
        '<mark class="error" title="LC101 «Полынь» has no label">Полынь»*</mark> и «'
        '<mark class="labelled" title="Полынь: labelled as &lt;agent&gt;">Полынь</mark>».</p>\n'
    )


def test_findings_may_overlap() -> None:
    text = "По словам «Полыни», дождя не будет."
    outer = replace(found(UNLABELLED, "«Полыни», дождя", text), severity="note", message="outer")
    inner = replace(found(UNLABELLED, "Полыни", text), message="inner")
    crossing = replace(found(INCOMPLETE, "дождя не", text), message="crossing")
    page = written("html", run_of(outer, inner, crossing, files={"a.md": text}))
    read(page)
    assert re.sub("<a id[^>]*></a>", "", article(page)) == (
        '<p class="paragraph">По словам <mark class="note" title="LC101 outer">«</mark>'
        '<mark class="error" title="LC101 outer&#10;LC101 inner">Полыни</mark>'
        '<mark class="note" title="LC101 outer">», </mark>'
        '<mark class="warning" title="LC101 outer&#10;LC104 crossing">дождя</mark>'
        '<mark class="warning" title="LC104 crossing"> не</mark> будет.</p>\n'
    )


def test_markup_inside_a_name_is_no_obstacle() -> None:
    text = "Пишет **По**лы&#x43D;ь сегодня."
    run = run_of(found(UNLABELLED, "По**лы&#x43D;ь", text), files={"a.md": text})
    assert ">Полынь</mark> сегодня." in article(written("html", run))


def test_every_kind_of_block_is_shown() -> None:
    text = "---\ntitle: Итоги\n---\n- один\n- два  \n  три\n\n![«Полынь»](a.png) `код`\n\n| a |\n|---|\n| b |\n"
    page = written("html", run_of(found(UNLABELLED, "Полынь", text), files={"a.md": text}))
    read(page)
    assert re.sub("</?(a|mark)[^>]*>", "", article(page)) == (
        '<p class="title"><small>title</small> Итоги</p>\n'
        '<p class="item">один</p>\n'
        '<p class="item">два<br>три</p>\n'
        '<p class="paragraph">▢ ▢</p>\n'
        '<p class="alt"><small>picture</small> «Полынь»</p>\n'
        '<p class="cell">a</p>\n'
        '<p class="cell">b</p>\n'
    )


def test_a_finding_in_what_a_reader_does_not_see_is_only_listed() -> None:
    text = "<!-- labelcheck: ignore[LC101] -->\n\nДождя не будет.\n"
    page = written("html", run_of(found(UNLABELLED, "<!-- labelcheck: ignore[LC101] -->", text), files={"a.md": text}))
    assert "<td>1:1</td>" in page
    assert "<mark" not in article(page)


def test_the_table_of_files_says_what_was_checked_and_what_was_not() -> None:
    run = run_of(
        found(UNLABELLED, "Полынь", ARTICLE), files={"a.md": ARTICLE}, errors=(FileError("b.md", "is <not> UTF-8"),)
    )
    page = written("html", run)
    assert "<p>1 error in 1 of 1 file (5 mentions); 1 file could not be checked</p>" in page
    assert (
        '<tr><td><a href="#file0">a.md</a></td><td>2026-09-30</td><td>5</td>'
        '<td><span class="error">1</span></td><td>0</td><td>0</td></tr>\n'
        '<tr><td>b.md</td><td colspan="5"><span class="error">not checked: is &lt;not&gt; UTF-8</span></td></tr>\n'
    ) in page
    assert "<li>xx-agents: as of 2026-09-24, 418 entries</li>" in page


def test_what_is_about_the_run_stands_first() -> None:
    page = written("html", run_of(STALE, errors=(FileError(None, "gave up"),)))
    read(page)
    assert page.index("the registry xx-agents is 40 days old") < page.index('<table class="files">')
    assert '<td></td><td colspan="5"><span class="error">not checked: gave up</span></td>' in page


def test_an_article_without_mentions_and_findings_is_only_in_the_table() -> None:
    run = replace(run_of(), files=(FileSummary("a.md", date(2026, 9, 30), 0),))
    page = written("html", run)
    assert "<td>a.md</td>" in page
    assert "<article>" not in page


@pytest.mark.parametrize("now", [None, "Всё переписано."], ids=["gone", "changed"])
def test_an_article_that_changed_after_the_check_is_not_shown(now: str | None) -> None:
    def page(path: str) -> Page:
        if now is None:
            raise SourceError(path, "no such file")
        return Page(read_view(Source(path, now), "md"), ())

    run = replace(run_of(found(UNLABELLED, "Полынь", ARTICLE), files={"a.md": ARTICLE}), page=page)
    written_page = written("html", run)
    read(written_page)
    assert "<article>" not in written_page
    assert "the article cannot be shown" in written_page
    assert "«Полынь» has no label" in written_page


def test_in_russian() -> None:
    run = run_of(found(UNLABELLED, "Полынь", ARTICLE), files={"a.md": ARTICLE})
    page = written("html", run, Options(language="ru"))
    assert '<html lang="ru">' in page
    assert "<p>1 ошибка в 1 из 1 файла (5 упоминаний)</p>" in page
    assert '<span class="error">ошибка</span>' in page


def test_nothing_is_loaded_and_nothing_runs() -> None:
    page = read(written("html", run_of(found(UNLABELLED, "Полынь", ARTICLE), files={"a.md": ARTICLE})))
    assert not {tag for tag, _ in page.elements} & {"script", "link", "img", "iframe", "object"}
    policy = {"http-equiv": "Content-Security-Policy", "content": "default-src 'none'; style-src 'unsafe-inline'"}
    assert ("meta", policy) in page.elements


HOSTILE = """"'><script>alert(1)</script>\x00\x1b[2J\ufffe\u202e&amp;<!--"""


def test_hostile_words_are_words() -> None:
    text = f"Пишет {HOSTILE} сегодня."
    view = read_view(Source("a.txt", text), "txt")
    finding = replace(found(UNLABELLED, HOSTILE, text, HOSTILE), message=HOSTILE)
    run = replace(
        run_of(finding, files={HOSTILE: text}, errors=(FileError(HOSTILE, HOSTILE),)),
        page=lambda _: Page(view, (Span(0, 5, "labelled", HOSTILE),)),
    )
    output = written("html", run)
    page = read(output)
    assert {tag for tag, _ in page.elements} <= {
        *("html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "table", "tr", "th", "td", "span", "a"),
        *("details", "summary", "ul", "li", "mark", "section", "article"),
    }
    assert {name for _, attributes in page.elements for name in attributes} <= {
        *("lang", "charset", "http-equiv", "content", "name", "class", "title", "id", "href", "colspan"),
    }
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\ufffe]", output)


@given(text=st.text(), message=st.text())
def test_every_block_is_shown_whole(text: str, message: str) -> None:
    text = f"Полынь {text}"
    view = read_view(Source("a.txt", text), "txt")
    finding = replace(found(UNLABELLED, text, text), message=message)
    run = replace(run_of(finding, files={"a.md": text}), page=lambda _: Page(view, ()))
    lines = [line for block in view.blocks for line in view.text[block.start : block.end].split("\n")]
    assert "".join(read(written("html", run)).shown) == "".join(map(visible, lines)).replace(OBJECT, "▢")
