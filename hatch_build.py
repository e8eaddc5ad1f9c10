"""Build hook: puts the registries into the wheel (an editable install reads them from the checkout)."""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RegistriesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds ``registries/`` to a standard wheel as ``labelcheck/registries``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before the wheel is written."""
        if version == "standard":
            build_data["force_include"]["registries"] = "labelcheck/registries"
