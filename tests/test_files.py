"""Which articles are found: files as given, folders searched."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from labelcheck.config import Config
from labelcheck.files import find_articles

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs links, pipes and permissions of POSIX")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def found(*paths: str, config: Config | None = None) -> list[str]:
    articles = find_articles(paths, config or Config())
    assert articles.errors == ()
    return [path.replace(os.sep, "/") for path in articles.paths]


def errors(*paths: str, config: Config | None = None) -> list[tuple[str, str]]:
    return [(error.path, error.reason) for error in find_articles(paths, config or Config()).errors]


def test_a_folder_is_searched_to_the_bottom_for_known_extensions(folder: Path) -> None:
    touch(folder, "b/z.md", "b/c/a.TXT", "b/page.htm", "b/photo.jpg", "a.markdown")
    assert found(".") == ["a.markdown", "b/c/a.TXT", "b/page.htm", "b/z.md"]
    assert found("b") == ["b/c/a.TXT", "b/page.htm", "b/z.md"]


def test_formats_of_the_configuration_are_known_too(folder: Path) -> None:
    touch(folder, "a.post", "b.md")
    config = Config(path=str(folder / "labelcheck.toml"), formats=(("*.post", "telegram"),))
    assert found(".", config=config) == ["a.post", "b.md"]


def test_hidden_and_foreign_folders_are_passed_over(folder: Path) -> None:
    touch(folder, ".git/a.md", ".cache/a.md", "node_modules/x/README.md", "venv/a.txt", ".hidden.md", "a.md")
    assert found(".") == ["a.md"]


def test_but_not_when_they_are_named(folder: Path) -> None:
    touch(folder, ".drafts/a.md", ".hidden.md", "node_modules/b.md")
    assert found(".drafts", ".hidden.md", "node_modules") == [".drafts/a.md", ".hidden.md", "node_modules/b.md"]


def test_a_file_is_taken_as_given(folder: Path) -> None:
    touch(folder, "a.unknown")
    assert found("./a.unknown") == ["./a.unknown"]


def test_each_article_comes_once_and_in_one_order(folder: Path) -> None:
    touch(folder, "a/x.md", "a/y.md", "b.md")
    expected = ["a/x.md", "a/y.md", "b.md"]
    assert found("b.md", "a/y.md", ".", "a", "a/x.md") == found("a/x.md", "a", "b.md", ".", "a/y.md") == expected
    assert found("./b.md", "b.md", "a/") == ["./b.md", "a/x.md", "a/y.md"]


@posix
def test_links(folder: Path) -> None:
    touch(folder, "a/x.md", "outside/y.md")
    (folder / "a" / "again").symlink_to(folder / "a")
    (folder / "a" / "copy.md").symlink_to(folder / "a" / "x.md")
    (folder / "a" / "linked").symlink_to(folder / "outside")
    assert found("a") == ["a/linked/y.md", "a/x.md"]
    assert found(".") == ["a/x.md", "outside/y.md"]
    assert found("a/linked/..") == ["a/linked/../a/x.md", "a/linked/../outside/y.md"]
    assert found("a/copy.md") == ["a/copy.md"]


@posix
def test_links_that_lead_nowhere_or_in_a_circle(folder: Path) -> None:
    (folder / "lost.md").symlink_to("nowhere")
    (folder / "round.md").symlink_to("round.md")
    (folder / "lost").symlink_to("nowhere")
    assert errors(".") == [
        ("lost.md", "no such file or folder"),
        ("round.md", f"cannot be read: {os.strerror(errno.ELOOP)}"),
    ]


@posix
def test_a_pipe_is_not_opened(folder: Path) -> None:
    os.mkfifo(folder / "a.md")
    touch(folder, "b.md")
    articles = find_articles(["."], Config())
    assert articles.paths == ("b.md",)
    (error,) = articles.errors
    assert str(error) == ("a.md: is not a regular file but a pipe or a device; give its text on standard input, as `-`")


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_an_error(folder: Path) -> None:
    touch(folder, "a.md", "closed/b.md")
    (folder / "closed").chmod(0)
    try:
        assert errors(".") == [("closed", "the folder cannot be read: Permission denied")]
    finally:
        (folder / "closed").chmod(0o700)


def test_a_folder_that_cannot_be_listed_is_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    assert errors(".") == [(".", "the folder cannot be read: Permission denied")]


def test_what_does_not_exist_is_an_error(folder: Path) -> None:
    touch(folder, "a.md")
    assert errors("a.md", "b.md", "c") == [("b.md", "no such file or folder"), ("c", "no such file or folder")]
    assert errors("a\0b") == [("a\0b", "cannot be read: embedded null byte")]


NOTHING = (
    "no article in this folder{}: no {}file ends with .txt, .md, .markdown, .html, .htm, .xhtml"
    " or fits `formats` of the configuration"
)


def test_folders_without_any_article_are_errors(folder: Path) -> None:
    touch(folder, "empty/photo.jpg", "bare/notes", "full/a.md")
    reason = NOTHING.format("", "")
    assert errors("empty", "bare") == [("bare", reason), ("empty", reason)]
    assert errors("empty", "full") == errors("empty", "full/a.md") == [("empty", reason)]
    assert find_articles(["empty", "full"], Config()).paths == ("full/a.md",)


def test_also_below_a_folder_that_was_searched_before(folder: Path) -> None:
    touch(folder, "news/a.md", "news/empty/photo.jpg", "news/full/b.md")
    assert errors("news", "news/empty", "news/full", "news/../news") == [("news/empty", NOTHING.format("", ""))]


@posix
def test_but_not_those_whose_articles_are_found_under_another_path(folder: Path) -> None:
    touch(folder, "b/x.md")
    for name in ("a", "c"):
        (folder / name).mkdir()
        (folder / name / "linked").symlink_to(folder / "b")
    (folder / "b" / "back").symlink_to(folder / "c")
    assert found("a", "b", "c") == ["a/linked/x.md"]


def test_what_was_passed_over_is_not_said_not_to_be_there(folder: Path) -> None:
    touch(folder, "a/.old/x.md", "a/.y.md", "a/.gitignore", "a/node_modules/z.md", "a/b/.c.txt", "a/cut/d.md")
    hidden = " what is passed over unless it is named (a/.old, a/.y.md, a/b/.c.txt and 1 more)"
    config = Config(path=str(folder / "labelcheck.toml"), exclude=("cut",))
    aside = f" but what the configuration excludes (a/cut) and{hidden}"
    assert errors("a", config=config) == [("a", NOTHING.format(aside, "other "))]
    (folder / "a" / "cut" / "d.md").unlink()
    assert errors("a") == [("a", NOTHING.format(f" but{hidden}", "other "))]


class TestExcluded:
    def config(self, folder: Path, *exclude: str) -> Config:
        return Config(path=str(folder / "labelcheck.toml"), exclude=exclude)

    def test_in_a_search(self, folder: Path) -> None:
        touch(folder, "drafts/a.md", "news/drafts/b.md", "news/c.old.md", "news/d.md")
        assert found(".", config=self.config(folder, "drafts", "*.old.md")) == ["news/d.md"]

    def test_for_paths_that_are_given(self, folder: Path) -> None:
        touch(folder, "drafts/a.md", "b.md")
        articles = find_articles(["drafts/a.md", "b.md", "drafts", "drafts/missing.md"], self.config(folder, "drafts"))
        assert articles.paths == ("b.md",)
        assert articles.excluded == ("drafts", "drafts/a.md", "drafts/missing.md")
        assert articles.errors == ()

    def test_all_that_was_given(self, folder: Path) -> None:
        touch(folder, "drafts/a.md")
        articles = find_articles(["drafts/a.md"], self.config(folder, "drafts"))
        assert (articles.paths, articles.excluded, articles.errors) == ((), ("drafts/a.md",), ())

    def test_all_that_was_found_is_no_article(self, folder: Path) -> None:
        touch(folder, "news/a.md")
        ((path, reason),) = errors("news", config=self.config(folder, "*.md"))
        assert path == "news"
        assert reason.startswith("no article in this folder")
