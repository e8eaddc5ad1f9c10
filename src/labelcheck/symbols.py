"""Forms of marks, quotation marks and capital letters, for expressions and comparisons of several layers."""

from __future__ import annotations

from labelcheck.expressions import either

SYMBOL = r"(?:\*+|†+|‡+|(?:[¹²³]++|[⁰⁴-⁹]++)++|\[\^[^\]\s]{1,40}\])"
"""Asterisks, daggers, superscript digits, footnote references."""

QUOTE_OPENS = either('[«"]', "[„“]")
QUOTE_CLOSES = either('[»"]', "[“”]")
CAPITAL = either("[A-Z]", "[А-ЯЁ]")

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Translates digits to superscript ones."""
