"""Front matter: what of it a reader sees, when the article was published, and directives."""

from __future__ import annotations

from datetime import date

import pytest

from tests.formats.views import blocks, view_of, where

PAGE = """\
---
# labelcheck: ignore-file[LC101] -- перепечатка
layout: post
title: "Газета* закрыта"  # labelcheck: ignore[LC102] -- сноска в шаблоне
description: >-
  Первая строка
  вторая

Summary: Коротко о номере:
  продолжение
'date': 2024-05-06T10:00:00+03:00
tags: [a, b]
labelcheck: 'ignore-file[LC106] -- рубрика о погоде'
---

Текст.
"""


def test_titles_and_descriptions_are_seen_the_rest_is_not() -> None:
    assert blocks(view_of(PAGE, "md")) == [
        ("title", "Газета* закрыта"),
        ("description", "Первая строка\nвторая"),
        ("description", "Коротко о номере:\nпродолжение"),
        ("paragraph", "Текст."),
    ]


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_any_newline_will_do(newline: str) -> None:
    assert blocks(view_of(PAGE.replace("\n", newline), "md")) == blocks(view_of(PAGE, "md"))


def test_the_way_back_leads_into_the_front_matter() -> None:
    assert where(view_of(PAGE, "md"), "строка\nвторая") == "строка\n  вторая"


def test_comments_and_the_key_labelcheck_hold_directives() -> None:
    view = view_of(PAGE, "md")
    assert [(comment.text.strip(), PAGE[comment.source_start : comment.source_end]) for comment in view.comments] == [
        (
            "labelcheck: ignore-file[LC101] -- перепечатка",
            "# labelcheck: ignore-file[LC101] -- перепечатка",
        ),
        (
            "labelcheck: ignore[LC102] -- сноска в шаблоне",
            "# labelcheck: ignore[LC102] -- сноска в шаблоне",
        ),
        (
            "labelcheck: ignore-file[LC106] -- рубрика о погоде",
            "labelcheck: 'ignore-file[LC106] -- рубрика о погоде",
        ),
    ]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Газета", "Газета"),
        ("title: C# и #2", "C# и"),
        ("title: 'Д''Артаньян'", "Д''Артаньян"),
        (r'title: "\"Газета\" вышла"', r"\"Газета\" вышла"),
        ('title: "Газета" и "Журнал"', '"Газета" и "Журнал"'),
        ('title: "Первая\n  вторая"', "Первая\nвторая"),
        ("title: |\n  Газета\n  # вышла", "Газета\n# вышла"),
        ("title:\n  Газета", "Газета"),
        ("title:", None),
    ],
)
def test_ways_to_write_a_value(line: str, title: str | None) -> None:
    seen = blocks(view_of(f"---\n{line}\n---\n", "md"))
    assert seen == ([("title", title)] if title else [])


def test_toml() -> None:
    page = (
        '+++\ntitle = "Газета" # labelcheck: x\ndate = 2024-05-06\n'
        'summary = """\nПервая\nвторая"""\n[params]\ntitle = "нет"\n+++\nТекст'
    )
    view = view_of(page, "md")
    assert blocks(view) == [("title", "Газета"), ("description", "Первая\nвторая"), ("paragraph", "Текст")]
    assert view.published == date(2024, 5, 6)
    assert [comment.text for comment in view.comments] == [" labelcheck: x"]


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        ("date: 2024-05-06", date(2024, 5, 6)),
        ("pubDate: '2024-05-06 09:00'", date(2024, 5, 6)),
        ("published_at: 06.05.2024", date(2024, 5, 6)),
        ("date: 2024/05/06 09:00", date(2024, 5, 6)),
        ("date: 6 мая 2024", date(2024, 5, 6)),
        ("date: 06 сент. 2024 г.", date(2024, 9, 6)),
        ('date: "May 6, 2024"', date(2024, 5, 6)),
        ("date: 6 December 2024", date(2024, 12, 6)),
        ("date: 6 яблок 2024", None),
        ("date: 5/6/2024", None),
        ("published: true\ncreated: 2024-5-6", date(2024, 5, 6)),
        ("created: 2023-01-01\ndate: 2024-05-06", date(2024, 5, 6)),
        ("date: 2024-13-06", None),
        ("date: завтра", None),
        ("updated: 2024-05-06", None),
    ],
)
def test_the_date_of_publication(lines: str, published: date | None) -> None:
    assert view_of(f"---\n{lines}\n---\n", "md").published == published


@pytest.mark.parametrize(
    "page",
    [
        "---\nГазета вышла\n---\nТекст",  # a paragraph between two rules
        "---\ntitle: Газета вышла",  # never closed
        "Текст\n\n---\ntitle: Газета вышла\n---\n",  # not at the beginning
        "--- \n\nГазета вышла",
    ],
)
def test_what_is_no_front_matter_is_read(page: str) -> None:
    assert "Газета вышла" in view_of(page, "md").text


def test_blank_lines_may_precede_it_and_it_may_be_empty() -> None:
    assert view_of("\n\n---\ntitle: Газета\n...\nТекст", "md").text == "Газета\n\nТекст"
    assert view_of("---\n# пусто\n---\nТекст", "md").text == "Текст"
