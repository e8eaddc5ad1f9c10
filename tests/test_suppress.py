"""Suppressions: which findings a directive silences, and what is reported about directives."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from labelcheck.linter import Linter
from labelcheck.policy import Policy
from labelcheck.records import replace
from labelcheck.rules import select

from .cli.newsroom import REGISTRY

NAME = "Lantern Society"
IGNORE = "<!-- labelcheck: ignore[LC101] -- a quotation -->"


@cache
def linter() -> Linter:
    policy = Policy(today=date(2026, 2, 1))
    return Linter.bundled(policy=policy, registries=[str(REGISTRY)], bundled=False)


def findings(text: str, format_name: str = "md") -> list[str]:
    """What is found, as ``LC101 3`` (code and line)."""
    result = linter().check_text(text, format=format_name)
    return [f"{finding.rule} {finding.place.line}" for finding in result.findings if finding.place]


class TestScope:
    def test_beside_text_it_holds_for_its_line(self) -> None:
        assert findings(f"{NAME} moved. {IGNORE}\n{NAME} stayed.\n") == ["LC101 2"]
        assert findings(f"{NAME} moved,\n{IGNORE} so did {NAME},\nand {NAME} too.\n") == ["LC101 1", "LC101 3"]

    def test_beside_text_of_another_block_too(self) -> None:
        assert findings(f"<p>{NAME}</p>{IGNORE}<p>{NAME}</p>\n<p>{NAME}</p>\n", "html") == ["LC101 2"]

    def test_a_comment_of_several_lines_holds_for_all_of_them(self) -> None:
        comment = "<!-- labelcheck: ignore[LC101]\n-- a quotation\n-->"
        assert findings(f"<p>{NAME} {comment} {NAME}</p>\n<p>{NAME}</p>\n", "html") == ["LC101 4"]

    def test_alone_it_holds_for_the_next_paragraph(self) -> None:
        assert findings(f"{NAME}.\n\n{IGNORE}\n\n{NAME} and\n{NAME}.\n\n{NAME}.\n") == ["LC101 1", "LC101 8"]

    def test_markup_and_other_comments_are_not_text(self) -> None:
        text = f"<div>{IGNORE}</div>\n<!-- by hand -->{IGNORE}\n<p>{NAME}\nand {NAME}</p>\n<p>{NAME}</p>"
        assert findings(text, "html") == ["LC101 5"]

    def test_alone_it_holds_for_the_next_list_item(self) -> None:
        assert findings(f"<ul>\n{IGNORE}\n<li>{NAME}</li>\n<li>{NAME}</li>\n</ul>", "html") == ["LC101 4"]

    def test_alone_inside_a_paragraph_it_holds_for_the_next_line(self) -> None:
        text = f"<p>They say:\n{IGNORE}\n\n{NAME} moved,\n{NAME} stayed.</p>"
        assert findings(text, "html") == ["LC101 5"]

    def test_a_link_at_the_start_of_a_block_belongs_to_the_block(self) -> None:
        link = "[here](https://lantern.example/)"
        assert findings(f"<!-- labelcheck: ignore[LC301] -- a source -->\n\n{link}\n\n{link}\n") == ["LC301 5"]

    def test_it_may_split_a_word(self) -> None:
        assert findings(f"<p>Wo<i\n>{IGNORE}</i>rd {NAME}\n{NAME}</p>", "html") == ["LC101 3"]

    def test_at_the_end_there_is_nothing_to_silence(self) -> None:
        assert findings(f"{NAME}.\n\n{IGNORE}\n") == ["LC101 1", "LC901 3"]
        assert findings(f"{IGNORE}\n") == ["LC901 1"]

    def test_a_file_may_be_silenced_from_anywhere_in_it(self) -> None:
        text = f"{NAME}.\n\n<!-- labelcheck: ignore-file[LC101] -- an archive page -->\n\n{NAME}.\n"
        assert findings(text) == []

    def test_what_is_silenced_is_counted(self) -> None:
        assert linter().check_text(f"{NAME} and {NAME}. {IGNORE}\n", format="md").suppressed == 2


class TestRulesInBrackets:
    @pytest.mark.parametrize("rules", ["LC101", "unlabelled-mention", "LC10", "LC301, LC101", " LC101 "])
    def test_codes_names_and_beginnings_of_codes(self, rules: str) -> None:
        text = f"{NAME}. <!-- labelcheck: ignore[{rules}] -- a quotation -->\n"
        assert "LC101 1" not in findings(text)

    def test_another_rule_is_not_silenced(self) -> None:
        assert findings(f"{NAME}. <!-- labelcheck: ignore[LC102] -- no -->\n") == ["LC101 1", "LC901 1"]

    def test_an_item_that_silences_nothing_is_named(self) -> None:
        text = f"{NAME}. <!-- labelcheck: ignore[LC301, LC101, LC2] -- a quotation -->\n"
        (finding,) = linter().check_text(text, format="md").findings
        assert finding.message == "this suppression of LC301, LC2 silences nothing; delete it"

    def test_only_rules_that_are_on_can_be_unused(self) -> None:
        only_links = Linter(linter().recogniser, linter().policy, select(["LC301", "LC901"]))
        text = "Nothing. <!-- labelcheck: ignore[{}] -- a quotation -->\n"
        for rules, unused in (("LC301", 1), ("LC101", 0), ("LC", 0), ("LC101, LC301", 1)):
            assert len(only_links.check_text(text.format(rules), format="md").findings) == unused

    def test_findings_about_directives_can_be_switched_off_like_all_rules(self) -> None:
        without = Linter(linter().recogniser, linter().policy, select((), ["LC9"]))
        text = f"{NAME}. <!-- labelcheck: ignore[LC101] -->\n\n<!-- labelcheck: ignore -->\n\n{IGNORE}\n"
        assert without.check_text(text, format="md").findings == ()


class TestReason:
    @pytest.mark.parametrize("reason", ["-- a quotation", "--a quotation", "— a quotation", "– a\nquotation"])
    def test_given(self, reason: str) -> None:
        assert findings(f"<p>{NAME}. <!-- labelcheck: ignore[LC101] {reason} --></p>", "html") == []

    @pytest.mark.parametrize("reason", ["", "--", "--  "])
    def test_missing(self, reason: str) -> None:
        assert findings(f"<p>{NAME}. <!-- labelcheck: ignore[LC101] {reason} --></p>", "html") == ["LC902 1"]


class TestEnd:
    """The run of these tests takes place on 2026-02-01."""

    def test_up_to_its_date_it_holds(self) -> None:
        assert findings(f"{NAME}. <!-- labelcheck: ignore[LC101] until 2026-02-02 -- a trial -->\n") == []

    def test_from_its_date_on_it_does_not_and_is_reported(self) -> None:
        text = f"{NAME}. <!-- labelcheck: ignore[LC101, LC3] until 2026-02-01 -- a trial -->\n"
        (finding, about) = linter().check_text(text, format="md").findings
        assert (finding.rule, about.rule) == ("LC101", "LC901")
        assert (
            about.message == "this suppression of LC101, LC3 ended on 2026-02-01; correct the text or set a later date"
        )

    def test_it_ends_for_files_too_and_whether_or_not_there_is_something_to_silence(self) -> None:
        text = "<!-- labelcheck: ignore-file[LC101] until 2025-12-31 -- a trial -->\n\n{}.\n"
        assert findings(text.format(NAME)) == ["LC901 1", "LC101 3"]
        assert findings(text.format("Nothing")) == ["LC901 1"]

    def test_a_date_is_judged_like_that_of_registries(self) -> None:
        later = replace(linter(), policy=Policy(today=date(2026, 2, 1), as_of=date(2026, 2, 20)))
        text = f"{NAME}. <!-- labelcheck: ignore[LC101] until 2026-02-10 -- a trial -->\n"
        assert [finding.rule for finding in later.check_text(text, format="md").findings] == ["LC101", "LC901"]

    def test_a_reason_is_still_asked_for(self) -> None:
        assert findings(f"{NAME}. <!-- labelcheck: ignore[LC101] until 2026-03-01 -->\n") == ["LC902 1"]

    @pytest.mark.parametrize("day", ["2026-02-30", "20260301", "spring", "01.03.2026"])
    def test_what_is_no_date(self, day: str) -> None:
        text = f"{NAME}. <!-- labelcheck: ignore[LC101] until {day} -- a trial -->\n"
        (_, about) = linter().check_text(text, format="md").findings
        assert about.rule == "LC903"
        assert about.message.startswith(f"“{day}” is no date, the directive does nothing")


class TestFrontMatter:
    @pytest.mark.parametrize(
        "front_matter",
        [
            "---\ntitle: A post\nlabelcheck: ignore-file[LC101] -- an archive page\n---\n",
            "---\nlabelcheck: 'ignore-file[LC101] until 2026-03-01 -- an archive page'\n---\n",
            '+++\nlabelcheck = "ignore-file[LC101] -- an archive page"\n+++\n',
            "---\ntitle: A post # labelcheck: ignore-file[LC101] -- an archive page\n---\n",
        ],
    )
    def test_a_directive_may_be_a_key_or_a_comment(self, front_matter: str) -> None:
        assert findings(f"{front_matter}\n{NAME}.\n") == []

    @pytest.mark.parametrize("newline", ["\n", "\r\n"])
    def test_several_are_a_list(self, newline: str) -> None:
        keys = "---\nlabelcheck:\n  - ignore-file[LC101] -- an archive page\n  - 'ignore-file[LC301] -- its links'\n"
        text = f"{keys}  - ignore-file[LC2] -- its notes\n---\n\n{NAME}.\n\n[Link](https://lantern.example/)\n"
        (finding,) = linter().check_text(text.replace("\n", newline), format="md").findings
        assert finding.place is not None
        assert (finding.rule, finding.place.line) == ("LC901", 5)
        assert finding.place.text == "- ignore-file[LC2] -- its notes"

    def test_an_empty_one_is_none(self) -> None:
        assert findings(f"---\nlabelcheck:\ntitle: A post\n---\n\n{NAME}.\n") == ["LC101 6"]

    @pytest.mark.parametrize("value", ["off", "[ignore-file[LC101] -- an archive page]", "\n  - ignore"])
    def test_one_that_cannot_be_read_is_reported(self, value: str) -> None:
        assert {finding.partition(" ")[0] for finding in findings(f"---\nlabelcheck: {value}\n---\n\n{NAME}.\n")} == {
            "LC903",
            "LC101",
        }


class TestMalformed:
    @pytest.mark.parametrize(
        "directive",
        [
            "labelcheck: ignore",
            "labelcheck: ignore -- a quotation",
            "labelcheck: ignore[] -- a quotation",
            "labelcheck: ignore[LC101,] -- a quotation",
            "labelcheck: ignore[LC101 -- a quotation",
            "labelcheck: ignore[LC101] a quotation",
            "labelcheck: ignore LC101 -- a quotation",
            "labelcheck: ignore[LC101] - a quotation",
            "labelcheck: ignore[LC101] until -- a quotation",
            "labelcheck: ignroe[LC101] -- a quotation",
            "labelcheck: disable",
            "labelcheck:",
            "Labelcheck: Ignore[LC101] -- a quotation",
            "labelcheck ignore[LC101] -- a quotation",
            "labelcheck-ignore LC101",
        ],
    )
    def test_it_silences_nothing_and_is_reported(self, directive: str) -> None:
        assert findings(f"{NAME}. <!-- {directive} -->\n") == ["LC101 1", "LC903 1"]

    def test_a_rule_that_does_not_exist(self) -> None:
        (_, finding) = linter().check_text(f"{NAME}. <!-- labelcheck: ignore[LC1O1] -- no -->\n", format="md").findings
        assert (finding.rule, finding.message.partition(",")[0]) == ("LC903", "no rule is called LC1O1")

    @pytest.mark.parametrize("rule", ["LC901", "LC9", "malformed-directive"])
    def test_rules_about_directives_cannot_be_silenced(self, rule: str) -> None:
        text = f"<!-- labelcheck: ignore-file[{rule}] -- no -->\n\n<!-- labelcheck: ignore[LC101] -->\n\n{NAME}.\n"
        assert findings(text) == ["LC903 1", "LC902 3"]

    def test_a_long_one_is_quoted_in_part(self) -> None:
        (finding,) = linter().check_text(f"<!-- labelcheck: {'x' * 1000} -->\n", format="md").findings
        assert len(finding.message) < 200

    @pytest.mark.parametrize("comment", ["labelcheck found this", "see labelcheck: it is strict", "ignore[LC101]"])
    def test_a_comment_that_only_mentions_labelcheck_is_none(self, comment: str) -> None:
        assert findings(f"<!-- {comment} -->\n") == []


def test_many_directives_take_no_long_time() -> None:
    text = f"<p>{IGNORE}\n\n{NAME} came.</p>\n" * 3000
    assert findings(text, "html") == []
