"""Names that are ordinary words: plain ones among them would flag rain and projects as organizations.

Which words are, :mod:`labelcheck.lexicon.ordinary` knows. A name of several words is ordinary if they can follow each
other in a sentence: «Важные истории», «За свободу», "The Bell". One of more words, with a role word («фонд «Свобода»»)
or with signs in it («Свобода.медиа») is taken to be distinctive.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from labelcheck.lexicon.inflect_word import analyse
from labelcheck.lexicon.ordinary import is_article, is_english, is_ordinary
from labelcheck.registry.model import Name

_QUOTES = "«»„“”\"'‘’"


def is_ordinary_name(name: Name, is_role: Callable[[str], bool]) -> bool:
    """Whether a text may write a plain ``name`` and mean no organization.

    A name in ``case: exact`` is ordinary only as one word that any sentence may begin with. ``is_role``: whether a
    folded word announces an organization.
    """
    words = [word.strip(_QUOTES) for word in name.text.split()]
    if name.match != "plain" or not all(map(is_ordinary, words)):
        return False
    if name.case == "exact":
        return len(words) == 1 and words[0][1:].islower()
    roles = [is_role(word.lower()) for word in words]
    if any(roles) and not all(roles):
        return False
    content = [word for word in words if not is_article(word) and not analyse(word).preposition]
    if len(content) == 2 and len(words) == 2:
        return _phrase(content)
    return len(content) <= 2


def _phrase(words: Sequence[str]) -> bool:
    """Whether two words go together: an adjective and its noun, a noun and its genitive; of English ones any two."""
    if all(map(is_english, words)):
        return True
    first, second = map(analyse, words)
    return bool(first.adjectives and second.nouns) or bool(first.nouns and second.genitive)
