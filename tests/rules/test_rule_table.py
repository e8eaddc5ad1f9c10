"""The table of rules and the choice among them."""

from __future__ import annotations

import pytest

from labelcheck.errors import UsageError
from labelcheck.findings import SEVERITIES
from labelcheck.rules import ALL, ARTICLE_RULES, BY_CODE, find, select

PROMISED = {
    "LC1": "01 02 03 04 05 06",
    "LC2": "01 02 03 04 05",
    "LC3": "01",
    "LC4": "01",
    "LC5": "01 02",
    "LC9": "01 02 03",
}
CODES = [group + number for group, numbers in PROMISED.items() for number in numbers.split()]


def test_codes_are_a_promise() -> None:
    """A code that is gone is never used again: take it out here only together with its rule."""
    assert [rule.CODE for rule in ALL] == CODES


def test_names_and_severities() -> None:
    assert len({rule.NAME for rule in ALL}) == len(ALL)
    assert all(rule.SEVERITY in SEVERITIES for rule in ALL)


def test_a_rule_module_is_called_as_its_rule() -> None:
    for rule in ALL:
        assert vars(rule)["__name__"] == f"labelcheck.rules.{rule.NAME.replace('-', '_')}"


def test_rules_that_look_at_no_article() -> None:
    others = set(BY_CODE) - {rule.CODE for rule in ARTICLE_RULES}
    assert others == {"LC401", "LC901", "LC902", "LC903"}


@pytest.mark.parametrize("rule", ["LC104", "incomplete-label"])
def test_a_rule_is_found_by_code_or_name(rule: str) -> None:
    assert find(rule).CODE == "LC104"


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        ("LC107", "did you mean LC10"),
        ("lc104", "did you mean LC104?"),
        ("incomplete-lable", "did you mean incomplete-label?"),
        ("E501", "did you mean LC501?"),
        ("", "`labelcheck rules` lists them"),
        ("everything", "`labelcheck rules` lists them"),
    ],
)
def test_an_unknown_rule_is_an_error_that_helps(wrong: str, hint: str) -> None:
    for look in (find, lambda rule: select([rule]), lambda rule: select([], [rule])):
        with pytest.raises(UsageError) as error:
            look(wrong)
        assert repr(wrong) in str(error.value)
        assert hint in str(error.value)


@pytest.mark.parametrize(
    ("selected", "ignored", "expected"),
    [
        pytest.param([], [], CODES, id="all"),
        pytest.param(["LC101"], [], ["LC101"], id="a code"),
        pytest.param(["undefined-mark"], [], ["LC102"], id="a name"),
        pytest.param(["LC5"], [], ["LC501", "LC502"], id="a prefix"),
        pytest.param(["LC5", "LC101"], ["LC502"], ["LC101", "LC501"], id="less those ignored"),
        pytest.param(["LC101", "LC2"], ["LC1"], [f"LC20{number}" for number in range(1, 6)], id="ignoring wins"),
        pytest.param([], ["LC1", "LC2", "LC9"], ["LC301", "LC401", "LC501", "LC502"], id="all but some"),
    ],
)
def test_selection(selected: list[str], ignored: list[str], expected: list[str]) -> None:
    assert sorted(select(selected, ignored)) == expected


@pytest.mark.parametrize(("selected", "which"), [(["LC101"], "what `select` names"), ([], "all of them")])
def test_a_selection_of_nothing_is_an_error(selected: list[str], which: str) -> None:
    with pytest.raises(UsageError) as error:
        select(selected, ["LC"])
    assert str(error.value) == f"no rule is left: `ignore` switches off {which}; take something out of it"
