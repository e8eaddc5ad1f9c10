r"""A name is typed with look-alike letters of another script.

The Latin `o` and the Cyrillic `о` look the same, but search engines, readers' searches and other checkers take them
for different letters. Such a name is a slip of the keyboard layout, or an attempt to slip past a check.

What to do: type the name again in one script. `--fix` does.

## Fails

```txt as-of=2022-01-15
Об этом сообщила «Meдуза» (признана иноагентом).
```

## Passes

```txt as-of=2022-01-15
Об этом сообщила «Медуза» (признана иноагентом).
```
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from labelcheck.article import Article
from labelcheck.rules.base import Problem, on_mention

CODE = "LC502"
NAME = "mixed-script-name"
SEVERITY = "warning"


def check(article: Article) -> Iterator[Problem]:
    """Report every certain mention that is typed with letters of two scripts, wherever it stands."""
    for mention in article.mentions:
        if mention.certain and mention.mixed_script:
            text = article.view.text[mention.start : mention.end]
            yield on_mention(article, mention, NAME, {"letters": _odd_letters(text, mention.name)})


def _odd_letters(text: str, name: str) -> str:
    """The letters of ``text``, as typed and in order, that are not of the main script of ``name``."""
    main = Counter(map(_script, filter(str.isalpha, name))).most_common(1)[0][0]
    return "".join(letter for letter in text if letter.isalpha() and _script(letter) != main)


def _script(letter: str) -> str:
    """The first word of a letter's name in Unicode, ``LATIN`` or ``CYRILLIC``."""
    import unicodedata  # a start does without it, if it can

    return unicodedata.name(letter).split()[0]
