"""The Markdown documents of this folder, as tests.

A fenced article is followed by a ``fixed`` fence, what it is after its fixes (without one: as before), and by a
``left`` fence with the findings that remain (a line break in their text is ``⏎``). The info string of an article is its
format and the options: ``labels=phrase mentions=first html-marks=sup unsafe``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from labelcheck.findings import Finding

from .samples import Desk, applied

HERE = Path(__file__).parent
_FENCE = re.compile(r"^(?P<fence>`{3,})(?P<info>[^`\n]+)\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^## (?P<title>.+)$", re.MULTILINE)


def _cases() -> Iterator[object]:
    for path in sorted(HERE.glob("*.md")):
        content = path.read_text(encoding="utf-8")
        fences = list(_FENCE.finditer(content))
        outside = [h for h in _HEADING.finditer(content) if not any(f.start() < h.start() < f.end() for f in fences)]
        for heading, following in zip(outside, [*outside[1:], None], strict=True):
            end = following.start() if following else len(content)
            article, *results = [fence for fence in fences if heading.start() < fence.start() < end]
            expected = {fence["info"]: fence["text"] for fence in results}
            assert expected.keys() <= {"fixed", "left"}
            yield pytest.param(article["info"], article["text"], expected, id=f"{path.stem}: {heading['title']}")


def desk(format_name: str, *options: str) -> Desk:
    values = dict(option.split("=") for option in options)
    html_marks = values.pop("html-marks", "plain")
    policy: dict[str, object] = {key: tuple(v.split(",")) if key == "labels" else v for key, v in values.items()}
    return Desk(format_name, html_marks, **policy)


def shown(finding: Finding) -> str:
    return f"{finding.rule} {finding.place.text if finding.place else ''}".replace("\n", "⏎")


@pytest.mark.parametrize(("info", "text", "expected"), list(_cases()))
def test_document(info: str, text: str, expected: dict[str, str]) -> None:
    format_name, *options = info.split()
    unsafe = "unsafe" in options
    here = desk(format_name, *(option for option in options if option != "unsafe"))
    result = here.mended(text, unsafe=unsafe).last.offered()
    fixed = result.article.view.source.text
    assert fixed == expected.get("fixed", text)
    assert "".join(f"{shown(finding)}\n" for finding in result.findings) == expected.get("left", "")
    assert here.mended(fixed, unsafe=unsafe).fixed == 0
    assert applied(text, here.offered(text), unsafe=unsafe) == fixed
