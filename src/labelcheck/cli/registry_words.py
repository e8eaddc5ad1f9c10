"""The words of the registry commands' text output in other languages than English. JSON has none of them."""

from __future__ import annotations

from collections.abc import Callable

_RUSSIAN = {
    "entries": "записей",
    "active": "действует",
    "as of": "на дату",
    "title": "название",
    "days old": "дней",
    "may be": "можно",
    "state": "состояние",
    "stale": "устарел",
    "fresh": "свежий",
    "since": "с",
    "until": "до",
    "entry": "запись",
    "designated": "внесена",
    "names": "имена",
    "not": "кроме",
    "domains": "домены",
    "accounts": "аккаунты",
    "stands at": "место",
    "none, so the official name counts": "нет, действует официальное",
    "nothing is called": "ничего не называется",
    "did you mean": "возможно, имелось в виду",
    "new registry": "новый реестр",
    "registry gone": "реестра больше нет",
    "head": "шапка",
    "removed": "исключена",
    "dropped without a date of removal": "пропала без даты исключения",
    "renamed, formerly": "переименована, прежде",
    "in another order": "в другом порядке",
    "changed": "изменено",
    "no differences": "различий нет",
}
_TABLES: dict[str, dict[str, str]] = {"ru": _RUSSIAN}


def words(language: str) -> Callable[[str], str]:
    """A function that says English words in ``language``."""
    table = _TABLES.get(language, {})
    return lambda english: table.get(english, english)
