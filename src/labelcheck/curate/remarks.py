"""What the checks of registries say."""

from __future__ import annotations

from dataclasses import dataclass

from labelcheck.registry.model import Position

ERROR, WARNING = "error", "warning"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something wrong (``error``) or doubtful (``warning``) in a registry file. ``check``: the check that found it."""

    position: Position
    severity: str
    check: str
    message: str
