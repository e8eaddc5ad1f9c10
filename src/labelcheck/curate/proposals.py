"""What an import proposes for an organization that is new on a list: names, an id, sites. A person reviews it.

Proposed are only wordings that the official name sets apart itself: in the outermost quotation marks, in parentheses,
in Latin letters. What a text may write and mean something else needs a cue.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator

from labelcheck.curate.official.wording import pieces
from labelcheck.curate.ordinary import is_ordinary_name
from labelcheck.lexicon.fold import words
from labelcheck.lexicon.inflect_word import analyse
from labelcheck.registry.entries import HOST
from labelcheck.registry.model import Name

_MOST_NAMES = 12
_LONGEST_ID = 40
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[а-яѐ-ӿ]", re.IGNORECASE)
_LATIN_RUN = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ɏ\d.&'’/-]*(?:,? [A-Za-zÀ-ɏ\d&][A-Za-zÀ-ɏ\d.&'’/-]*)*")
_LATIN_ONLY = re.compile("[^а-яѐ-ӿ«»]*", re.IGNORECASE)
_LEGAL_FORM = re.compile(r",? (?:Inc|Ltd|LLC|e\. ?V|gGmbH|GmbH)\.?\Z")
_PATH = re.compile(r"[^\s?#]*")
_LEAD_IN = re.compile("[^«»:]*:")
_ENDS_WITH_BRACKET = re.compile(r"(.+?) \(([^()]*)\)")
_TO_LATIN = str.maketrans("абвгдеёзийклмнопрстуфхыэіўґ", "abvgdeezijklmnoprstufhyeiug", "ъь") | str.maketrans(
    {"ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ї": "yi", "є": "ye"}
)


def propose_names(official: str) -> list[Name]:
    """The names that the official one sets apart, each once, with the hints that they need."""
    names: dict[str, Name] = {}
    for wording in _wordings(_even(official)):
        text = _LEGAL_FORM.sub("", wording.strip(" ,;.–—-"))
        folded = " ".join(words(text))
        if len(folded) > 1:
            names.setdefault(folded, hinted(text))
    return list(names.values())[:_MOST_NAMES]


def hinted(text: str) -> Name:
    """``text`` as a name: Latin and abbreviated ones in their exact case, ordinary words only with a cue or quoted."""
    parts = _WORD.findall(text)
    abbreviated = len(parts) == 1 and text.isupper()
    case = "exact" if abbreviated or not _CYRILLIC.search(text) else "any"
    # A town or a person is in the dictionary too, though not as an ordinary word.
    known = len(parts) < 3 and all(analyse(part.capitalize()).known for part in parts)
    if known or (abbreviated and len(text) < 3) or is_ordinary_name(Name(text, case=case), _no_role):
        return Name(text, match="quoted" if len(parts) > 1 else "context", case=case)
    return Name(text, case=case)


def propose_id(name: str, taken: Collection[str], otherwise: str) -> str:
    """An id in small Latin letters made of ``name``; where that is not possible or taken, ``otherwise`` comes in."""
    latin = unicodedata.normalize("NFKD", name.lower().translate(_TO_LATIN)).encode("ascii", "ignore").decode()
    parts = re.findall("[a-z0-9]+", latin)
    while len(parts) > 1 and len("-".join(parts)) > _LONGEST_ID:
        parts.pop()
    made = "-".join(parts)[:_LONGEST_ID]
    return made if made and made not in taken else f"{made}-{otherwise}".strip("-")


def propose_sites(addresses: Collection[str], shared: Collection[str]) -> tuple[list[str], list[str]]:
    """Domains and accounts. ``shared``: hosts on which other organizations have accounts, so that none owns them.

    An address with a path may be one of many on its host, so it is an account.
    """
    domains: dict[str, None] = {}
    accounts: dict[str, None] = {}
    for address in addresses:
        host, _, path = re.sub(r"^\w+://", "", address).partition("/")
        host, path = host.lower().removeprefix("www."), path.strip("/")
        if HOST.fullmatch(host) and _PATH.fullmatch(path):
            if path:
                accounts[f"{host}/{path}"] = None
            elif host not in shared:
                domains[host] = None
    return list(domains), list(accounts)


def _no_role(_: str) -> bool:
    return False


def _even(text: str) -> str:
    """``text`` with all its quotation marks as « and »."""
    marks = []
    for at, sign in enumerate(text):
        if sign in '"“„”':
            opens = sign == "„" or (sign != "”" and text[max(at - 1, 0) : at] in ("", " ", "(", "«", "„", '"', "“"))
            sign = "«" if opens else "»"
        marks.append(sign)
    return "".join(marks)


def _wordings(text: str) -> Iterator[str]:
    """Wordings of an official name, or of a part of it outside quotation marks."""
    for opening, content in _parts(text):
        if opening == "«":
            found = _ENDS_WITH_BRACKET.fullmatch(content)
            yield found[1] if found else content
            yield from _in_brackets(found[2], content) if found else ()
        elif opening == "(":
            yield from _in_brackets(content, text)
        else:
            yield from _LATIN_RUN.findall(content)


def _in_brackets(content: str, text: str) -> Iterator[str]:
    """Other names, often with «other names:» before them. A country stands in parentheses too."""
    for piece in pieces(_LEAD_IN.sub("", content, count=1), ","):
        quoted = [inner for opening, inner in _parts(piece) if opening == "«"]
        if quoted:
            yield from quoted
        elif (_LATIN_ONLY.fullmatch(piece) and piece[:1].isupper()) or _abbreviates(piece, text):
            yield piece


def _abbreviates(piece: str, text: str) -> bool:
    """Whether ``piece`` is in capitals, each of which begins a word of ``text``, in their order."""
    letters = re.sub(r"[\W\d_]", "", piece)
    initials = iter(word[0] for word in words(text))
    return len(letters) > 1 and letters.isupper() and all(letter in initials for letter in letters.lower())


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """``text`` in parts: what stands in outermost quotation marks or brackets, after the opening one, and the rest."""
    start = at = 0
    while at < len(text):
        if text[at] in "«(":
            yield "", text[start:at]
            end = _end_of_quotation(text, at) if text[at] == "«" else _end_of_brackets(text, at)
            content = text[at + 1 : end]
            yield text[at], content + "»" * (content.count("«") - content.count("»"))
            start = at = end
        at += 1
    yield "", text[start:]


def _end_of_quotation(text: str, start: int) -> int:
    """Where the quotation closes. One mark closes all that are open if no other follows it: «A «B»."""
    depth = 0
    for mark in re.finditer("[«»]", text[start:]):
        depth += 1 if mark[0] == "«" else -1
        following = re.search("[«»]", text[start + mark.end() :])
        if mark[0] == "»" and (not depth or not following or following[0] == "«"):
            return start + mark.start()
    return len(text)


def _end_of_brackets(text: str, start: int) -> int:
    depth = 0
    for mark in re.finditer("[()]", text[start:]):
        depth += 1 if mark[0] == "(" else -1
        if not depth:
            return start + mark.start()
    return len(text)
