"""A folder with articles, a configuration and one registry, in which tests run the program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from labelcheck.cli.main import main

REGISTRY = Path(__file__).parent / "list.yaml"
CONFIG = f"""\
registries = ['{REGISTRY}']
bundled-registries = false
as-of = 2026-02-01
"""
UNLABELLED = "The Lantern Society moved.\n"
LABELLED = "The Lantern Society (closed) moved.\n"


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Newsroom:
    """``folder`` is the working directory."""

    folder: Path

    def write(self, name: str, text: str | bytes = UNLABELLED) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def run(self, *arguments: str, stdin: str | bytes | None = None) -> Outcome:
        result = CliRunner().invoke(main, arguments, input=stdin)
        return Outcome(result.exit_code, result.stdout, result.stderr)
