"""All targets, by name."""

from __future__ import annotations

from fuzz import articles, lists, settings
from fuzz.target import Target

TARGETS: dict[str, Target] = {target.name: target for target in (*articles.TARGETS, *settings.TARGETS, *lists.TARGETS)}
