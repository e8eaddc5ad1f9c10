"""Official exports as tests need them: a harbour's lists, in each layout, whole or spoilt."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from labelcheck.curate.official.listing import Row

SAMPLES = Path(__file__).parent / "samples"

ORGANIZATIONS: list[list[str]] = [
    ["Реестр обществ, деятельность которых признана закрытой"],
    ["46290.70833333334"],
    [
        "№ п/п",
        "Дата распоряжения Минюста России о включении в перечень",
        "Номер распоряжения Минюста России о включении в перечень",
        "Дата принятия решения Генеральной прокуратурой Российской Федерации о признании деятельности нежелательной",
        "Наименование организации",
        "Дата обнародования информации",
        "Дата распоряжения Минюста России об исключении из перечня",
        "Номер распоряжения Минюста России об исключении из перечня",
        "Дата принятия решения Генеральной прокуратурой Российской Федерации об отмене решения",
        "Статус",
    ],
    ["7", "20.03.2026", "7-р", "19.03.2026", "Фонд «Маяк»", "", "", "", "", "Включена"],
    ["1", "10.07.2024", "1-р", "09.07.2024", "Общество смотрителей «Фонарь»", "", "", "", "", "Включена"],
    [
        *("3", "02.02.2026", "3-р", "01.02.2026"),
        *("Harbour Light Society («Общество портового света», HLS), Портландия", "", "", "", "", "Включена"),
    ],
    ["2", "15.01.2025", "2-р", "", "Клуб «Буй» (Buoy Club)", "", "01.03.2026", "9-р", "28.02.2026", "Исключена"],
    ["5", "05.05.2025", "5-р", "", "Артель «Якорь»", "", "", "", "", "Включена"],
]
"""A list of organizations as its export lays it out: title, date, headings, rows in no order."""


def organization(number: str, name: str, day: date, removed: date | None = None) -> Row:
    return Row("", number, name, day, removed, struck=removed is not None)


ROWS = [
    organization("1", "Общество смотрителей «Фонарь»", date(2024, 7, 10)),
    organization("2", "Клуб «Буй» (Buoy Club)", date(2025, 1, 15), date(2026, 3, 1)),
    organization("3", "Harbour Light Society («Общество портового света», HLS), Портландия", date(2026, 2, 2)),
    organization("5", "Артель «Якорь»", date(2025, 5, 5)),
    organization("7", "Фонд «Маяк»", date(2026, 3, 20)),
]
"""What every layout says of the organizations that all samples have."""


def sheet(grid: list[list[str]]) -> str:
    """A worksheet's XML: numbers as such, texts inline."""
    rows = []
    for number, row in enumerate(grid, 1):
        cells = []
        for column, text in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", row, strict=False):
            if text.replace(".", "").isdecimal() and text.count(".") < 2:
                cells.append(f'<c r="{column}{number}"><v>{text}</v></c>')
            elif text:
                cells.append(f'<c r="{column}{number}" t="inlineStr"><is><t>{escape(text)}</t></is></c>')
        rows.append(f'<row r="{number}">{"".join(cells)}</row>')
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{namespace}"><sheetData>{"".join(rows)}</sheetData></worksheet>'


def archive(**files: str) -> bytes:
    """A workbook's parts by name, ``__`` standing for a slash, as a ZIP archive."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as workbook:
        for name, content in files.items():
            workbook.writestr(f"{name.replace('__', '/')}.xml", content)
    return buffer.getvalue()


def workbook(grid: list[list[str]]) -> bytes:
    """An Excel workbook with one sheet."""
    return archive(xl__worksheets__sheet1=sheet(grid))
