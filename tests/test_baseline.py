"""Baselines: by what a finding is known again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labelcheck.baseline import Baseline, Known, dump, load
from labelcheck.errors import UsageError
from labelcheck.linter import Linter, Result
from labelcheck.policy import Policy

from .cli.newsroom import REGISTRY

NAME = "Lantern Society"
NEUTRAL = ["The sea was calm.", "Nobody came; nothing moved.", "Wait… what?", "## A heading", "- An item\n- Another"]
WITH_FINDINGS = [
    f"The {NAME} moved.",
    f"They say the {NAME}\nstayed, and the {NAME} left.",
    f"“{NAME}”* was there! [Here](https://lantern.example/).",
    "<!-- labelcheck: ignore[LC301] -- its links -->\n\n[There](https://lantern.example/).",
    "<!-- labelcheck: ignore[LC301] -- no links -->\n\nThe end.",
    "** This note explains what is closed.",
]
articles = st.lists(st.sampled_from(NEUTRAL + WITH_FINDINGS), max_size=8)


@cache
def linter() -> Linter:
    return Linter.bundled(policy=Policy(today=date(2026, 2, 1)), registries=[str(REGISTRY)], bundled=False)


def check(paragraphs: Iterable[str] | str, format_name: str = "md", path: str = "a.md") -> Result:
    text = paragraphs if isinstance(paragraphs, str) else "\n\n".join(paragraphs)
    return linter().check_text(text, path, format_name)


def known(result: Result) -> list[Known]:
    return [item for _, item in Baseline("baseline.json").identify(result) if item]


def left_out(before: Result, after: Result) -> tuple[Result, Baseline]:
    """What a baseline of ``before`` leaves of ``after``."""
    baseline = Baseline("baseline.json", known(before))
    return baseline.sieve(after, linter().rules), baseline


class TestIdentity:
    @pytest.mark.parametrize(
        ("text", "format_name", "sentence"),
        [
            (f"First. Then the {NAME} moved away. Last.", "txt", "then the lantern society moved away"),
            (f"Really?! “{NAME}” moved…", "txt", "lantern society moved"),
            (f"“Well.” The {NAME} moved", "txt", "the lantern society moved"),
            (f"A *line*\nbreak, **{NAME}**[^1] & Co.\n\nNext.", "md", "a line break lantern society co"),
            (
                f"<h1>Title</h1><p>So <b>the</b>&nbsp;{NAME}¹ <i>moved</i></p><p>On.</p>",
                "html",
                "so the lantern society moved",
            ),
            (f"# The {NAME}\n\nText", "md", "the lantern society"),
            (f"![The {NAME} at home](a.png) was there", "md", "the lantern society at home"),
            (f"{'long ' * 50}{NAME} {'way ' * 50}", "txt", f"{'long ' * 12}lantern society{' way' * 12}"),
        ],
    )
    def test_the_words_of_the_sentence(self, text: str, format_name: str, sentence: str) -> None:
        assert known(check(text, format_name))[0].sentence == sentence

    def test_links_and_notes_are_known_by_their_sentence_too(self) -> None:
        items = known(check("So it is. We read it [there](https://lantern.example/).\n\n** Closed by order. For ever."))
        assert [(item.rule, item.entity, item.sentence) for item in items] == [
            ("LC301", "lantern", "we read it there"),
            ("LC201", "", "closed by order for ever"),
        ]

    def test_what_no_reader_sees_is_known_by_its_own_words(self) -> None:
        (item,) = known(check("Nothing.\n\n<!-- labelcheck: ignore[LC301] -- its links -->\n\nNothing."))
        assert (item.rule, item.sentence) == ("LC901", "labelcheck ignore lc301 its links")

    def test_those_alike_are_counted(self) -> None:
        items = known(check([f"The {NAME} moved.", f"The {NAME}\nMOVED!", f"The {NAME} stayed, the {NAME} stayed"]))
        assert [item.ordinal for item in items] == [1, 2, 1, 2]

    def test_its_article_goes_by_the_path_from_the_baseline(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        result = check(NAME, path="news/a.md")
        for file, path in (("b.json", "news/a.md"), ("news/b.json", "a.md"), ("lists/b.json", "../news/a.md")):
            ((_, item),) = Baseline(file).identify(result)
            assert item
            assert item.path == path

    def test_a_word_as_long_as_a_file_is_cut(self) -> None:
        text = f"{'x' * 5000}-{NAME}-{'y' * 5000}\n\n<!-- labelcheck: {'z' * 5000} -->"
        assert all(len(item.sentence) < 1000 for item in known(check(text)))


@given(article=articles, above=st.lists(st.sampled_from(NEUTRAL), min_size=1, max_size=3))
def test_a_paragraph_above_changes_nothing(article: list[str], above: list[str]) -> None:
    assert known(check(above + article)) == known(check(article))


@given(article=articles, above=st.integers(0, 8))
def test_a_new_mention_of_a_known_entity_is_new(article: list[str], above: int) -> None:
    after = [*article[:above], f"It is the {NAME} again.", *article[above:]]
    result, baseline = left_out(check(article), check(after))
    assert [finding.rule for finding in result.findings] == ["LC101"]
    assert not baseline.stale


@given(article=articles, at=st.integers(0, 8))
def test_one_more_like_those_known_is_new(article: list[str], at: int) -> None:
    again = f"The {NAME} moved."
    result, _ = left_out(check([*article, again]), check([*article[:at], again, *article[at:], again]))
    assert [finding.rule for finding in result.findings] == ["LC101"]


@given(article=articles)
def test_what_is_known_is_left_out(article: list[str]) -> None:
    result, baseline = left_out(check(article), check(article))
    assert result.findings == ()
    assert baseline.met == baseline.known
    assert not baseline.stale


@given(article=articles, other=articles)
def test_the_rest_is_stale(article: list[str], other: list[str]) -> None:
    _, baseline = left_out(check(article), check(other))
    assert baseline.stale == set(known(check(article))) - set(known(check(other)))
    assert baseline.met | baseline.stale == baseline.known


@given(article=articles, other=articles)
def test_a_second_update_drops_nothing(article: list[str], other: list[str]) -> None:
    _, baseline = left_out(check(article), check(other))
    again = Baseline("baseline.json", baseline.known - baseline.stale)
    again.sieve(check(other), linter().rules)
    assert again.known == baseline.met
    assert not again.stale


def test_a_label_on_another_name_changes_nothing() -> None:
    before = check(f"The {NAME} and the {NAME} moved.")
    after = check(f"The {NAME}\\* and the {NAME} moved.\n\n\\* It is closed.")
    assert known(before)[:1] == known(after)


def test_nothing_is_said_of_rules_that_were_off() -> None:
    baseline = Baseline("baseline.json", known(check(NAME)))
    baseline.sieve(check("Nothing."), linter().rules - {"LC101"})
    assert not baseline.stale


def test_findings_about_the_run_are_no_part_of_it() -> None:
    stale = Linter.bundled(policy=Policy(today=date(2027, 2, 1)), registries=[str(REGISTRY)], bundled=False)
    result = check("Nothing.")
    about_run = Result(result.article, stale.check_registries(), 0)
    assert [item for _, item in Baseline("baseline.json").identify(about_run)] == [None]
    assert Baseline("baseline.json").sieve(about_run, linter().rules) == about_run


class TestFile:
    entries = st.builds(Known, st.text(), st.text(), st.text(), st.text(), st.integers(1))

    @given(known=st.sets(entries, max_size=5))
    def test_it_is_read_as_it_was_written_and_sorted(
        self, known: set[Known], tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        file = tmp_path_factory.getbasetemp() / "baseline.json"
        file.write_text(dump(known), encoding="utf-8", errors="backslashreplace", newline="\n")
        assert load(str(file)).known == known
        assert dump(load(str(file)).known) == dump(sorted(known, reverse=True))

    def test_one_finding_a_line_and_nothing_that_moves(self) -> None:
        assert dump(known(check(["Above.", f"The {NAME}’s “house”."]))) == (
            '{"version": 1,\n "findings": [\n'
            '  {"path": "a.md", "rule": "LC101", "entity": "lantern", "sentence": "the lantern society s house",'
            ' "ordinal": 1}\n ]}\n'
        )

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            ("", "is not a baseline: Expecting value: line 1 column 1 (char 0); `labelcheck baseline create` makes"),
            ("[" * 100_000, "is not a baseline: "),
            ("[]", "is not a baseline: it has no `findings`"),
            ('{"version": 1}', "is not a baseline: it has no `findings`"),
            ('{"version": 2, "findings": []}', "is not a baseline: its version is 2, not 1"),
            (
                '{"version": 1, "findings": [1]}',
                "is not a baseline: a finding is path, rule, entity, sentence, ordinal, not 1",
            ),
            ('{"version": 1, "findings": [{"path": "a"}]}', "is not a baseline: a finding is path, rule"),
            (
                '{"version": 1, "findings": [{"path": "a", "rule": 1, "entity": "", "sentence": "", "ordinal": 1}]}',
                "is not a baseline: a finding is path, rule",
            ),
        ],
    )
    def test_what_is_no_baseline(self, tmp_path: Path, content: str, message: str) -> None:
        file = tmp_path / "b.json"
        file.write_text(content)
        with pytest.raises(UsageError) as error:
            load(str(file))
        assert str(error.value).startswith(f"{file}: {message}")

    def test_what_cannot_be_read(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="no such file; `labelcheck baseline create` makes it"):
            load(str(tmp_path / "b.json"))
        with pytest.raises(UsageError, match="cannot be read: Is a directory"):
            load(str(tmp_path))
        (tmp_path / "b.json").write_bytes(b"\xff\xfe")
        with pytest.raises(UsageError, match="is not a baseline: "):
            load(str(tmp_path / "b.json"))
