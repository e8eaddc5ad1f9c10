"""Articles for the speed benchmark: made up, the same at every run, with names from the bundled registries in them.

Three articles of four are in Russian. A third of the mentions has a mark with a footnote, a third a label in words, a
third no label.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random

from labelcheck.registry.bundled import bundled_folder
from labelcheck.registry.load import load_registries

FORMATS = {"txt": ".txt", "md": ".md", "html": ".html", "telegram": ".md"}
"""The formats and the extensions of their files."""

ARTICLE = 4_000
"""Bytes of an ordinary article."""
SPARSE, DENSE = 2_000, 200
"""Bytes of text to a mention, in ordinary articles and in those full of names."""

_SYLLABLES = {
    "ru": "ва|ки|ло|рен|сто|ми|да|гор|лан|пе|ту|бел|ря|зо|чан|вель|ди|мар|ост|ру|ка|нев|ле",
    "en": "bar|lo|ken|wi|ster|mon|da|hal|per|tun|ridge|fel|oak|sa|mer|lin|cor|by|thorn",
}
_SENTENCES = {
    "ru": (
        "В посёлке {town} после ремонта снова открыли библиотеку, и в первый же день туда пришли {n} человек.",
        "Жители улицы {street} жалуются, что автобус № {n} ходит реже, чем обещает расписание.",
        "Директор завода {person} рассказал, что новая печь работает тише старой и берёт меньше угля.",
        "Дождь шёл всю ночь, вода в реке поднялась на {n} сантиметров, мост закрыли до утра.",
        "Люди несут на ярмарку мёд, сушёные яблоки и глиняную посуду; цены растут от субботы к субботе.",
        "По плану дорогу от станции {town} до пристани сдадут к осени, если хватит щебня.",
        "Учительница {person} собрала в школьном музее {n} старых карт, на одной из них нет половины деревень.",
        "За год в округе посадили {n} лип, прижились почти все, кроме тех, что стояли у шоссе.",
        "«Мы просили не скамейки, а свет», — говорит {person}, показывая на тёмную аллею.",
        "Сеть теплиц занимает {n} гектаров; огурцы оттуда везут и в {town}, и дальше на север.",
        "Врачи советуют больше ходить пешком, спать в прохладной комнате и не верить рекламе.",
        "Настоящее масло здесь взбивают руками, весной к ферме тянется очередь от самого переезда.",
        "Театр ставит пьесу о смотрителе маяка, который {n} лет вёл дневник погоды.",
        "Комиссия осмотрела крышу и решила, что зиму она простоит, а летом её придётся менять.",
        "На выборах старосты проголосовали {n} человек, победил {person}, плотник с улицы {street}.",
        "Холод вернулся внезапно: ещё вчера цвела вишня, а сегодня лужи у вокзала затянуло льдом.",
    ),
    "en": (
        "The library in {town} opened again after repairs, and {n} people came on the first day.",
        "People in {street} Street say that bus {n} comes less often than its timetable claims.",
        "The head of the mill, {person}, said that the new furnace is quieter and needs less coal.",
        "It rained all night, the river rose by {n} centimetres, and the bridge was closed until morning.",
        "“We asked for lamps, not for benches,” says {person}, pointing at the dark alley.",
        "The road from {town} station to the pier will be ready by autumn if there is enough gravel.",
        "A teacher, {person}, has put {n} old maps into the school museum; one lacks half of the villages.",
        "Doctors advise walking more, sleeping in a cool room and not believing advertisements.",
        "The theatre plays the story of a lighthouse keeper who wrote down the weather for {n} years.",
        "The committee looked at the roof: it will last the winter, and has to be replaced in summer.",
    ),
}
_MENTIONS = {
    "ru": ("О ценах на зерно пишет организация {}.", "Отчёт о заповеднике подготовила организация {} вместе с вузом."),
    "en": ("The organization {} writes about grain prices.", "A report by the organization {} describes the reserve."),
}


@dataclass(frozen=True)
class Named:
    """A name as texts write it, and how its label is worded, by language."""

    name: str
    mark: str
    footnote: dict[str, str]
    phrase: dict[str, str]


@dataclass(frozen=True)
class Article:
    """``paragraphs`` of sentences, and the lines of ``footnotes``, without any markup."""

    title: str
    paragraphs: list[list[str]]
    footnotes: list[str]


@cache
def names() -> Sequence[Named]:
    """Names of the bundled registries that count wherever they stand and need a label today."""
    return [
        Named(name.text, registry.label.marks[0], dict(registry.label.footnote), dict(registry.label.phrase))
        for registry in load_registries([bundled_folder()])
        for entry in registry.entries
        for name in entry.names
        if name.match == "plain" and not entry.removed and not set('«»"') & set(name.text)
    ]


def articles(seed: int, size: int = ARTICLE, spacing: int = SPARSE) -> Iterator[Article]:
    """Articles without end, of about ``size`` bytes of text, with a mention every ``spacing`` bytes."""
    random = Random(seed)
    number = 0
    while True:
        number += 1
        yield _article(random, "en" if number % 4 == 0 else "ru", size, spacing)


def write(
    folder: Path, format_name: str, size: int, *, seed: int = 1, article: int = ARTICLE, spacing: int = SPARSE
) -> list[Path]:
    """Write about ``size`` bytes of articles, of ``article`` bytes each, as files into a new folder."""
    folder.mkdir(parents=True)
    paths = []
    for number, one in enumerate(islice(articles(seed, article, spacing), max(1, size // article))):
        path = folder / f"{number:05}{FORMATS[format_name]}"
        path.write_text(RENDER[format_name](one), encoding="utf-8")
        paths.append(path)
    return paths


def invented_names(seed: int, count: int) -> list[str]:
    """Names of organizations that do not exist."""
    random = Random(seed)
    return [f"{_word(random, 'ru')} {_word(random, 'ru')}-{number}" for number in range(count)]


def registry(id: str, entries: Sequence[str], states: str = "нежелательн\\w+") -> str:  # noqa: A002 - the field's name
    """A registry file of these names."""
    head = f"""\
schema: 1
id: {id}
title: {{ru: Список}}
jurisdiction: XX
authority: Суд
source: https://example.org/
as_of: 2026-10-01
stale_after: 3650
designation: undesirable
label:
  required: true
  marks: ["**"]
  states: {{ru: ['{states}']}}
  footnote: {{ru: "деятельность признана нежелательной"}}
  phrase: {{ru: "(деятельность признана нежелательной)"}}
  links: ignore
entries:
"""
    return head + "".join(
        f"  - {{id: {id}-{number}, name: {name}, kind: organization, designated: 2020-01-01, names: [{name}]}}\n"
        for number, name in enumerate(entries)
    )


def _article(random: Random, language: str, size: int, spacing: int) -> Article:
    paragraphs: list[list[str]] = [[]]
    footnotes: dict[str, str] = {}
    written, due = 0, spacing // 2
    while written < size:
        if written >= due:
            sentence = _mention(random, language, footnotes)
            due += spacing
        else:
            sentence = _sentence(random, language)
        if len(paragraphs[-1]) == 5:
            paragraphs.append([])
        paragraphs[-1].append(sentence)
        written += len(sentence.encode()) + 1
    title = " ".join(_sentence(random, language).split()[:7]).rstrip(",.:;")
    return Article(title, paragraphs, [f"{mark} {words}." for mark, words in footnotes.items()])


def _sentence(random: Random, language: str) -> str:
    return random.choice(_SENTENCES[language]).format(
        town=_word(random, language),
        street=_word(random, language),
        person=f"{_word(random, language)} {_word(random, language)}",
        n=random.randrange(3, 900),
    )


def _word(random: Random, language: str) -> str:
    return "".join(random.choices(_SYLLABLES[language].split("|"), k=random.randrange(2, 4))).capitalize()


def _mention(random: Random, language: str, footnotes: dict[str, str]) -> str:
    named = random.choice(names())
    shown = named.name
    label = random.randrange(3)
    if label == 0 and footnotes.setdefault(named.mark, named.footnote[language]) == named.footnote[language]:
        shown += named.mark
    elif label == 1:
        shown += " " + named.phrase[language]
    return random.choice(_MENTIONS[language]).format(shown)


def _txt(article: Article) -> str:
    return "\n\n".join([article.title, *map(" ".join, article.paragraphs), *article.footnotes]) + "\n"


def _md(article: Article) -> str:
    parts = [f'---\ntitle: "{article.title}"\ndate: 2026-10-05\n---', f"# {article.title}"]
    for number, paragraph in enumerate(article.paragraphs):
        first, *rest = paragraph
        if number % 4 == 1:
            first = f"**{first}** [{_url(number)}]({_url(number)})"
        if number % 4 == 3:
            parts.append("\n".join(f"- {sentence}" for sentence in paragraph))
        else:
            parts.append("\n".join([first, *rest]))
    return "\n\n".join([*parts, *("".join(f"\\{c}" if c == "*" else c for c in note) for note in article.footnotes)])


def _html(article: Article) -> str:
    parts = [
        '<!DOCTYPE html>\n<html lang="ru">\n<head>\n<meta charset="utf-8">',
        f"<title>{html.escape(article.title)}</title>",
        '<meta property="article:published_time" content="2026-10-05">\n<link rel="stylesheet" href="/style.css">',
        '</head>\n<body>\n<nav><a href="/">1</a> <a href="/news">2</a></nav>\n<article class="text">',
        f'<h1 class="headline">{html.escape(article.title)}</h1>',
    ]
    for number, paragraph in enumerate(article.paragraphs):
        first, *rest = (html.escape(sentence, quote=False) for sentence in paragraph)
        if number % 4 == 1:
            first = f'<strong>{first}</strong> <a href="{_url(number)}" rel="nofollow">{number}</a>'
        if number % 4 == 3:
            first = f'<img src="/pictures/{number}.jpg" width="800" alt="{number}"> {first}&nbsp;<br>'
        parts.append(f'<p class="paragraph">{" ".join([first, *rest])}</p>')
    parts += (f"<p>{html.escape(note)}</p>" for note in article.footnotes)
    return "\n".join([*parts, "</article>\n</body>\n</html>\n"])


def _telegram(article: Article) -> str:
    """Two asterisks are bold in a post, so another mark stands for them."""
    parts = [f"**{article.title}**"]
    for number, paragraph in enumerate(article.paragraphs):
        first, *rest = (sentence.replace("**", "†") for sentence in paragraph)
        if number % 4 == 1:
            first = f"__{first}__ [{number}]({_url(number)})"
        parts.append(" ".join([first, *rest]))
    return "\n\n".join([*parts, *(note.replace("**", "†") for note in article.footnotes)]) + "\n"


def _url(number: int) -> str:
    return f"https://news.example.org/2026/{number}/story"


RENDER: dict[str, Callable[[Article], str]] = {"txt": _txt, "md": _md, "html": _html, "telegram": _telegram}
"""How an article is written in each format."""
