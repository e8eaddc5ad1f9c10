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
        "обновите labelcheck или загрузите свежий файл через --registry"
    ),
    "space-before-mark": "перед знаком {mark} у «{text}» стоит пробел; уберите его",
    "mark-inside-quotes": "знак {mark} у «{text}» стоит внутри кавычек; поставьте его после них",
    "mark-before-hyphen": "знак {mark} у «{text}» разрывает слово; поставьте его после всего слова",
    "mixed-script-name": "в «{text}» смешаны буквы двух алфавитов; наберите заново: {letters}",
    "unused-suppression": "это исключение {code} ничего не подавляет; удалите его",
    "suppression-without-reason": "у этого исключения нет причины; напишите её после двух дефисов: `-- причина`",
    "unknown-rule-in-directive": "правила {code} нет, директива не действует; список правил: `labelcheck rules`",
    "unsilenceable-rule": "{code} — о самих директивах, его не подавить; исправьте директиву, о которой оно говорит",
    "malformed-directive": "непонятная директива «{text}»; пишите `labelcheck: ignore[LC101] -- причина`",
}


def designations(slugs: Sequence[str]) -> str:
    """Slugs as a list: ``foreign-agent, terrorist и undesirable``."""
    return " и ".join(filter(None, (", ".join(slugs[:-1]), *slugs[-1:])))
