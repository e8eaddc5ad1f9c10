"""Other programs that read every word of an article, in the same run: typos, codespell, and textlint with prh.

None of them does the same work: typos and codespell look for misspellings, textlint with prh for the same names, but in
one spelling and without a look at labels. They are installed into the temporary folder; one that cannot be is left out.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

import inputs
from costs import LABELCHECK, measure
from figures import Figure

_SIZE = 1_000_000
"""Bytes of articles, too few for several processes to start."""
_COLD_ROUNDS, _ROUNDS = 10, 3
_CODES = frozenset([0, 1, 2, 65])
"""Their exit codes for findings, too."""


def figures(folder: Path) -> Iterator[Figure]:
    """How many times as long as labelcheck each takes for one article and for many."""
    peers = {**_python_programs(folder / "python"), **_textlint(folder / "node")}
    if not peers:
        return
    inputs.write(folder / "one", "md", inputs.ARTICLE)
    inputs.write(folder / "many", "md", _SIZE)
    commands = [[*LABELCHECK, "check", "--format", "concise"], *peers.values()]
    for what, rounds in (("one", _COLD_ROUNDS), ("many", _ROUNDS)):
        ours, *theirs = measure([[*command, what] for command in commands], rounds, folder, codes=_CODES)
        title = "one article" if what == "one" else f"{_SIZE / 1e6:.0f} MB of articles"
        for name, cost in zip(peers, theirs, strict=True):
            note = f"wall {_milliseconds(cost.wall)}, labelcheck {_milliseconds(ours.wall)}; {cost.peak:.0f} MiB"
            yield Figure("peers", f"{title}: {name} to labelcheck", cost.wall / ours.wall, "×", note=note)


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1e3:.0f} ms"


def _python_programs(folder: Path) -> dict[str, list[str]]:
    venv.create(folder, with_pip=True)
    found = {}
    for name, options in {"typos": ["--isolated", "--threads", "1"], "codespell": []}.items():
        if _succeeds([str(folder / "bin" / "pip"), "install", "--quiet", name]):
            found[name] = [str(folder / "bin" / name), *options]
    return found


def _textlint(folder: Path) -> dict[str, list[str]]:
    npm = shutil.which("npm")
    if not npm or not _succeeds([npm, "install", "--silent", "--prefix", str(folder), "textlint", "textlint-rule-prh"]):
        return {}
    rules = [{"pattern": one.name, "expected": one.name + one.mark} for one in inputs.names()]
    (folder / "prh.yml").write_text(json.dumps({"version": 1, "rules": rules}, ensure_ascii=False), encoding="utf-8")
    options = {"rules": {"prh": {"rulePaths": [str(folder / "prh.yml")]}}}
    (folder / "textlintrc.json").write_text(json.dumps(options), encoding="utf-8")
    program = folder / "node_modules" / ".bin" / "textlint"
    return {"textlint with prh": [str(program), "--config", str(folder / "textlintrc.json")]}


def _succeeds(command: list[str]) -> bool:
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        print(f"left out: {' '.join(command[-1:])} cannot be installed: {done.stderr[-200:]}", file=sys.stderr)
    return not done.returncode
