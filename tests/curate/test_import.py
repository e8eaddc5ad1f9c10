"""Official lists merged into a registry file that was written by hand."""

from __future__ import annotations

import dataclasses
import json
import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml

from labelcheck.curate.importing import Imported, import_listing
from labelcheck.curate.official.detect import read_official
from labelcheck.curate.official.listing import ImportRefusedError, Listing, Row
from labelcheck.curate.registry_files import replace_files
from labelcheck.curate.registry_text import RegistryText
from labelcheck.errors import RegistryError, UsageError
from labelcheck.registry.model import Position

from .official.sources import ORGANIZATIONS, ROWS, SAMPLES, workbook

HARBOUR = Path(__file__).parent / "harbour.yaml"

LISTING = Listing("list.csv", tuple(ROWS), "Реестр закрытых обществ", date(2026, 9, 25))


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    path = tmp_path / "lists" / "harbour" / "harbour.yaml"
    path.parent.mkdir(parents=True)
    shutil.copy(HARBOUR, path)
    return path


def listing(*rows: Row, **changes: object) -> Listing:
    return dataclasses.replace(LISTING, rows=rows or LISTING.rows, **changes)  # type: ignore[arg-type]


def row(number: str | None, name: str, day: date | None = date(2026, 2, 2), **values: object) -> Row:
    return dataclasses.replace(Row(f"row {number}", number, name, day), **values)  # type: ignore[arg-type]


def merge(source: Listing, into: Path, **options: object) -> Imported:
    imported = import_listing(source, str(into), **options)  # type: ignore[arg-type]
    replace_files({path: new for path, _, new in imported.files})
    return imported


def told(imported: Imported) -> list[str]:
    """The lines of the summary, with the ids that they are about."""
    return [f"{line.kind} {line.entry.id if line.entry else '-'}: {line.text}" for line in imported.lines]


AFTER = """\
  - id: buoy
    name: Клуб «Буй» (Buoy Club)
    kind: organization
    number: "2"
    designated: 2025-01-15   # a Wednesday
    removed: 2026-03-01
    names: [Буй-клуб]
    # Its founder left.

  - id: harbour-light-society
    name: Harbour Light Society («Общество портового света», HLS), Портландия
    kind: organization
    number: "3"
    designated: 2026-02-02
    review: true
    names:
      - {text: Harbour Light Society, case: exact}
      - Общество портового света
      - {text: HLS, case: exact}

  # Renamed twice.
  - id: anchor
    name: >-
      Артель
      «Якорь»

    kind: organization
    number: "5"
    designated: 2025-05-05
    removed:
    names: []

  - id: mayak
    name: Фонд «Маяк»
    kind: organization
    number: "7"
    designated: 2026-03-20
    review: true
    names:
      - {text: Маяк, match: context}
"""


def test_what_is_new_is_added_what_ended_is_dated_the_rest_stays_byte_for_byte(harbour: Path) -> None:
    imported = merge(LISTING, harbour)
    before = HARBOUR.read_text(encoding="utf-8")
    head = before[: before.index("  - id: buoy")].replace("as_of: 2026-01-01", "as_of: 2026-09-25")
    assert harbour.read_text(encoding="utf-8") == head + AFTER
    assert told(imported) == [
        "removed buoy: since 2026-03-01",
        "new harbour-light-society: Harbour Light Society («Общество портового света», HLS), Портландия",
        "new mayak: Фонд «Маяк»",
    ]
    assert [line.entry.position.line for line in imported.lines if line.entry] == [33, 42, 65]


def layouts(folder: Path) -> dict[str, list[str]]:
    (folder / "organizations.xlsx").write_bytes(workbook(ORGANIZATIONS))
    columns = [{"name": f"field_{at}_s", "title": title} for at, title in enumerate(ORGANIZATIONS[2], 1)]
    values = [{f"field_{at}_s": cell for at, cell in enumerate(cells, 1)} for cells in ORGANIZATIONS[3:]]
    info = {"title": ORGANIZATIONS[0][0], "lastModified": 1790262000000, "columns": columns}
    (folder / "info.json").write_text(json.dumps(info), encoding="utf-8")
    (folder / "values.json").write_text(json.dumps({"size": 5, "values": values}), encoding="utf-8")
    return {
        "csv": [str(SAMPLES / "register.csv")],
        "xlsx": [str(folder / "organizations.xlsx")],
        "rest": [str(folder / "info.json"), str(folder / "values.json")],
        "paragraphs": [str(SAMPLES / "paragraphs.html")],
        "tables": [str(SAMPLES / "tables.html")],
    }


@pytest.mark.parametrize("layout", ["csv", "xlsx", "rest", "paragraphs", "tables"])
def test_every_layout_is_imported_once(harbour: Path, layout: str) -> None:
    sources = layouts(harbour.parent)[layout]
    first = merge(read_official(sources), harbour)
    changes = {(line.kind, line.entry.number) for line in first.lines if line.entry}
    assert changes >= {("removed", "2"), ("new", "3"), ("new", "7")}
    assert not {kind for kind, _ in changes} & {"renamed", "differs", "lacking"}

    content = harbour.read_bytes()
    second = merge(read_official(sources), harbour)
    assert second.files == ()
    assert {line.kind for line in second.lines} <= {"note"}
    assert harbour.read_bytes() == content


def test_sites_come_from_the_source(harbour: Path) -> None:
    addresses = (
        *("https://www.Reef.example/", "http://social.example/reef/", "https://social.example", "reef.example"),
        *("https://pub.example/a?b", "no site", "https://reef.example:80"),
    )
    imported = merge(listing(*ROWS, row("9", "Клуб «Риф-9»", addresses=addresses)), harbour)
    (entry,) = (entry for entry in imported.after.entries if entry.number == "9")
    assert entry.domains == ("reef.example",)
    assert entry.accounts == ("social.example/reef",)


def test_people_are_left_out_unless_asked_for(harbour: Path) -> None:
    person = row("8", "Тестов Пётр Ильич «Боцман»", person=True)
    assert told(merge(listing(*ROWS, person), harbour))[-1] == "note -: people left out: 1; --persons adds them"
    imported = merge(listing(*ROWS, person), harbour, persons=True)
    assert told(imported) == ["new testov-petr-ilich-botsman: Тестов Пётр Ильич «Боцман»"]
    assert (imported.after.entries[-1].kind, imported.after.entries[-1].names) == ("person", ())
    assert told(merge(listing(*ROWS, person), harbour)) == []  # one who is there already is known


def test_a_new_official_name_is_taken_over(harbour: Path) -> None:
    lights = "маяков, створных знаков, буёв, вех и других плавучих и береговых огней порта и рейда"
    renamed = [
        row("1", f"Общество смотрителей {lights} «Фонарь»", date(2024, 7, 10)),
        row("2", "Клуб: «Буй» # 2", date(2025, 1, 15)),
        row("5", f"Артель рабочих и смотрителей {lights} «Якорь»", date(2025, 5, 5)),
    ]
    imported = merge(listing(*renamed), harbour)
    assert told(imported) == [
        f"renamed lantern: Общество смотрителей «Фонарь» → Общество смотрителей {lights} «Фонарь»",
        "renamed buoy: Клуб «Буй» (Buoy Club) → Клуб: «Буй» # 2",
        f"renamed anchor: Артель «Якорь» → Артель рабочих и смотрителей {lights} «Якорь»",
    ]
    assert [entry.name for entry in imported.after.entries] == [one.name for one in renamed]
    text = harbour.read_text(encoding="utf-8")
    assert f"    name: Общество смотрителей {lights} «Фонарь»   # as listed\n" in text
    assert '    name: "Клуб: «Буй» # 2"\n' in text
    assert (
        f"    name: >-\n      Артель рабочих и смотрителей {lights}\n      «Якорь»\n\n    kind: organization\n" in text
    )


def test_a_name_in_other_quotation_marks_is_the_same(harbour: Path) -> None:
    rows = [row("1", 'ОБЩЕСТВО смотрителей "Фонарь"', date(2024, 7, 10)), *ROWS[1:]]
    assert told(merge(listing(*rows), harbour))[0] == "removed buoy: since 2026-03-01"


def test_a_name_shortened_by_hand_stays_where_the_source_describes(harbour: Path) -> None:
    described = row("1", "Общество смотрителей маяка «Фонарь», что означает «Lantern»", date(2024, 7, 10))
    assert told(merge(listing(described, *ROWS[1:], wordy=True), harbour))[0] == "removed buoy: since 2026-03-01"


def test_what_the_source_lacks_or_says_otherwise_is_left_to_a_person(harbour: Path) -> None:
    merge(LISTING, harbour)
    before = harbour.read_bytes()
    rows = [
        row("2", "Клуб «Буй» (Buoy Club)", date(2025, 1, 16)),
        row("3", ROWS[2].name, removed=date(2026, 1, 1), struck=True),
        row("5", "Артель «Якорь»", date(2025, 5, 5)),
    ]
    imported = merge(listing(*rows), harbour)
    assert told(imported) == [
        "differs buoy: removed 2026-03-01, in the source not",
        "differs buoy: designated 2025-01-15, in the source 2025-01-16",
        "differs harbour-light-society: removed not, in the source 2026-01-01",
        "lacking lantern: the source does not have it: Общество смотрителей «Фонарь»",
        "lacking mayak: the source does not have it: Фонд «Маяк»",
    ]
    assert harbour.read_bytes() == before


def test_a_removal_without_a_day_gets_the_date_of_the_data(harbour: Path) -> None:
    rows = [*ROWS[:3], row("5", "", None, struck=True), row("6", "Клуб «Мель»", None, struck=True)]
    imported = merge(listing(*rows), harbour)
    assert (
        "removed anchor: since 2026-09-25 (the source does not say since when: this is the date of the data)"
        in told(imported)
    )
    assert """
  # the source gives no day of designation; the one written here is no more than a stand-in
  # the source gives no day of removal; the one written here is the date of its data
  - id: mel
    name: Клуб «Мель»
    kind: organization
    number: "6"
    designated: 2026-09-25
    removed: 2026-09-25
    review: true
""" in harbour.read_text(encoding="utf-8")
    assert told(merge(listing(*rows), harbour)) == []


def test_what_cannot_become_an_entry_is_told(harbour: Path) -> None:
    rows = [*ROWS, row("8", "", None, struck=True), row("10", "Объединение", members=True)]
    assert told(merge(listing(*rows), harbour))[-2:] == [
        "note -: struck out without a name, so no entry was made: № 8",
        (
            "note -: listed as people and perhaps organizations without a name in common, so no entry was made; "
            "what is an organization among them needs one by hand: № 10"
        ),
    ]


def test_members_of_a_nameless_union_are_kept_by_hand(harbour: Path) -> None:
    with harbour.open("a", encoding="utf-8") as file:
        file.write("  - {id: rope, name: Компания «Трос», kind: brand, number: 8/1, designated: 2025-08-08}\n")
    union = row("8", "Объединение", members=True)
    assert not [line for line in told(merge(listing(*ROWS, union), harbour)) if "8" in line or "rope" in line]
    gone = dataclasses.replace(union, struck=True)
    assert told(merge(listing(*ROWS, gone), harbour)) == [
        "note -: the source names no units of № 8; those of the registry (1) stay"
    ]


def test_the_date_of_the_data(harbour: Path) -> None:
    undated = listing(as_of=None)
    assert told(merge(undated, harbour))[0] == (
        "note -: the source does not say its date, so as_of stays 2026-01-01; --as-of DATE sets it"
    )
    assert merge(undated, harbour, as_of=date(2026, 9, 1)).after.as_of == date(2026, 9, 1)
    assert "as_of: 2026-09-01   # the day of the last reading\n" in harbour.read_text(encoding="utf-8")


def test_older_data_adds_but_does_not_rename(harbour: Path) -> None:
    rows = [row("1", "Кружок «Лампа»", date(2024, 7, 10)), *ROWS[1:]]
    assert told(merge(listing(*rows, as_of=date(2025, 12, 31)), harbour)) == [
        "note -: the data is of 2025-12-31, older than the registry: its date and names stay",
        "differs lantern: the source has the name Кружок «Лампа»",
        "removed buoy: since 2026-03-01",
        "new harbour-light-society: Harbour Light Society («Общество портового света», HLS), Портландия",
        "new mayak: Фонд «Маяк»",
    ]
    assert "as_of: 2026-01-01 " in harbour.read_text(encoding="utf-8")


def test_the_same_organization_or_name_is_pointed_out(harbour: Path) -> None:
    (harbour.parent / "other.yaml").write_text(
        HARBOUR.read_text(encoding="utf-8")
        .replace("id: harbour-list", "id: other-list")
        .replace("  - id: lantern", "  - id: pier")
        .replace("lantern-society", "pier")
        .replace("Общество смотрителей «Фонарь»", "Общество «Пирс»")
        .replace("{text: «Фонарь», match: quoted}", "Портовый свет")
        .partition("  - id: buoy")[0],
        encoding="utf-8",
    )
    rows = [
        *ROWS[:4],
        row("8", "Общество «Пирс»", date(2026, 3, 3)),
        row("9", "Фонд «Портовый свет»", date(2026, 3, 4)),
        row("10", "Фонд «Портовый свет»", date(2026, 3, 5)),
    ]
    imported = merge(listing(*rows), harbour)
    left_out = "Фонд «Портовый свет»; pier has this name, so it is left out here: Портовый свет (quoted); the same"
    assert told(imported)[-3:] == [
        "new pirs: Общество «Пирс»; pier has this official name too: the same organization?",
        f"new fond-portovyj-svet: {left_out} organization?",
        (
            f"new fond-portovyj-svet-10: {left_out} organization?; "
            "fond-portovyj-svet has this official name too: the same organization?"
        ),
    ]
    assert [entry.entity for entry in imported.after.entries[-3:]] == [
        "pier",
        "fond-portovyj-svet",
        "fond-portovyj-svet",
    ]


def test_other_registries_with_problems_are_not_compared(harbour: Path) -> None:
    (harbour.parent / "broken.yaml").write_text("schema: 1\nid: broken\n", encoding="utf-8")
    (note, *_) = told(merge(LISTING, harbour))
    assert note.startswith(
        "note -: names were not compared with the other registries of the folder, which have problems: "
    )


class TestUnits:
    """Units of an organization are found by name; in the registry they have numbers of its own making."""

    UNITS = (
        row(None, "общество «Волна» (Wave, Volna)", date(2025, 6, 6), parent="6"),
        row(None, "кружок «Соль»", date(2025, 6, 6), parent="6"),
    )
    MOVEMENT = row("6", "Движение «Прилив» и его структурные подразделения", date(2025, 6, 6))

    def kept(self, harbour: Path, *names: str) -> Path:
        """A part of the registry with the movement and units of these names, in the folder of its head."""
        lines = ["# Units.", "schema: 1", "part_of: harbour-list", "entries:"]
        entries = [("6", "Движение «Прилив»"), *((f"6.{at}", name) for at, name in enumerate(names, 1))]
        for number, name in entries:
            lines += [f"- id: tide-{number.replace('.', '-')}", f"  name: {name}", "  kind: organization"]
            lines += [f"  number: '{number}'", "  designated: 2025-06-06"]
        part = harbour.parent / "units.yaml"
        part.write_text("\n".join(lines), encoding="utf-8")
        return part

    def test_known_ones_meet_without_their_other_names(self, harbour: Path) -> None:
        part = self.kept(harbour, "кружок «Соль»", "Общество «Волна»")
        imported = merge(listing(*ROWS, self.MOVEMENT, *self.UNITS), part)
        assert [line for line in told(imported) if "tide" in line] == []
        assert "mayak" in part.read_text(encoding="utf-8")
        assert "as_of: 2026-09-25" in harbour.read_text(encoding="utf-8")
        assert "removed: 2026-03-01" in harbour.read_text(encoding="utf-8")

    def test_new_ones_follow_in_number(self, harbour: Path) -> None:
        part = self.kept(harbour, "Общество «Волна»")
        imported = merge(listing(*ROWS, self.MOVEMENT, *self.UNITS), part)
        assert told(imported)[-2] == "new kruzhok-sol: кружок «Соль»"
        assert """
- id: tide-6-1
  name: Общество «Волна»
  kind: organization
  number: '6.1'
  designated: 2025-06-06
- id: kruzhok-sol
  name: кружок «Соль»
  kind: organization
  number: "6.2"
  designated: 2025-06-06
  review: true
  names:
    - {text: кружок «Соль», match: quoted}
- id: mayak
""" in part.read_text(encoding="utf-8")

    def test_a_source_without_units_is_told(self, harbour: Path) -> None:
        part = self.kept(harbour, "Общество «Волна»", "кружок «Соль»")
        assert told(merge(listing(*ROWS, self.MOVEMENT), part))[-1] == (
            "note -: the source names no units of № 6; those of the registry (2) stay"
        )

    def test_a_source_that_breaks_off_among_them_is_refused(self, harbour: Path) -> None:
        part = self.kept(harbour, *(f"кружок «Соль {at}»" for at in range(5)), "кружок «Соль»")
        with pytest.raises(ImportRefusedError, match=r"lacks 5 of the 6 units of № 6 numbers in .*harbour.yaml, among"):
            merge(listing(*ROWS, self.MOVEMENT, *self.UNITS), part)

    def test_entries_may_go_into_a_head_that_has_none(self, harbour: Path) -> None:
        head, _, entries = harbour.read_text(encoding="utf-8").partition("entries:\n")
        folder = harbour.parent / "list"
        folder.mkdir()
        harbour.unlink()
        (folder / "registry.yaml").write_text(head, encoding="utf-8")
        (folder / "from-1.yaml").write_text(f"schema: 1\npart_of: harbour-list\nentries:\n{entries}", encoding="utf-8")
        imported = merge(LISTING, folder / "registry.yaml")
        assert [line.entry.position.path for line in imported.lines if line.entry] == [
            str(folder / "from-1.yaml"),
            str(folder / "registry.yaml"),
            str(folder / "registry.yaml"),
        ]
        assert "  phrase: {ru: (закрытое), en: (closed)}\nentries:\n  - id: harbour-light-society\n" in (
            folder / "registry.yaml"
        ).read_text(encoding="utf-8")


class TestRefused:
    """The target is not touched."""

    def refusal(self, source: Listing, into: Path) -> str:
        before = into.read_bytes()
        with pytest.raises(ImportRefusedError) as caught:
            merge(source, into)
        assert into.read_bytes() == before
        return str(caught.value).removesuffix("; nothing was imported").replace(f"{into.parent}/", "")

    def test_no_rows(self, harbour: Path) -> None:
        assert self.refusal(dataclasses.replace(LISTING, rows=()), harbour) == "list.csv: has headings but no rows"

    def test_far_fewer_rows(self, harbour: Path) -> None:
        merge(LISTING, harbour)
        assert self.refusal(listing(*ROWS[:2]), harbour) == (
            "list.csv: lacks 3 of the 5 numbers in harbour.yaml, among them № 3; it is another list, or cut off"
        )

    def test_numbers_that_stand_for_others(self, harbour: Path) -> None:
        merge(LISTING, harbour)
        shifted = [
            dataclasses.replace(ROWS[at - 1], number=ROWS[at].number, removed=None, struck=False) for at in range(5)
        ]
        assert self.refusal(listing(*shifted), harbour) == (
            "list.csv: 5 of 5 numbers have another name than in harbour.yaml, first № 1 ('Фонд «Маяк»' for 'Общество "
            "смотрителей «Фонарь»'); it is another list, or numbered anew"
        )

    def test_another_list(self, harbour: Path) -> None:
        others = [row("1", "Клуб «Риф»"), row("2", "Клуб «Мель»")]
        assert "2 of 2 numbers have another name" in self.refusal(listing(*others, frame="Реестр лодок"), harbour)
        assert self.refusal(listing(row("71", "Клуб «Риф»"), frame="Реестр лодок"), harbour) == (
            "list.csv: lacks 3 of the 3 numbers in harbour.yaml, among them № 1; it is another list, or cut off"
        )
        merge(listing(*ROWS[:3], row("5", "", struck=True)), harbour)

    def test_nothing_in_common(self, harbour: Path) -> None:
        text = harbour.read_text(encoding="utf-8")
        harbour.write_text(text.partition("  - id: buoy")[0].replace('number: "1"', ""), encoding="utf-8")
        reason = "list.csv: nothing in it states the designation of harbour.yaml (closed)"
        assert self.refusal(listing(row("71", "Клуб «Риф»"), frame="Реестр лодок"), harbour) == reason
        page = import_listing(listing(row("71", "Клуб «Риф»"), frame="Перечень", page=True), str(harbour))
        assert told(page)[0].endswith("the registry had none of its numbers; make sure that it is the right list")
        merge(listing(row("71", "Закрытый клуб «Риф»"), frame="Реестр"), harbour)

    def test_entries_in_brackets(self, harbour: Path) -> None:
        head = harbour.read_text(encoding="utf-8").partition("entries:\n")[0]
        entry = "{id: lantern, name: Общество смотрителей «Фонарь», kind: media, number: '1', designated: 2024-07-10}"
        harbour.write_text(f"{head}entries: [{entry}]\n", encoding="utf-8")
        assert self.refusal(LISTING, harbour) == (
            "harbour.yaml: its entries stand in brackets; write each after a hyphen, on lines of its own"
        )

    def test_a_registry_that_would_have_a_problem(self, harbour: Path) -> None:
        assert self.refusal(listing(*ROWS, row("8", "***")), harbour) == (
            "harbour.yaml: the registry would have a problem: harbour.yaml:75:11: name: '***' has no letter or digit; "
            "write it in words"
        )

    def test_a_file_that_is_no_registry(self, tmp_path: Path) -> None:
        path = tmp_path / "notes.yaml"
        with pytest.raises(RegistryError, match="cannot be read"):
            merge(LISTING, path)
        path.write_text("a: b\n", encoding="utf-8")
        with pytest.raises(RegistryError, match="unknown key 'a'"):
            merge(LISTING, path)
        path.write_text('{"schema": 1, "id": "x"}', encoding="utf-8")
        with pytest.raises(RegistryError):
            merge(LISTING, path)

    def test_a_registry_in_one_line(self, harbour: Path) -> None:
        text = yaml.safe_dump(yaml.safe_load(harbour.read_text(encoding="utf-8")), default_flow_style=True, width=9999)
        harbour.write_text(text, encoding="utf-8")
        with pytest.raises(RegistryError, match=r"no line begins with id: or part_of:; name a registry file"):
            merge(LISTING, harbour)

    @pytest.mark.parametrize("edit", ["set_removed", "set_name"])
    def test_an_edit_that_does_something_else(self, harbour: Path, monkeypatch: pytest.MonkeyPatch, edit: str) -> None:
        def spoil(self: RegistryText, position: Position, _: object) -> None:
            right[edit](self, position, date(2026, 1, 1) if edit == "set_removed" else "Другое общество")

        right = {edit: getattr(RegistryText, edit)}
        monkeypatch.setattr(RegistryText, edit, spoil)
        renamed = dataclasses.replace(ROWS[0], name="Новое общество смотрителей «Фонарь»")
        assert "a bug in labelcheck" in self.refusal(listing(renamed, *ROWS[1:]), harbour)
        monkeypatch.setattr(RegistryText, edit, lambda *_: None)
        assert "a bug in labelcheck" in self.refusal(listing(renamed, *ROWS[1:]), harbour)

    def test_a_folder_that_cannot_be_written(self, harbour: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object) -> None:
            raise PermissionError(13, "Permission denied", "part")

        before = harbour.read_bytes()
        monkeypatch.setattr("os.replace", fail)
        with pytest.raises(UsageError, match=r"harbour.yaml: cannot be written: Permission denied"):
            merge(LISTING, harbour)
        assert [path.name for path in harbour.parent.iterdir()] == ["harbour.yaml"]
        assert harbour.read_bytes() == before


def test_a_file_keeps_its_mode_line_breaks_and_byte_order_mark(harbour: Path) -> None:
    unix = HARBOUR.read_bytes()
    harbour.write_bytes(b"\xef\xbb\xbf" + unix.replace(b"\n", b"\r\n"))
    harbour.chmod(0o640)
    merge(LISTING, harbour)
    content = harbour.read_bytes()
    assert harbour.stat().st_mode & 0o777 == 0o640
    assert content.startswith(b"\xef\xbb\xbf#")
    assert content.count(b"\n") == content.count(b"\r\n")

    harbour.write_bytes(unix)
    merge(LISTING, harbour)
    assert content == b"\xef\xbb\xbf" + harbour.read_bytes().replace(b"\n", b"\r\n")
