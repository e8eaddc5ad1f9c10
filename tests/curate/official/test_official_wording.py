"""What texts of official lists say."""

from __future__ import annotations

from datetime import date

import pytest

from labelcheck.curate.official.page import read_page
from labelcheck.curate.official.wording import (
    Details,
    cell_day,
    first_day,
    parted,
    pieces,
    split_units,
    squeezed,
    stated_as_of,
    without_people,
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10.07.2024", date(2024, 7, 10)),
        ("2024-07-10T12:00:00", date(2024, 7, 10)),
        ("45483", date(2024, 7, 10)),
        ("45483.75", date(2024, 7, 10)),
        ("1720569600000", date(2024, 7, 10)),
        ("", None),
        ("31.02.2024", None),
        ("12345", None),
        ("123456789", None),
    ],
)
def test_the_date_in_a_cell(text: str, day: date | None) -> None:
    assert cell_day(text) == day


def test_a_date_that_is_not_in_the_calendar_is_passed_over() -> None:
    assert first_day("от 31.02.2024, исправлено 1.3.2024") == date(2024, 3, 1)


def test_the_day_as_of_which_a_page_holds() -> None:
    assert stated_as_of("Создано 01.01.2020. Список по состоянию на: 25.09.2026.") == date(2026, 9, 25)
    assert stated_as_of("Создано 01.01.2020.") is None


@pytest.mark.parametrize(
    ("text", "name", "details"),
    [
        ("Клуб «Буй» (решение суда от 15.01.2025);", "Клуб «Буй»", Details(decided=date(2025, 1, 15))),
        (
            "Клуб «Буй» (Buoy) (решения суда от 15.01.2025, от 16.01.2025) (дата размещения сведений: 17.01.2025) –",
            "Клуб «Буй» (Buoy)",
            Details(decided=date(2025, 1, 15), posted=date(2025, 1, 17)),
        ),
        (
            "Клуб «Буй» (заочное решение суда от 15.01.2025) (дата исключения: 18.01.2026)",
            "Клуб «Буй»",
            Details(decided=date(2025, 1, 15), ended=date(2026, 1, 18), over=True),
        ),
        (
            "Клуб «Буй» (приговор суда от 15.01.2025) (исключён на основании закона от 18.01.2020)",
            "Клуб «Буй»",
            Details(decided=date(2025, 1, 15), over=True),
        ),
        ("Клуб «Буй»", "Клуб «Буй»", Details()),
    ],
)
def test_a_name_and_what_is_said_after_it(text: str, name: str, details: Details) -> None:
    assert parted(text) == (name, details)


@pytest.mark.parametrize(
    ("full", "kept"),
    [
        ("Сообщество «Трос», созданное Тестовым Петром, в составе Примерова Петра", "Сообщество «Трос»"),
        ("Сообщество в составе Тестова Петра Ильича и Примеровой Анны", "Сообщество"),
        ("Группа «Мель», возглавляемая Тестовым Петром Ильичом", "Группа «Мель»"),
        ("Объединение, членами которого являются: Тестов Пётр", "Объединение"),
        ("Сообщество, созданное в порту для помощи судам", "Сообщество, созданное в порту для помощи судам"),
    ],
)
def test_people_are_left_out_of_names(full: str, kept: str) -> None:
    assert without_people(full) == kept


def test_the_units_of_an_organization() -> None:
    assert split_units("Движение «Риф» и его структурные подразделения: «Мель», «Соль» (Salt, NaCl)") == (
        "Движение «Риф» и его структурные подразделения",
        ["«Мель»", "«Соль» (Salt, NaCl)"],
    )
    assert split_units("Движение «Риф» (иное название: «Мель»)") == ("Движение «Риф» (иное название: «Мель»)", [])


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("«A, B», «C»", ["«A, B»", "«C»"]),
        ("суд «Малый «Кит», (D, E), F", ["суд «Малый «Кит»", "(D, E)", "F"]),
        ("«G (H, I)», («J, K), L", ["«G (H, I)»", "(«J, K)", "L"]),
        ("M), N", ["M)", "N"]),
        ('"O, P", ("Q", R), S', ['"O, P"', '("Q", R)', "S"]),
    ],
)
def test_enumerations_are_cut_outside_brackets_and_quotation_marks(text: str, parts: list[str]) -> None:
    assert list(pieces(text, ",")) == parts


def test_invisible_and_steering_characters_are_left_out() -> None:
    assert squeezed(" Клуб\u00a0«Бу\u00adй»\u202e \x1b[31m\n") == "Клуб «Буй» [31m"


def test_a_page_with_open_ends() -> None:
    page = read_page("<p>a<table><td>1<td>b<p>c<tr><td>2</table></td>d<script>e</script><br>f</table>")
    assert page.rows == [["1", "b c"], ["2"]]
    assert page.paragraphs == ["a", "1", "b", "c", "2", "d", "f"]
