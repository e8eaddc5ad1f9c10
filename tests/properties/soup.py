"""Texts that nobody writes: names and marks between scraps of markup that need not fit together."""

from __future__ import annotations

from hypothesis import strategies as st

from .articles import DIRECTIVES, EVERYTHING, FOLLOWS, LEADS, NOISE, SAYS, WORDED

_WORDS = [
    *EVERYTHING.names, *EVERYTHING.names, *EVERYTHING.marks, *map(EVERYTHING.about, [*WORDED, *SAYS, *LEADS,
    *FOLLOWS, *NOISE]),
    "\n", "\n", "\n\n", "\n\n", "\n* closed\n", "\r\n", "\u2028", "\x00", "\t",
]  # fmt: skip
_MARKUP = {
    "txt": ["    ", "> ", "---\n"],
    "telegram": ["**", "__", "~~", "||", "`", "```", "[a](https://lantern.example)", "[", "](", "***"],
    "md": [
        "\\*", "**Facebook**", "[a](https://lantern.example)", "`x`", "- ", "* ", "\n[^1]: closed\n", "> ", "# ",
        "    ", "```\n",
        "| a | b |\n|---|---|\n", "<!-- ", " -->", *(f"<!-- {text} -->" for text in DIRECTIVES),
        "![Rope Guild](u)", "<b>",
        "---\n", "title: Rope Guild\n", "date: 2025-07-01\n", "\\\n", "  \n", "~~", "_", "&#42;", "</b>",
    ],
    "html": [
        "<p>", "</p>", "<b>", "</b>", "&amp;", "&#42;", "<sup>*</sup>", "<sup>1</sup>", "<br>",
        "<a href='https://lantern.example'>", "</a>",
        "<!-- ", " -->", *(f"<!-- {text} -->" for text in DIRECTIVES), "<img alt='Rope Guild'>", "<title>",
        "</title>", "<li>",
        "<td>", "<script>", "</script>", "<pre>", "</pre>", "<div hidden>", "</div>",
        "<meta name=description content='Kelp Trust*'>",
        "<code>", "</code>", "<time datetime=2025-07-01>", "&shy;", "&lt;",
    ],
}  # fmt: skip


def _soup(format_name: str) -> st.SearchStrategy[tuple[str, str]]:
    pieces = st.sampled_from(_WORDS) | st.sampled_from(_MARKUP[format_name])
    return st.tuples(st.lists(pieces, min_size=10, max_size=30).map("".join), st.just(format_name))


soups = st.sampled_from(sorted(_MARKUP)).flatmap(_soup)
"""Pairs of a text and its format."""
