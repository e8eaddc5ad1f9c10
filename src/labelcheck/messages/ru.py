"""Russian messages. What they put in stands in the nominative: neither names nor statuses are inflected."""

from __future__ import annotations

from collections.abc import Sequence

TEMPLATES = {
    "unlabelled-mention": "«{text}» без пометки; укажите статус: {name} — {due}",
    "undefined-mark": "для знака {mark} у «{text}» нет сноски; добавьте сноску {mark} и укажите в ней статус: {due}",
    "undefined-mark-combined": (
        "для знака {mark} у «{text}» нет сноски, хотя есть сноски {first} и {second}; "
        "добавьте сноску {mark} или читайте знак как оба сразу: --combine-marks"
    ),
    "wrong-designation": "в пометке у «{text}» чужой статус: {stated}; укажите верный: {name} — {due}",
    "incomplete-label": "в пометке у «{text}» не хватает статуса: {missing}; укажите полностью: {name} — {due}",
    "unclear-label": "в пометке у «{text}» нет известного статуса; укажите его: {name} — {due}",
    "uncertain-mention": (
        "«{text}» — возможно, {name}; если да, укажите статус: {due}; "
        "если нет, добавьте это выражение в `not:` записи реестра"
    ),
    "unused-footnote": (
        "знака {mark}, к которому относится эта сноска, в тексте нет; "
        "поставьте его после названий, которые она поясняет, или удалите сноску"
    ),
    "conflicting-footnotes": (
        "у двух сносок {mark} разный статус: в этой — {stated}, в предыдущей — {earlier}; "
        "дайте одной из них другой знак"
    ),
    "footnote-names-another": (
        "сноска к «{text}» — только о других; впишите в неё название {name} "
        "или добавьте отдельную сноску со статусом: {due}"
    ),
    "outdated-label": "в пометке у «{text}» статус, который на {date} не действует: {outdated}; уберите его",
    "outdated-label-instead": (
        "в пометке у «{text}» статус, который на {date} не действует: {outdated}; укажите вместо него: {name} — {due}"
    ),
    "unlisted-name": (
        "у «{text}» есть пометка, но такого названия нет ни в одном загруженном реестре; "
        "загрузите нужный реестр через --registry или уберите пометку"
    ),
    "forbidden-link": "{url} ведёт на ресурс из реестра: {name}; уберите ссылку, оставив её текст",
    "unlabelled-link": (
        "{url} ведёт на ресурс из реестра: {name}; поставьте пометку у названия в ссылке или сразу после неё "
        "либо уберите ссылку"
    ),
    "registry-stale": (
        "реестр {registry} — от {as_of}: на {date} его возраст {age} дн., допустимый — {stale_after} дн.; "
        "обновите labelcheck или загрузите более новую выгрузку этого реестра (см. `labelcheck rule LC401`)"
    ),
    "own-registry-stale": (
        "реестр {registry} — от {as_of}: на {date} его возраст {age} дн., допустимый — {stale_after} дн.; "
        "обновите его файл и укажите новую дату в as_of"
    ),
    "space-before-mark": "перед знаком {mark} у «{text}» стоит пробел; уберите его",
    "mark-inside-quotes": "знак {mark} у «{text}» стоит внутри кавычек; поставьте его после них",
    "mark-before-hyphen": "знак {mark} у «{text}» разрывает слово; поставьте его после всего слова",
    "mixed-script-name": (
        "в «{text}» смешаны буквы двух алфавитов; вместо «{letters}» наберите такие же буквы алфавита названия"
    ),
    "unused-suppression": "это исключение для {code} ничего не подавляет; удалите его",
    "expired-suppression": (
        "срок этого исключения для {code} истёк {date}; исправьте текст или укажите более поздний срок"
    ),
    "unused-listed-suppression": (
        "{where}: исключение для {code} у «{text}» ничего не подавляет в {path}; исправьте или удалите его"
    ),
    "expired-listed-suppression": (
        "{where}: срок исключения для {code} у «{text}» в {path} истёк {date}; "
        "исправьте текст или укажите более поздний срок"
    ),
    "suppression-without-reason": "причина этого исключения не указана; напишите её после двух дефисов: `-- причина`",
    "unknown-rule-in-directive": "правила {code} нет, директива не действует; список правил: `labelcheck rules`",
    "unsilenceable-rule": (
        "{code} — правило о самих директивах, и директивой его не подавить; исправьте ту, на которую оно указывает"
    ),
    "bad-date-in-directive": "«{date}» — не дата, директива не действует; пишите так: `until 2027-01-01`",
    "malformed-directive": "непонятная директива «{text}»; пишите так: `labelcheck: ignore[LC101] -- причина`",
}

PHRASES = {
    "found": "{found} в {affected} из {of_files} ({mentions})",
    "found-in-no-file": "{found}; в самих файлах находок нет ({files}, {mentions})",
    "nothing-found": "находок нет ({files}, {mentions})",
    "unread": "не удалось проверить {files}",
    "fixable": "подсказка: исправляется с {option}",
    "by-rule": "Находки по правилам:",
    "by-organization": "Находки по организациям:",
    "report": "Отчёт labelcheck",
    "registries": "Реестры",
    "registry": "{id}: по состоянию на {as_of}, {entries}",
    "file": "Файл",
    "date": "Дата",
    "mentions": "Упоминания",
    "not-checked": "не проверено",
    "error": "ошибка",
    "warning": "предупреждение",
    "note": "замечание",
    "labelled": "помечено",
    "exempt": "пометка не нужна",
    "passed-over": "подавлено или под вопросом",
    "changed": "текст не показан: он изменился после проверки",
    "title": "заголовок",
    "description": "описание",
    "alt": "картинка",
    "why-labelled": "{name}: помечено, статус: {states}",
    "why-not-due": "{name}: на {date} пометка не требуется",
    "why-footnote": "{name}: стоит в сноске",
    "why-label": "{name}: стоит в пометке",
    "why-policy": "{name}: повторное упоминание, по --mentions пометка не нужна",
    "why-at-fault": (
        "{name}: помечено неверно или не помечено, но подавлено, внесено в baseline или не входит в эту проверку"
    ),
    "why-uncertain": "{name}? Нет уверенности",
}

NOUNS = {
    "error": ("ошибка", "ошибки", "ошибок"),
    "warning": ("предупреждение", "предупреждения", "предупреждений"),
    "note": ("замечание", "замечания", "замечаний"),
    "file": ("файл", "файла", "файлов"),
    "of-file": ("файла", "файлов", "файлов"),
    "mention": ("упоминание", "упоминания", "упоминаний"),
    "entry": ("запись", "записи", "записей"),
    "other-error": ("прочая ошибка", "прочие ошибки", "прочих ошибок"),
}

_STATUSES = {
    "foreign-agent": "иностранный агент",
    "undesirable": "нежелательная организация",
    "extremist": "экстремистская организация",
    "terrorist": "террористическая организация",
}
"""The usual designations; of any other, which only its registry knows, the slug is shown."""


def form(count: int) -> int:
    """Which form of a noun goes with ``count``: 1 and 21, 2 to 4 and 22 to 24, all others."""
    if count % 10 == 1 and count % 100 != 11:
        return 0
    return 1 if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else 2


def designations(slugs: Sequence[str]) -> str:
    """Slugs in readable form: ``иностранный агент и нежелательная организация``."""
    words = [_STATUSES.get(slug, slug) for slug in slugs]
    return " и ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
