"""The language in which an article wants its labels, of those that registries have wordings in."""

from __future__ import annotations

from functools import lru_cache

from labelcheck.article import Article
from labelcheck.expressions import expression
from labelcheck.lexicon import Lexicon
from labelcheck.lexicon.fold import fold

_SAMPLE = 4000  # code points of an article that are looked at
_RIVAL = 0.8
_WORD = expression(r"[\w-]+")


def languages_of(article: Article, lexicon: Lexicon) -> list[str]:
    """Codes of all languages of label wordings, the article's first. Names are in any language and do not count.

    A language fits by the share of the article's letters that its wordings have; of several that fit about as well,
    that comes first of whose light words (``light_words`` of its data) the article has most.
    """
    worded: dict[str, list[str]] = {}
    for label in lexicon.labels:
        for wordings in (label.footnote, label.phrase):
            for code, words in wordings.items():
                worded.setdefault(code, []).append(words)
    sample = fold(_without_names(article))
    # One letter after the other, for the two alphabets are few; to count all that stands there takes twice as long.
    fits = {code: sum(map(sample.count, _letters("\n".join(own)))) for code, own in worded.items()}
    ranked = sorted(fits, key=lambda code: (-fits[code], code))
    rivals = [code for code in ranked if fits[code] >= _RIVAL * fits[ranked[0]]]
    if len(rivals) > 1:
        found = _WORD.findall(sample)
        light = {code: sum(map(wordings.fit, found)) for code, wordings in lexicon.light_words.items()}
        rivals.sort(key=lambda code: -light.get(code, 0))
    return rivals + ranked[len(rivals) :]


@lru_cache(maxsize=16)  # the wordings of a run are the same for all its articles
def _letters(words: str) -> list[str]:
    return list(filter(str.isalpha, set(fold(words))))


def _without_names(article: Article) -> str:
    text, at, parts = article.view.text, 0, []
    for mention in article.mentions:
        if mention.start >= _SAMPLE:
            break
        parts.append(text[at : mention.start])
        at = mention.end
    return "".join([*parts, text[at : max(at, _SAMPLE)]])
