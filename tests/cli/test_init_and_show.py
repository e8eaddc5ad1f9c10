"""`labelcheck init`, and what `check --show-…` prints."""

from __future__ import annotations

import re
import tomllib

import pytest

from labelcheck.cli.console import CLEAN, COULD_NOT
from labelcheck.cli.init import TEMPLATE
from labelcheck.config import Config
from labelcheck.config_file import _KEYS, load_config
from labelcheck.records import fields, replace

from .newsroom import UNLABELLED, Newsroom

SETTING = re.compile(r"^# (?=[\w-]+ = |\[|\")", re.MULTILINE)
EVERYTHING = SETTING.sub("", TEMPLATE)


class TestInit:
    def test_it_changes_nothing(self, newsroom: Newsroom) -> None:
        (newsroom.folder / "labelcheck.toml").unlink()
        outcome = newsroom.run("init")
        assert (outcome.code, outcome.err) == (CLEAN, "")
        assert outcome.out == "labelcheck.toml: written; `labelcheck check PATHS` reads it\n"
        path = str(newsroom.folder / "labelcheck.toml")
        assert load_config(path) == Config(path=path)

    def test_every_setting_is_explained_with_its_default(self, newsroom: Newsroom) -> None:
        assert list(tomllib.loads(EVERYTHING)) != []
        assert set(tomllib.loads(EVERYTHING)) == set(_KEYS)
        path = str(newsroom.write("labelcheck.toml", EVERYTHING))
        stated, default = load_config(path), Config(path=path)
        examples = {"registries", "select", "ignore", "encoding", "baseline", "exclude", "formats", "per_file_ignores"}
        examples.add("suppressions")
        differing = {f.name for f in fields(Config) if getattr(stated, f.name) != getattr(default, f.name)}
        assert differing == examples

    def test_a_configuration_is_not_overwritten(self, newsroom: Newsroom) -> None:
        outcome = newsroom.run("init")
        assert outcome.code == COULD_NOT
        assert "labelcheck.toml: this folder has a configuration already; edit it, or delete it first" in outcome.err
        (newsroom.folder / "labelcheck.toml").unlink()
        newsroom.write("pyproject.toml", "[tool.labelcheck]\n")
        assert "pyproject.toml: this folder has a configuration already" in newsroom.run("init").err

    def test_nor_is_anything_else_of_that_name(self, newsroom: Newsroom) -> None:
        (newsroom.folder / "labelcheck.toml").unlink()
        (newsroom.folder / "labelcheck.toml").mkdir()
        assert newsroom.run("init").err == "labelcheck: error: labelcheck.toml: is there already; delete it first\n"

    def test_one_that_it_takes_the_place_of_is_told(self, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
        (newsroom.folder / "news").mkdir()
        monkeypatch.chdir(newsroom.folder / "news")
        above = newsroom.folder / "labelcheck.toml"
        assert newsroom.run("init").err == f"labelcheck: note: for this folder it takes the place of {above}\n"


class TestShowConfig:
    def test_it_prints_what_is_in_force(self, newsroom: Newsroom) -> None:
        outcome = newsroom.run("check", "--show-config", "--lang", "ru", "--select", "LC1,LC3")
        assert outcome.code == CLEAN
        assert f"# {newsroom.folder / 'labelcheck.toml'}\n" in outcome.out
        assert 'lang = "ru"\n' in outcome.out
        assert 'select = ["LC1", "LC3"]\n' in outcome.out
        assert newsroom.run("check", "--show-config", "--no-config").out.startswith("# no configuration file\n")

    @pytest.mark.parametrize("text", [EVERYTHING, EVERYTHING.replace("until = 2027-01-01\n", "")])
    def test_what_it_prints_is_a_configuration_that_says_the_same(self, newsroom: Newsroom, text: str) -> None:
        path = str(newsroom.write("labelcheck.toml", text.replace("house.yaml", "ru-terrorist")))
        before = load_config(path)
        newsroom.write("labelcheck.toml", newsroom.run("check", "--show-config").out)
        after = load_config(path)
        assert replace(after, suppressions=()) == replace(before, suppressions=())
        assert [replace(entry, where="") for entry in after.suppressions] == [
            replace(entry, where="") for entry in before.suppressions
        ]


class TestShowFiles:
    def test_it_lists_articles_and_their_formats(self, newsroom: Newsroom) -> None:
        for name in ("news/b.md", "news/a.html", "news/notes.csv", "one.csv"):
            newsroom.write(name)
        outcome = newsroom.run("check", "news", "one.csv", "--show-files")
        assert outcome.out == "news/a.html: html\nnews/b.md: md\none.csv: txt\n"
        assert outcome.code == CLEAN

    def test_what_is_missing_is_an_error(self, newsroom: Newsroom) -> None:
        newsroom.write("a.md")
        outcome = newsroom.run("check", "a.md", "no.md", "--show-files")
        assert (outcome.code, outcome.out) == (COULD_NOT, "a.md: md\n")
        assert outcome.err == "labelcheck: error: no.md: no such file or folder\n"


class TestShowText:
    def test_it_prints_what_a_reader_sees_and_where(self, newsroom: Newsroom) -> None:
        newsroom.write(
            "a.md", "# The *big* move\n\nSome&nbsp;text,\nsome <!-- not -->more.\n\n* An item\n\n![A cat](a.png)\n"
        )
        outcome = newsroom.run("check", "a.md", "--show-text")
        assert outcome.code == CLEAN
        assert outcome.out.splitlines() == [
            "a.md:1: heading: The big move",
            "a.md:3: paragraph: Some text,",
            "a.md:4: paragraph: some more.",
            "a.md:6: item: An item",
            "a.md:8: paragraph: \ufffc",
            "a.md:8: alt: A cat",
        ]

    def test_it_cannot_steer_the_terminal(self, newsroom: Newsroom) -> None:
        outcome = newsroom.run("check", "-", "--show-text", stdin="\x1b[2Jgone\n")
        assert outcome.out == "<stdin>:1: paragraph: \\x1b[2Jgone\n"

    def test_a_file_that_cannot_be_read_does_not_stop_it(self, newsroom: Newsroom) -> None:
        newsroom.write("a.txt", b"\xff\xfe\x00")
        newsroom.write("b.txt", UNLABELLED)
        outcome = newsroom.run("check", ".", "--show-text")
        assert (outcome.code, outcome.out) == (COULD_NOT, "b.txt:1: paragraph: The Lantern Society moved.\n")
        assert outcome.err.startswith("labelcheck: error: a.txt: ")
