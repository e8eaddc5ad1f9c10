"""From the patterns of registries and languages to the row that :class:`labelcheck.lexicon.wordings.Wordings` reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from typing import Any

from labelcheck.lexicon.plain import expand, is_plain, sequences
from labelcheck.lexicon.wordings import whole_words
from labelcheck.registry.model import Language, Registry

_NOTHING = r"(?!)"


def wordings_row(registries: Sequence[Registry], languages: Sequence[Language], cues: Iterable[str]) -> dict[str, Any]:
    """Everything that patterns can be asked, worked out as far as it can be. ``cues``: those of all names."""
    listed = {
        field.name: [folded(item) for language in languages for item in getattr(language, field.name)]
        for field in fields(Language)
        if field.name != "code"
    }
    states = [
        (registry.designation, state.weak, folded(state.pattern))
        for registry in registries
        for patterns in registry.label.states.values()
        for state in patterns
    ]
    all_states = list(dict.fromkeys(pattern for _, _, pattern in states))
    return {
        "fields": {field: _wording(items, whole_words) for field, items in listed.items()},
        "states": [(designation, weak, _wording([pattern], _any)) for designation, weak, pattern in states],
        "any_state": _wording(all_states, _any),
        "state": [_any(all_states), is_plain(all_states)],
        "misprints": [_misprints(designation, pattern) for designation, weak, pattern in states if not weak],
        "odd_cues": sorted({cue for cue in cues if not is_plain([cue])}),
    }


def folded(pattern: str) -> str:
    """A pattern for folded texts, which have no ё."""
    return pattern.replace("ё", "е")


def _wording(patterns: Sequence[str], join: Callable[[Sequence[str]], str]) -> list[Any]:
    words, stems, rest = expand(patterns)
    pattern = [join(rest), is_plain(rest), is_plain(rest, whole=True)] if rest else None
    return [sorted(words), dict(sorted(stems.items())), pattern]


def _any(patterns: Sequence[str]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns) or _NOTHING


def _misprints(designation: str, pattern: str) -> list[Any]:
    written_out = sequences(pattern)
    return [designation, written_out or [], None if written_out else f"(?:{pattern}){{e<=1}}"]
