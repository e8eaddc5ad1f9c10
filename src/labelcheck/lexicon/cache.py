"""Where compiled lexicons are kept: beside the bundled registries, and in the user's own cache folder.

A lexicon is keyed by the bytes of every registry and language file that went into it and by this package's version,
so a changed byte is compiled anew. The cache folder is the user's, never a folder of the checked repository; a file
there that is damaged, of another format, or not the user's alone is compiled again; a folder that cannot be written
costs time, nothing else. Every change of a registry makes a new file, so those not used for a month are removed.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Sequence

from labelcheck.disk import UnreadableError, cache_folder, is_private, open_file, read_file, replace_file
from labelcheck.errors import RegistryError
from labelcheck.lexicon.lexicon import Lexicon
from labelcheck.lexicon.store import FORMAT, DamagedStoreError
from labelcheck.registry.bundled import bundled_folder
from labelcheck.registry.load import LANGUAGES, MAX_BYTES, expand
from labelcheck.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    import mmap
    from io import FileIO

try:
    from _blake2 import blake2b  # what hashlib gives, without the 2 ms in which it loads OpenSSL
except ImportError:
    from hashlib import blake2b

BUNDLED_NAME = "bundled.lexicon"
_SUFFIX = ".lexicon"
_KEY_BYTES = 16
_DAY = 24 * 60 * 60.0
_MONTH = 30 * _DAY
_NO_LEXICON = (DamagedStoreError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What a file ends in that is none: it may have a right checksum all the same."""


def load_lexicon(paths: Sequence[str]) -> Lexicon:
    """The lexicon of the registry files that ``paths``, files or folders, stand for.

    Language data comes from the bundled ``languages`` folder and from folders of this name beside the registry files.
    Raises :class:`~labelcheck.errors.RegistryError` when a file cannot be read or is not valid.
    """
    registries = expand(paths)
    key = _key(registries + language_files(registries))
    kept = os.path.join(cache_folder(), key + _SUFFIX)
    lexicon = _open(os.path.join(bundled_folder(), BUNDLED_NAME), key)
    if lexicon is None:
        lexicon = _open(kept, key, private=True)
        if lexicon is not None:
            _if_older(kept, _DAY, os.utime)  # its date says that it is in use; a hook is not to write at every start
    if lexicon is None:
        data = compile_files(registries, key)
        _keep(kept, data)
        lexicon = Lexicon(data)
    return lexicon


def compile_files(registries: Sequence[str], key: str) -> bytes:
    """The bytes of the lexicon of these registry files and their languages."""
    from labelcheck.lexicon.compile import compile_lexicon
    from labelcheck.registry.languages import load_languages
    from labelcheck.registry.load import load_registries

    languages = [language for folder in _language_folders(registries) for language in load_languages(folder)]
    return compile_lexicon(load_registries(registries), languages, key)


def compile_bundled() -> bytes:
    """The bytes of the lexicon of the bundled registries, as :func:`load_lexicon` looks for them."""
    registries = expand([bundled_folder()])
    return compile_files(registries, _key(registries + language_files(registries)))


def language_files(registries: Sequence[str]) -> list[str]:
    """The language files that belong to these registry files."""
    return [path for folder in _language_folders(registries) for path in _yaml_files(folder)]


def _language_folders(registries: Sequence[str]) -> list[str]:
    """The bundled languages, and those beside the registries, which add to them."""
    folders = [bundled_folder(), *map(os.path.dirname, registries)]
    return list(filter(_yaml_files, dict.fromkeys(os.path.join(folder, LANGUAGES) for folder in folders)))


def _yaml_files(folder: str) -> list[str]:
    if not os.path.isdir(folder):
        return []
    return sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith((".yaml", ".yml")))


def _key(paths: Sequence[str]) -> str:
    digest = blake2b(f"{FORMAT} {__version__}".encode(), digest_size=_KEY_BYTES)
    for path in paths:
        try:
            content = read_file(path, MAX_BYTES)
        except UnreadableError as error:
            raise RegistryError([f"{path}: {error}"]) from None
        digest.update(f"\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _open(path: str, key: str, *, private: bool = False) -> Lexicon | None:
    """The lexicon kept at ``path``, if it is that of ``key``. ``private``: and if nobody else can have written it."""
    try:
        with open_file(path) as file:
            if private and not is_private(file):
                return None
            lexicon = Lexicon(_content(file))
    except (OSError, UnreadableError, *_NO_LEXICON):
        return None
    return lexicon if lexicon.key == key else None


def _content(file: FileIO) -> bytes | mmap.mmap:
    """The file in memory, as far as it is looked at; worker processes share it."""
    import mmap

    try:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):  # an empty file, or a file system that cannot do it
        return file.read()


def _keep(path: str, data: bytes) -> None:
    """Write the cache file whole or not at all, also when several processes do so at once; for its owner alone."""
    folder = os.path.dirname(path)
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        replace_file(path, data, 0o600)
        names = os.listdir(folder)
    except OSError:
        return
    for name in names:
        if _is_kept(name):
            # A process that has the file open keeps what it has; one that is about to open it compiles it again.
            _if_older(os.path.join(folder, name), _MONTH, os.unlink)


def _is_kept(name: str) -> bool:
    """Whether a file in the cache folder, which may hold others too, has the name of a lexicon that was kept."""
    key, suffix = os.path.splitext(name)
    return suffix == _SUFFIX and len(key) == 2 * _KEY_BYTES and set(key) <= set("0123456789abcdef")


def _if_older(path: str, seconds: float, act: Callable[[str], None]) -> None:
    """``act`` on a file that was kept, or its use noted, longer ago; others may do so at the same time."""
    try:
        if _age(path) > seconds:
            act(path)
    except OSError:
        return


def _age(path: str) -> float:
    """Seconds since the file was kept or its use noted; 0 for what is no file, such as a link."""
    found = os.lstat(path)
    return time.time() - found.st_mtime if stat.S_ISREG(found.st_mode) else 0.0
