"""The recipes of docs/editors.md, run by the editors themselves where they are installed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.newsroom import CONFIG, Newsroom

GUIDE = (Path(__file__).parents[2] / "docs" / "editors.md").read_text(encoding="utf-8")
RECIPES = dict(re.findall(r"```(vim|lua|elisp|json)\n(.*?)```", GUIDE, re.DOTALL))
# Emoji, letters of two bytes, a combining mark, a tab, a name over two lines; as bytes a wrong answer would be far off.
ARTICLE = (
    "Они — 😀 и\u0301 й: the Lantern Society moved.\n\t— И the Lantern\nSociety (closed) too. A Lantern\nSociety!\n"
)
UNSAVED = "The Lantern Society, unsaved.\n"
FOUND = ["Lantern Society", "Lantern\nSociety", "Lantern Society"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="runs commands as POSIX shells do")


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    newsroom = Newsroom(tmp_path)
    newsroom.write("labelcheck.toml", f"{CONFIG}encoding = 'windows-1251'\n")
    newsroom.write("news/a b.md", ARTICLE)
    for kind, recipe in RECIPES.items():
        newsroom.write(f"recipe.{kind}", recipe)
    return newsroom


def run(newsroom: Newsroom, *command: str) -> str:
    """What the command prints; labelcheck is on its path."""
    program = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    own = {"PATH": program, "LABELCHECK_CACHE_DIR": str(newsroom.folder / "cache"), "HOME": str(newsroom.folder)}
    done = subprocess.run(
        command, cwd=newsroom.folder, env=os.environ | own, capture_output=True, text=True, timeout=60, check=False
    )
    return done.stdout + done.stderr


def between(text: str, start: tuple[int, int], end: tuple[int, int]) -> str:
    """What stands between two places, each a line and a byte in it, both from 0."""
    lines = text.encode().splitlines(keepends=True)
    offsets = [sum(map(len, lines[:line])) + byte for line, byte in (start, end)]
    return text.encode()[slice(*offsets)].decode()


def vim(newsroom: Newsroom) -> list[dict[str, object]]:
    run(
        newsroom, "vim", "-Nu", "NONE", "-i", "NONE", "-es", "-S", "recipe.vim", "-c", "edit news/a\\ b.md",
        "-c", f"call append(line('$'), {UNSAVED.rstrip()!r})", "-c", "Labelcheck",
        "-c", "call writefile([json_encode(getqflist())], 'found.json')", "-c", "qa!",
    )  # fmt: skip
    items: list[dict[str, object]] = json.loads((newsroom.folder / "found.json").read_text(encoding="utf-8"))
    return items


@needs("vim")
class TestVim:
    def test_findings_are_in_the_quickfix_list(self, newsroom: Newsroom) -> None:
        items = vim(newsroom)
        spans = [[item[key] for key in ("lnum", "col", "end_lnum", "end_col")] for item in items]
        places = [((int(a) - 1, int(b) - 1), (int(c) - 1, int(d) - 1)) for a, b, c, d in spans]  # type: ignore[call-overload]
        assert [between(ARTICLE + UNSAVED, *place) for place in places] == FOUND
        assert {(item["type"], str(item["text"])[:30]) for item in items} == {("E", "LC101 “Lantern Society” has no")}

    def test_what_is_about_the_run_is_there_too(self, newsroom: Newsroom) -> None:
        newsroom.write("labelcheck.toml", CONFIG.replace("2026-02-01", "2026-06-01"))
        about_run = vim(newsroom)[0]
        assert (about_run["type"], about_run["lnum"], str(about_run["text"])[:6]) == ("W", 0, "LC401 ")

    def test_so_is_what_went_wrong(self, newsroom: Newsroom) -> None:
        newsroom.write("labelcheck.toml", "encodign = 1\n")
        (item,) = vim(newsroom)
        assert "labelcheck.toml:1: encodign: unknown key" in str(item["text"])


@needs("nvim")
class TestNeovim:
    def diagnostics(self, newsroom: Newsroom) -> tuple[str, list[dict[str, object]]]:
        said = run(
            newsroom, "nvim", "--headless", "-u", "NONE", "-i", "NONE", "-c", "luafile recipe.lua",
            "-c", "edit news/a\\ b.md", "-c", f"call append(line('$'), {UNSAVED.rstrip()!r})", "-c", "write",
            "-c", "lua vim.fn.writefile({vim.json.encode(vim.diagnostic.get(0))}, 'found.json')", "-c", "qa!",
        )  # fmt: skip
        return said, json.loads((newsroom.folder / "found.json").read_text(encoding="utf-8"))

    def test_findings_are_diagnostics(self, newsroom: Newsroom) -> None:
        said, items = self.diagnostics(newsroom)
        spans = [[item[key] for key in ("lnum", "col", "end_lnum", "end_col")] for item in items]
        assert [between(ARTICLE + UNSAVED, (a, b), (c, d)) for a, b, c, d in spans] == FOUND  # type: ignore[arg-type]
        assert {(item["severity"], item["code"], item["source"]) for item in items} == {(1, "LC101", "labelcheck")}
        assert "rror" not in said

    def test_what_is_about_the_run_is_there_too(self, newsroom: Newsroom) -> None:
        newsroom.write("labelcheck.toml", CONFIG.replace("2026-02-01", "2026-06-01"))
        _, items = self.diagnostics(newsroom)
        assert (items[0]["code"], items[0]["severity"], items[0]["lnum"]) == ("LC401", 2, 0)

    def test_what_went_wrong_is_told(self, newsroom: Newsroom) -> None:
        newsroom.write("labelcheck.toml", "encodign = 1\n")
        said, items = self.diagnostics(newsroom)
        assert not items
        assert "labelcheck.toml:1: encodign: unknown key" in said


FLYMAKE = r"""
(require 'json)
(load-file "recipe.elisp")
(find-file "news/a b.md")
(text-mode)
(goto-char (point-max))
(insert UNSAVED)
(narrow-to-region 1 2)
(flymake-start)
(with-timeout (30)
  (while (not (or (flymake-diagnostics) (memq 'labelcheck-flymake (flymake-disabled-backends))))
    (accept-process-output nil 0.1)))
(widen)
(let ((coding-system-for-write 'utf-8)
      (found (sort (flymake-diagnostics)
                   (lambda (one other) (< (flymake-diagnostic-beg one) (flymake-diagnostic-beg other))))))
  (write-region
   (json-encode
    (vconcat
     (mapcar (lambda (one)
               (vector (buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one))
                       (format "%s" (flymake-diagnostic-type one))
                       (flymake-diagnostic-text one)))
             found)))
   nil "../found.json"))
"""


@needs("emacs")
class TestEmacs:
    def diagnostics(self, newsroom: Newsroom) -> tuple[str, list[list[str]]]:
        newsroom.write("try.el", FLYMAKE.replace("UNSAVED", json.dumps(UNSAVED)))
        said = run(newsroom, "emacs", "-Q", "--batch", "-l", "try.el")
        return said, json.loads((newsroom.folder / "found.json").read_text(encoding="utf-8")) or []

    @pytest.mark.parametrize("newline", ["\n", "\r\n"])
    def test_findings_are_diagnostics(self, newsroom: Newsroom, newline: str) -> None:
        newsroom.write("news/a b.md", ARTICLE.replace("\n", newline))
        _, items = self.diagnostics(newsroom)
        assert [text for text, _, _ in items] == FOUND
        assert {(kind, message[:30]) for _, kind, message in items} == {(":error", "LC101 “Lantern Society” has no")}

    def test_what_is_about_the_run_is_there_too(self, newsroom: Newsroom) -> None:
        newsroom.write("labelcheck.toml", CONFIG.replace("2026-02-01", "2026-06-01"))
        _, items = self.diagnostics(newsroom)
        assert (items[0][1], items[0][2][:5]) == (":warning", "LC401")

    def test_what_went_wrong_is_told(self, newsroom: Newsroom) -> None:
        newsroom.write("labelcheck.toml", "encodign = 1\n")
        said, items = self.diagnostics(newsroom)
        assert not items
        assert "labelcheck.toml:1: encodign: unknown key" in said


Engine = Callable[["TestVsCode", str, list[str]], list[list[str] | None]]


class TestVsCode:
    def by_python(self, pattern: str, lines: list[str]) -> list[list[str] | None]:
        return [list(found.groups()) if (found := re.search(pattern, line)) else None for line in lines]

    def by_node(self, pattern: str, lines: list[str]) -> list[list[str] | None]:
        script = (
            "const [p, l] = JSON.parse(process.argv[1]); console.log(JSON.stringify(l.map(x => RegExp(p).exec(x))))"
        )
        done = subprocess.run(["node", "-e", script, json.dumps([pattern, lines])], capture_output=True, check=True)
        found: list[list[str] | None] = json.loads(done.stdout)
        return [item and item[1:] for item in found]

    @pytest.mark.parametrize("engine", [by_python, pytest.param(by_node, marks=needs("node"))])
    def test_its_pattern_matches_what_the_task_prints(self, newsroom: Newsroom, engine: Engine) -> None:
        (task,) = json.loads(RECIPES["json"])["tasks"]
        newsroom.write("labelcheck.toml", CONFIG.replace("2026-02-01", "2026-06-01"))
        arguments = [argument.replace("${relativeFile}", "news/a b.md") for argument in task["args"]]
        lines = run(newsroom, task["command"], *arguments).splitlines()
        pattern = task["problemMatcher"]["pattern"]
        assert [pattern[key] for key in ("file", "line", "column", "code", "severity", "message")] == [1, 2, 3, 4, 5, 6]
        about_run, first, second = engine(self, pattern["regexp"], lines)
        assert about_run is None
        assert first
        assert second
        assert first[:5] == ["news/a b.md", "1", "19", "LC101", "error"]
        assert second[:5] == ["news/a b.md", "3", "25", "LC101", "error"]
        assert second[5].startswith("“Lantern Society” has no label")
