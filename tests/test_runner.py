"""Many articles: each by itself, and together as one run."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from labelcheck.article import Article
from labelcheck.config import Config
from labelcheck.errors import RegistryError, SourceError
from labelcheck.linter import Linter, Result
from labelcheck.policy import Policy
from labelcheck.recognise import Recogniser
from labelcheck.report.model import FileError, FileSummary, RegistrySummary
from labelcheck.runner import Runner
from labelcheck.source.model import Source
from labelcheck.source.view import TextView

from .cli.newsroom import LABELLED, REGISTRY, UNLABELLED

if TYPE_CHECKING:
    from labelcheck.steps import Steps

TODAY = date(2026, 2, 1)
ARTICLES = {
    "a.txt": UNLABELLED,
    "b.html": "<p>The Lantern&nbsp;Society moved.</p>",
    "c.post": "[Source](https://lantern.example/)",
    "d.txt": LABELLED,
}


@cache
def linter() -> Linter:
    return Linter.bundled(policy=Policy(today=TODAY), registries=[str(REGISTRY)], bundled=False)


def read(path: str) -> Source:
    if path not in ARTICLES:
        raise SourceError(path, "no such article")
    return Source(path, ARTICLES[path])


def runner(config: Config | None = None, input_format: str | None = None) -> Runner:
    return Runner(linter(), config or Config(), read, input_format)


def found(runner: Runner, *paths: str) -> list[tuple[str | None, str]]:
    return [(finding.path, finding.rule) for finding in runner.run(paths).findings]


def test_a_run_is_sorted_whatever_the_order_of_its_paths() -> None:
    paths = ["b.html", "missing.txt", "a.txt", "d.txt"]
    run = runner().run(paths, [SourceError("folder", "empty")])
    assert [(finding.path, finding.rule) for finding in run.findings] == [("a.txt", "LC101"), ("b.html", "LC101")]
    assert run.files == tuple(FileSummary(path, TODAY, 1) for path in ("a.txt", "b.html", "d.txt"))
    assert run.errors == (FileError("folder", "empty"), FileError("missing.txt", "no such article"))
    assert run.registries == (RegistrySummary("closed-list", date(2026, 1, 1), 1),)
    assert run.read("a.txt").text == UNLABELLED
    again = runner().run(reversed(paths), [SourceError("folder", "empty")])
    assert replace(again, read=run.read, page=run.page) == run


def test_answers_come_one_by_one_in_the_order_of_the_paths() -> None:
    answers = list(runner().check(["d.txt", "missing.txt", "a.txt"]))
    assert [type(answer) for answer in answers] == [Result, FileError, Result]
    assert [answer.path for answer in answers] == ["d.txt", "missing.txt", "a.txt"]


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (RegistryError(["list.yaml:9:1: takes too long"]), "list.yaml:9:1: takes too long"),
        (MemoryError(), "there is too little memory for it"),
        (ModuleNotFoundError("No module", name="regex"), "this installation lacks regex; install labelcheck again"),
    ],
)
def test_whatever_happens_to_one_article_the_others_are_checked(
    monkeypatch: pytest.MonkeyPatch, error: Exception, message: str
) -> None:
    recognise = Recogniser.recognise

    def fail_on_a(self: Recogniser, view: TextView, policy: Policy) -> Steps[Article]:
        if view.source.path == "a.txt":
            raise error
        return (yield from recognise(self, view, policy))

    monkeypatch.setattr(Recogniser, "recognise", fail_on_a)
    run = runner().run(["a.txt", "b.html"])
    assert run.errors == (FileError("a.txt", message),)
    assert [file.path for file in run.files] == ["b.html"]


class TestFormat:
    def test_by_extension_else_plain_text(self) -> None:
        assert found(runner(), "b.html", "c.post") == [("b.html", "LC101"), ("c.post", "LC301")]

    def test_by_configuration(self) -> None:
        config = Config(path="labelcheck.toml", formats=(("*.html", "txt"),))
        assert found(runner(config), "b.html") == []

    def test_by_option_for_all(self) -> None:
        config = Config(path="labelcheck.toml", formats=(("*.html", "md"),))
        assert found(runner(config, "txt"), "b.html") == []


def test_rules_may_be_ignored_by_file() -> None:
    config = Config(path="labelcheck.toml", per_file_ignores=(("*.html", ("LC1",)), ("a.*", ("LC2", "LC3"))))
    assert found(runner(config), "a.txt", "b.html") == [("a.txt", "LC101")]


def test_a_stale_registry_is_about_the_run() -> None:
    late = replace(linter(), policy=Policy(today=date(2026, 6, 1)))
    run = Runner(late, Config(), read).run(["a.txt", "d.txt"])
    assert [(finding.path, finding.rule) for finding in run.findings] == [(None, "LC401"), ("a.txt", "LC101")]
    assert replace(late, rules=late.rules - {"LC401"}).check_registries() == ()


def test_a_linter_survives_the_way_to_another_process() -> None:
    copy = pickle.loads(pickle.dumps(linter()))  # noqa: S301 - our own
    assert copy.check_text(UNLABELLED).findings == linter().check_text(UNLABELLED).findings


def test_a_file_is_checked_in_the_format_of_its_extension(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<p>The Lantern&nbsp;Society moved: дождь.</p>", encoding="cp1251")
    (finding,) = linter().check_file(str(page), encoding="cp1251").findings
    assert finding.place is not None
    assert finding.place.text == "Lantern&nbsp;Society"
    assert linter().check_file(str(page), format="txt", encoding="cp1251").findings == ()
    with pytest.raises(SourceError, match="cannot be read: No such file or directory"):
        linter().check_file(str(tmp_path / "b.html"))
    with pytest.raises(SourceError, match="cannot be read: embedded null byte"):
        linter().check_file("a\0.txt")
