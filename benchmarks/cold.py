"""Cold start: the whole process on one article, beside a Python that does nothing. The cache is warm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import inputs
from costs import BARE, LABELCHECK, measure
from figures import Figure

from labelcheck.linter import Linter

_ROUNDS = 40
_ENTRIES = 1_000
_MANY = 40 * inputs.ARTICLE
_RATIO = {"txt": 5.0, "md": 6.0}
_PEAK = 45.0
_OWN_RATIO = 1.3
_NAMES = {"txt": "plain", "md": "Markdown", "html": "HTML"}


def figures(folder: Path) -> Iterator[Figure]:
    """Ratios to ``python -c pass`` in the same run, and peak memory."""
    articles = [
        (format_name, what, path)
        for format_name in _NAMES
        for what, path in _articles(folder / format_name, format_name).items()
    ]
    commands = [list(BARE), *([*LABELCHECK, "check", str(path)] for _, _, path in articles)]
    own = [
        argument for seed in (1, 2) for argument in ("--registry", str(_registry(folder / f"own-{seed}.yaml", seed)))
    ]
    commands.append([*commands[1], *own])
    bare, *costs, with_own = measure(commands, _ROUNDS, folder)
    for (format_name, what, _), cost in zip(articles, costs, strict=True):
        name = f"{_NAMES[format_name]}, {what}"
        note = f"wall {cost.wall * 1e3:.1f}, bare {bare.wall * 1e3:.1f} ms; CPU ratio {cost.cpu / bare.cpu:.1f}"
        ratio = cost.wall / bare.wall
        yield Figure("cold", f"{name}: ratio to python -c pass", ratio, "×", _RATIO.get(format_name), note=note)
        yield Figure("cold", f"{name}: peak memory", cost.peak, "MiB", _PEAK, note=f"bare {bare.peak:.1f}")
    name = f"two own registries of {_ENTRIES} entries: ratio to none"
    yield Figure(
        "cold", name, with_own.wall / costs[0].wall, "×", _OWN_RATIO, note=f"wall {with_own.wall * 1e3:.1f} ms"
    )
    yield Figure("cold", "two own registries: peak memory", with_own.peak, "MiB", _PEAK * _OWN_RATIO)


def _articles(folder: Path, format_name: str) -> dict[str, Path]:
    """An article with nothing to report, as nearly all are that a hook sees, and one with an unlabelled mention."""
    linter = Linter.bundled()
    found: dict[str, Path] = {}
    for path in inputs.write(folder, format_name, _MANY):
        rules = [finding.rule for finding in linter.check_file(str(path)).findings]
        if rules in ([], ["LC101"]):
            found.setdefault("a mention to label" if rules else "nothing to report", path)
    return dict(sorted(found.items(), reverse=True))


def _registry(path: Path, seed: int) -> Path:
    """A registry of organizations that do not exist."""
    path.write_text(inputs.registry(f"own-{seed}", inputs.invented_names(seed, _ENTRIES)), encoding="utf-8")
    return path
