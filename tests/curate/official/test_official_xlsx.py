"""Workbooks as other programs write them."""

from __future__ import annotations

from labelcheck.curate.official.xlsx import read_xlsx

from .sources import archive

STRICT = 'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"'
STRINGS = f"""<sst {STRICT}>
<si><t>№</t></si>
<si><r><rPr/><t>Клуб </t></r><r><t>«Буй»</t></r><rPh><t>klub buj</t></rPh></si>
</sst>"""
SHEET = """<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>
<x:row r="2"><x:c r="B2" t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c><x:c/></x:row>
<x:row><x:c t="str"><x:f>"A"&amp;"B"</x:f><x:v>AB</x:v></x:c>
<x:c t="inlineStr"><x:is><x:t>a &amp; b</x:t></x:is></x:c></x:row>
<x:row r="5"><x:c r="A5"><x:v>45483</x:v></x:c></x:row>
</x:sheetData></x:worksheet>"""


def test_shared_texts_formulas_and_cells_that_do_not_say_where_they_stand() -> None:
    data = archive(xl__sharedStrings=STRINGS, xl__worksheets__sheet2="<later/>", xl__worksheets__sheet1=SHEET)
    assert read_xlsx(data, "list.xlsx") == [[], ["", "№", "Клуб «Буй»"], ["AB", "a & b"], [], ["45483"]]
