"""What is worth inserting into inputs, by reader: words and signs that mean something to it."""

from __future__ import annotations

from tests.properties.test_views import COMMON

NAMES = (
    "Facebook", "«Медуза»", "Медиазоной", "The Moscow Times", "«Дождь»", "Правый сектор", "ИГИЛ", "-группа",
    " (признана иноагентом)", " (нежелательная организация)", "* иностранный агент", "** нежелательная организация",
    "\n\n* экстремистская организация", "¹", " и ", ", ", ". ", "«", "»", "[a](https://theins.ru)",
)  # fmt: skip
"""Names of the bundled registries, and what stands around them."""

ARTICLE = (*COMMON, *NAMES)
FILE = ("\ufeff", "\r\n", "\r", "\x00", "\x1a", "\u2028", *NAMES)
CONFIG = (
    "[", "]", "[[", "]]", "{", "}", "=", ":", "- ", "\n", '"', "'", '"""', ",", "#", "\\", "\\u0000", "true",
    "2026-01-31", "[tool.labelcheck]", "[tool]", "labelcheck = 1", "[[suppressions]]", "path = ", "text = ",
    "until = ", "reason = ", "registries", "bundled-registries", "select", "ignore", "as-of", "mentions", "labels",
    "combine-marks", "fail-on", "lang", "encoding", "html-marks", "exclude", "formats", "per-file-ignores",
    "suppressions", "baseline", "rules", "**", "*", "?", "[!a]", "../", "LC101", "idna", "undefined", "rot13",
    "utf_16", "1e999", "nan", "0x", "&a", "*a", "!x",
)  # fmt: skip
SUPPRESSION = (
    "Lantern Society", "<!-- labelcheck: ignore[LC101] -- a quotation -->",
    "labelcheck: ", "ignore", "ignore-file", "[LC101]", "[", "]", " -- ", " – ", " until ",
    "2027-01-01", "LC1", "LC9", "unlabelled-mention", '"findings"', '"version": 1', '"path": "a.md"',
    '"rule": "LC101"', '"entity"', '"sentence"', '"ordinal": 1', "NaN", "1e999", "\\ud800", "true", "null", "{", "}",
    ":", "|", *ARTICLE,
)  # fmt: skip
REGISTRY = (
    ": ", "- ", "\n", "\n  ", "\n    - ", "{", "}", "[", "]", "'", '"', "|", ">-", "#", "&a ", "*a", "!x ", "<<: ",
    "? ", "---\n", "...\n", "%YAML 1.2\n", "\t", "\ufeff", "\u2028", "\x85", "null", "~", "007", "2024-07-10",
    "2024-13-01", "schema: 1\n", "id: ", "entity: ", "name: ", "names: ", "not: ", "domains: ", "accounts: ",
    "examples: ", "designated: ", "removed: ", "extends: harbour-list\n", "part_of: harbour-list\n", "disable: ",
    "reason: ", "language: en\n", "label: ", "states: ", "match: context", "match: quoted", "context: ",
    "case: exact", "inflect: false", "weak: true", "links: forbid", "(?:a|a)*b", "(?R)", "\\w+", "[^", "(?i)",
    "{1,9999}", "\\p{L}", "Фонарь", "«»", "«", "(", ")", "-", ".", "№ 5", "İ", "ё",
)  # fmt: skip
EXPORT = (
    "№", "№ п/п", "Наименование", "20.03.2026", "99.99.9999", "«", "»", "(", ")", ";", ",", "\t", '"', "\n", "\r\n",
    "<tr>", "<td>", "</td>", "</tr>", "<table>", "</table>", "<p>", "</p>", "<html>", "</html>", "<meta charset=",
    "&nbsp;", "решение", "суда", "от", "1.", "5.", "Исключена", "46290.7", '<c r="A1" t="s">', "<v>", "</v>", "</c>",
    '<row r="', "</row>", "<t>", "</t>", '"values"', '"info"', '"columns"', '"size"', '"title"', '"name"',
    '"field_1_s"', "null", "1e999", "[", "]", "{", "}", ":", "\u0660", "²", "Клуб «Буй»", "PK\x03\x04",
)  # fmt: skip
CACHE = (
    "labelcheck-lexicon 3 ", "\n", '"tables"', '"anchors"', '"key"', '"registries"', '"postings"', '"names"',
    '"as_of"', "null", "[]", "{}", "-1", "99999999999", "1e9", '"2026-01-01"', "buzz", "[[0,1],2]",
)  # fmt: skip
