"""What is not a whole official list is refused with a reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from labelcheck.curate.official import detect, xlsx
from labelcheck.curate.official.detect import read_official
from labelcheck.curate.official.listing import ImportRefusedError

from .sources import ORGANIZATIONS, SAMPLES, archive, sheet, workbook

REGISTER = (SAMPLES / "register.csv").read_text(encoding="utf-8")
PAGE = (SAMPLES / "paragraphs.html").read_text(encoding="utf-8")


def refusal(folder: Path, content: str | bytes) -> str:
    """The reason, without the path before it and the assurance behind it."""
    path = folder / "source"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(ImportRefusedError) as caught:
        read_official([str(path)])
    return str(caught.value).removeprefix(f"{path}: ").removesuffix("; nothing was imported")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="cannot be read: No such file or directory"):
        read_official([str(tmp_path / "nothing.csv")])
    with pytest.raises(ImportRefusedError, match="cannot be read"):
        read_official(["a\0b"])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "is empty"),
        (" \n", "is empty"),
        ("%PDF-1.7 …", "is a PDF; download the list as .xlsx, CSV or JSON, or save its web page"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "is an old Excel workbook (.xls); save it as .xlsx or CSV"),
        (
            "The server is busy.\nTry again.",
            "no table; expected an official export as .xlsx, CSV, JSON or a saved web page",
        ),
        (
            "<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1></body></html>",
            "no official list on this page, whose title is '403 Forbidden'",
        ),
    ],
)
def test_another_file(tmp_path: Path, content: str | bytes, reason: str) -> None:
    assert refusal(tmp_path, content) == reason


def test_a_file_larger_than_any_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detect, "MAX_BYTES", 100)
    assert refusal(tmp_path, REGISTER) == "is larger than 0 MiB, the most that is read; split it"


def test_letters_in_another_encoding(tmp_path: Path) -> None:
    reason = "is not in UTF-8; save it so (spreadsheets call it CSV UTF-8), as other encodings lose letters"
    assert refusal(tmp_path, REGISTER.encode("cp1251")) == reason
    declared = b'<meta charset="no-such-encoding">' + PAGE.encode("cp1251")
    assert refusal(tmp_path, declared) == reason
    lost = REGISTER.encode("cp1251").decode(errors="replace")
    assert refusal(tmp_path, lost) == "a wrong encoding has lost some of its letters; download it again"


def test_letters_mangled_by_a_wrong_encoding(tmp_path: Path) -> None:
    def mangled(text: str) -> str:
        return text.encode().decode("cp1251", "ignore")

    assert refusal(tmp_path, mangled(REGISTER)).startswith("no headings of an official list")
    assert refusal(tmp_path, mangled(PAGE)) == (
        "numbered paragraphs, yet hardly a decision of a court in them; another page, or mangled letters"
    )


def test_a_table_that_breaks_off(tmp_path: Path) -> None:
    in_quotes = REGISTER[: REGISTER.index("Портландия")]
    assert refusal(tmp_path, in_quotes) == "damaged or cut off (unexpected end of data); download it again"
    in_row = REGISTER[: REGISTER.index("17.07.2024")]
    assert refusal(tmp_path, in_row) == "row 7 has 15 cells, not 21; it may be cut off"
    in_number = REGISTER[: REGISTER.index(";Клуб")]
    assert refusal(tmp_path, in_number) == "row 8: expected a name, found ''; it may be cut off or disarranged"


def test_a_page_that_breaks_off(tmp_path: Path) -> None:
    reason = "the page breaks off before its end; save it again"
    assert refusal(tmp_path, PAGE[: PAGE.index("<p>5.")]) == reason
    assert refusal(tmp_path, "<p>1. Клуб «Буй» (решение суда от 15.01.2025)</p><p>2. Кл") == reason


def test_a_workbook_that_breaks_off(tmp_path: Path) -> None:
    whole = workbook(ORGANIZATIONS)
    assert refusal(tmp_path, whole[:-30]) == "damaged or cut off (File is not a zip file); download it again"
    spoilt = bytearray(whole)
    spoilt[80:90] = b"\0" * 10
    assert refusal(tmp_path, bytes(spoilt)).startswith("damaged or cut off (")
    xml = sheet(ORGANIZATIONS)
    assert refusal(tmp_path, archive(xl__worksheets__sheet1=xml[:-20])).startswith("its XML is damaged (")


def test_json_that_breaks_off(tmp_path: Path) -> None:
    whole = json.dumps({"size": 3, "values": [{"field_1_i": 1, "field_2_s": "Клуб «Буй»", "field_4_s": "15.01.2025"}]})
    assert refusal(tmp_path, whole[:-2]).startswith("damaged or cut off (")
    assert refusal(tmp_path, "[" * 100_000).startswith("damaged or cut off (")
    assert refusal(tmp_path, whole) == "has 1 of 3 rows; fetch the others too (offset 1) and name all files"
    assert refusal(tmp_path, '{"error": 500}') == (
        "no rows; expected the answer of the register's `values`, with `info` beside it"
    )


def test_a_text_without_end(tmp_path: Path) -> None:
    reason = "holds a text of 30006 characters, which no official list has"
    assert refusal(tmp_path, f"<p>1. Клуб</p><p>Клуб («{'а' * 29_999}</p>") == reason
    assert refusal(tmp_path, workbook([*ORGANIZATIONS, ["9", "01.01.2026", "", "", f"Клуб {'а' * 30_001}"]])) == reason


def test_rows_that_do_not_fit_their_headings(tmp_path: Path) -> None:
    *rows, last = ORGANIZATIONS
    number = workbook([*rows, ["Итого", *last[1:]]])
    assert refusal(tmp_path, number) == "row 8: expected a number, found 'Итого'; it may be cut off or disarranged"
    disarranged = workbook([*rows, [last[0], last[4], *last[2:]]])
    assert refusal(tmp_path, disarranged) == "row 8: expected a date, found 'Артель «Якорь»'; it may be disarranged"
    long = workbook([*rows, [last[0], "99999999", *last[2:]]])
    assert refusal(tmp_path, long) == "row 8: expected a date, found '99999999'; it may be disarranged"


def test_two_columns_of_a_kind(tmp_path: Path) -> None:
    grid = [[*row, cell] for row, cell in zip(ORGANIZATIONS, ["", "", "Полное наименование", *"abcde"], strict=True)]
    assert refusal(tmp_path, workbook(grid)) == (
        "two columns could be the name: 'Наименование организации', 'Полное наименование'"
    )


def test_a_number_that_is_there_twice(tmp_path: Path) -> None:
    grid = [*ORGANIZATIONS, ["5", "06.06.2026", "", "", "Артель «Швартов»"]]
    assert refusal(tmp_path, workbook(grid)) == "№ 5 is there twice, at row 8 and row 9, and differs"


def test_a_workbook_without_a_sheet(tmp_path: Path) -> None:
    assert refusal(tmp_path, archive(word__document="<document/>")) == (
        "holds no worksheet; save it as an Excel workbook (.xlsx) or as CSV"
    )


def test_a_workbook_that_unpacks_to_a_mountain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MAX_UNPACKED", 2**20)
    bomb = archive(xl__worksheets__sheet1=sheet(ORGANIZATIONS), xl__media="0" * 2**20)
    assert refusal(tmp_path, bomb) == "unpacks to more than 1 MiB, which no official list does"


def test_a_workbook_whose_cells_are_far_apart(tmp_path: Path) -> None:
    far = sheet(ORGANIZATIONS).replace('r="B7"', 'r="XFD1048576"')
    assert refusal(tmp_path, archive(xl__worksheets__sheet1=far)) == (
        "has a cell at row 1048576, column 16384, where no official list has any"
    )


def test_a_workbook_with_entities(tmp_path: Path) -> None:
    doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    assert refusal(tmp_path, archive(xl__worksheets__sheet1=doctype + sheet(ORGANIZATIONS))) == (
        "declares XML entities, which no spreadsheet does"
    )


def test_a_workbook_that_refers_to_texts_it_lacks(tmp_path: Path) -> None:
    xml = sheet(ORGANIZATIONS).replace('<c r="A2"><v>', '<c r="A2" t="s"><v>')
    assert refusal(tmp_path, archive(xl__worksheets__sheet1=xml)) == (
        "row 2 refers to a text that is not there; download it again"
    )
