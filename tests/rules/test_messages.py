"""Messages: the same in every language, whole, and in one line."""

from __future__ import annotations

from string import Formatter

import pytest

from labelcheck.messages import LANGUAGES, counted, en, render, ru


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_languages_have_the_same_messages_with_the_same_values() -> None:
    assert {key: fields(text) for key, text in en.TEMPLATES.items()} == {
        key: fields(text) for key, text in ru.TEMPLATES.items()
    }
    assert {key: fields(text) for key, text in en.PHRASES.items()} == {
        key: fields(text) for key, text in ru.PHRASES.items()
    }
    assert en.NOUNS.keys() == ru.NOUNS.keys()


@pytest.mark.parametrize("template", [*en.TEMPLATES.values(), *ru.TEMPLATES.values()])
def test_a_message_is_one_line_that_says_what_is_wrong_and_what_to_do(template: str) -> None:
    assert "\n" not in template
    assert not template.endswith(".")
    assert ";" in template


@pytest.mark.parametrize(
    ("language", "slugs", "expected"),
    [
        ("en", ("foreign-agent",), "foreign agent"),
        ("en", ("extremist", "terrorist"), "extremist and terrorist"),
        ("en", ("extremist", "foreign-agent", "terrorist"), "extremist, foreign agent and terrorist"),
        ("ru", ("foreign-agent",), "иностранный агент"),
        (
            "ru",
            ("extremist", "foreign-agent", "terrorist"),
            "экстремистская организация, иностранный агент и террористическая организация",
        ),
        ("ru", ("closed-by-harbour", "undesirable"), "closed-by-harbour и нежелательная организация"),
    ],
)
def test_designations_are_joined(language: str, slugs: tuple[str, ...], expected: str) -> None:
    message = render(
        language, "incomplete-label", {"text": "Herald", "name": "The Herald", "missing": (), "due": slugs}
    )
    assert message.endswith(f" {expected}")


@pytest.mark.parametrize(
    ("count", "english", "russian"),
    [
        (0, "0 files", "0 файлов"),
        (1, "1 file", "1 файл"),
        (3, "3 files", "3 файла"),
        (11, "11 files", "11 файлов"),
        (12, "12 files", "12 файлов"),
        (21, "21 files", "21 файл"),
        (111, "111 files", "111 файлов"),
        (122, "122 files", "122 файла"),
    ],
)
def test_nouns_go_with_their_numbers(count: int, english: str, russian: str) -> None:
    assert (counted("en", count, "file"), counted("ru", count, "file")) == (english, russian)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_that_wraps_stays_in_one_line(language: str) -> None:
    message = render(language, "unlisted-name", {"text": "The Daily\n  {Herald}"})
    assert "The Daily {Herald}" in message


def test_a_long_value_is_cut() -> None:
    message = render("en", "unlisted-name", {"text": "A" * 1000})
    assert message.startswith(f"“{'A' * 99}…” is labelled")
