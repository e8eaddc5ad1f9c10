"""The form of a mark, as registries state marks and articles bear them."""

from __future__ import annotations

SYMBOL = r"(?:\*+|†+|‡+|[¹²³⁰⁴-⁹]+|\[\^[^\]\s]{1,40}\])"
"""Asterisks, daggers, superscript digits, footnote references."""

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Translates digits to superscript ones."""
