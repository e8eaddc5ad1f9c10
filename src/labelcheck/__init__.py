"""labelcheck: finds mentions of officially designated organizations that lack their label."""

from labelcheck.version import __version__

__all__ = ["__version__"]
