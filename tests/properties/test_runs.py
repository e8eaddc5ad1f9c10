"""How the work is shared makes no difference: order of the files, number of processes, what was checked before."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from labelcheck.config import Config
from labelcheck.linter import Linter, read_source
from labelcheck.policy import Policy
from labelcheck.runner import Runner
from tests.fix.samples import REGISTRIES

from .articles import DAY, articles, check, linter
from .writing import Article, written

FILES = st.tuples(articles(), st.sampled_from(["txt", "md", "html"]))
FOLDERS = st.lists(FILES, min_size=2, max_size=6)


@settings(max_examples=settings().max_examples // 4)
@given(FOLDERS, st.data())
def test_order_of_files(folder: list[tuple[Article, str]], data: st.DataObject) -> None:
    with TemporaryDirectory() as name:
        paths = stored(folder, Path(name))
        runner = Runner(linter(), Config(), read_source)
        shuffled = data.draw(st.permutations(paths))
        assert told_by(runner, paths) == told_by(runner, shuffled)


@settings(max_examples=settings().max_examples // 20)
@given(st.lists(FILES, min_size=10, max_size=20))
def test_number_of_processes(folder: list[tuple[Article, str]]) -> None:
    with TemporaryDirectory() as name:
        paths = [*stored(folder, Path(name)), str(Path(name) / "missing.txt")]
        runner = Runner(linter(), Config(), read_source)
        assert told_by(runner, paths) == told_by(runner, paths, jobs=2) == told_by(runner, paths, jobs=5)


@settings(max_examples=settings().max_examples // 4)
@given(FOLDERS)
def test_what_was_checked_before(folder: list[tuple[Article, str]]) -> None:
    """A linter remembers words and labels, to be fast; what it remembers does not show."""
    fresh = Linter.bundled(registries=[str(REGISTRIES)], bundled=False, policy=Policy(today=DAY))
    used = Linter.bundled(registries=[str(REGISTRIES)], bundled=False, policy=Policy(today=DAY))
    for article, format_name in folder:
        used.check_text(written(article, format_name), "article", format_name)
    article, format_name = folder[0]
    text = written(article, format_name)
    assert used.check_text(text, "a", format_name).findings == fresh.check_text(text, "a", format_name).findings


def stored(folder: list[tuple[Article, str]], root: Path) -> list[str]:
    paths = []
    for number, (article, format_name) in enumerate(folder):
        path = root / f"{number}.{format_name}"
        path.write_text(written(article, format_name), encoding="utf-8")
        check(path.read_text(encoding="utf-8"), format_name)
        paths.append(str(path))
    return paths


def told_by(runner: Runner, paths: list[str], jobs: int = 1) -> tuple[object, ...]:
    run = runner.run(paths, jobs=jobs)
    return run.findings, run.files, run.errors
