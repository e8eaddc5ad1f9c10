"""Registries and languages in YAML, official exports, and the compiled cache."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from unittest import mock
from zlib import crc32

from tests.curate.official.sources import ORGANIZATIONS, SAMPLES, archive, sheet, workbook
from tests.lexicon.test_cache import REGISTRY as GADFLIES
from tests.registries.samples import LANGUAGE, REGISTRY

from fuzz import tokens
from fuzz.articles import check_finding
from fuzz.target import Target, folder, refusable, text_of, written
from labelcheck.curate.importing import import_listing
from labelcheck.curate.official.detect import read_official
from labelcheck.errors import RegistryError
from labelcheck.lexicon import Lexicon, load_lexicon, store
from labelcheck.lexicon.cache import _key, compile_files, language_files
from labelcheck.lexicon.compile import compile_lexicon
from labelcheck.lexicon.postings import EDGE
from labelcheck.linter import Linter
from labelcheck.policy import Policy
from labelcheck.recognise import Recogniser
from labelcheck.registry.languages import load_languages
from labelcheck.registry.load import load_registries
from labelcheck.registry.model import Registry

TESTS = Path(__file__).parents[1] / "tests"
HARBOUR = TESTS / "curate" / "harbour.yaml"
_FENCED = re.compile(r"^```yaml[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def check_registry(data: bytes) -> None:
    """A language file, an amendment or part (read with the registry it is of), or a registry, which must then work."""
    if re.search(rb"^language:", data, re.MULTILINE):
        path = written("words/languages/xx.yaml", data)
        with refusable(path.parent):
            _placed(data, path, lambda: load_languages(str(path.parent)))
        return
    path = written("lists/list.yaml", data)
    paths = [str(path)]
    if re.search(rb"^(extends|part_of):", data, re.MULTILINE):
        paths.append(str(written("lists/whole.yaml", REGISTRY.encode())))
    with refusable(path.parent):
        _placed(data, path, lambda: check_compiled(load_registries(paths)))


def _placed(data: bytes, path: Path, read: Callable[[], object]) -> None:
    """Problems are told at lines that the file has."""
    try:
        read()
    except RegistryError as error:
        assert error.problems
        lines = re.split(b"\r\n?|\n", data)
        for problem in error.problems:
            place = re.match(re.escape(str(path)) + r":(\d+):(\d+): ", problem)
            assert not place or 1 <= int(place[2]) <= len(lines[int(place[1]) - 1]) + 1, f"no such place: {problem}"
        raise


def check_compiled(registries: tuple[Registry, ...]) -> None:
    """Registries that are accepted can be compiled, and articles about their names can be checked."""
    lexicon = Lexicon(compile_lexicon(registries, (), "key"))
    _all_rows(lexicon)
    names = [name.text for registry in registries for entry in registry.entries for name in entry.names]
    text = "\n\n".join([" ".join(names), *(f"«{name}»*, x" for name in names), "* x"])[:2000]
    policy = Policy(date(2026, 2, 1), as_of=registries[0].entries[0].designated)
    for finding in Linter(Recogniser(lexicon), policy).check_text(text).findings:
        check_finding(finding, text)


def _all_rows(lexicon: Lexicon) -> list[object]:
    """All that a lexicon says."""
    forms = [form for anchor in lexicon.anchors.values() for form in lexicon.postings(anchor).around([EDGE, EDGE], 0)]
    names = [lexicon.name(form.name) for form in forms]
    return [
        lexicon.registries,
        lexicon.labels,
        dict(lexicon.sites),
        forms,
        names,
        lexicon.statuses,
        lexicon.light_words,
    ]


def check_export(data: bytes) -> None:
    """An official export, read and merged into a registry that fits it. A worksheet's XML is put into a workbook."""
    if data.startswith(b"<worksheet"):
        cells, _, strings = text_of(data).partition("\0")
        parts = {"xl__sharedStrings": strings} if strings else {}
        data = archive(xl__worksheets__sheet1=cells, **parts)
    path = written("harbour/export", data)
    into = path.with_name("harbour.yaml")
    shutil.copy(HARBOUR, into)
    with refusable(path.parent):
        listing = read_official([str(path)])
        assert all(row.name or row.struck or row.members for row in listing.rows)
        imported = import_listing(listing, str(into), persons=True)
        assert imported.after.entries


def check_cache(data: bytes) -> None:
    """A file in the cache folder. A wrong checksum is noticed; a right one is not trusted to head a lexicon."""
    registry = written("cached/list.yaml", GADFLIES.encode())
    good = _good_cache()
    environment = mock.patch.dict(os.environ, LABELCHECK_CACHE_DIR=str(folder() / "cache"))
    compiler = mock.patch("labelcheck.lexicon.cache.compile_files", return_value=good)  # it takes a while
    with environment, compiler:
        load_lexicon([str(registry)])
        (file,) = (folder() / "cache").iterdir()
        file.write_bytes(data)
        lexicon = load_lexicon([str(registry)])
        if not _is_signed(data):
            assert _all_rows(lexicon) == _all_rows(Lexicon(good)), "a wrong lexicon"
            assert file.read_bytes() == good, "the damaged file is still there"
        file.write_bytes(_signed(data))
        load_lexicon([str(registry)])


@cache
def _good_cache() -> bytes:
    registry = [str(written("cached/list.yaml", GADFLIES.encode()))]
    return compile_files(registry, _key(registry + language_files(registry)))


def _is_signed(data: bytes) -> bool:
    return data == _signed(data)


def _signed(data: bytes) -> bytes:
    """``data`` with the first line that its other lines ask for."""
    rest = data.partition(b"\n")[2]
    return f"{store.MAGIC} {store.FORMAT} {crc32(rest):08x}\n".encode() + rest


def _registry_seeds() -> list[bytes]:
    texts = [(TESTS / f"registries/{name}.md").read_text("utf-8") for name in ("amendments", "languages", "problems")]
    documents = [block[1] for text in texts for block in _FENCED.finditer(text)]
    entry = "{id: wave, name: Волна, kind: media, designated: 2024-07-10}"
    part = f"schema: 1\npart_of: harbour-list\nentries:\n  - {entry}\n"
    amendment = f"schema: 1\nextends: harbour-list\n{documents[0]}"
    files = [path.read_bytes() for path in [HARBOUR, *sorted((TESTS / "countries").rglob("*.yaml"))]]
    return [text.encode() for text in (REGISTRY, LANGUAGE, part, amendment, *documents)] + files


def _export_seeds() -> list[bytes]:
    columns = [{"name": f"field_{at}_s", "title": title} for at, title in enumerate(ORGANIZATIONS[2], 1)]
    values = [{f"field_{at}_s": cell for at, cell in enumerate(cells, 1)} for cells in ORGANIZATIONS[3:]]
    info = {"title": ORGANIZATIONS[0][0], "columns": columns}
    rest = {"info": info, "size": len(values), "values": values}
    own_text, shared_text = r'<c r="A1" t="inlineStr">.*?</c>', '<c r="A1" t="s"><v>0</v></c>'
    shared = re.sub(own_text, shared_text, sheet(ORGANIZATIONS)) + f"\0<sst><si><t>{ORGANIZATIONS[0][0]}</t></si></sst>"
    files = [path.read_bytes() for path in sorted(SAMPLES.iterdir())]
    texts = [
        json.dumps(rest, ensure_ascii=False),
        "\n".join(";".join(f'"{cell}"' for cell in row) for row in ORGANIZATIONS),
        sheet(ORGANIZATIONS),
        shared,
    ]
    return [*files, *(text.encode() for text in texts), workbook(ORGANIZATIONS)]


TARGETS = (
    Target("registry", check_registry, _registry_seeds, tokens.REGISTRY, seconds=10),
    Target("exports", check_export, _export_seeds, tokens.EXPORT, seconds=5),
    Target("cache", check_cache, lambda: [_good_cache(), GADFLIES.encode()], tokens.CACHE, seconds=5),
)
