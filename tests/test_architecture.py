"""The layers of the package, as ``[tool.importlinter]`` in ``pyproject.toml`` states them."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner
from importlinter.cli import lint_imports_command

CONFIG = Path(__file__).parents[1] / "pyproject.toml"


def test_no_module_reaches_back() -> None:
    result = CliRunner().invoke(lint_imports_command, ["--no-cache", f"--config={CONFIG}"])
    assert result.exit_code == 0, result.output
