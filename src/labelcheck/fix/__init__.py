"""Fixes: proposed for findings, tried before they are offered, carried out, and written back to the file."""

from labelcheck.fix.planning import Mended, Mender

__all__ = ["Mended", "Mender"]
