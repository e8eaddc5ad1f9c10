"""labelcheck: finds mentions of officially designated organizations that lack their label.

The library in four lines::

    linter = labelcheck.Linter.bundled()
    result = linter.check_text(text, format="md")
    for finding in result.findings:
        print(finding.place, finding.message)
"""

from __future__ import annotations

from labelcheck.version import __version__

TYPE_CHECKING = False  # importing it from typing would cost every start some milliseconds
if TYPE_CHECKING:
    from labelcheck.errors import LabelcheckError
    from labelcheck.findings import Finding
    from labelcheck.linter import Linter, Result
    from labelcheck.policy import Policy

__all__ = ["Finding", "LabelcheckError", "Linter", "Policy", "Result", "__version__"]

_MODULES = {
    "Finding": "labelcheck.findings",
    "LabelcheckError": "labelcheck.errors",
    "Linter": "labelcheck.linter",
    "Policy": "labelcheck.policy",
    "Result": "labelcheck.linter",
}


def __getattr__(name: str) -> object:
    """Import on first use what the package offers: the command line passes through here at every start."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_MODULES[name]), name)
