"""How well labelcheck finds mentions and labels, and how quiet it is on ordinary prose.

usage: python benchmarks/accuracy.py [--misses] [--update]
       python benchmarks/accuracy.py [--truth FOLDER] [--prose FOLDER] [--misses]

Without a folder: the articles of ``newsroom/``, which have the truth written in. Only sure mentions count. A mention
counts as found, and as reported unlabelled (LC101), where the answer shares a character with the truth. ``--misses``
prints every difference, of all rules. ``--update`` writes the table into docs/accuracy.md.

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

from annotated import Answers, Case, answers, read_cases

from labelcheck.linter import Linter, Result
from labelcheck.source.formats import format_of

Span = tuple[int, int]
NEWSROOM = Path(__file__).parent / "newsroom"
DOCS = Path(__file__).parents[1] / "docs" / "accuracy.md"
HEAD = """\
| | | mentions | | | | | unlabelled | | | | |
|---|---|---|---|---|---|---|---|---|---|---|---|
| file | articles | right | missed | false | precision | recall | right | missed | false | precision | recall |"""


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

    @property
    def cells(self) -> str:
        return f"{self.right} | {self.missed} | {self.false} | {self.precision:.3f} | {self.recall:.3f}"

    def row(self, name: str) -> str:
        return f"| {name} | {self.cells} |"

    def compare(self, truth: list[Span], given: list[Span]) -> None:
        """Count the places of the truth that are touched and that are not, and those given that touch none."""
        right = sum(touches(span, given) for span in truth)
        self.right += right
        self.missed += len(truth) - right
        self.false += sum(not touches(span, truth) for span in given)


def touches(span: Span, others: list[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def places(found: Answers, rule: str) -> list[Span]:
    return [(start, end) for start, end, code in found.findings if code == rule]


def sure(found: Answers) -> list[Span]:
    """The mentions but for those that are only a note (LC106)."""
    notes = set(places(found, "LC106"))
    return [span for span in found.mentions if span not in notes]


def differences(name: str, case: Case, given: Answers) -> list[str]:
    """A line for each finding and each mention that is not as in the truth, with some of the text around."""
    lines = [
        *((*place, "was not reported") for place in set(case.truth.findings) - set(given.findings)),
        *((*place, "was reported") for place in set(given.findings) - set(case.truth.findings)),
        *((*span, "mention", "was not found") for span in set(case.truth.mentions) - set(given.mentions)),
        *((*span, "mention", "is none") for span in set(given.mentions) - set(case.truth.mentions)),
    ]

    def shown(start: int, end: int) -> str:
        return f"{case.text[max(0, start - 30) : start]}[{case.text[start:end]}]{case.text[end : end + 30]}"

    return [f"{name}, {case.title}: {what} {said}: {shown(a, b)!r}" for a, b, what, said in sorted(lines)]


def newsroom_table(linter: Linter) -> tuple[str, Score, Score]:
    """The table of figures, and those of all articles together; the log of mentions has every difference."""
    rows, total, found, bare = [HEAD], 0, Score(), Score()
    for path in sorted(NEWSROOM.glob("*.txt")):
        cases, mentions, unlabelled = list(read_cases(path)), Score(), Score()
        for case in cases:
            given = answers(linter, case)
            for score in (mentions, found):
                score.compare(sure(case.truth), sure(given))
            for score in (unlabelled, bare):
                score.compare(places(case.truth, "LC101"), places(given, "LC101"))
            found.log += differences(path.name, case, given)
        total += len(cases)
        rows.append(f"| {path.name} | {len(cases)} | {mentions.cells} | {unlabelled.cells} |")
    return "\n".join([*rows, f"| all | {total} | {found.cells} | {bare.cells} |"]), found, bare


def update(table: str) -> None:
    text = DOCS.read_text(encoding="utf-8")
    start = text.index(HEAD)
    DOCS.write_text(text[:start] + table + text[text.index("\n\n", start) :], encoding="utf-8")


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
    parser.add_argument("--update", action="store_true")
    arguments = parser.parse_args()
    if arguments.update and (arguments.truth or arguments.prose):
        parser.error("--update is for the articles of newsroom/ alone")
    if arguments.truth and not any(arguments.truth.glob("*.json")):
        parser.error(f"--truth {arguments.truth}: no ground truth there, no file that ends with .json")
    if arguments.prose and not any(texts(arguments.prose)):
        parser.error(f"--prose {arguments.prose}: no text there, no file that ends with .txt or .html")
    linter = Linter.bundled()
    log, figures = [], []
    own = not arguments.truth and not arguments.prose
    if own:
        table, found, bare = newsroom_table(linter)
        print(table)
        if arguments.update:
            update(table)
    if arguments.truth:
        found, bare = truth_table(linter, arguments.truth)
        print("| | right | missed | false | precision | recall |\n|---|---|---|---|---|---|")
        print(found.row("mentions"))
        print(bare.row("unlabelled, policy every"))
    if own or arguments.truth:
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
    print("precision/recall: " + ", ".join(figures) if own or arguments.truth else ", ".join(figures))


if __name__ == "__main__":
    main()
