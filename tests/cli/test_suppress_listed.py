"""Suppressions that the configuration lists: what they silence, and what is reported about them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from labelcheck.cli.console import CLEAN, COULD_NOT, FINDINGS
from labelcheck.config_file import load_config
from labelcheck.errors import ConfigError
from labelcheck.linter import Linter
from labelcheck.suppress_listed import Listed, suppress_listed

from .newsroom import CONFIG, REGISTRY, UNLABELLED, Newsroom

POST = "They said: “The Lantern  Society moved.”\n\nThe Lantern Society stayed.\n"

ROW = "{path = 'a', rules = ['LC1'], text = 'b', reason = 'c'}"


def entry(**keys: str) -> str:
    """An entry for ``post.txt``; the values are TOML."""
    words = {"path": "'post.txt'", "rules": "['LC101']", "text": "'Society moved'", "reason": "'a quotation'", **keys}
    return "\n[[suppressions]]\n" + "".join(f"{key} = {value}\n" for key, value in words.items() if value)


def found(newsroom: Newsroom, *entries: str, post: str = POST, arguments: tuple[str, ...] = ("post.txt",)) -> list[str]:
    """Findings as ``LC101 3``; those about an entry as ``LC901`` and the message."""
    newsroom.write("labelcheck.toml", CONFIG + "".join(entries))
    newsroom.write("post.txt", post)
    outcome = newsroom.run("check", *arguments, "--format", "jsonl", "--quiet")
    assert outcome.err == ""
    findings = [json.loads(line) for line in outcome.out.splitlines()]
    return [f"{finding['rule']} {finding['line'] or finding['message']}" for finding in findings]


def test_it_silences_what_stands_on_its_words(newsroom: Newsroom) -> None:
    assert found(newsroom) == ["LC101 1", "LC101 3"]
    assert found(newsroom, entry()) == ["LC101 3"]


@pytest.mark.parametrize(
    "text", ["Lantern Society", "Society", "The Lantern\\nSociety", "Lantern\\u00a0So\\u00adciety"]
)
def test_wherever_they_stand_and_however_spaced(newsroom: Newsroom, text: str) -> None:
    assert found(newsroom, entry(text=f'"{text}"')) == []


def test_other_rules_and_other_words_are_not_silenced(newsroom: Newsroom) -> None:
    unused = "silences nothing in post.txt; correct the entry or delete it"
    assert found(newsroom, entry(rules="['LC2']"), entry(text="'They said'")) == [
        f"LC901 labelcheck.toml:11: the suppression of LC101 on “They said” {unused}",
        f"LC901 labelcheck.toml:5: the suppression of LC2 on “Society moved” {unused}",
        "LC101 1",
        "LC101 3",
    ]


def test_rules_may_be_names_and_beginnings_of_codes(newsroom: Newsroom) -> None:
    assert found(newsroom, entry(rules="['unlabelled-mention', 'LC3']")) == ["LC101 3"]


def test_only_rules_that_are_on_can_be_unused(newsroom: Newsroom) -> None:
    assert found(newsroom, entry(text="'gone'"), arguments=("post.txt", "--ignore", "LC101")) == []


def test_the_article_is_found_from_any_folder(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom.write("labelcheck.toml", CONFIG + entry(path="'posts/./a.txt'", text="'Lantern'"))
    newsroom.write("posts/a.txt")
    newsroom.write("posts/b.txt")
    assert newsroom.run("check", "posts/a.txt").code == CLEAN
    assert newsroom.run("check", str(newsroom.folder / "posts" / "a.txt")).code == CLEAN
    assert newsroom.run("check", "-", "--stdin-filename", "posts/a.txt", stdin=UNLABELLED).code == CLEAN
    monkeypatch.chdir(newsroom.folder / "posts")
    assert newsroom.run("check", "a.txt").code == CLEAN
    assert newsroom.run("check", "b.txt").code == FINDINGS


def test_words_are_those_that_a_reader_sees(newsroom: Newsroom) -> None:
    telegram = "formats = {'*.txt' = 'telegram'}\n" + entry(text="'said: The Lantern Society'")
    assert found(newsroom, telegram, post="**They** said: __The Lantern__ Society moved.\n") == []


class TestUnused:
    @pytest.mark.parametrize("text", ["", " ", "\u00ad", "\u200b", "\ufeff", "\u0301"])
    def test_words_that_show_nothing_silence_nothing(self, text: str) -> None:
        """The configuration refuses them, another program may not."""
        linter = Linter.bundled(registries=[str(REGISTRY)], bundled=False)
        result = linter.check_text(UNLABELLED)
        listed = Listed("post.txt", text, ("LC101",), "a quotation")
        findings, (problem,) = suppress_listed(result.article, result.findings, [listed], frozenset(["LC101"]))
        assert (findings, problem[1]) == (list(result.findings), listed.problem("<text>"))

    def test_it_is_judged_when_its_article_is_checked(self, newsroom: Newsroom) -> None:
        newsroom.write("other.txt", "Nothing.\n")
        assert found(newsroom, entry(text="'gone'"), arguments=("other.txt",)) == []
        (about, *_) = found(newsroom, entry(text="'gone'"))
        assert about.startswith(
            "LC901 labelcheck.toml:5: the suppression of LC101 on “gone” silences nothing in post.txt"
        )

    def test_an_entry_whose_article_is_gone(self, newsroom: Newsroom) -> None:
        lost = entry(path="'old/post.txt'")
        (about, *_) = found(newsroom, lost)
        assert about.startswith(
            "LC901 labelcheck.toml:5: the suppression of LC101 on “Society moved” silences nothing in"
        )
        assert "old/post.txt" in about
        assert found(newsroom, lost, arguments=("post.txt", "--ignore", "LC901")) == ["LC101 1", "LC101 3"]

    def test_an_entry_whose_time_is_up(self, newsroom: Newsroom) -> None:
        assert found(newsroom, entry(until="2026-02-02")) == ["LC101 3"]
        (about, *rest) = found(newsroom, entry(until="'2026-02-01'"))
        assert rest == ["LC101 1", "LC101 3"]
        assert about.endswith("in post.txt ended on 2026-02-01; correct the text or set a later date")


class TestMalformed:
    @pytest.mark.parametrize(
        ("text", "message"),
        [
            (entry(reason=""), "entry 1: no reason; write path, rules, text and reason, and if you like until"),
            (entry(text="' '", rules="[]"), "entry 1: no rules and no text; write path"),
            (entry() + entry(unitl="2027-01-01"), "entry 2: unknown key unitl; write path, rules, text and reason"),
            (entry(rules="'LC101'"), "entry 1: rules: must be a list of strings, like [\"LC101\"], not 'LC101'"),
            (entry(rules="['LC1O1']"), "entry 1: no rule has the code, name or code prefix 'LC1O1'; did you mean"),
            (entry(rules="['LC902']"), "entry 1: rules: LC902 is about suppressions and cannot be silenced by one"),
            (entry(text="5"), "entry 1: text: must be a string, not 5"),
            (entry(text=r'"\u00ad\u200b"'), r"entry 1: text: shows a reader nothing, '\xad\u200b'; write words of the"),
            (entry(until="'tomorrow'"), "entry 1: until: must be a date like 2027-01-01, not 'tomorrow'"),
            (entry(until="2027-01-01T10:00:00"), "entry 1: until: must be a date like 2027-01-01, not '2027-01-01 10"),
            ("\nsuppressions = ['post.txt']\n", "entry 1: no path and no rules and no text and no reason; write path"),
            ("\nsuppressions = 'post.txt'\n", "must be tables that begin with `[[suppressions]]`"),
        ],
    )
    def test_it_is_an_error(self, newsroom: Newsroom, text: str, message: str) -> None:
        newsroom.write("labelcheck.toml", text)
        newsroom.write("post.txt")
        outcome = newsroom.run("check", "post.txt")
        assert outcome.code == COULD_NOT
        assert f"labelcheck.toml:2: suppressions: {message}" in outcome.err


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [
        ("labelcheck.toml", entry() + entry(), ["2", "8"]),
        ("pyproject.toml", "[tool.labelcheck]\n[[tool.labelcheck.suppressions]]" + entry().partition("]]")[2], ["2"]),
        (
            "labelcheck.toml",
            f"suppressions = [\n  {ROW},\n  {ROW},\n]\n",
            ["1", "1"],
        ),
        (
            ".labelcheck.yaml",
            "lang: en\nsuppressions:\n  - {path: a, rules: [LC1], text: b, reason: c, until: 2027-01-01}\n",
            ["2"],
        ),
        ("labelcheck.toml", entry().replace("suppressions", '"\\u0073uppressions"'), [""]),
    ],
)
def test_where_entries_are_written(tmp_path: Path, name: str, text: str, lines: list[str]) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    entries = load_config(str(tmp_path / name)).suppressions
    assert [entry.where for entry in entries] == [f"{name}:{line}".rstrip(":") for line in lines]
    assert {entry.path for entry in entries} <= {str(tmp_path / "post.txt"), str(tmp_path / "a")}


def test_the_line_of_a_bad_entry_in_yaml(tmp_path: Path) -> None:
    path = tmp_path / ".labelcheck.yaml"
    path.write_text("lang: en\nsuppressions:\n  - path: a\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"\.labelcheck\.yaml:2: suppressions: entry 1: no rules and no text"):
        load_config(str(path))
