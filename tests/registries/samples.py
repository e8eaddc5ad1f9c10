"""A valid registry file, whole and in parts, for tests to spoil."""

from __future__ import annotations

import re

from labelcheck.registry.load import load_registries
from labelcheck.registry.model import Registry

REGISTRY = """\
schema: 1
id: harbour-list
title: {en: List of closed harbour societies, ru: Перечень закрытых портовых обществ}
jurisdiction: AQ
authority: Harbour Office
source: https://harbour.example/closed
as_of: 2025-03-01
stale_after: 30
designation: closed
label:
  required: true
  marks: ["*", "†"]
  states:
    en: ['closed', {pattern: 'shut\\w*', weak: true}]
    ru: ['закрыт\\w+']
  footnote: {en: closed by the Harbour Office, ru: закрыто портовой конторой}
  phrase: {en: (closed), ru: (закрытое)}
  links: label
entries:
  - id: lantern
    entity: lantern-society
    name: Общество «Фонарь»
    kind: organization
    number: 007
    designated: 2024-07-10
    removed: 2025-02-01
    names:
      - Общество «Фонарь»
      - {text: «Фонарь», match: quoted}
      - {text: Маяк, match: context, context: [общество, 'клуб\\w*']}
      - {text: ОФ, case: exact, inflect: false}
    not: [фонарь над дверью]
    domains: [Lantern.example]
    accounts: [social.example/@lantern]
    examples:
      flag: ["«Фонарь» собрал гостей."]
      pass:
        - |
          Над дверью висит фонарь.
          Он горит.
  - {id: buoy, name: Буй, kind: project, designated: 2025-01-15, removed: null, names: []}
"""

LANGUAGE = """\
schema: 1
language: en
role_words: ['societ(?:y|ies)']
conjunctions:
  - 'and|or'
"""


def completed(part: str, whole: str = REGISTRY) -> str:
    """``part`` of a file, and after it the top-level keys of ``whole`` that it leaves out."""
    keys = re.findall(r"^\w+(?=:)", part, re.MULTILINE)
    blocks = re.findall(r"^\w+:.*\n(?:[ -].*\n)*", whole, re.MULTILINE)
    return part + "".join(block for block in blocks if block.partition(":")[0] not in keys)


def load_registry(path: str) -> Registry:
    """The registry that is all in one file."""
    (registry,) = load_registries([path])
    return registry
