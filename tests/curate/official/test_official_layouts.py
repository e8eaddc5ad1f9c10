"""Each layout in which an official list is published, read into rows."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from pathlib import Path

import pytest

from labelcheck.curate.official.detect import read_official
from labelcheck.curate.official.listing import Listing, Row

from .sources import ORGANIZATIONS, ROWS, SAMPLES, workbook


def read(folder: Path, content: str | bytes) -> Listing:
    path = folder / "source"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_official([str(path)])


def rows(listing: Listing) -> list[Row]:
    """The rows that all samples have, in the order of their numbers, without their places and addresses."""
    common = {row.number for row in ROWS}
    found = [dataclasses.replace(row, place="", addresses=()) for row in listing.rows if row.number in common]
    return sorted(found, key=lambda row: row.number or "")


def test_a_register_of_people_and_organizations_as_csv() -> None:
    listing = read_official([str(SAMPLES / "register.csv")])

    assert rows(listing) == ROWS
    assert listing.as_of == date(2026, 9, 25)
    assert "Реестр закрытых обществ" in listing.frame
    assert [row.number for row in listing.rows] == ["5", "3", "9001", "1", "2", "7", "9002"]
    assert [row.number for row in listing.rows if row.person] == ["9001", "9002"]
    assert listing.rows[1].addresses == ("https://harbour-light.example/", "https://social.example/hls")
    assert listing.rows[1].place == "row 5"


@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_other_separators_and_line_breaks(tmp_path: Path, separator: str) -> None:
    lines = [separator.join(f'"{cell}"' for cell in row) for row in ORGANIZATIONS]
    listing = read(tmp_path, "\ufeff" + "\r\n".join(lines) + "\r\n\r\n")
    assert rows(listing) == ROWS


def test_a_list_of_organizations_as_a_workbook(tmp_path: Path) -> None:
    listing = read(tmp_path, workbook(ORGANIZATIONS))
    assert rows(listing) == ROWS
    assert listing.as_of == date(2026, 9, 25)
    assert "закрытой" in listing.frame


def test_columns_may_stand_in_any_order_and_new_ones_do_no_harm(tmp_path: Path) -> None:
    title, day, *table = ORGANIZATIONS
    turned = [[*reversed(row), "?"] for row in table]
    assert rows(read(tmp_path, workbook([title, day, *turned]))) == ROWS


def test_headings_may_be_repeated(tmp_path: Path) -> None:
    assert rows(read(tmp_path, workbook([*ORGANIZATIONS, [], ORGANIZATIONS[2]]))) == ROWS


def test_dates_may_be_those_of_a_spreadsheet(tmp_path: Path) -> None:
    grid = [[cell.replace("10.07.2024", "45483") for cell in row] for row in ORGANIZATIONS]
    assert rows(read(tmp_path, workbook(grid))) == ROWS


def values(*, prefix: str = "field") -> list[dict[str, object]]:
    kinds = {1: "i"}
    return [
        {
            f"{prefix}_{at}_{kinds.get(at, 's')}": int(cell) if at == 1 else cell
            for at, cell in enumerate(row, 1)
            if cell
        }
        for row in ORGANIZATIONS[3:]
    ]


INFO = {
    "title": ORGANIZATIONS[0][0],
    "lastModified": 1790262000000,
    "columns": [
        {"name": f"field_{at}_s", "title": title, "hidden": False} for at, title in enumerate(ORGANIZATIONS[2], 1)
    ],
}


def test_rest_answers_in_one_file(tmp_path: Path) -> None:
    listing = read(tmp_path, json.dumps({"info": INFO, "values": {"size": 5, "values": values()}}))
    assert rows(listing) == ROWS
    assert listing.as_of == date(2026, 9, 24)
    assert "закрытой" in listing.frame


def test_rest_answers_in_several_files(tmp_path: Path) -> None:
    pages = [values()[:3], values()[3:]]
    contents = [INFO, *({"size": 5, "values": page} for page in pages)]
    paths = [tmp_path / f"{at}.json" for at in range(3)]
    for path, content in zip(paths, contents, strict=True):
        path.write_text(json.dumps(content), encoding="utf-8")
    assert rows(read_official([str(path) for path in paths])) == ROWS


def test_rest_values_without_their_headings_are_told_by_their_positions(tmp_path: Path) -> None:
    listing = read(tmp_path, json.dumps({"size": 5, "values": [{**value, "id": "x"} for value in values()]}))
    assert rows(listing) == ROWS
    assert listing.as_of is None
    people = [
        {
            "field_1_i": 4,
            "field_2_s": "Клуб «Риф»",
            "field_4_s": ["03.03.2026"],
            "field_5_s": None,
            "field_7_s": "Иные",
        },
        {"field_1_i": 5, "field_2_s": "Тестов Пётр", "field_4_s": "03.03.2026", "field_7_s": "Физические лица"},
    ]
    listing = read(tmp_path, json.dumps([{"size": "2", "values": [*people, None]}, {"columns": [None]}]))
    assert [(row.name, row.designated, row.person) for row in listing.rows] == [
        ("Клуб «Риф»", date(2026, 3, 3), False),
        ("Тестов Пётр", date(2026, 3, 3), True),
    ]


def test_a_page_of_numbered_paragraphs() -> None:
    listing = read_official([str(SAMPLES / "paragraphs.html")])

    assert rows(listing) == ROWS
    assert listing.as_of == date(2026, 9, 25)
    assert "Перечень закрытых обществ" in listing.frame
    assert listing.wordy
    assert [row for row in listing.rows if row.number in ("4", "6", "8")] == [
        Row("№ 4", "4", "", None, struck=True),
        Row("№ 6", "6", "Международное движение «Прилив» и его структурные подразделения", date(2025, 6, 6)),
        Row("№ 8", "8", "Объединение", date(2025, 8, 8), members=True),
    ]
    assert [(row.parent, row.name, row.designated) for row in listing.rows if row.parent] == [
        ("6", "общество «Волна»", date(2025, 6, 6)),
        ("6", "«Пена», клуб", date(2025, 6, 6)),
        ("6", "кружок «Соль»", date(2025, 6, 6)),
    ]
    assert listing.notes == ()


def test_a_page_of_tables() -> None:
    listing = read_official([str(SAMPLES / "tables.html")])

    assert rows(listing) == ROWS
    assert listing.as_of is None
    assert "Единый список закрытых обществ" in listing.frame
    assert [row.name for row in listing.rows if row.number == "6"] == [
        "Международная организация «Прилив» и ее структурные подразделения"
    ]
    assert [row.name for row in listing.rows if row.parent == "6"] == [
        "общество «Волна» (Wave, Volna)",
        "«Пена»",
        "организация «Соль и «Ветер»",
        "кружок «Риф» (кружки «Риф 2» и (Риф (3)))",
    ]


def test_a_page_may_declare_its_encoding(tmp_path: Path) -> None:
    page = (SAMPLES / "tables.html").read_text(encoding="utf-8")
    page = page.replace("<head>", '<head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">')
    assert rows(read(tmp_path, page.encode("cp1251"))) == ROWS
    assert rows(read(tmp_path, page)) == ROWS  # saved in another than it declares


PARAGRAPHS = "<title>Закрытые</title><p>{}</p>"
DECIDED = "1. Клуб «Буй» (решение суда от 15.01.2025);"


def paragraphs(folder: Path, *texts: str) -> Listing:
    return read(folder, PARAGRAPHS.format("</p><p>".join([DECIDED, *texts])))


def test_units_may_have_no_decision_of_their_own(tmp_path: Path) -> None:
    listing = paragraphs(
        tmp_path, "3. Движение «Риф» (решение суда от 03.03.2025) и его структурные подразделения:", "«Мель»;", "© Порт"
    )
    assert [(row.name, row.designated) for row in listing.rows[1:]] == [
        ("Движение «Риф»", date(2025, 3, 3)),
        ("«Мель»", date(2025, 3, 3)),
    ]
    assert listing.notes == ()


def test_what_belongs_to_no_entry_is_told(tmp_path: Path) -> None:
    listing = paragraphs(
        tmp_path,
        "Эмблема: буй на воде.",
        "2. Движение «Риф» и его подразделения:",
        "«Мель»;",
        "?",
        DECIDED.replace("1.", "3."),
    )
    assert [row.name for row in listing.rows] == [
        "Клуб «Буй»",
        "Движение «Риф» и его подразделения",
        "«Мель»",
        "Клуб «Буй»",
    ]
    assert listing.notes == (
        "paragraphs after № 1 that belong to no entry: 1",
        "paragraphs after № 2 that belong to no entry: 1",
    )


def test_an_entry_without_a_decision_has_the_day_of_its_posting(tmp_path: Path) -> None:
    listing = paragraphs(
        tmp_path,
        "2. Клуб «Риф» (дата размещения сведений: 04.03.2025);",
        "3. Клуб «Мель».",
        DECIDED.replace("1.", "4."),
    )
    assert [row.designated for row in listing.rows[1:3]] == [date(2025, 3, 4), None]


def test_equal_rows_count_once(tmp_path: Path) -> None:
    assert rows(read(tmp_path, workbook([*ORGANIZATIONS, ORGANIZATIONS[-1]]))) == ROWS
