"""Telegram posts: markers in pairs of signs, everything else literal."""

from __future__ import annotations

import pytest

from labelcheck.source.view import OBJECT
from tests.formats.views import blocks, links, view_of, where


@pytest.mark.parametrize(
    ("post", "shown"),
    [
        ("**Жирно** и __курсив__, ~~зачёркнуто~~, ||скрыто||", "Жирно и курсив, зачёркнуто, скрыто"),
        ("в журнале «Парус*** **по делу**", "в журнале «Парус* по делу"),  # mark, bold ends, bold begins
        ("через Парус*** — сказали", "через Парус* — сказали"),
        ("«Парус»***", "«Парус»*"),
        ("Парус** представил** номер", "Парус представил номер"),  # bold, no mark
        ("**Парус* **[**выпустил**](u) номер", "Парус* выпустил номер"),
        ("**Парус*:**", "Парус*:"),
        ("*****__Организация признана__", "*Организация признана"),
        ("__Парус* признан__", "Парус* признан"),
        ("Парус_1 и a|b ~ 5 * 3", "Парус_1 и a|b ~ 5 * 3"),
        ("\\*не знак", "\\*не знак"),
        ("<b>&amp;</b> # не разметка", "<b>&amp;</b> # не разметка"),
        ("[не ссылка] (u) [и](не ссылка)", "[не ссылка] (u) [и](не ссылка)"),
        ("`x = *a` и ```\nкод\n\nкод``` и ` тут", f"{OBJECT} и {OBJECT} и ` тут"),
        ("много   пробелов\u00a0", "много пробелов"),
        ("**Парус`код`***", f"Парус{OBJECT}*"),
    ],
)
def test_one_paragraph(post: str, shown: str) -> None:
    assert blocks(view_of(post, "telegram")) == [("paragraph", shown)]


@pytest.mark.parametrize(
    ("post", "star"),
    [
        ("Парус*** да", 5),  # after a word: the mark comes first, then the marker
        ("Парус ***Организация", 8),  # after a space: the marker comes first
        ("***Организация", 2),
        ("**Парус**\n***__Организация__", 12),
        ("[Парус](u)***", 10),
    ],
)
def test_which_star_of_a_run_is_the_mark(post: str, star: int) -> None:
    view = view_of(post, "telegram")
    at = view.text.index("*")
    assert view.source_span(at, at + 1) == (star, star + 1)


def test_blank_lines_part_blocks_also_when_markers_stand_on_them() -> None:
    post = "**Парус*** вышел\r\nсегодня\r\n**\r\n***__Организация__\n\u200b\nКонец"
    assert [text for _, text in blocks(view_of(post, "telegram"))] == ["Парус* вышел\nсегодня", "*Организация", "Конец"]


def test_links() -> None:
    post = (
        "[Парусе*](https://example.org/a__b__c), [Парус*,](https://example.org/(a)) [**Парус**](example.org) "
        "__https://example.com/x__y__ **t.me/a** [https://example.net/a__b](https://example.net/)"
    )
    view = view_of(post, "telegram")
    assert links(view) == [
        ("Парусе*", "https://example.org/a__b__c", "[Парусе*](https://example.org/a__b__c)"),
        ("Парус*,", "https://example.org/(a)", "[Парус*,](https://example.org/(a))"),
        ("Парус", "http://example.org", "[**Парус**](example.org)"),
        ("https://example.com/x__y", "https://example.com/x__y", "https://example.com/x__y"),
        ("t.me/a", "http://t.me/a", "t.me/a"),
        ("https://example.net/a__b", "https://example.net/", "[https://example.net/a__b](https://example.net/)"),
    ]
    assert view.text.endswith(" https://example.com/x__y t.me/a https://example.net/a__b")


@pytest.mark.parametrize("url", ["mailto:a@example.org", "tg://user?id=1", "tel:+100"])
def test_a_target_with_a_scheme_is_kept(url: str) -> None:
    assert links(view_of(f"[Парус]({url})", "telegram"))[0][1] == url


def test_the_way_back() -> None:
    view = view_of("😀 **[Новый **](u)__парус__***", "telegram")
    assert where(view, "Новый парус*") == "Новый **](u)__парус__*"
