"""How well labelcheck finds mentions and labels, and how quiet it is on ordinary prose.

usage: python benchmarks/accuracy.py [--truth FOLDER] [--prose FOLDER] [--misses]

``--truth``: texts with ground truth beside them (``NAME.md`` and ``NAME.md.json``, spans in code points, Telegram
format). A mention counts as found when a sure mention shares a character with it. ``--prose``: ``.txt`` and ``.html``
files of ordinary text, in UTF-8 or KOI8-R; every error, warning and note on them counts as an alarm. The last line
has the figures.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from labelcheck.linter import Linter, Result
from labelcheck.source.formats import format_of


@dataclass
class Score:
    """Right, missed and false answers to one question."""

    right: int = 0
    missed: int = 0
    false: int = 0
    log: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    def row(self, name: str) -> str:
        figures = f"{self.right} | {self.missed} | {self.false} | {self.precision:.3f} | {self.recall:.3f}"
        return f"| {name} | {figures} |"


def is_required(truth: dict[str, object]) -> bool:
    """Whether a mention must be found: of an organization, due at some date, not derived, not in a label."""
    classes = truth["classes"]
    return (
        truth["kind"] == "organization"
        and truth["labelled"] != "n/a"
        and "derived" not in str(truth["by"])
        and "WhatsApp" not in str(truth["entity"])
        and isinstance(classes, list)
        and not any(str(name).endswith("?") for name in classes)
    )


def judge(result: Result, case: dict[str, list[dict[str, object]]], found: Score, bare: Score) -> None:
    """Hold one checked text against its truth."""
    view = result.article.view
    spans = [(*view.source_span(m.start, m.end), m.labelled) for m in result.mentions if m.certain]
    used = set()
    for truth in case["mentions"]:
        start, end = int(str(truth["start"])), int(str(truth["end"]))
        touching = [number for number, (a, b, _) in enumerate(spans) if a < end and start < b]
        used.update(touching)
        if not is_required(truth):
            continue
        where = f"{result.path}:{start} {truth['surface']!r}"
        due = "none-yet" not in str(truth["classes"])
        if touching:
            found.right += 1
        elif due:
            found.missed += 1
            found.log.append(f"{where} was not found")
        if due and truth["labelled"] != "partial":
            wanted, got = truth["labelled"] == "no", any(not spans[number][2] for number in touching)
            bare.right += wanted and got
            bare.missed += wanted and not got
            bare.false += got and not wanted
            if wanted != got:
                bare.log.append(f"{where} is {'unlabelled' if wanted else 'labelled'}, reported otherwise")
    for number, (start, end, labelled) in enumerate(spans):
        if number not in used:
            found.false += 1
            bare.false += not labelled
            found.log.append(f"{result.path}:{start} {view.source.text[start:end]!r} is no mention")


def truth_table(linter: Linter, folder: Path) -> tuple[Score, Score]:
    found, bare = Score(), Score()
    for path in sorted(folder.glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        with path.with_suffix("").open(encoding="utf-8", newline="") as file:
            judge(linter.check_text(file.read(), path.stem, "telegram"), case, found, bare)
    return found, bare


def alarms(linter: Linter, folder: Path) -> tuple[int, Counter[str], list[str]]:
    """Bytes read, findings by severity, and a line for each."""
    size, count, log = 0, Counter[str](), []
    for path, text in texts(folder):
        size += path.stat().st_size
        for finding in linter.check_text(text, path.name, format_of(path.name) or "txt").findings:
            count[finding.severity] += 1
            log.append(f"{finding.path} {finding.rule} {finding.place.text if finding.place else ''!r}")
    return size, count, log


def texts(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".txt", ".html"}:
            data = path.read_bytes()
            try:
                yield path, data.decode("utf-8")
            except UnicodeDecodeError:
                yield path, data.decode("koi8-r", errors="replace")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--truth", type=Path)
    parser.add_argument("--prose", type=Path)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    if not arguments.truth and not arguments.prose:
        parser.error("nothing to measure; give --truth or --prose")
    if arguments.truth and not any(arguments.truth.glob("*.json")):
        parser.error(f"--truth {arguments.truth}: no ground truth there, no file that ends with .json")
    if arguments.prose and not any(texts(arguments.prose)):
        parser.error(f"--prose {arguments.prose}: no text there, no file that ends with .txt or .html")
    linter = Linter.bundled()
    log, figures = [], []
    if arguments.truth:
        found, bare = truth_table(linter, arguments.truth)
        print("| | right | missed | false | precision | recall |\n|---|---|---|---|---|---|")
        print(found.row("mentions"))
        print(bare.row("unlabelled, policy every"))
        log += found.log + bare.log
        figures.append(f"mentions {found.precision:.3f}/{found.recall:.3f}")
        figures.append(f"unlabelled {bare.precision:.3f}/{bare.recall:.3f}")
    if arguments.prose:
        size, count, alarmed = alarms(linter, arguments.prose)
        loud = count["error"] + count["warning"]
        print(f"\n{size / 1e6:.1f} MB of ordinary prose: {loud} errors and warnings, {count['note']} notes")
        log += alarmed
        figures.append(f"{loud / (size / 1e5):.3f} errors and warnings per 100 KB")
        figures.append(f"{count['note'] / (size / 1e5):.3f} notes per 100 KB")
    if arguments.misses:
        print("\n".join(log))
    print("precision/recall: " + ", ".join(figures) if arguments.truth else ", ".join(figures))


if __name__ == "__main__":
    main()
