"""What an import proposes for a new organization, to be reviewed by a person."""

from __future__ import annotations

import pytest

from labelcheck.curate.names import described
from labelcheck.curate.proposals import propose_id, propose_names, propose_sites


@pytest.mark.parametrize(
    ("official", "names"),
    [
        # what stands in quotation marks, the outermost ones
        ("Фонд «Общество портового света»", ["Общество портового света"]),
        ("Фонд «Клуб «Морской узел»", ["Клуб «Морской узел»"]),
        ("Фонд «Клуб «Морской узел» порта»", ["Клуб «Морской узел» порта"]),
        ('Фонд "Общество портового света"', ["Общество портового света"]),
        ("Фонд “Кружок “Узел и канат”", ["Кружок «Узел и канат»"]),
        ("Фонд „Общество портового света”", ["Общество портового света"]),
        ("Фонд «Общество портового света", ["Общество портового света"]),
        # with other names in parentheses, but not a country
        (
            "Клуб «Морской узел и канат» (иные названия: «Узлы и канаты», МУК), Портландия",
            ["Морской узел и канат", "Узлы и канаты", "МУК (context, case: exact)"],
        ),
        (
            "«Общество портового света» (прежнее название – «Светлый мол и пирс»)",
            ["Общество портового света", "Светлый мол и пирс"],
        ),
        ("Общество портового света (США)", []),
        ("«Общество портового света» (ОПС", ["Общество портового света", "ОПС (case: exact)"]),
        ("Общество портового света (ОПС)", ["ОПС (case: exact)"]),
        ("«Общество портового света (ОПС)»", ["Общество портового света", "ОПС (case: exact)"]),
        ("«Союз моряков (б)»", ["Союз моряков (quoted)"]),
        # Latin names, in their case and without their legal forms
        (
            "Harbour Light Society, Inc. (HLS, «Портовый свет и мол») (Портландия)",
            ["Harbour Light Society (case: exact)", "HLS (case: exact)", "Портовый свет и мол"],
        ),
        ("Хафенлихт e.V. (Hafenlicht e.V.), Портландия", ["Hafenlicht (case: exact)"]),
        (
            "Группировка Silent Buoy (haftungsbeschränkt) по связи с Foghorn",
            ["Silent Buoy (case: exact)", "Foghorn (case: exact)"],
        ),
        # ordinary words, towns and short abbreviations need a cue
        ("Клуб «Дождь»", ["Дождь (context)"]),
        ("Клуб «ДОЖДЬ»", ["ДОЖДЬ (context, case: exact)"]),
        ("Клуб «Таганрог»", ["Таганрог (context)"]),
        ("Клуб «Ясный день»", ["Ясный день (quoted)"]),
        ("Проект «Storm»", ["Storm (context, case: exact)"]),
        ("Клуб «ЯК» («Нурмахаль»)", ["ЯК (context, case: exact)", "Нурмахаль"]),
        # each once, and not a sign alone
        ("«Морской узел и канат» («Морской Узел и Канат», «я», «…»)", ["Морской узел и канат"]),
        ("Портовая артель грузчиков", []),
    ],
)
def test_names(official: str, names: list[str]) -> None:
    assert [described(name) for name in propose_names(official)] == names


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Щукинский «Маяк»", "shchukinskij-mayak"),
        ("Zürcher Straße & Co.", "zurcher-strae-co"),
        ("Общество портового света и тумана", "obshchestvo-portovogo-sveta-i-tumana"),
        ("Общество портового света, тумана, мола", "obshchestvo-portovogo-sveta-tumana-mola"),
        ("Общество портового света, тумана и мола", "obshchestvo-portovogo-sveta-tumana-i"),
        ("Ы" * 50, "y" * 40),
        ("マヤク", "17"),
        ("Маяк", "mayak-17"),
    ],
)
def test_an_id(name: str, id: str) -> None:  # noqa: A002
    assert propose_id(name, {"mayak"}, "17") == id


def test_sites() -> None:
    addresses = [
        "https://www.Light.example",
        "light.example/ru/",
        "social.example/light",
        "social.example",
        "light",
        "a b.example",
    ]
    assert propose_sites(addresses, {"social.example"}) == (
        ["light.example"],
        ["light.example/ru", "social.example/light"],
    )
