"""Patterns of registries and languages, compiled when a text first needs them and never allowed to take long."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from labelcheck.errors import RegistryError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    _Answer = TypeVar("_Answer")


class Pattern:
    """A pattern, to be asked about folded text.

    A ``plain`` one (:func:`labelcheck.lexicon.plain.is_plain`) is run by :mod:`re`, which compiles ten times faster;
    ``plain_whole`` says so of a match with all of a text. Any other is run by :mod:`regex` under a time limit; when it
    is up, every question raises :class:`~labelcheck.errors.RegistryError`.
    """

    def __init__(self, text: str, *, plain: bool, plain_whole: bool = False) -> None:
        self.text = text
        self._plain = plain
        self._plain_whole = plain or plain_whole
        self._ask = cache(self._asking)

    def found_in(self, folded: str) -> bool:
        """Whether it stands anywhere in the text."""
        return self._timed(lambda: self._ask("search", self.text)(folded) is not None)

    def is_all_of(self, folded: str) -> bool:
        """Whether the text is nothing else."""
        return self._timed(lambda: self._ask("fullmatch", self.text)(folded) is not None)

    def spans(self, folded: str) -> list[tuple[int, int]]:
        """Where it stands."""
        return self._timed(lambda: [found.span() for found in self._ask("finditer", self.text)(folded)])

    def start_at_end(self, folded: str) -> int | None:
        """Where it begins when the text ends with it."""
        found = self._timed(lambda: self._ask("search", rf"(?:{self.text})\Z")(folded))
        return found.start() if found else None

    def _asking(self, question: str, text: str) -> Callable[[str], Any]:
        if self._plain_whole if question == "fullmatch" else self._plain:
            ask: Callable[[str], Any] = getattr(re.compile(text), question)
            return ask
        from functools import partial

        from labelcheck.patterns import TIMEOUT, compile_pattern

        return partial(getattr(compile_pattern(text), question), timeout=TIMEOUT)

    def _timed(self, ask: Callable[[], _Answer]) -> _Answer:
        try:
            return ask()
        except TimeoutError:
            from labelcheck.patterns import TIMEOUT

            shown = self.text if len(self.text) < 200 else f"{self.text[:200]}…"
            raise RegistryError([f"a registry pattern took longer than {TIMEOUT:g} s on this text: {shown}"]) from None
