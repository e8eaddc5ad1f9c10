"""The command ``labelcheck``: its subcommands, and what every one of them does when something goes wrong."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any, NoReturn

import click

from labelcheck.cli.console import COULD_NOT, complain, exit_code
from labelcheck.version import __version__

_COMMANDS = ("check", "mentions", "rules", "rule", "registry", "baseline", "init")


class _Program(click.Group):
    """Imports a command when it is called for."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """In the order of the help."""
        return list(_COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The ``command`` of the module that bears its name."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"labelcheck.cli.{cmd_name}").command
        return command

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Run, tell errors as sentences, and exit with what the command returned."""
        kwargs["standalone_mode"] = False
        sys.exit(exit_code(lambda: self._run(*args, **kwargs)))

    def _run(self, *args: Any, **kwargs: Any) -> int:
        try:
            code: int = super().main(*args, **kwargs)
        except click.UsageError as error:
            hint = f" (see `{error.ctx.command_path} --help`)" if error.ctx else ""
            complain(f"{error.format_message().removesuffix('.')}{hint}")
            code = COULD_NOT
        return code


@click.command(
    "labelcheck", cls=_Program, no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="labelcheck", message="%(prog)s %(version)s")
def main() -> None:
    """Find mentions of officially designated organizations that lack their label.

    Exit codes: 0 no finding at or above --fail-on, 1 findings, 2 the job could not be done.
    """
