"""Russian messages. Designations stay slugs: registries, not code, say what a status is called in Russian."""

from __future__ import annotations

from collections.abc import Sequence

TEMPLATES = {
    "unlabelled-mention": "«{text}» без пометки; укажите статус ({name}): {due}",
    "undefined-mark": "для знака {mark} у «{text}» нет сноски; добавьте сноску {mark} со статусом {due}",
    "undefined-mark-combined": (
        "для знака {mark} у «{text}» нет сноски, хотя есть сноски {first} и {second}; "
        "добавьте сноску {mark} или читайте знак как оба сразу: --combine-marks"
    ),
    "wrong-designation": "пометка у «{text}» называет чужой статус ({name}): {stated}; укажите {due}",
    "incomplete-label": "в пометке у «{text}» не хватает статуса {missing}; укажите ({name}): {due}",
    "unclear-label": "пометка у «{text}» не называет известного статуса; укажите ({name}): {due}",
    "uncertain-mention": (
        "«{text}» — возможно, {name}; если да, укажите статус {due}, если нет, добавьте оборот в `not:` записи реестра"
    ),
    "unused-footnote": (
        "знака {mark} этой сноски нет в тексте; поставьте его после названий, которые она поясняет, или удалите сноску"
    ),
    "conflicting-footnotes": (
        "эта сноска {mark} называет статус {stated}, а прежняя сноска {mark} — {earlier}; "
        "дайте одной из них другой знак"
    ),
    "footnote-names-another": (
        "сноска к «{text}» говорит только о других; впишите в неё название ({name}) "
        "или дайте ему свою сноску со статусом {due}"
    ),
    "outdated-label": "пометка у «{text}» называет статус {outdated}, который {date} не действует; уберите его",
    "outdated-label-instead": (
        "пометка у «{text}» называет статус {outdated}, который {date} не действует; "
        "укажите вместо него ({name}): {due}"
    ),
    "unlisted-name": (
        "«{text}» с пометкой, но такого названия нет ни в одном загруженном реестре; "
        "загрузите нужный реестр через --registry или уберите пометку"
    ),
    "forbidden-link": "{url} — ссылка на ресурс организации ({name}); уберите ссылку, оставив её слова",
    "unlabelled-link": (
        "{url} — ссылка на ресурс организации ({name}); поставьте пометку у названия в ссылке или после неё "
        "либо уберите ссылку"
    ),
    "registry-stale": (
        "реестр {registry} — от {as_of}; на {date} ему дней: {age}, а допустимо не больше {stale_after}; "
        "обновите labelcheck или возьмите вместо него свежий файл (--no-bundled-registries --registry FILE)"
    ),
    "space-before-mark": "перед знаком {mark} у «{text}» стоит пробел; уберите его",
    "mark-inside-quotes": "знак {mark} у «{text}» стоит внутри кавычек; поставьте его после них",
    "mark-before-hyphen": "знак {mark} у «{text}» разрывает слово; поставьте его после всего слова",
    "mixed-script-name": "в «{text}» смешаны буквы двух алфавитов; наберите заново: {letters}",
    "unused-suppression": "это исключение {code} ничего не подавляет; удалите его",
    "expired-suppression": "срок этого исключения {code} вышел {date}; исправьте текст или укажите другой срок",
    "unused-listed-suppression": (
        "{where}: исключение {code} для «{text}» ничего не подавляет в {path}; исправьте или удалите его"
    ),
    "expired-listed-suppression": (
        "{where}: срок исключения {code} для «{text}» в {path} вышел {date}; исправьте текст или укажите другой срок"
    ),
    "suppression-without-reason": "у этого исключения нет причины; напишите её после двух дефисов: `-- причина`",
    "unknown-rule-in-directive": "правила {code} нет, директива не действует; список правил: `labelcheck rules`",
    "unsilenceable-rule": "{code} — о самих директивах, его не подавить; исправьте директиву, о которой оно говорит",
    "bad-date-in-directive": "«{date}» — не дата, директива не действует; пишите как `until 2027-01-01`",
    "malformed-directive": "непонятная директива «{text}»; пишите `labelcheck: ignore[LC101] -- причина`",
}

PHRASES = {
    "found": "{found} в {affected} из {of_files} ({mentions})",
    "nothing-found": "находок нет ({files}, {mentions})",
    "unread": "не удалось проверить {files}",
    "fixable": "подсказка: исправляется с {option}",
    "by-rule": "Находки по правилам:",
    "by-organization": "Находки по организациям:",
    "report": "Отчёт labelcheck",
    "registries": "Реестры",
    "registry": "{id}: на {as_of}, {entries}",
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
    "why-labelled": "{name}: помечено, статус {states}",
    "why-not-due": "{name}: на {date} пометка не требуется",
    "why-footnote": "{name}: стоит в сноске",
    "why-label": "{name}: стоит в пометке",
    "why-policy": "{name}: повторное упоминание, по --mentions пометка не нужна",
    "why-at-fault": (
        "{name}: помечено неверно или не помечено, но подавлено, есть в baseline или не входит в эту проверку"
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


def form(count: int) -> int:
    """Which form of a noun goes with ``count``: 1 and 21, 2 to 4 and 22 to 24, all others."""
    if count % 10 == 1 and count % 100 != 11:
        return 0
    return 1 if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else 2


def designations(slugs: Sequence[str]) -> str:
    """Slugs as a list: ``foreign-agent, terrorist и undesirable``."""
    return " и ".join(filter(None, (", ".join(slugs[:-1]), *slugs[-1:])))
