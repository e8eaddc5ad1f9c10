"""HTML: what a browser shows, where it stands in the file, and what metadata tell."""

from __future__ import annotations

from datetime import date

import pytest

from labelcheck.source.view import OBJECT
from tests.formats.views import blocks, links, view_of, where


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<b>Газета</b>*, <i>«Голос»</i>**", "Газета*, «Голос»**"),
        ("Газета<sup>*</sup>", "Газета*"),
        ("Газета<sup>1</sup>, <sup>[<a href='#n'>12</a>]</sup>, <sup>(3)</sup>, <sup>&#52;</sup>", "Газета¹, ¹², ³, ⁴"),
        ("<sup>[прим. 1]</sup>, H<sub>2</sub>O", "[прим. ¹], H2O"),
        ("Газета<sup>(<i>иноагент</i>)</sup>", "Газета(иноагент)"),
        ("&laquo;Газета&raquo;&nbsp;&mdash; &#42;&#x2A; &amp;amp;", "«Газета» — ** &amp;"),
        ("a &amp b &notit; &copy2 &unknown; &; &# &#x; R&D", "a & b ¬it; ©2 &unknown; &; &# &#x; R&D"),
        ("&#0; &#x110000; &#99999999999; &#1089;", "\ufffd \ufffd \ufffd с"),
        ("Га&shy;зета&#8203;*", "Газета*"),
        ("Новая\n      газета \t <b> вышла</b>", "Новая газета вышла"),
        ("раз&#10;два&Tab;три", "раз два три"),
        ("раз<br>\n два <br/>три</br>четыре", "раз\nдва\nтри\nчетыре"),
        ("1 < 2 <3 5>4", "1 < 2 <3 5>4"),
        ("a\x00b", "a\x00b"),
        ("код <code>Газета <b>*</b></code> тут<kbd>x</kbd>", f"код {OBJECT} тут{OBJECT}"),
        ("до<script>Газета</script> и <style>Газета</STYLE >после", "до и после"),
        ("до <template>Газета</template><noscript><p>Газета</noscript>после", "до после"),
        ("до <textarea>Газета <b></textarea><iframe>Газета</iframe>после", "до после"),
        ("до <span hidden>Газета <span>x</span> y</span>после", "до после"),
        ("до <b style='color:red; DISPLAY : none'>Газета</b>после<br hidden>!", "до после!"),
        ("<b class='hidden' title='hidden'>видно</b> <b style='display:block'>тоже</b>", "видно тоже"),
        ("<span hidden><!-- </span> --><script>'</span>'</script><!x </span>Газета</span>да", "да"),
        ("<!DOCTYPE html><?xml версия?></ x>текст<![CDATA[x]]>", "текст"),
        ("<!--> раз <!---> два <!-- x --!> три", "раз два три"),
        ("<p title='a > b' data-x=\"</p>\" y=a>b>текст", "b>текст"),
        ("<a\nhref=x\n>текст</a\n>", "текст"),
        ("<p =x '>текст", "текст"),
    ],
)
def test_one_paragraph(markup: str, shown: str) -> None:
    assert blocks(view_of(markup, "html")) == [("paragraph", shown)]


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("текст <!-- Газета", "текст <!-- Газета"),
        ("текст <script>Газета", "текст Газета"),
        ("<code>x <code>Газета</code>", "x Газета"),
        ("<div hidden><p hidden>Газета", "Газета"),
        ("<div hidden>x<!-- </div>Газета", "Газета"),
        ("<title>Газета", "Газета"),
        ('<a href="x>Газета</a>', "Газета"),
        ("<p title='x>y</p> <b>Газета", "y\n\nГазета"),
        ("<b x='>' y='<i>Газета", "Газета"),
        ("текст <!DOCTYPE Газета", "текст <!DOCTYPE Газета"),
        ("текст <b Газета", "текст <b Газета"),
        ("текст </i Газета", "текст </i Газета"),
        ("<noscript/>Газета<script src='x'/>Газета", "ГазетаГазета"),
        ("<body hidden>Газета", "Газета"),
    ],
)
def test_what_is_never_closed_hides_nothing(markup: str, shown: str) -> None:
    assert view_of(markup, "html").text == shown


@pytest.mark.parametrize(
    ("markup", "words", "source"),
    [
        ("<b>Газета</b>&#42; вышла", "Газета*", "Газета</b>&#42;"),
        ("<b>Га</b>зе&shy;та", "Газета", "Га</b>зе&shy;та"),
        ("Новая\r\n   газета", "Новая газета", "Новая\r\n   газета"),
        ("Газета<sup>1</sup>", "¹", "1"),
        ("Газета<br> вышла", "Газета\nвышла", "Газета<br> вышла"),
        ("😀 &laquo;Газета&raquo;", "«Газета»", "&laquo;Газета&raquo;"),
        ("<img alt='&laquo;Газета'>", "«Газета", "&laquo;Газета"),
        ("Кра<i>и\u0306</i>", "Край", "Кра<i>и\u0306"),
    ],
)
def test_the_way_back(markup: str, words: str, source: str) -> None:
    assert where(view_of(markup, "html"), words) == source


def test_blocks() -> None:
    page = """\
<html><body>
  <h1>Заголовок <small>номера</small></h1>
  текст <div>внутри<p>абзац</div> после
  <ul>
    <li>раз<ul><li>вложенный</ul>
    <li><p>два</p><p>ещё</p>
  </ul>
  <table><caption>Подпись</caption><tr><th>Имя<td>Газета*</td></tr></table>
  <p>&nbsp;</p>
  <figure><img src="x"><figcaption>Фото</figcaption></figure>
  <pre>
строка
  другая

третья</pre>
  <p>раз<br><br>два<br>&nbsp;<br>три</p>
</body></html>
"""
    assert blocks(view_of(page, "html")) == [
        ("heading", "Заголовок номера"),
        ("paragraph", "текст"),
        ("paragraph", "внутри"),
        ("paragraph", "абзац"),
        ("paragraph", "после"),
        ("item", "раз"),
        ("item", "вложенный"),
        ("item", "два"),
        ("item", "ещё"),
        ("paragraph", "Подпись"),
        ("cell", "Имя"),
        ("cell", "Газета*"),
        ("paragraph", OBJECT),
        ("paragraph", "Фото"),
        ("paragraph", "строка\nдругая"),
        ("paragraph", "третья"),
        ("paragraph", "раз"),
        ("paragraph", "два"),
        ("paragraph", "три"),
    ]


def test_titles_descriptions_and_pictures() -> None:
    page = """\
<head><title>Газета* &mdash;
  сегодня</title>
<meta name="description" content="О &laquo;Газете&raquo;">
<META CONTENT='Газета' PROPERTY='og:title'>
<meta name="keywords" content="нет"><meta name="twitter:description" content="">
</head>
<p>До <img alt="Здание &amp; сад"> после</p>
<svg><title>Значок</title></svg>
"""
    assert blocks(view_of(page, "html")) == [
        ("title", "Газета* — сегодня"),
        ("description", "О «Газете»"),
        ("title", "Газета"),
        ("paragraph", f"До {OBJECT} после"),
        ("alt", "Здание & сад"),
        ("alt", "Значок"),
    ]


def test_links() -> None:
    page = (
        "<a href='https://example.org/?a=1&amp;b=2&copy=3'> <b>Газета</b> </a>, <a name=x>нет</a>, <a href=/a>раз"
        "<a href=' /b '>два</a> <a href=/c></a><a href=/d>и <p>дальше"
    )
    view = view_of(page, "html")
    assert links(view) == [
        (
            "Газета",
            "https://example.org/?a=1&b=2&copy=3",
            "<a href='https://example.org/?a=1&amp;b=2&copy=3'> <b>Газета</b> </a>",
        ),
        ("раз", "/a", "<a href=/a>раз"),
        ("два", "/b", "<a href=' /b '>два</a>"),
        ("", "/c", "<a href=/c></a>"),
        ("и\n\nдальше", "/d", "<a href=/d>и <p>дальше"),
    ]


def test_comments_hold_directives() -> None:
    page = "<p>раз <!-- labelcheck: ignore[LC101] -- a -->два</p><!----><div hidden><!-- нет --></div>"
    view = view_of(page, "html")
    assert [(comment.text, comment.at) for comment in view.comments] == [
        (" labelcheck: ignore[LC101] -- a ", 3),
        ("", len("раз два")),
    ]
    assert page[view.comments[1].source_start : view.comments[1].source_end] == "<!---->"


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        ("<meta property='article:published_time' content='2024-05-06T10:00:00Z'>", date(2024, 5, 6)),
        ("<meta name=pubdate content=06.05.2024>", date(2024, 5, 6)),
        ("<meta itemprop=datePublished content=2024-05-06>", date(2024, 5, 6)),
        ('<script type=\'application/ld+json\'>{"datePublished": "2024-05-06"}</script>', date(2024, 5, 6)),
        ("<time itemprop=datePublished datetime=2024-05-06>", date(2024, 5, 6)),
        ("<article><time datetime=2024-05-06><time datetime=2023-01-01></article>", date(2024, 5, 6)),
        ("<time datetime=2024-05-06>", None),  # of a teaser, maybe
        ("<article></article><time datetime=2024-05-06>", None),
        ('<script>{"datePublished": "2024-05-06"}</script>', None),
        ("<script type='application/ld+json'>{}</script>", None),
        ("<meta name=date content='вчера'>", None),
        ("<meta name=author content=2024-05-06>", None),
        (  # the most reliable place wins
            (
                "<article><time datetime=2020-01-01><time pubdate datetime=2021-01-01>"
                "<meta name=date content=2022-01-01>"
                '<script type="application/ld+json">{"datePublished":"2023-01-01"}</script>'
                "<meta property='article:published_time' content='2024-05-06'>"
            ),
            date(2024, 5, 6),
        ),
    ],
)
def test_the_date_of_publication(markup: str, published: date | None) -> None:
    assert view_of(markup, "html").published == published
