"""Registries and languages in, the bytes of a lexicon out: names inflected, folded and indexed by an anchor word.

Runs when a registry is new or has changed, never in a linting run with a warm cache.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from labelcheck.lexicon import store
from labelcheck.lexicon.fold import fold, gap_core, has_mixed_words, split_words, words
from labelcheck.lexicon.skeleton import characters, skeleton
from labelcheck.lexicon.take_apart import take_apart
from labelcheck.registry.model import Entry, Language, Name, Registry

_SHORT = 3
"""Bytes below which words are too frequent to file a form under, if it has others."""
_CROWD = 40
"""Forms that one word may have filed under it, if they have others."""
_PLAIN_CUE = re.compile(r"[\w -]+")

Form = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...] | None, bool, bool, bool, int]
"""The fields of :class:`labelcheck.lexicon.postings.Form` from its words to its name."""


Member = tuple[int, Entry]
"""An entry with the index of its registry."""


def compile_lexicon(registries: Sequence[Registry], languages: Sequence[Language], key: str) -> bytes:
    """The lexicon of ``registries`` as bytes for :mod:`labelcheck.lexicon.store`. ``key`` names the inputs."""
    from labelcheck.lexicon.inflect import surface_forms

    entities = _entities(registries)
    names: list[list[Any]] = []
    forms: dict[Form, None] = {}
    for index, members in enumerate(entities.values()):
        for name in _names(members):
            row = len(names)
            names.append([index, name.text, name.match, _cues(name.context, surface_forms)])
            for written in surface_forms(name.text) if name.inflect else (name.text,):
                forms[_form(written, name, row)] = None
    anchors, postings = _index(forms)
    fields = [field.name for field in dataclasses.fields(Language) if field.name != "code"]
    tables: dict[str, Sequence[Any]] = {
        "postings": postings,
        "names": names,
        "entities": [_entity_row(entity, members) for entity, members in entities.items()],
        "labels": [_label_row(registry) for registry in registries],
        "wordings": [take_apart(item for language in languages for item in getattr(language, f)) for f in fields],
        "statuses": [take_apart(p.pattern for r in registries for ps in r.label.states.values() for p in ps)],
        "light_words": [{language.code: take_apart(language.light_words) for language in languages}],
        "sites": [_sites(entities)],
    }
    head = {"key": key, "registries": [_registry_row(r) for r in registries], "wordings": fields}
    return store.write(head, anchors, tables)


def _entities(registries: Sequence[Registry]) -> dict[str, list[Member]]:
    entities: dict[str, list[Member]] = {}
    for index, registry in enumerate(registries):
        for entry in registry.entries:
            entities.setdefault(entry.entity, []).append((index, entry))
    return entities


def _names(members: Sequence[Member]) -> list[Name]:
    """Names of one entity: those listed, or else the official ones; and the phrases that are not it."""
    listed = [name for _, entry in members for name in entry.names]
    others = [Name(phrase, match="not") for _, entry in members for phrase in entry.not_phrases]
    return (listed or [Name(entry.name) for _, entry in members]) + others


def _cues(cues: Sequence[str], surface_forms: Callable[[str], Sequence[str]]) -> dict[str, Any] | None:
    """The cues of a name: one in plain words stands for all its cases."""
    patterns = []
    for cue in cues:
        if _PLAIN_CUE.fullmatch(cue):
            patterns += [re.escape(fold(form)) for form in surface_forms(cue)]
        else:
            patterns.append(cue)
    return take_apart(sorted(set(patterns))) if patterns else None


def _form(written: str, name: Name, row: int) -> Form:
    pieces = split_words(written)
    gaps = tuple(map(gap_core, pieces[2:-1:2]))
    cased = tuple(pieces[1::2]) if name.case == "exact" else None
    found, mixed = tuple(words(written)), has_mixed_words(fold(written))
    capital = name.match in ("quoted", "context") and len(found) == 1
    return found, gaps, cased, pieces[-1].strip() == ".", mixed, capital, row


def _index(forms: Iterable[Form]) -> tuple[list[bytes], list[list[Any]]]:
    """Each form under the part of its skeleton that texts have least, so that few postings are opened in vain.

    That is no ordinary word and a long one; and one that not too many forms share, or its postings would take long to
    read.
    """
    from labelcheck.lexicon.ordinary import is_ordinary

    def rank(token: bytes) -> tuple[bool, bool, bool, int, bytes]:
        ordinary = is_ordinary(characters(token))
        return len(token) < _SHORT, frequency[token] > _CROWD, ordinary, -len(token), token

    parts = {form: list(_parts(form[0])) for form in forms if form[0]}
    frequency = Counter(token for found in parts.values() for token in {token for token, _, _ in found})
    by_anchor: dict[bytes, list[Any]] = {}
    for form, found in parts.items():
        tokens = [token for token, _, _ in found]
        anchor = min(tokens, key=rank, default=b"")
        at = tokens.index(anchor) if tokens else 0
        _, word, into = found[at] if found else (b"", 0, 0)
        by_anchor.setdefault(anchor, []).append([at, word, into, *form])
    anchors = sorted(by_anchor)
    return anchors, [by_anchor[anchor] for anchor in anchors]


def _parts(form_words: Sequence[str]) -> Iterator[tuple[bytes, int, int]]:
    """The words of a form's skeleton, each with the number of the form's word it is in, and where it begins there."""
    for number, word in enumerate(form_words):
        for part in re.finditer(rb"\S+", skeleton(word)):
            yield part.group(), number, part.start()


def _entity_row(entity: str, members: Sequence[Member]) -> list[Any]:
    return [
        entity,
        _names(members)[0].text,
        [
            [index, entry.designated.isoformat(), entry.removed.isoformat() if entry.removed else None]
            for index, entry in members
        ],
    ]


def _label_row(registry: Registry) -> dict[str, Any]:
    label = registry.label
    return {
        "designation": registry.designation,
        "required": label.required,
        "marks": label.marks,
        "states": [
            [p.pattern, p.weak, take_apart([p.pattern])] for patterns in label.states.values() for p in patterns
        ],
        "footnote": dict(label.footnote),
        "phrase": dict(label.phrase),
        "links": label.links,
    }


def _registry_row(registry: Registry) -> dict[str, Any]:
    return {
        "id": registry.id,
        "designation": registry.designation,
        "as_of": registry.as_of.isoformat(),
        "stale_after": registry.stale_after,
        "entries": len(registry.entries),
    }


def _sites(entities: Mapping[str, Sequence[Member]]) -> dict[str, int]:
    """Domains and accounts, lower case, with the entity's row."""
    return {
        site.lower().rstrip("/"): index
        for index, members in enumerate(entities.values())
        for _, entry in members
        for site in (*entry.domains, *entry.accounts)
    }
