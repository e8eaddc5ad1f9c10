"""Registry files edited in place, however they are written."""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from labelcheck.curate.entry_text import entry_text, long_scalar, scalar
from labelcheck.curate.official.wording import squeezed
from labelcheck.curate.registry_text import RegistryText, number_key
from labelcheck.registry.model import Entry, Name, Position

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=300)


def entry(number: str, **values: object) -> Entry:
    return Entry(
        id=f"n-{number}",
        entity=f"n-{number}",
        name=f"Клуб {number}",
        kind="organization",
        designated=date(2026, 2, 2),
        position=Position("", 1, 1),
        number=number,
        **values,  # type: ignore[arg-type]
    )


def edited(text: str, *entries: Entry) -> str:
    registry = RegistryText("list.yaml", text.encode())
    for one in entries:
        registry.insert(one, ())
    return registry.edited().decode()


@given(NAMES.map(squeezed).filter(bool))
@example("yes")
@example("2024-07-10")
@example("~")
@example("# no comment")
@example("a: b, c #d")
@example("- a")
@example('Клуб "Буй" \\ «Мель»')
@example("{[")
def test_every_name_reads_as_it_was(name: str) -> None:
    text = f"""\
- {{text: {scalar(name, flow=True)}, case: exact}}
- {scalar(name, flow=False)}
- a: {long_scalar(name, 2, used=3)}
  b: 1
"""
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        read = yaml.load(text, Loader=loader)  # noqa: S506 - both are safe
        assert read == [{"text": name, "case": "exact"}, name, {"a": name, "b": 1}]


def test_an_entry_with_all_that_an_import_knows() -> None:
    full = entry(
        "7",
        removed=date(2026, 3, 3),
        review=True,
        names=(Name("Буй: клуб"), Name("Буй, клуб", match="quoted"), Name("БК", case="exact")),
        domains=("buoy.example",),
        accounts=("social.example/buoy", "social.example/a,b"),
    )
    assert (
        entry_text(full, ["a comment " * 15], 0)
        == """\
# a comment a comment a comment a comment a comment a comment a comment a comment a comment a comment a comment a
# comment a comment a comment a comment
- id: n-7
  name: Клуб 7
  kind: organization
  number: "7"
  designated: 2026-02-02
  removed: 2026-03-03
  review: true
  names:
    - "Буй: клуб"
    - {text: "Буй, клуб", match: quoted}
    - {text: БК, case: exact}
  domains: [buoy.example]
  accounts: [social.example/buoy, "social.example/a,b"]"""
    )


def block(*numbers: str, between: str = "") -> str:
    """Entries of nothing but their number."""
    return "entries:\n" + between.join(f"  - number: {number}\n" for number in numbers)


def order(text: str) -> list[str]:
    return [str(item["number"]) for item in yaml.safe_load(text)["entries"]]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["1", "9"], ["1", "3", "4.1", "4.2", "4.10", "9"]),
        (["5", "9"], ["3", "4.1", "4.2", "4.10", "5", "9"]),
        (["4.5", "2"], ["4.5", "4.10", "2", "3", "4.1", "4.2"]),
        (["'№'", "'№'"], ["№", "№", "3", "4.1", "4.2", "4.10"]),
    ],
)
def test_entries_find_their_place_by_number(before: list[str], after: list[str]) -> None:
    new = [entry(number) for number in ("3", "4.1", "4.2", "4.10")]
    assert sorted(new, key=lambda one: number_key(one.number)) == new
    assert order(edited(block(*before), *new)) == after


def test_blank_lines_part_entries_where_they_did() -> None:
    assert "\n\n" not in edited(block("1", "9"), entry("3"))
    assert edited(block("1", "9", between="\n"), entry("3")).count("\n\n") == 2
    assert edited(block("1", "9", between="  \n"), entry("0")).startswith("entries:\n  - id: n-0\n")
    assert edited(block("1"), entry("3")).count("\n\n") == 1


@pytest.mark.parametrize("start", ["as_of: 2026-01-01", "entries:   # all", "entries: ~"])
@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_a_file_without_entries_gets_them(start: str, end: str) -> None:
    text = edited(start + end, entry("1"), entry("2"))
    assert order(text.replace("entries: ~", "entries:")) == ["1", "2"]
    assert text.endswith(end)


def test_removals_and_names_in_every_style() -> None:
    text = """\
entries:
- {number: 1, name: "Клуб\u2028«Буй»", designated: 2025-01-01, names: []}   # a
- {number: 2, name: x, designated: 2025-01-01, removed: null}
- number: 3
  designated: 2025-01-01 # b
  name: |-
    Клуб
    «Мель»

  # c
  removed: ~
- designated: 2025-01-01
  name: 'Клуб
    «Риф»'
  removed:
"""
    registry = RegistryText("list.yaml", text.encode())
    positions = [Position("list.yaml", line, 3) for line in (2, 3, 4, 12)]
    for position in positions:
        registry.set_removed(position, date(2026, 3, 1))
        registry.set_name(position, "Клуб: «Риф, мель»")
    assert (
        registry.edited().decode()
        == """\
entries:
- {number: 1, name: "Клуб: «Риф, мель»", designated: 2025-01-01, removed: 2026-03-01, names: []}   # a
- {number: 2, name: "Клуб: «Риф, мель»", designated: 2025-01-01, removed: 2026-03-01}
- number: 3
  designated: 2025-01-01 # b
  name: "Клуб: «Риф, мель»"

  # c
  removed: 2026-03-01
- designated: 2025-01-01
  name: "Клуб: «Риф, мель»"
  removed: 2026-03-01
"""
    )


def test_comments_behind_an_entry_stay_with_it() -> None:
    text = block("1", "9").replace("number: 1\n", "number: 1 # a\n    # b\n\n    # c\n  # of 9\n")
    assert edited(text, entry("3")).startswith("entries:\n  - number: 1 # a\n    # b\n\n  - id: n-3\n")
