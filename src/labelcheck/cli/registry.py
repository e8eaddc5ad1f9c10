"""``labelcheck registry``: the commands about registries, one module each (``registry_list`` and so on)."""

from __future__ import annotations

from importlib import import_module

import click

_COMMANDS = ("list", "show", "search", "status", "check", "diff", "import")
_ALIASES = {"lint": "check"}


class _Registry(click.Group):
    """Imports a command when it is called for."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """In the order of the help."""
        return list(_COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The ``command`` of the module that bears its name."""
        name = _ALIASES.get(cmd_name, cmd_name)
        if name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"labelcheck.cli.registry_{name}").command
        return command


@click.command(
    "registry", cls=_Registry, no_args_is_help=False, short_help="Look into registries, check and compare them."
)
def command() -> None:
    """Look into the official lists that articles are judged by, check them, compare them, and bring them up to date.

    Where a command takes no registry, it is about the bundled ones and those of the configuration.
    """
