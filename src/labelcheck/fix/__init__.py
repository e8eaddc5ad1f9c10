"""Fixes: proposed for findings, tried before they are offered, carried out, and written back to the file."""

from labelcheck.fix.planning import Mender

__all__ = ["Mender"]
