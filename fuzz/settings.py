"""The configuration, and the three ways to silence a finding: directives, listed suppressions, the baseline."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from tests.cli.newsroom import REGISTRY
from tests.test_config import EVERYTHING_TOML, EVERYTHING_YAML

from fuzz import tokens
from fuzz.articles import check_finding, seeds
from fuzz.target import Target, folder, refusable, text_of, written
from labelcheck import baseline
from labelcheck.config import FILES, find_config
from labelcheck.errors import ConfigError, UsageError
from labelcheck.findings import Finding
from labelcheck.linter import Linter, Result
from labelcheck.policy import Policy
from labelcheck.rules import ARTICLE_RULES, BY_CODE, select
from labelcheck.rules.base import Problem
from labelcheck.source.formats import FORMATS, read_view
from labelcheck.source.model import Source
from labelcheck.source.plain import read as read_plain
from labelcheck.suppress_listed import read_listed

TODAY = date(2026, 2, 1)
ABOUT_SUPPRESSIONS = select(("LC9",))
NAME = "Lantern Society"
IGNORE = "<!-- labelcheck: ignore[LC101] -- a quotation -->"
ARTICLE = f"The {NAME} moved.\n\n“{NAME}”* was there! [Here](https://lantern.example/).\n\nThe end of the {NAME}.\n"


@cache
def linter() -> Linter:
    """One with the small registry of the tests of the command line."""
    return Linter.bundled(policy=Policy(today=TODAY), registries=[str(REGISTRY)], bundled=False)


def check_config(data: bytes) -> None:
    """The same bytes under each name that a configuration may have."""
    for name in FILES:
        path = written(f"config/{name}/{name}", data)
        (path.parent / ".git").mkdir(exist_ok=True)
        with refusable(path):
            try:
                config = find_config(str(path.parent))
            except ConfigError as error:
                place = re.match(re.escape(str(path)) + r":(\d+)", str(error))
                assert not place or 1 <= int(place[1]) <= len(re.split(b"\r\n?|\n", data)), str(error)
                raise
            config.policy(TODAY)
            article = str(path.parent / "archive" / "a.post.md")
            config.excludes(article)
            config.lost_suppressions()
            config.suppressions_in(article)
            assert config.format_for(article) in {None, *FORMATS}
            assert select(config.ignored_in(article)) <= BY_CODE.keys()


def check_suppression(data: bytes) -> None:
    """A baseline (it begins with a brace), words and an article (a NUL between them), or an article with directives."""
    if data.startswith(b"{"):
        check_baseline(data)
    elif b"\0" in data:
        words, _, article = text_of(data).partition("\0")
        check_listed(words, article)
    else:
        for name in ("md", "html"):
            check_directives(text_of(data), name)


def check_baseline(data: bytes) -> None:
    """A file that is read can be written and read again, and leaves out only what it has."""
    path = written("baseline.json", data)
    with refusable(path):
        known = baseline.load(str(path))
        dumped = baseline.dump(known.known).encode(errors="backslashreplace")  # as files are written
        assert baseline.load(str(written("again.json", dumped))).known == known.known
        result = linter().check_text(ARTICLE, str(folder() / "a.md"), "md")
        left = known.sieve(result, linter().rules).findings
        assert left == tuple(finding for finding, item in known.identify(result) if item not in known.known)
        known.lost()


def check_listed(words: str, article: str) -> None:
    """Only findings on the words that are listed are silenced, and only of the rules that are listed."""
    until, _, words = words.rpartition("|")
    table = {"path": "a", "rules": ["LC1"], "text": words, "reason": "r"} | ({"until": until} if until else {})
    try:
        entry = read_listed(table)
    except UsageError as error:
        assert str(error).startswith(("no ", "until: "))
        return
    source = Source("a", article)
    result = linter().check_source(source, "txt", [entry])
    shown = " ".join(read_plain(Source("a", words)).text.split())
    there = shown in " ".join(result.article.view.text.split())
    for code in silenced(result):
        assert there, "the words are not in the article"
        assert code.startswith("LC1")
    for finding in result.findings:
        assert finding.place is None or finding.place.text == article[finding.place.offset : finding.place.end_offset]


def check_directives(text: str, format_name: str) -> None:
    """Only a comment that says so silences a finding, and only of a rule that it names."""
    result = linter().check_view(read_view(Source("a", text), format_name))
    named = [re.findall(r"ignore[^[]*\[([^]]*)\]", comment.text) for comment in result.article.view.comments]
    items = {item.strip() for lists in named for inside in lists for item in inside.split(",")}
    codes = {code for code, rule in BY_CODE.items() if items & {*_beginnings(code), rule.NAME}}
    assert set(silenced(result)) <= codes - ABOUT_SUPPRESSIONS
    for finding in result.findings:
        check_finding(finding, text)


def _beginnings(code: str) -> set[str]:
    return {code[:length] for length in range(1, len(code) + 1)}


def silenced(result: Result) -> list[str]:
    """The codes of the findings that the rules made and the result lacks; it counts them right."""
    found = [(rule.CODE, _offset(problem)) for rule in ARTICLE_RULES for problem in rule.check(result.article)]
    kept = [(finding.rule, _offset(finding)) for finding in result.findings if finding.rule not in ABOUT_SUPPRESSIONS]
    for one in kept:
        found.remove(one)
    assert len(found) == result.suppressed
    return [code for code, _ in found]


def _offset(found: Finding | Problem) -> int:
    return found.place.offset if found.place else -1


def _config_seeds() -> list[bytes]:
    pyproject = re.sub(r"^(\[+)", r"\1tool.labelcheck.", f"[labelcheck]\n{EVERYTHING_TOML}", flags=re.MULTILINE)
    return [text.encode() for text in (EVERYTHING_TOML, EVERYTHING_YAML, pyproject.replace(".labelcheck]", "]", 1))]


def _suppression_seeds() -> list[bytes]:
    found = linter().check_text(ARTICLE, str(folder() / "a.md"), "md")
    known = [item for _, item in baseline.Baseline(str(folder() / "b.json")).identify(found) if item]
    directives = [
        f"{NAME} moved,\n{IGNORE} so did {NAME},\nand {NAME} too.\n",
        f"<p>{NAME}</p>{IGNORE}<p>{NAME}</p>\n<p>{NAME}</p>\n",
        f"<p>They say:\n{IGNORE}\n\n{NAME} moved,\n{NAME} stayed.</p>",
        f"---\nlabelcheck: ignore-file[LC1, link-to-designated] until 2027-01-01 -- an archive\n---\n{NAME}\n",
        f"---\nlabelcheck:\n  - ignore-file[LC101] -- an archive\n---\n<!-- labelcheck: ignore[LC1O1] -->{NAME}\n",
        f"# {NAME}\n\n<!-- labelcheck: ignore[] -- why -->\n\n- {NAME}\n- <!-- labelcheck ignore LC101 --> {NAME}",
        f"<!-- labelcheck: ignore[LC101] until 2025-01-01 – old\n-->\n\n{NAME}",
    ]
    listed = [f"moved\0{ARTICLE}", f"2027-01-01|The  {NAME}\0{ARTICLE}", f"2025-01-01|{NAME}\0{ARTICLE}"]
    texts = [baseline.dump(known), baseline.dump(known[:1]), *directives, *listed]
    return [text.encode() for text in texts] + [text for text in seeds("md", "html") if b"labelcheck" in text]


TARGETS = (
    Target("config", check_config, _config_seeds, tokens.CONFIG),
    Target("suppressions", check_suppression, _suppression_seeds, tokens.SUPPRESSION),
)
