"""Articles made to stall the check or to hide a mention: it is found, and in time that grows as the article does.

Time is compared with time: eight times the text may take three times as long again (a square takes eight times as long
again), in the processor's time of the best of three.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from labelcheck.linter import Linter

from ..cli.newsroom import REGISTRY

MENTION = "The Lantern Society moved."
SMALL, LARGE = 1_000, 8_000
LINEAR = 3.0

Text = Callable[[int], str]
TXT: dict[str, Text] = {
    "one long line": lambda n: f"{'a word ' * n} {MENTION}",
    "one long word": lambda n: f"{'w' * n * 4} {MENTION}",
    "marks": lambda n: f"{'*' * n} {MENTION}",
    "marks on lines of their own": lambda n: "*\n" * n + MENTION,
    "a name with many marks": lambda n: f"Lantern Society{'*' * n} moved. {MENTION}",
    "open parentheses": lambda n: f"Lantern Society {'(' * n} moved. {MENTION}",
    "nested parentheses": lambda n: f"Lantern Society {'(' * n}{')' * n} moved. {MENTION}",
    "quotation marks": lambda n: f"{'«' * n}Lantern Society{'»' * n} moved. {MENTION}",
    "zero-width characters in a name": lambda n: "The Lan" + "\u200b" * n + "tern Society moved.",
    "combining marks in a name": lambda n: "The Lant" + "\u0301" * n + "ern Society moved.",
    "bidi overrides in a name": lambda n: "The Lan" + "\u202e\u202c" * n + "tern Society moved.",
    "soft hyphens in a name": lambda n: "The Lan" + "\u00ad" * n + "tern Society moved.",
    "white space in a name": lambda n: f"The Lantern{' ' * n}Society moved.",
    "empty lines": lambda n: "\n" * n + MENTION,
    "carriage returns": lambda n: "word\r" * n + MENTION,
    "a list of names": lambda n: "Lantern Society, " * (n // 10) + f"and more. {MENTION}",
    "footnotes": lambda n: "* closed\n" * (n // 4) + f"\n{MENTION}",
    "hyphens": lambda n: f"Lantern Society{'-a' * n}. {MENTION}",
    "initials": lambda n: f"{'A. ' * n} {MENTION}",
    "addresses": lambda n: f"{'https://lantern.example/a ' * (n // 10)} {MENTION}",
    "a long address": lambda n: f"https://lantern.example/{'a' * n} {MENTION}",
    "superscript digits": lambda n: f"Lantern Society{'¹' * n} moved. {MENTION}",
    "NUL in a text that was decoded elsewhere": lambda n: "\0" * n + MENTION,
}
MD: dict[str, Text] = {
    "quotes in quotes": lambda n: f"{'>' * n} a\n\n{MENTION}",
    "lists in lists": lambda n: f"{'- ' * n} a\n\n{MENTION}",
    "brackets": lambda n: f"{'[' * n}\n\n{MENTION}",
    "links in links": lambda n: f"{'[' * n}a{'](b)' * n}\n\n{MENTION}",
    "emphasis in emphasis": lambda n: f"{'*a **a ' * n}\n\n{MENTION}",
    "backticks": lambda n: " ".join("`" * k for k in range(1, int(n**0.5))) + f"\n\n{MENTION}",
    "open tags": lambda n: f"a{'<' * n}\n\n{MENTION}",
    "open comments": lambda n: f"a {'<!-- ' * n}\n\n{MENTION}",
    "reference definitions": lambda n: "".join(f"[x{k}]: /u\n" for k in range(n // 4)) + f"\n{MENTION}",
    "table cells": lambda n: f"|{'a|' * (n // 4)}\n|{'-|' * (n // 4)}\n|{'b|' * (n // 4)}\n\n{MENTION}",
    "entities": lambda n: f"{'&amp;' * n} {MENTION}",
    "footnote definitions": lambda n: "".join(f"[^{k}]: closed\n" for k in range(n // 8)) + f"\n{MENTION}",
    "directives": lambda n: "<!-- labelcheck: ignore[LC101] -- so -->\n\nWords.\n\n" * (n // 10) + MENTION,
    "front matter nested deep": lambda n: f"---\ntitle: {'[' * n}\n---\n{MENTION}",
    "front matter full of aliases": lambda n: "---\na: &a [x]\n" + "b: [*a, *a]\n" * n + f"---\n{MENTION}",
}
HTML: dict[str, Text] = {
    "elements in elements": lambda n: f"{'<div>' * n}{MENTION}{'</div>' * n}",
    "elements never closed": lambda n: f"{'<b><p><li><table>' * (n // 4)}{MENTION}",
    "closed but never opened": lambda n: f"{'</div>' * n}{MENTION}",
    "open tags": lambda n: f"{'<' * n} {MENTION}",
    "attributes": lambda n: f"<p {'b=c ' * n}>{MENTION}</p>",
    "comments": lambda n: f"{'<!-- a -->' * n}{MENTION}",
    "scripts": lambda n: f"{'<script>a</script>' * n}{MENTION}",
    "entities": lambda n: f"{'&amp;' * n} {MENTION}",
    "entities without an end": lambda n: f"{'&' * n} {MENTION}",
    "numbers out of range": lambda n: f"&#{'9' * n}; &#x{'f' * n}; {'&#xd800;&#0;' * n} {MENTION}",
    "entities that a document type declares": lambda n: (
        "<!DOCTYPE html [" + "<!ENTITY a '&b;&b;'>" * n + f"]><p>&a; {MENTION}"
    ),
    "line breaks": lambda n: f"{'*<br>' * n}{MENTION}",
    "structured data nested deep": lambda n: f"<script type='application/ld+json'>{'[' * n}</script>{MENTION}",
}
TELEGRAM: dict[str, Text] = {
    "marks": lambda n: f"{'*' * n} {MENTION}",
    "bold": lambda n: f"{'**a' * n} {MENTION}",
    "brackets": lambda n: f"{'[' * n} {'[a](' * n} {MENTION}",
}
CASES = [
    pytest.param(format_name, text, id=f"{format_name}: {name}")
    for format_name, texts in (("txt", TXT), ("md", MD), ("html", HTML), ("telegram", TELEGRAM))
    for name, text in texts.items()
]


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter.bundled(registries=[str(REGISTRY)], bundled=False)


@pytest.mark.parametrize(("format_name", "text"), CASES)
def test_the_mention_is_found_in_time(linter: Linter, format_name: str, text: Text) -> None:
    small, large = text(SMALL), text(LARGE)
    last = linter.check_text(large, "a", format_name).mentions[-1]
    assert last.certain
    assert last.end > len(linter.check_text(large, "a", format_name).article.view.text) - 40
    for _ in range(3):
        ratio = seconds(linter, large, format_name) / seconds(linter, small, format_name)
        if ratio < LINEAR * LARGE / SMALL:
            return
    pytest.fail(f"{LARGE // SMALL} times the text takes {ratio:.0f} times as long")


def seconds(linter: Linter, text: str, format_name: str) -> float:
    began = time.process_time()
    linter.check_text(text, "a", format_name)
    return max(time.process_time() - began, 0.001)


def test_a_nesting_of_a_hundred_thousand(linter: Linter) -> None:
    for format_name, text in (("md", MD["quotes in quotes"]), ("md", MD["lists in lists"]),
                              ("html", HTML["elements in elements"])):  # fmt: skip
        assert linter.check_text(text(100_000), "a", format_name).mentions
