"""Registries and configurations made to harm. What a single file may not hold is in tests/registries."""

from __future__ import annotations

import pytest

from labelcheck.cli.console import COULD_NOT, FINDINGS

from ..cli.newsroom import REGISTRY, UNLABELLED, Newsroom

SLOW = "(?:x|x|x)*y"
LIST = REGISTRY.read_text(encoding="utf-8")
LURE = "The Lantern Society ({} yet) moved.\n".format("x" * 60)


class TestSlowPatterns:
    """Patterns that try ever more ways on some texts: none is waited for, the registry is named, the rest is done."""

    def test_of_a_registry(self, newsroom: Newsroom) -> None:
        newsroom.write("list.yaml", LIST.replace("['closed']", f"['closed|{SLOW}']"))
        newsroom.write("labelcheck.toml", "registries = ['list.yaml']\nbundled-registries = false\n")
        newsroom.write("a.txt", LURE)
        newsroom.write("b.txt", UNLABELLED)
        outcome = newsroom.run("check", ".", "--format", "concise", "--as-of", "2026-02-01")
        assert outcome.out.startswith("b.txt:1:5: LC101")
        assert outcome.code == COULD_NOT
        assert outcome.err == (
            "labelcheck: error: a.txt: registry closed-list: a pattern takes too long on this text: "
            f"{SLOW}; `labelcheck registry check` tells where it stands\n"
        )

    def test_in_a_sentence(self, newsroom: Newsroom) -> None:
        newsroom.write("list.yaml", LIST.replace("['closed']", f"['closed|{SLOW}']"))
        newsroom.write("labelcheck.toml", "registries = ['list.yaml']\nbundled-registries = false\n")
        newsroom.write("a.txt", f"The Lantern Society closed its doors {'x' * 60} in May.\n")
        outcome = newsroom.run("check", "a.txt", "--as-of", "2026-02-01")
        assert outcome.code == COULD_NOT
        assert outcome.err.startswith("labelcheck: error: a.txt: registry closed-list: a pattern takes too long")

    def test_of_a_name(self, newsroom: Newsroom) -> None:
        newsroom.write("list.yaml", LIST.replace("context: [society]", f"context: ['{SLOW}']"))
        newsroom.write("labelcheck.toml", "registries = ['list.yaml']\nbundled-registries = false\n")
        newsroom.write("a.txt", f"Their Beacon {'x' * 60} moved today.\n")
        outcome = newsroom.run("check", "a.txt", "--as-of", "2026-02-01")
        assert outcome.code == COULD_NOT
        assert outcome.err.startswith("labelcheck: error: a.txt: a pattern takes too long on this text: ")
        assert SLOW in outcome.err

    def test_registry_check_tells_where_it_stands(self, newsroom: Newsroom) -> None:
        """Also where an example of the registry would make it run for ever."""
        listed = LIST.replace("['closed']", f"['closed|{SLOW}']")
        newsroom.write("list.yaml", f"{listed}    examples: {{flag: ['{LURE.strip()}']}}\n")
        outcome = newsroom.run("registry", "check", "list.yaml", "--no-bundled-registries", "--no-config")
        assert outcome.code == FINDINGS
        assert f"list.yaml:15:10: error: the pattern 'closed|{SLOW}' takes longer than 0.2 s" in outcome.out
        assert "[slow-pattern]" in outcome.out


@pytest.mark.parametrize("name", ["...", "***", "—", "«»", "!?", "(((", "©", "🙂", "\\u200b\\u200b"])
def test_names_made_of_punctuation(newsroom: Newsroom, name: str) -> None:
    newsroom.write("a.txt")
    newsroom.write("list.yaml", LIST.replace("- Lantern Society", f'- "{name}"'))
    outcome = newsroom.run("check", "a.txt", "--registry", "list.yaml")
    assert outcome.code == COULD_NOT
    assert f"list.yaml:25:9: a name: '{name}' has no letter or digit; write it in words" in outcome.err


BOMB = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [{', '.join(['*a'] * 9)}]\n" for n in range(20))


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        (".labelcheck.yaml", BOMB, "1:4: an anchor; write the value alone"),
        (".labelcheck.yaml", "lang: !!python/object/apply:os.system [ls]", "1:7: the tag 'tag:yaml.org,2002:python"),
        (".labelcheck.yaml", "exclude: " + "[" * 100_000, ": nested more than 12 deep"),
        ("labelcheck.toml", "exclude = " + "[" * 100_000, "is not TOML"),
        ("labelcheck.toml", "a." * 100_000 + "b = 1", "a key of 100 parts with dots between them"),
        ("labelcheck.toml", "a = {" + "'b'. " * 100_000 + "c = 1}", "a key of 100 parts with dots between them"),
        ("labelcheck.toml", 'exclude = ["\x00"]', "is not TOML"),
        ("labelcheck.toml", b'exclude = ["\xff"]', "is not UTF-8"),
    ],
    ids=["anchors", "tag", "deep YAML", "deep TOML", "endless key", "endless key inside", "NUL", "bytes"],
)
def test_a_configuration(newsroom: Newsroom, name: str, content: str | bytes, problem: str) -> None:
    (newsroom.folder / "labelcheck.toml").unlink()
    newsroom.write("a.txt")
    newsroom.write(name, content)
    outcome = newsroom.run("check", "a.txt")
    assert outcome.code == COULD_NOT
    assert problem in outcome.err


@pytest.mark.parametrize(
    "content",
    ["[" * 100_000, '{"version": 1, "findings": ' + "[" * 100_000, '{"version": 1, "findings": [' + "9" * 5000 + "]}"],
    ids=["deep", "deep inside", "a number"],
)
def test_a_baseline(newsroom: Newsroom, content: str) -> None:
    newsroom.write("a.txt")
    newsroom.write("known.json", content)
    outcome = newsroom.run("check", "a.txt", "--baseline", "known.json")
    assert outcome.code == COULD_NOT
    assert outcome.err.startswith("labelcheck: error: known.json: is not a baseline: ")


def test_a_suppression_reaches_its_own_article_only(newsroom: Newsroom) -> None:
    """However its path is written; a link to the article is another path, so its findings stay."""
    newsroom.write("a.txt")
    newsroom.write("b.txt")
    (newsroom.folder / "link").mkdir()
    (newsroom.folder / "link" / "c.txt").symlink_to(newsroom.folder / "a.txt")
    config = (newsroom.folder / "labelcheck.toml").read_text()
    for path in ("news/../a.txt", "./a.txt", str(newsroom.folder / "a.txt")):
        entry = f"[[suppressions]]\npath = '{path}'\nrules = ['LC101']\ntext = 'Lantern'\nreason = 'so'\n"
        newsroom.write("labelcheck.toml", config + entry)
        found = [newsroom.run("check", name, "--quiet").code for name in ("a.txt", "b.txt", "link/c.txt")]
        assert found == [0, FINDINGS, FINDINGS]


def test_a_suppression_outside_of_the_repository_says_nothing_of_what_is_there(newsroom: Newsroom) -> None:
    newsroom.write("a.txt")
    config = (newsroom.folder / "labelcheck.toml").read_text()
    for path in ("../../../../../../etc/hostname", "\\u0000", "~/.profile"):
        entry = f'[[suppressions]]\npath = "{path}"\nrules = ["LC101"]\ntext = "Lantern"\nreason = "so"\n'
        newsroom.write("labelcheck.toml", config + entry)
        outcome = newsroom.run("check", "a.txt")
        assert outcome.code == FINDINGS
        assert "Lantern Society moved" in outcome.out
