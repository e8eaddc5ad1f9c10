"""Which files are read as what."""

from __future__ import annotations

import subprocess
import sys

import pytest

from labelcheck.errors import UsageError
from labelcheck.source.formats import EXTENSIONS, FORMATS, format_of, read_view
from labelcheck.source.model import Source


@pytest.mark.parametrize(
    ("path", "format_name"),
    [
        ("note.txt", "txt"),
        ("a/b.md", "md"),
        ("README.Markdown", "md"),
        ("page.HTML", "html"),
        ("page.htm", "html"),
        ("book.xhtml", "html"),
        ("photo.jpeg", None),
        ("md", None),
        (".md", None),
        ("dir.md/file", None),
    ],
)
def test_the_extension_decides_in_any_case(path: str, format_name: str | None) -> None:
    assert format_of(path) == format_name


def test_every_extension_has_a_reader() -> None:
    assert set(EXTENSIONS.values()) <= set(FORMATS)


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_format_reads_an_empty_article(format_name: str) -> None:
    view = read_view(Source("a", ""), format_name)
    assert (view.text, view.blocks, view.links, view.comments, view.published) == ("", (), (), (), None)


def test_a_format_that_does_not_exist() -> None:
    with pytest.raises(UsageError, match=r"unknown format: 'docx' \(known: txt, md, html, telegram\)"):
        read_view(Source("a", ""), "docx")


def test_plain_text_needs_no_parser() -> None:
    program = (
        "import sys; from labelcheck.source.formats import read_view; from labelcheck.source.model import Source;"
        "read_view(Source('a', 'text'), 'txt'); print('pyromark' in sys.modules, 'html' in sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert shown.stdout.split() == ["False", "False"]
