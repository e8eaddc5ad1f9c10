"""Which marks and words fixes choose, where the format, the encoding or the registries leave little to choose."""

from __future__ import annotations

import pytest

from labelcheck.records import replace
from labelcheck.source.model import Source

from .samples import Desk


def fixed(text: str, desk: Desk, encoding: str = "utf-8", *, unsafe: bool = False) -> str:
    result = desk.check(Source("article", text, encoding))
    return desk.mender.mend(result, result.findings, unsafe=unsafe).last.offered().article.view.source.text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("The Lantern Society was here with all of its boats.", "closed by the Harbour Office", id="en"),
        pytest.param("Вот и Lantern Society со своими лодками.", "закрыто Портовым управлением", id="ru"),
        pytest.param("Whale Court und Lantern Society", "closed by the Harbour Office", id="no language data"),
        pytest.param("Lantern Society", "closed by the Harbour Office", id="names only"),
        pytest.param(f"Lantern Society {'so ' * 2000}{'и вот ' * 2000}", "closed by the Harbour Office", id="long"),
        pytest.param(f"{'и ' * 2000} Lantern Society {'so ' * 2000}", "закрыто Портовым управлением", id="long, later"),
    ],
)
def test_the_language_is_that_of_the_text(text: str, words: str) -> None:
    assert words in fixed(text, Desk()).split("\n\n* ")[1]


@pytest.mark.parametrize(
    ("format_name", "text"),
    [
        pytest.param(
            "txt", "Новый мост, Lantern Society\n\nhttps://example.org/bridge/repaired-again/all-photos", id="url"
        ),
        pytest.param("txt", "Новый мост, Lantern Society. Ждём: letters.to.the.bridge@news-of-the-day.org", id="mail"),
        pytest.param("telegram", "Мост, Lantern Society #BridgeOfTheYear @news_of_the_bridge", id="handles"),
        pytest.param("txt", "Песня «Over the Bridge of Sighs» группы Lantern Society", id="quoted names"),
        pytest.param("txt", "«Over the Bridge» и «Lantern Society»", id="a quoted name between quoted mentions"),
        pytest.param("txt", "Продаём в Lantern Society: Nordwind Kettle Pro, Bergmann Toaster Ultra.", id="brands"),
        pytest.param("md", "- «Фонарь»\n- «Общество фонарщиков»", id="names only"),
    ],
)
def test_addresses_and_names_do_not_make_a_russian_text_english(format_name: str, text: str) -> None:
    assert "закрыто Портовым управлением" in Desk(format_name).fixed(text)


def test_russian_names_do_not_make_an_english_text_russian() -> None:
    text = "The club «Мост через реку» of Krasnaya ulitsa (Красная улица) met in the Lantern Society. @новости_моста"
    assert "closed by the Harbour Office" in Desk().fixed(text)


def test_a_registry_without_that_language_is_quoted_in_the_next_best() -> None:
    assert fixed("The Whale Court moved.", Desk()) == "The Whale Court† moved.\n\n† für immer versiegelt"


def test_marks_of_a_registry_come_first_then_more_of_its_sign_then_daggers() -> None:
    taken = "So it is: 1* 2** 3† Whale Court†† 5*** 6**** 7‡."
    assert fixed(f"{taken} Lantern Society", Desk()).startswith(f"{taken} Lantern Society‡‡\n\n")
    assert fixed(f"{taken} 8‡‡ Lantern Society", Desk()) == f"{taken} 8‡‡ Lantern Society\n\n†† für immer versiegelt"


def test_phrases_share_one_pair_of_parentheses() -> None:
    text = "The Whale Court and the Otter House moved."
    assert fixed(text, Desk(labels=("phrase",)), unsafe=True) == (
        "The Whale Court (für immer versiegelt) and the Otter House (closed; für immer versiegelt) moved."
    )


@pytest.mark.parametrize("labels", [("mark",), ("phrase",), ("mark", "phrase")])
@pytest.mark.parametrize(
    "text",
    [
        "The Whale Court moved.",
        "The Whale Court* moved.",
        "The Whale Court (declared) moved.",
        "The Whale Court* moved.\n\n* closed",
    ],
)
def test_nothing_is_written_that_the_encoding_does_not_have(text: str, labels: tuple[str, ...]) -> None:
    """Neither the dagger nor the words of this registry can be written in ASCII."""
    assert fixed(text, Desk(labels=labels), "ascii", unsafe=True) == text


def test_another_mark_if_the_encoding_does_not_have_the_preferred_one() -> None:
    text = "Вот и Whale Court."
    assert fixed(text, Desk(), "koi8-r") == text
    assert fixed("Вот и Lantern Society, 1*, 2**, 3***, 4****.", Desk(), "koi8-r").count("\n") == 0


def test_without_a_wording_there_is_no_fix() -> None:
    desk = Desk()
    silent = [replace(label, footnote={}, phrase={}) for label in desk.linter.recogniser.lexicon.labels]
    result = desk.read("The Lantern Society met the Rope Guild (closed).")
    lexicon = desk.linter.recogniser.lexicon
    kept = lexicon.labels
    try:
        lexicon.__dict__["labels"] = tuple(silent)
        offered = desk.mender.with_fixes(result, result.findings).findings
    finally:
        lexicon.__dict__["labels"] = kept
    assert [finding.fix for finding in offered] == [None, None]
