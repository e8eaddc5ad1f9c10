"""The table of docs/trust.md: every way of not checking something, what is said of it, and the exit code.

Each row is run as it stands: here is what prepares it, there is what comes of it. Of what is printed the row has the
lines that speak of it, exactly, with ``PATH`` for what differs from machine to machine.
"""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from labelcheck import linter
from labelcheck.config import Config
from labelcheck.files import Articles, find_articles
from labelcheck.recognise import Recogniser
from labelcheck.report import FORMATS
from labelcheck.source.model import Source

from ..cli.newsroom import CONFIG, LABELLED, REGISTRY, UNLABELLED, Newsroom, Outcome
from .test_interrupts import run as run_interrupted

PAGE = Path(__file__).parents[2] / "docs" / "trust.md"
LIST = REGISTRY.read_text(encoding="utf-8")
SUPPRESSED = "The Lantern Society moved. <!-- labelcheck: ignore[LC101]{} -->\n"
KNOWN_FINDING = (
    '{"path": "a.txt", "rule": "LC101", "entity": "lantern", "sentence": "the lantern society moved", "ordinal": 1}'
)

Way = Callable[[Newsroom, pytest.MonkeyPatch], Outcome]
WAYS: dict[str, Way] = {}


def way(name: str) -> Callable[[Way], Way]:
    def note(run: Way) -> Way:
        WAYS[name] = run
        return run

    return note


def simple(name: str, files: Mapping[str, str | bytes], *arguments: str, stdin: str | bytes | None = None) -> None:
    """A way that takes some files and one command line."""

    def run(newsroom: Newsroom, _: pytest.MonkeyPatch) -> Outcome:
        for path, content in files.items():
            newsroom.write(path, content)
        return newsroom.run(*arguments, stdin=stdin)

    WAYS[name] = run


GOOD = {"a.txt": LABELLED}
BAD = {"a.txt": UNLABELLED}
CHECK = ("check", "a.txt")

simple("a registry that is missing", GOOD, *CHECK, "--registry", "house.yaml")
simple("no registry at all", GOOD, *CHECK, "--no-config", "--no-bundled-registries")
simple("a folder without registries", {**GOOD, "lists/notes.txt": ""}, *CHECK, "--registry", "lists")
simple("a registry without entries", {**GOOD, "l.yaml": LIST[: LIST.index("entries")]}, *CHECK, "--registry", "l.yaml")
simple("an empty list of entries", {**GOOD, "l.yaml": f"{LIST[: LIST.index('entries')]}entries: []\n"}, *CHECK,
       "--registry", "l.yaml")  # fmt: skip
simple("an empty registry file", {**GOOD, "l.yaml": ""}, *CHECK, "--registry", "l.yaml")
simple("a registry that is not valid", {**GOOD, "l.yaml": LIST.replace("2025-01-01", "soon")}, *CHECK, "--registry",
       "l.yaml")  # fmt: skip
simple("a registry that is stale", GOOD, *CHECK, "--as-of", "2026-06-01")
simple("a configuration with an unknown key", {**GOOD, "labelcheck.toml": "exlude = ['a.txt']\n"}, *CHECK)
simple("a configuration under another name", {**GOOD, ".labelcheck.yml": "lang: ru\n"}, *CHECK)


@way("a configuration that is a link to nowhere")
def _lost_config(newsroom: Newsroom, _: pytest.MonkeyPatch) -> Outcome:
    newsroom.write("a.txt", LABELLED)
    Path("labelcheck.toml").unlink()
    Path("labelcheck.toml").symlink_to("moved.toml")
    return newsroom.run(*CHECK)


@way("a configuration that is a pipe")
def _piped_config(newsroom: Newsroom, _: pytest.MonkeyPatch) -> Outcome:
    newsroom.write("a.txt", LABELLED)
    os.mkfifo("pyproject.toml")
    return newsroom.run(*CHECK)


simple("an unknown format", GOOD, *CHECK, "--input-format", "pdf")
simple("an unknown rule", GOOD, *CHECK, "--select", "LC1O1")
simple("no rule that is on", BAD, *CHECK, "--select", "LC101", "--ignore", "LC1")
simple("a path that is missing", GOOD, *CHECK, "b.txt")
simple("a folder without articles", {"news/photo.jpg": ""}, "check", "news")
simple("a folder without articles, beside others", {**GOOD, "news/photo.jpg": ""}, *CHECK, "news")
simple("a folder with hidden articles alone", {"news/.a.md": UNLABELLED, "news/.old/b.md": UNLABELLED}, "check", "news")
simple("a hidden file or folder, in a folder with articles", {"news/a.txt": LABELLED, "news/.b.txt": UNLABELLED,
       "news/node_modules/c.txt": UNLABELLED}, "check", "news")  # fmt: skip
simple("a hidden file, named", {".b.txt": UNLABELLED}, "check", ".b.txt", "--format", "concise")
simple("a file of another type, in a folder with articles", {"news/a.txt": LABELLED, "news/b.rst": UNLABELLED}, "check",
       "news")  # fmt: skip
simple("a file of another type, named", {"b.rst": UNLABELLED}, "check", "b.rst", "--format", "concise")
simple("a binary file", {**GOOD, "b.txt": b"\x7fELF\0\0\1"}, *CHECK, "b.txt")
simple("a file in another encoding", {**GOOD, "b.txt": "Общество переехало.".encode("cp1251")}, *CHECK, "b.txt")
simple("a wrong encoding asked for", {"b.txt": "Общество переехало."}, "check", "b.txt", "--encoding", "cp1251")
simple("an empty file", {"a.txt": ""}, *CHECK)
simple("a file that is excluded, named", {**BAD, "labelcheck.toml": f"{CONFIG}exclude = ['a.txt']\n"}, *CHECK)
simple("a file that is excluded, beside others", {**BAD, "b.txt": LABELLED,
       "labelcheck.toml": f"{CONFIG}exclude = ['a.txt']\n"}, *CHECK, "b.txt")  # fmt: skip
simple("standard input under an excluded name", {"labelcheck.toml": f"{CONFIG}exclude = ['drafts']\n"}, "check", "-",
       "--stdin-filename", "drafts/a.txt", stdin=UNLABELLED)  # fmt: skip
simple("a rule that is off", BAD, *CHECK, "--ignore", "LC101")
simple("a finding milder than `--fail-on`", {"a.txt": "They say that “Beacon” came.\n"}, *CHECK, "--format", "concise")
simple("a suppression with its reason", {"a.md": SUPPRESSED.format(" -- quoted")}, "check", "a.md")
simple("a suppression without a reason", {"a.md": SUPPRESSED.format("")}, "check", "a.md", "--format", "concise")
simple("a suppression whose time is up", {"a.md": SUPPRESSED.format(" until 2026-01-01 -- quoted")}, "check", "a.md",
       "--format", "concise")  # fmt: skip
simple("a suppression that silences nothing", {"a.md": f"{LABELLED}\n{SUPPRESSED[27:].format(' -- quoted')}"}, "check",
       "a.md", "--format", "concise")  # fmt: skip
simple("a directive that cannot be read", {"a.md": "<!-- labelcheck: ignore LC101 -->\n"}, "check", "a.md", "--format",
       "concise")  # fmt: skip
simple("a suppression in the configuration, without a reason", {**BAD, "labelcheck.toml":
       f"{CONFIG}[[suppressions]]\npath = 'a.txt'\nrules = ['LC101']\ntext = 'Lantern'\n"}, *CHECK)  # fmt: skip
simple("a known finding of a baseline", {**BAD, "known.json": f'{{"version": 1, "findings": [{KNOWN_FINDING}]}}'},
       *CHECK, "--baseline", "known.json")  # fmt: skip
simple("a baseline that is missing", BAD, *CHECK, "--baseline", "known.json")
simple("what was due before `--new-since`", BAD, *CHECK, "--new-since", "2025-06-01")
simple("a report in the place of an article", BAD, *CHECK, "--output", "a.txt")
simple("a report that cannot be written", GOOD, *CHECK, "--output", "no/such/folder")


@way("a pipe or a device")
def _pipe(newsroom: Newsroom, _: pytest.MonkeyPatch) -> Outcome:
    newsroom.write("a.txt", LABELLED)
    os.mkfifo("b.txt")
    return newsroom.run(*CHECK, "b.txt")


@way("a link that leads nowhere")
def _link(newsroom: Newsroom, _: pytest.MonkeyPatch) -> Outcome:
    newsroom.write("news/a.txt", LABELLED)
    Path("news/b.txt").symlink_to("nowhere")
    return newsroom.run("check", "news")


@way("a file that is too large")
def _large(newsroom: Newsroom, patch: pytest.MonkeyPatch) -> Outcome:
    patch.setattr(linter, "MAX_BYTES", 1 << 20)
    newsroom.write("a.txt", LABELLED)
    newsroom.write("b.txt", b"\n" * ((1 << 20) + 1))
    return newsroom.run(*CHECK, "b.txt")


def refusing(real: Callable[..., object], name: str) -> Callable[..., object]:
    def call(path: str, *rest: object) -> object:
        if os.path.basename(path) == name:
            raise PermissionError(13, "Permission denied")
        return real(path, *rest)

    return call


@way("a file that may not be read")
def _closed(newsroom: Newsroom, patch: pytest.MonkeyPatch) -> Outcome:
    newsroom.write("a.txt", LABELLED)
    newsroom.write("b.txt")
    patch.setattr(os, "open", refusing(os.open, "b.txt"))
    return newsroom.run(*CHECK, "b.txt")


@way("a folder that may not be read")
def _shut(newsroom: Newsroom, patch: pytest.MonkeyPatch) -> Outcome:
    newsroom.write("a.txt", LABELLED)
    newsroom.write("news/b.txt")
    patch.setattr(os, "scandir", refusing(os.scandir, "news"))
    return newsroom.run(*CHECK, "news")


@way("a file that vanishes during the run")
def _gone(newsroom: Newsroom, patch: pytest.MonkeyPatch) -> Outcome:
    def find(paths: list[str], config: Config) -> Articles:
        found = find_articles(paths, config)
        Path("b.txt").unlink()
        return found

    newsroom.write("a.txt", LABELLED)
    newsroom.write("b.txt")
    patch.setattr("labelcheck.cli.session.find_articles", find)
    return newsroom.run(*CHECK, "b.txt")


@way("a file that changes before it is fixed")
def _changed(newsroom: Newsroom, patch: pytest.MonkeyPatch) -> Outcome:
    read = linter.read_source

    def read_and_change(path: str, encoding: str | None = None) -> Source:
        source = read(path, encoding)
        Path(path).write_text("Something else.\n")
        return source

    newsroom.write("a.txt")
    patch.setattr("labelcheck.cli.session.read_source", read_and_change)
    return newsroom.run(*CHECK, "--fix", "--quiet")


@way("a fix of a file outside, through a link")
def _outside(newsroom: Newsroom, _: pytest.MonkeyPatch) -> Outcome:
    newsroom.write("../elsewhere.txt")
    Path("a.txt").symlink_to("../elsewhere.txt")
    return newsroom.run(*CHECK, "--fix", "--quiet")


@way("a pattern of a registry that takes too long")
def _slow(newsroom: Newsroom, patch: pytest.MonkeyPatch) -> Outcome:
    patch.setattr("labelcheck.patterns.TIMEOUT", 0.2)
    newsroom.write("l.yaml", LIST.replace("['closed']", "['closed|(?:x|x|x)*y']"))
    newsroom.write("a.txt", f"The Lantern Society ({'x' * 60} yet) moved to Norway.\n")
    return newsroom.run(
        *CHECK, "--no-config", "--no-bundled-registries", "--registry", "l.yaml", "--as-of", "2026-02-01"
    )


def _die(self: Recogniser, view: object, policy: object) -> object:
    if view.source.path == "b.txt":  # type: ignore[attr-defined]
        os.kill(os.getpid(), 9)
    return RECOGNISE(self, view, policy)  # type: ignore[arg-type]


RECOGNISE = Recogniser.recognise


@way("a worker process that dies")
def _died(newsroom: Newsroom, patch: pytest.MonkeyPatch) -> Outcome:
    newsroom.write("a.txt", LABELLED)
    newsroom.write("b.txt")
    patch.setattr(Recogniser, "recognise", _die)
    return newsroom.run(*CHECK, "b.txt", "--jobs", "2")


@way("an unexpected error")
def _bug(newsroom: Newsroom, patch: pytest.MonkeyPatch) -> Outcome:
    def stumble(*_: object) -> None:
        raise ValueError

    newsroom.write("a.txt")
    patch.setattr(Recogniser, "recognise", stumble)
    return newsroom.run(*CHECK)


@way("a cache that cannot be used")
def _cache(newsroom: Newsroom, patch: pytest.MonkeyPatch) -> Outcome:
    newsroom.write("a.txt", LABELLED)
    patch.setenv("LABELCHECK_CACHE_DIR", "a.txt/none")
    return newsroom.run(*CHECK)


@way("standard input that is closed")
def _stdin(newsroom: Newsroom, patch: pytest.MonkeyPatch) -> Outcome:
    def closed(*_: object) -> None:
        raise OSError(9, "Bad file descriptor")

    class Closed:
        read = closed

    patch.setattr("labelcheck.cli.session.sys", type("sys", (), {"stdin": type("stdin", (), {"buffer": Closed()})}))
    return newsroom.run("check", "-")


@way("an interrupt")
def _interrupt(newsroom: Newsroom, patch: pytest.MonkeyPatch) -> Outcome:
    newsroom.write("a.txt")
    done = run_interrupted(newsroom, signal.SIGTERM, "check", 50, *CHECK)
    return Outcome(done.returncode, done.stdout, done.stderr)


ROW = re.compile(r"^\| (?P<way>[^|]+?) \| (?P<says>.+?) \| (?P<code>\d+) \|$", re.MULTILINE)
TABLE = PAGE.read_text(encoding="utf-8").split("\n## ")[1]
ROWS = {row["way"]: (row["says"], int(row["code"])) for row in ROW.finditer(TABLE)}


def said(outcome: Outcome, newsroom: Newsroom) -> str:
    """What is printed, as a row has it: each line as code, ``PATH`` for what differs from machine to machine."""
    text = re.sub(
        rf"{re.escape(str(newsroom.folder.parent))}\S*/|\S+/(?=labelcheck-crash)", "PATH/", outcome.out + outcome.err
    )
    text = re.sub(r"(?<= in )\S+\.py:\d+", "PATH:LINE", text)
    text = re.sub(r"crash-[0-9a-f]{12}", "crash-NUMBER", text)
    lines = [line.replace("|", r"\|") for line in text.splitlines() if line]
    return "<br>".join(f"`` {line} ``" if "`" in line else f"`{line}`" for line in lines)


@pytest.mark.skipif(sys.platform == "win32", reason="some ways need what POSIX has")
@pytest.mark.parametrize("name", WAYS)
def test_a_way_of_not_checking(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    outcome = WAYS[name](newsroom, monkeypatch)
    assert ROWS[name] == (said(outcome, newsroom), outcome.code)


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in {"text", "concise"}])
def test_a_report_for_programs_has_what_was_not_checked(newsroom: Newsroom, name: str) -> None:
    outcome = newsroom.run("check", "missing.txt", "--format", name)
    assert outcome.code == 2
    assert ("missing.txt" in outcome.out) == (name != "jsonl")
    assert "missing.txt: no such file or folder" in outcome.err


def test_every_row_is_a_test() -> None:
    assert list(ROWS) == list(WAYS)


def test_every_test_that_the_page_names_is_there() -> None:
    root = PAGE.parents[1]
    named = re.findall(r"`(tests/[^`]+)`", PAGE.read_text(encoding="utf-8"))
    assert [name for name in named if not (root / name).exists()] == []
