"""What articles, paths and registries may say, and what a terminal, a CI runner or a browser gets to read of it."""

from __future__ import annotations

import json
import re
import sys
from urllib.parse import unquote, urlsplit
from xml.parsers import expat

import pytest

from labelcheck.report import FORMATS

from ..cli.newsroom import REGISTRY, Newsroom

EVIL = (
    "\x1b[2J\x1b]8;;https://evil.example\x07",  # clears the screen, begins a link
    "\x9b31m",  # the same for old terminals
    "\u202e\u2066",  # turns the line round
    "\x08\x08\x7f",
    "::error file=x::pwned",
    "::stop-commands::x",
    "##vso[task.setvariable variable=x]y",
    "##teamcity[buildStatus status='SUCCESS']",
    "%0A::error::pwned",
    "\x85::add-mask::x",
    "\u2028::set-output name=x::y",
    "</script><script>alert(1)</script>",
    "'\"><img src=x onerror=alert(1)>",
    "]]>&lt;&#60;",
)
ALL = "".join(EVIL)
CONTROL = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
COMMANDS = re.compile(r"^\s*::(?:error|warning|notice) ", re.MULTILINE)
"""The commands of GitHub that a report in its format is made of."""


@pytest.fixture
def hostile(newsroom: Newsroom) -> Newsroom:
    """Articles, a path and a name that are full of it."""
    text = "".join(f"{evil} The Lantern {evil}Society {evil} moved.\n{evil}\n\n" for evil in EVIL)
    newsroom.write("a.txt", f"{text}The Lantern\u0301 Society moved.\n")
    newsroom.write("a.md", f"# {ALL}\n\nThe Lantern Society {ALL}** moved.\n\n<!-- labelcheck: {ALL} -->\n")
    newsroom.write("a.html", f"<p title='{EVIL[0]}'>The <b>Lantern</b> Society {ALL} moved.")
    if sys.platform == "linux":
        newsroom.write("::error file=x::\x1b[2J\n\u202e%0A<b>&quot;'.txt", "The Lantern Society moved.\n")
    listed = REGISTRY.read_text(encoding="utf-8").replace("name: Lantern Society", "name: '##vso[a]::error::<b>&quot;'")
    newsroom.write("list.yaml", listed)
    config = (newsroom.folder / "labelcheck.toml").read_text().replace(str(REGISTRY), "list.yaml")
    newsroom.write("labelcheck.toml", config)
    return newsroom


def harmless(text: str) -> None:
    assert CONTROL.search(text) is None
    assert "##vso[" not in text
    assert "##teamcity[" not in text


@pytest.mark.parametrize("report_format", FORMATS)
def test_no_report_holds_what_drives_a_terminal_or_a_runner(hostile: Newsroom, report_format: str) -> None:
    outcome = hostile.run("check", ".", "--format", report_format, "--statistics", "--color", "never")
    assert "LC101" in outcome.out
    harmless(outcome.out)
    harmless(outcome.err)
    own = len(COMMANDS.findall(outcome.out))
    assert (own > 0) is (report_format == "github")
    assert len(re.findall(r"^\s*::", outcome.out, re.MULTILINE)) == own
    assert not re.search(r"^\s*::", outcome.err, re.MULTILINE)


@pytest.mark.parametrize("arguments", [["--diff"], ["--show-text"], ["--show-files"], ["--show-config"]])
def test_nor_does_anything_else_that_check_prints(hostile: Newsroom, arguments: list[str]) -> None:
    outcome = hostile.run("check", ".", *arguments, "--color", "never")
    harmless(outcome.out.replace("\t", " "))
    harmless(outcome.err)
    assert not re.search(r"^\s*::", outcome.out, re.MULTILINE)


@pytest.mark.parametrize("arguments", [["--format", "text", "--explain"], ["--format", "jsonl"]])
def test_nor_does_the_list_of_mentions(hostile: Newsroom, arguments: list[str]) -> None:
    outcome = hostile.run("mentions", ".", *arguments)
    assert outcome.out
    harmless(outcome.out)
    assert not re.search(r"^\s*::", outcome.out, re.MULTILINE)


@pytest.mark.parametrize("report_format", ["json", "jsonl", "sarif", "gitlab", "rdjsonl"])
def test_json_can_be_read(hostile: Newsroom, report_format: str) -> None:
    out = hostile.run("check", ".", "--format", report_format).out
    for document in out.splitlines() if report_format.endswith("l") else [out]:
        json.loads(document)


@pytest.mark.parametrize("report_format", ["junit", "checkstyle"])
def test_xml_can_be_read(hostile: Newsroom, report_format: str) -> None:
    out = hostile.run("check", ".", "--format", report_format).out
    expat.ParserCreate().Parse(out.encode(), True)


def test_a_page_has_no_element_of_an_article(hostile: Newsroom) -> None:
    page = hostile.run("check", ".", "--format", "html").out
    assert "<script" not in page
    assert "<img" not in page
    assert "alert(1)" in page, "as words"


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
@pytest.mark.parametrize(
    "name",
    ["javascript:alert(1).txt", "https:/evil.example/a.txt", "a b#c?d%2e.txt", "..%2f..%2fetc.txt", "data:,x.txt"],
)
def test_uris_in_sarif_lead_nowhere_else(newsroom: Newsroom, name: str) -> None:
    """A relative reference without a scheme or a host, that gives back the path and nothing else."""
    newsroom.write(name)
    log = json.loads(newsroom.run("check", name, "--format", "sarif").out)
    (result,) = log["runs"][0]["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    parts = urlsplit(uri)
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
    assert unquote(parts.path).removeprefix("./") == name
    assert "%2e" not in uri.lower() or "%252e" in uri.lower()
