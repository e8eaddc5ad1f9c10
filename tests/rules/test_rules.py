"""Rules on articles built by hand: what each makes of what the recogniser found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from labelcheck.article import (
    Article,
    DesignatedLink,
    Designation,
    Entity,
    Footnote,
    Mark,
    Mention,
    Phrase,
    Statement,
    UnknownName,
)
from labelcheck.messages import LANGUAGES, render
from labelcheck.policy import Policy
from labelcheck.rules import ARTICLE_RULES
from labelcheck.rules.base import Problem
from labelcheck.rules.registry_stale import check_registries
from labelcheck.source.model import Source
from labelcheck.source.view import ViewBuilder

TODAY = date(2026, 1, 1)
HERALD = Entity(
    "herald",
    "The Daily Herald",
    (
        Designation("agent", "list-a", date(2020, 1, 1), None, required=True),
        Designation("unwanted", "list-b", date(2024, 1, 1), None, required=True),
        Designation("watched", "list-c", date(2021, 1, 1), None, required=False),
        Designation("banned", "list-d", date(2010, 1, 1), date(2015, 1, 1), required=True),
    ),
)
FORMER = Entity("former", "The Daily Herald", HERALD.designations[3:])
DUE = frozenset({"agent", "unwanted"})
STAR = Mark(6, 7, "*")


def states(*slugs: str, weak: Iterable[str] = ()) -> Statement:
    return Statement(frozenset(slugs), frozenset(weak))


def mention(entity: Entity = HERALD, *, mark: Mark | None = None) -> Mention:
    """A certain mention of the first six characters of the article, "Herald", without a label."""
    return Mention(0, 6, entity, entity.name, certain=True, evidence=(), mark=mark, due=entity.due(TODAY))


def phrase(statement: Statement, entity: Entity = HERALD, *, mark: Mark | None = None) -> Mention:
    """A mention with a label in words."""
    return replace(mention(entity, mark=mark), phrase=Phrase(7, 9, "parenthesis", statement), stated=statement)


def footnote(statement: Statement, *, symbol: str = "*", names: Iterable[str] = (), start: int = 20) -> Footnote:
    return Footnote(start, start + 5, symbol, statement, frozenset(names))


def marked(statement: Statement, *, names: Iterable[str] = (), mark: Mark = STAR) -> Mention:
    """A mention with a mark whose footnote states something."""
    note = footnote(statement, names=names)
    named = not note.names or HERALD.id in note.names
    return replace(mention(mark=mark), footnotes=(note,), named_by_footnotes=named, stated=statement)


def article(
    *mentions: Mention,
    text: str = "Herald* says so.\n\n* Note. * Note.\n",
    footnotes: tuple[Footnote, ...] = (),
    used: Iterable[str] = (),
    links: tuple[DesignatedLink, ...] = (),
    unknown: tuple[UnknownName, ...] = (),
    combine_marks: bool = False,
) -> Article:
    builder = ViewBuilder(Source("article.txt", text))
    builder.copy(0, len(text))
    builder.block("paragraph", 0)
    policy = Policy(today=TODAY, combine_marks=combine_marks)
    return Article(builder.build(), policy, TODAY, mentions, footnotes, frozenset(used), links, unknown)


def problems(judged: Article) -> list[tuple[str, Problem]]:
    """What all rules report; every message must exist in every language."""
    found = [(rule.CODE, problem) for rule in ARTICLE_RULES for problem in rule.check(judged)]
    for _, problem in found:
        for language in LANGUAGES:
            assert render(language, problem.message, problem.values)
    return found


def codes(judged: Article) -> list[str]:
    return [code for code, _ in problems(judged)]


@pytest.mark.parametrize(
    ("labelled", "expected"),
    [
        pytest.param(mention(), ["LC101"], id="no label"),
        pytest.param(mention(mark=STAR), ["LC102"], id="mark without footnote"),
        pytest.param(phrase(states(*DUE)), [], id="all that is due"),
        pytest.param(marked(states(*DUE)), [], id="all that is due, in a footnote"),
        pytest.param(marked(states(*DUE), names=["herald", "other"]), [], id="footnote that names it among others"),
        pytest.param(phrase(states("agent", weak=["unwanted"])), [], id="weak words satisfy their designation"),
        pytest.param(phrase(states(*DUE, "foreign")), [], id="a status of a neighbour beside the right ones"),
        pytest.param(phrase(states("foreign")), ["LC103"], id="only another's status"),
        pytest.param(phrase(states("agent")), ["LC104"], id="one of two"),
        pytest.param(phrase(states("watched")), ["LC104"], id="true, but not what is due"),
        pytest.param(phrase(states("agent", "foreign")), ["LC104"], id="one of two and another's"),
        pytest.param(phrase(states()), ["LC105"], id="nothing known"),
        pytest.param(marked(states()), ["LC105"], id="footnote about nothing known"),
        pytest.param(phrase(states(weak=["foreign"])), ["LC105"], id="weak words of another prove nothing"),
        pytest.param(marked(states(*DUE), names=["other"]), ["LC203"], id="footnote about others"),
        pytest.param(
            replace(marked(states(*DUE), names=["other"]), phrase=Phrase(7, 9, "parenthesis", states(*DUE))),
            [],
            id="footnote about others, but a label in words",
        ),
        pytest.param(phrase(states("banned")), ["LC204"], id="only a former status is never wrong, but outdated"),
        pytest.param(phrase(states("banned", "foreign")), ["LC204"], id="former and another's"),
        pytest.param(phrase(states(*DUE, "banned")), ["LC204"], id="right, and a former status too"),
        pytest.param(phrase(states("agent", "banned")), ["LC104", "LC204"], id="incomplete, and a former status too"),
        pytest.param(phrase(states(*DUE), mark=STAR), ["LC102"], id="words satisfy, but the mark leads nowhere"),
        pytest.param(phrase(states("agent"), mark=STAR), ["LC102", "LC104"], id="words judged beside such a mark"),
    ],
)
def test_a_label_is_judged_once(labelled: Mention, expected: list[str]) -> None:
    assert codes(article(labelled)) == expected


@pytest.mark.parametrize(
    ("labelled", "expected"),
    [
        pytest.param(mention(FORMER), [], id="needs no label"),
        pytest.param(mention(FORMER, mark=STAR), [], id="nor a footnote"),
        pytest.param(phrase(states("banned"), FORMER), ["LC204"], id="but none of former times either"),
        pytest.param(phrase(states("foreign"), FORMER), [], id="another's status is not judged"),
    ],
)
def test_where_nothing_is_due(labelled: Mention, expected: list[str]) -> None:
    assert codes(article(labelled)) == expected


@pytest.mark.parametrize("labelled", [mention(), phrase(states("banned"))])
def test_an_exempt_mention_is_left_alone(labelled: Mention) -> None:
    assert codes(article(replace(labelled, exempt="footnote"))) == []


@pytest.mark.parametrize(
    ("uncertain", "expected"),
    [
        pytest.param(mention(), ["LC106"], id="no label"),
        pytest.param(phrase(states("foreign")), ["LC106"], id="a label that does not fit"),
        pytest.param(phrase(states("agent")), [], id="a label that fits"),
        pytest.param(replace(mention(), exempt="label"), [], id="exempt"),
        pytest.param(mention(FORMER), [], id="nothing due"),
    ],
)
def test_an_uncertain_mention_is_at_most_a_note(uncertain: Mention, expected: list[str]) -> None:
    assert codes(article(replace(uncertain, certain=False))) == expected


def test_a_problem_stands_on_the_mention_and_names_the_entity() -> None:
    ((_, problem),) = problems(article(mention()))
    assert problem.place is not None
    assert problem.place.text == "Herald"
    assert problem.entity is HERALD
    assert problem.values == {"text": "Herald", "name": "The Daily Herald", "due": ("agent", "unwanted")}


@pytest.mark.parametrize(
    ("symbol", "defined", "message"),
    [
        ("***", ["*", "**"], "undefined-mark-combined"),
        ("***", ["*"], "undefined-mark"),
        ("**", ["*"], "undefined-mark"),
    ],
)
def test_three_stars_hint_at_one_and_two(symbol: str, defined: list[str], message: str) -> None:
    notes = tuple(footnote(states(), symbol=one) for one in defined)
    ((_, problem),) = problems(article(mention(mark=Mark(6, 7, symbol)), footnotes=notes))
    assert problem.message == message


@pytest.mark.parametrize(
    ("statement", "used", "combine_marks", "expected"),
    [
        pytest.param(states("agent"), ["**"], False, ["LC201"], id="mark used nowhere"),
        pytest.param(states(weak=["agent"]), [], False, ["LC201"], id="weak statements count"),
        pytest.param(states("agent"), ["*"], False, [], id="used"),
        pytest.param(states(), [], False, [], id="states no designation"),
        pytest.param(states("agent"), ["***"], False, ["LC201"], id="three stars are a mark of their own"),
        pytest.param(states("agent"), ["***"], True, [], id="unless marks are combined"),
        pytest.param(states("agent"), ["****"], True, ["LC201"], id="of marks that are defined"),
        pytest.param(states("agent"), ["**"], True, ["LC201"], id="two stars are no combination"),
    ],
)
def test_unused_footnotes(statement: Statement, used: list[str], combine_marks: bool, expected: list[str]) -> None:
    notes = (footnote(statement), footnote(states(), symbol="**"))
    judged = article(footnotes=notes, used=used, combine_marks=combine_marks)
    assert codes(judged) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(footnote(states("a")), footnote(states("b"), start=25), ["LC202"], id="different"),
        pytest.param(footnote(states("a")), footnote(states("a"), start=25), [], id="same"),
        pytest.param(footnote(states("a")), footnote(states("a", "b"), start=25), [], id="one says more"),
        pytest.param(
            footnote(states("a")), footnote(states(weak=["b"]), start=25), [], id="weak words contradict nothing"
        ),
        pytest.param(footnote(states("a")), footnote(states("b"), symbol="**", start=25), [], id="different marks"),
        pytest.param(
            footnote(states("a"), names=["x"]),
            footnote(states("b"), names=["y"], start=25),
            [],
            id="different entities",
        ),
        pytest.param(
            footnote(states("a"), names=["x"]), footnote(states("b"), names=["x"], start=25), ["LC202"], id="one entity"
        ),
        pytest.param(
            footnote(states("a"), names=["x"]), footnote(states("b"), start=25), ["LC202"], id="one for anybody"
        ),
    ],
)
def test_conflicting_footnotes(one: Footnote, other: Footnote, expected: list[str]) -> None:
    found = problems(article(footnotes=(one, other), used=["*", "**"]))
    assert [code for code, _ in found] == expected
    assert all(problem.place and problem.place.offset == 25 for _, problem in found)


def test_footnotes_that_agree_speak_for_all_whom_they_name() -> None:
    notes = tuple(
        footnote(states(slug), names=[name], start=start)
        for slug, name, start in [("a", "x", 18), ("a", "y", 22), ("b", "x", 26)]
    )
    assert codes(article(footnotes=notes, used=["*"])) == ["LC202"]


def test_a_third_footnote_that_conflicts_is_reported_once() -> None:
    notes = tuple(footnote(states(slug), start=start) for slug, start in [("a", 18), ("b", 22), ("c", 26)])
    assert codes(article(footnotes=notes, used=["*"])) == ["LC202", "LC202"]


@pytest.mark.parametrize(
    ("policy", "labelled", "expected"),
    [
        ("forbid", False, ["LC301"]),
        ("forbid", True, ["LC301"]),
        ("label", False, ["LC301"]),
        ("label", True, []),
        ("ignore", False, []),
    ],
)
def test_links(policy: str, labelled: bool, expected: list[str]) -> None:
    link = DesignatedLink(0, 7, "https://herald.example/", HERALD, policy, labelled)
    assert codes(article(links=(link,))) == expected


@pytest.mark.parametrize(("policy", "message"), [("forbid", "forbidden-link"), ("label", "unlabelled-link")])
def test_what_a_link_may_not(policy: str, message: str) -> None:
    link = DesignatedLink(0, 7, "https://herald.example/", HERALD, policy, labelled=False)
    ((_, problem),) = problems(article(links=(link,)))
    assert problem.message == message


@pytest.mark.parametrize(
    ("stated", "message"), [(states("banned"), "outdated-label-instead"), (states(*DUE, "banned"), "outdated-label")]
)
def test_a_former_status_instead_of_what_is_due_or_beside_it(stated: Statement, message: str) -> None:
    ((_, problem),) = problems(article(phrase(stated)))
    assert problem.message == message


def test_an_unlisted_name_is_a_note_on_the_name() -> None:
    ((code, problem),) = problems(article(unknown=(UnknownName(0, 6),)))
    assert code == "LC205"
    assert problem.values == {"text": "Herald"}


@pytest.mark.parametrize(
    ("text", "mark", "place"),
    [
        pytest.param("Herald * says", Mark(7, 8, "*", spaced=True), " *", id="space"),
        pytest.param("Herald\u00a0 * says", Mark(8, 9, "*", spaced=True), "\u00a0 *", id="several"),
        pytest.param("Herald* says", Mark(6, 7, "*", inside_quotes=True), "*", id="inside quotes"),
        pytest.param("Herald*-fan", Mark(6, 7, "*", before_hyphen=True), "*", id="before hyphen"),
        pytest.param("Herald* says", Mark(6, 7, "*"), None, id="nothing wrong"),
    ],
)
def test_the_place_of_a_mark(text: str, mark: Mark, place: str | None) -> None:
    without_mark = phrase(states(*DUE))
    found = [problem for _, problem in problems(article(without_mark, marked(states(*DUE), mark=mark), text=text))]
    assert [problem.place and problem.place.text for problem in found] == ([place] if place else [])
    assert all(problem.entity is HERALD for problem in found)


def test_a_mark_of_a_whole_list_is_reported_once() -> None:
    shared = Mark(7, 8, "*", spaced=True)
    both = marked(states(*DUE), mark=shared)
    assert codes(article(both, both, text="Herald * says")) == ["LC501"]


def test_a_mark_of_an_exempt_or_uncertain_mention_may_stand_anywhere() -> None:
    spaced = marked(states(*DUE), mark=Mark(7, 8, "*", spaced=True))
    assert codes(article(replace(spaced, certain=False), replace(spaced, exempt="policy"), text="Herald * says")) == []


def test_a_name_in_two_scripts_is_reported_with_its_odd_letters() -> None:
    mixed = replace(mention(), mixed_script=True, exempt="footnote")
    ((code, problem),) = problems(article(mixed, text="Hегаld (…)"))
    assert code == "LC502"
    assert problem.values["letters"] == "ега"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("The Daily Herald", "The Daily Herald"),
        ("Daily Herald", "The Daily Herald"),
        ("the daily herald of today", "The Daily Herald"),
        ("Morning Gull", "Morning Gull (The Daily Herald)"),
    ],
)
def test_messages_name_an_organization_so_that_it_is_known_again(name: str, said: str) -> None:
    ((_, problem),) = problems(article(replace(mention(), name=name)))
    assert f"; label {said} as" in render("en", problem.message, problem.values)


def test_who_may_be_meant_is_told_by_the_name_that_the_text_does_not_have() -> None:
    ((code, problem),) = problems(article(replace(mention(), name="Morning Gull", certain=False)))
    assert code == "LC106"
    assert " may be The Daily Herald;" in render("en", problem.message, problem.values)


class Data:
    """A registry as far as its age matters."""

    id = "list-a"
    as_of = date(2026, 1, 1)
    stale_after = 30


@pytest.mark.parametrize(
    ("at", "stale"), [(date(2026, 1, 31), False), (date(2026, 2, 1), True), (date(2020, 1, 1), False)]
)
def test_a_registry_is_stale_one_day_after_its_last(at: date, stale: bool) -> None:
    found = list(check_registries([Data()], at))
    assert [problem.values["registry"] for problem in found] == (["list-a"] if stale else [])
    assert all(problem.place is None for problem in found)


@pytest.mark.parametrize(
    ("id_", "advice"),
    [("ru-terrorist", "update labelcheck, or load a newer export"), ("ru", "bring its file up to date")],
)
def test_what_to_do_of_a_stale_registry_depends_on_whose_it_is(id_: str, advice: str) -> None:
    registry = Data()
    registry.id = id_
    (problem,) = check_registries([registry], date(2026, 6, 1))
    assert f"; {advice}" in render("en", problem.message, problem.values)
