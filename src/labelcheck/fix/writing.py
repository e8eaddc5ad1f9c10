"""How a format writes what fixes put in: marks, words, footnotes."""

from __future__ import annotations

from labelcheck.expressions import expression

_SPECIAL_IN_MARKDOWN = expression(r"[\\`*_\[\]<&|~]")
_AS_RAISED = str.maketrans("¹²³⁰⁴⁵⁶⁷⁸⁹", "1230456789")
_NOTE = expression(r"\[\^[^\]]+\]")


def ways_to_mark(symbol: str, format_name: str, html_marks: str) -> tuple[str, ...]:
    """How a mark may be written, the best first; none if the format cannot show it. ``html_marks``: see Config.

    The later ways are for places where the first is not read as usual: front matter, HTML in Markdown, ``<title>``.
    """
    if format_name == "telegram":
        return () if "**" in symbol else (symbol,)  # two signs are bold
    if format_name == "md" and "*" in symbol:
        return symbol.replace("*", r"\*"), symbol
    if format_name == "html" and html_marks == "sup":
        return f"<sup>{symbol.translate(_AS_RAISED)}</sup>", symbol
    return (symbol,)


def written(words: str, format_name: str) -> str:
    """Words so that the format shows them as they are."""
    if format_name == "md":
        return _SPECIAL_IN_MARKDOWN.sub(r"\\\g<0>", words)
    if format_name == "html":
        return words.replace("&", "&amp;").replace("<", "&lt;")
    return words


def footnote(mark: str, words: str, format_name: str) -> str:
    """A footnote as a paragraph or a line of its own; the mark as written."""
    if format_name == "md" and _NOTE.fullmatch(mark):
        mark += ":"
    line = f"{mark} {written(words, format_name)}"
    return f"<p>{line}</p>" if format_name == "html" else line
