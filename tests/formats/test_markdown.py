"""Markdown: markup is resolved as CommonMark and GitHub do, and every character keeps its place."""

from __future__ import annotations

import pytest

from labelcheck.source.view import OBJECT
from tests.formats.views import blocks, links, view_of, where


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("Газета* и Голос*", "Газета* и Голос*"),  # two stars, no emphasis
        ("**Газета***", "Газета*"),
        ("**Газета**\\*", "Газета*"),
        ("~~Газета~~*", "Газета*"),
        ("[Газета](u)*", "Газета*"),
        ("_Газета_&#42;", "Газета*"),
        ("Газета<sup>*</sup>", "Газета*"),
        ("Газета<sup>1</sup>, <sup>[12]</sup>", "Газета¹, ¹²"),
        ("Газета[^1]", "Газета[^1]"),  # undefined: literal
        ("a & b &amp; c &copy; &unknown;", "a & b & c © &unknown;"),
        ('«Газета» -- "x" ...', '«Газета» -- "x" ...'),  # no smart punctuation
        ("5 * 3 * 2, $x$", "5 * 3 * 2, $x$"),
        ("snake_case_name", "snake_case_name"),
        ("\\a \\\\ \\*\\*", "\\a \\ **"),
        ("один<br>два<br />\nтри  \nчетыре\\\nпять", "один\nдва\nтри\nчетыре\nпять"),
        ("<span class='x'>Газ</span>ета", "Газета"),
        ("код `Газета*` тут", f"код {OBJECT} тут"),
        ("код <code>Газета *x*</code> тут", f"код {OBJECT} тут"),
        ("<kbd>Ctrl тут", "Ctrl тут"),  # never closed: nothing is hidden
        ("2 < 3 <4", "2 < 3 <4"),
    ],
)
def test_one_paragraph(markup: str, shown: str) -> None:
    assert blocks(view_of(markup, "md")) == [("paragraph", shown)]


@pytest.mark.parametrize(
    ("markup", "words", "source"),
    [
        ("Газета\\* вышла", "*", "\\*"),
        ("Газета&#42; вышла", "*", "&#42;"),
        ("**«Газета»**\\*", "«Газета»*", "«Газета»**\\*"),
        ("**Га**зета", "Газета", "Га**зета"),
        ("😀 *Газета*", "Газета", "Газета"),
        ("Га&shy;зета", "Газета", "Га&shy;зета"),
        ("Новая&nbsp;газета", "Новая газета", "Новая&nbsp;газета"),
        ("> Новая\n> газета", "Новая\nгазета", "Новая\n> газета"),
        ("| a |\n|---|\n| Новая\\|газета |", "Новая|газета", "Новая\\|газета"),
        ("Газета<sup>1</sup>", "¹", "1"),
        ("Краи\u0306 *х*", "Край", "Краи\u0306"),
        ("---\ntitle: я\n---\nя **Газета**", "Газета", "Газета"),
    ],
)
def test_the_way_back(markup: str, words: str, source: str) -> None:
    assert where(view_of(markup, "md"), words) == source


def test_blocks() -> None:
    page = """\
# Заголовок *номера*

Второй
=====

> Цитата
продолжается

| Имя | Год |
|-----|----:|
| Газета\\* | 1999 |

    код

```
код
```

***

Конец
"""
    assert blocks(view_of(page, "md")) == [
        ("heading", "Заголовок номера"),
        ("heading", "Второй"),
        ("paragraph", "Цитата\nпродолжается"),
        ("cell", "Имя"),
        ("cell", "Год"),
        ("cell", "Газета*"),
        ("cell", "1999"),
        ("paragraph", "Конец"),
    ]


def test_list_items_know_their_bullet() -> None:
    """A footnote that begins with a star and a space is a list item to Markdown."""
    page = "* Признана нежелательной\n  - вложенный\n\n  ещё абзац\n\n1. первый\n+ [ ] дело\n+\n+ # Заголовок\n  текст"
    view = view_of(page, "md")
    assert blocks(view) == [
        ("item", "Признана нежелательной"),
        ("item", "вложенный"),
        ("paragraph", "ещё абзац"),
        ("item", "первый"),
        ("item", "дело"),
        ("item", "Заголовок"),
        ("paragraph", "текст"),
    ]
    markers = [block.marker for block in view.blocks]
    assert [marker and marker[0] for marker in markers] == ["*", "-", None, None, "+", "+", None]
    assert all(page[marker[1] : marker[2]] == marker[0] for marker in markers if marker)


def test_footnotes() -> None:
    page = """\
Газета[^a] вышла.

[^a]: Признана *иноагентом*.
    Вторая строка.

    Второй абзац

    - пункт

Текст
"""
    view = view_of(page, "md")
    assert blocks(view) == [
        ("paragraph", "Газета[^a] вышла."),
        ("note", "[^a] Признана иноагентом.\nВторая строка.\nВторой абзац\nпункт"),
        ("paragraph", "Текст"),
    ]
    assert where(view, "Газета[^a]") == "Газета[^a]"
    assert where(view, "[^a] Признана") == "[^a]: Признана"


def test_a_footnote_that_is_defined_nowhere_or_says_nothing() -> None:
    assert blocks(view_of("Газета[^1]\n\n[^2]:\n\nТекст", "md")) == [
        ("paragraph", "Газета[^1]"),
        ("note", "[^2]"),
        ("paragraph", "Текст"),
    ]


def test_links() -> None:
    page = (
        "[*Газета*](https://example.org 'сайт'), [тут][ref], <https://example.com/a_b>, https://example.com/c_d_e,"
        ' <a href="https://example.net?a&amp;b">там</a>, [](/пусто)\n\n[ref]: https://example.org/ref'
    )
    assert links(view_of(page, "md")) == [
        ("Газета", "https://example.org", "[*Газета*](https://example.org 'сайт')"),
        ("тут", "https://example.org/ref", "[тут][ref]"),
        ("https://example.com/a_b", "https://example.com/a_b", "<https://example.com/a_b>"),
        ("https://example.com/c_d_e", "https://example.com/c_d_e", "https://example.com/c_d_e"),
        ("там", "https://example.net?a&b", '<a href="https://example.net?a&amp;b">там</a>'),
        ("", "/пусто", "[](/пусто)"),
    ]


def test_picture_descriptions_are_blocks_of_their_own() -> None:
    view = view_of(
        "До ![Здание *газеты* &amp;\n<b>x</b> ![и](v) [y](w)](u) после\n\n[![Знак](i)](https://example.org)", "md"
    )
    assert blocks(view) == [
        ("paragraph", f"До {OBJECT} после"),
        ("alt", "Здание газеты & x и y"),
        ("paragraph", OBJECT),
        ("alt", "Знак"),
    ]
    assert [(anchor, url) for anchor, url, _ in links(view)] == [(OBJECT, "https://example.org")]
    assert where(view, "газеты &") == "газеты* &amp;"


def test_of_a_picture_counts_what_html_before_it_leaves() -> None:
    view = view_of("A <code>![x</code> lamp](u) b", "md")
    assert blocks(view) == [("paragraph", f"A {OBJECT}{OBJECT} b"), ("alt", "lamp")]
    assert where(view, OBJECT) == "<code>![x</code>"
    assert where(view, f"{OBJECT} b") == " lamp](u) b"
    assert blocks(view_of("A <title>![x](u)</title> b", "md")) == [
        ("paragraph", "A"),
        ("title", "![x](u)"),
        ("paragraph", "b"),
    ]


def test_html_blocks_are_read_as_html() -> None:
    page = """\
<div class="note">
Новая
газета&#42;
</div>

<details>
<summary>Ещё</summary>

*Markdown* внутри

</details>

> <p>В цитате
> газета</p>

<script>
нет

нет
</script>

<pre>
раз
два
</pre>
- <p>пункт

Конец
"""
    assert blocks(view_of(page, "md")) == [
        ("paragraph", "Новая газета*"),
        ("paragraph", "Ещё"),
        ("paragraph", "Markdown внутри"),
        ("paragraph", "В цитате газета"),
        ("paragraph", "раз\nдва"),
        ("paragraph", "пункт"),
        ("paragraph", "Конец"),
    ]


def test_comments_hold_directives_wherever_they_stand() -> None:
    page = "<!-- раз -->\n\nТекст <!-- два\nстроки --> дальше\n\n- пункт\n\n  <!-- три\n  четыре -->\n\n`<!-- код -->`"
    view = view_of(page, "md")
    assert view.text == f"Текст дальше\n\nпункт\n\n{OBJECT}"
    assert [comment.text for comment in view.comments] == [" раз ", " два\nстроки ", " три\n  четыре "]
    assert [page[comment.source_start :][:4] for comment in view.comments] == ["<!--"] * 3
    assert [comment.at for comment in view.comments] == [0, len("Текст"), len("Текст дальше\n\nпункт")]


def test_many_tags_in_one_paragraph_take_linear_time() -> None:
    assert view_of("слово <b> " * 20_000, "md").text.startswith("слово слово")
