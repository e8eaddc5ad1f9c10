"""What a benchmark finds out: figures, each with the target it is held against, and how they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """``target`` is the most that ``value`` may be, or the least if ``at_least``; None if nothing was asked for.

    ``note``: what else the same measurement tells.
    """

    group: str
    name: str
    value: float
    unit: str
    target: float | None = None
    at_least: bool = False
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None without one."""
        if self.target is None:
            return None
        return self.value >= self.target if self.at_least else self.value <= self.target

    @property
    def shown(self) -> str:
        return f"{_number(self.value)} {self.unit}"

    @property
    def wanted(self) -> str:
        return "" if self.target is None else f"{'≥' if self.at_least else '≤'} {_number(self.target)} {self.unit}"

    @property
    def verdict(self) -> str:
        return {True: "met", False: "MISSED", None: ""}[self.met]

    def line(self) -> str:
        """One line of text, in columns."""
        left = f"{self.group:<12} {self.name:<52} {self.shown:>14}  {self.wanted:<12} {self.verdict:<6}"
        return f"{left} {self.note}".rstrip()

    def row(self) -> str:
        """One row of a Markdown table."""
        return f"| {self.group} | {self.name} | {self.shown} | {self.wanted} | {self.verdict} | {self.note} |"


def summary(figures: Sequence[Figure]) -> str:
    """How many targets are met, and which are not."""
    judged = [figure for figure in figures if figure.met is not None]
    missed = [f"{figure.group}: {figure.name} {figure.shown}" for figure in judged if not figure.met]
    count = f"targets met: {len(judged) - len(missed)} of {len(judged)}"
    return f"{count}; missed: {'; '.join(missed)}" if missed else count


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
