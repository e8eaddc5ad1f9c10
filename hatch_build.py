"""Build hook: puts the registries into the wheel, with their compiled lexicon, so that no user compiles them.

An editable install reads the registries from the checkout and keeps the lexicon in the user's cache folder.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RegistriesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds ``registries/`` and the compiled lexicon to a standard wheel as ``labelcheck/registries``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before the wheel is written."""
        if version != "standard":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        from labelcheck.lexicon.cache import BUNDLED_NAME, compile_bundled

        self._folder = TemporaryDirectory()
        compiled = Path(self._folder.name) / BUNDLED_NAME
        compiled.write_bytes(compile_bundled())
        build_data["force_include"]["registries"] = "labelcheck/registries"
        build_data["force_include"][str(compiled)] = f"labelcheck/registries/{BUNDLED_NAME}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Called by hatchling after the wheel is written."""
        if version == "standard":
            self._folder.cleanup()
