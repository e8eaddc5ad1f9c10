from __future__ import annotations

from ..cli.conftest import newsroom

__all__ = ["newsroom"]
