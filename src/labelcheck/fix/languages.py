"""The language in which an article wants its labels, of those that registries have wordings in."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from labelcheck.article import Article
from labelcheck.expressions import expression
from labelcheck.lexicon import Lexicon
from labelcheck.lexicon.fold import fold
from labelcheck.source.view import OBJECT
from labelcheck.symbols import QUOTE_CLOSES

_SAMPLE = 4000  # code points of an article that are looked at
_RIVAL = 0.1
_LIGHT = 50
"""Letters that a light word tells as much as: names of products stand in any language, but have hardly any."""
_WORD = expression(r"[\w-]+")
_QUOTED = expression(rf"[«„“\"](?:(?![„“”])[^«»\"\n]){{1,40}}{QUOTE_CLOSES}")
_ADDRESS = expression(r"[@#]\w|\w[.@][a-z]{2,}")
"""What makes a word between blanks an address, a handle or a hashtag: they are Latin in any language."""


def languages_of(article: Article, lexicon: Lexicon) -> list[str]:
    """Codes of all languages of label wordings, the article's first.

    Names and addresses do not count, unless the article has nothing else. A language fits by the article's letters that
    its wordings have. Of several that come into question, that comes first of which the article has most: letters, and
    light words (``light_words`` of its data), which weigh more.
    """
    worded: dict[str, list[str]] = {}
    for label in lexicon.labels:
        for wordings in (label.footnote, label.phrase):
            for code, words in wordings.items():
                worded.setdefault(code, []).append(words)
    sample = _prose(article)
    # One letter after the other, for the two alphabets are few; to count all that stands there takes twice as long.
    fits = {code: sum(map(sample.count, _letters("\n".join(own)))) for code, own in worded.items()}
    ranked = sorted(fits, key=lambda code: (-fits[code], code))
    rivals = [code for code in ranked if fits[code] >= _RIVAL * fits[ranked[0]]]
    if len(rivals) > 1:
        found = Counter(_WORD.findall(sample))  # light words come again and again
        light = {code: sum(found[word] for word in found if own.fit(word)) for code, own in lexicon.light_words.items()}
        rivals.sort(key=lambda code: -fits[code] - _LIGHT * light.get(code, 0))
    return rivals + ranked[len(rivals) :]


@lru_cache(maxsize=16)  # the wordings of a run are the same for all its articles
def _letters(words: str) -> list[str]:
    return list(filter(str.isalpha, set(fold(words))))


def _prose(article: Article) -> str:
    """What an article says, folded, without addresses and names; all of it if nothing else is there."""
    sample = _QUOTED.sub(" ", fold(_without_mentions(article)))
    if _ADDRESS.search(sample):
        sample = " ".join(word for word in sample.split() if not _ADDRESS.search(word))
    return sample if any(map(str.isalpha, sample)) else fold(article.view.text[:_SAMPLE])


def _without_mentions(article: Article) -> str:
    text, at = article.view.text, 0
    parts: list[str] = []
    for mention in article.mentions:
        if mention.start >= _SAMPLE:
            break
        parts += text[at : mention.start], OBJECT  # so that quotation marks around it stay a pair
        at = mention.end
    return "".join([*parts, text[at : max(at, _SAMPLE)]])
