"""Names held against the matcher: those it can never find, those that add nothing, those it takes for others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from labelcheck.curate.remarks import ERROR, WARNING, Remark
from labelcheck.curate.search import by_entity
from labelcheck.lexicon import Lexicon
from labelcheck.lexicon.fold import fold
from labelcheck.lexicon.inflect import surface_forms
from labelcheck.lexicon.lexicon import LexiconName
from labelcheck.lexicon.matcher import Words
from labelcheck.recognise.candidates import find_hits
from labelcheck.registry.model import MATCHES, Entry, Name, Registry
from labelcheck.registry.problems import quoted


def check_names(registries: Sequence[Registry], lexicon: Lexicon) -> Iterator[Remark]:
    """What the matcher makes of every name. ``lexicon``: that of ``registries``."""
    for entity, members in by_entity(registries).items():
        written: dict[Name, Name] = {}
        for _, entry in members:
            for name in entry.names:
                yield from _check(entity, name, lexicon)
            yield from _repeated(entry)
            written |= {name: name for name in entry.names}


def _check(entity: str, name: Name, lexicon: Lexicon) -> Iterator[Remark]:
    forms = surface_forms(name.text) if name.inflect else (name.text,)
    readings = [_readings(form if name.case == "exact" else form.lower(), lexicon) for form in forms]
    own = [[row for row in found if lexicon.entity(row.entity).id == entity] for found in readings]
    ...
