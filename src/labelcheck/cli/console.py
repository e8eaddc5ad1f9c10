"""What commands say: output to the terminal, a pipe or a file, complaints to standard error, and exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping

from labelcheck.disk import replace_file, strays
from labelcheck.errors import LabelcheckError, UsageError
from labelcheck.report.escape import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

CLEAN, FINDINGS, COULD_NOT = 0, 1, 2
"""Exit codes: no finding at or above ``--fail-on``, findings, the job or a part of it could not be done."""


def exit_code(run: Callable[[], int]) -> int:
    """What ``run`` returns; if something goes wrong, it is told in sentences, and the code says so."""
    try:
        return run()
    except LabelcheckError as error:
        complain(str(error))
    except Exception as error:  # a traceback would end with 1, which means findings
        from labelcheck.crash import crashed

        complain(crashed(error))
    return COULD_NOT


def complain(sentences: str) -> None:
    """Tell on standard error what could not be done, each line by itself."""
    for sentence in sentences.splitlines():
        tell(f"labelcheck: error: {visible(sentence)}\n")


def note(sentence: str) -> None:
    """Tell on standard error what is worth knowing."""
    tell(f"labelcheck: note: {visible(sentence)}\n")


def tell(text: str) -> None:
    """Write to standard error; if nobody can read that, the exit code has to do."""
    try:
        if sys.stderr is not None:
            sys.stderr.write(text)
            sys.stderr.flush()
    except OSError:
        _forget(sys.stderr)


def write(text: str, *, machine: bool = False) -> bool:
    """Write to standard output: in its encoding, or for programs (``machine``) in UTF-8.

    False if nobody reads any more (``| head``). Raises LabelcheckError if it cannot be written.
    """
    return write_bytes(text.encode("utf-8" if machine else _stdout().encoding, "backslashreplace"))


def write_bytes(data: bytes) -> bool:
    """Write to standard output as :func:`write` does, but bytes as they are."""
    stream = _stdout()
    try:
        stream.buffer.write(data)
        stream.buffer.flush()
    except OSError as error:
        _forget(stream)
        if isinstance(error, BrokenPipeError):
            return False
        raise LabelcheckError(f"standard output: cannot be written: {error.strerror}") from None
    return True


def _stdout() -> TextIO:
    if sys.stdout is None:
        raise LabelcheckError("standard output: cannot be written: it is closed")
    return sys.stdout


def _forget(stream: TextIO) -> None:
    """Lose what is still in the stream's buffer: it would fail again when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def write_file(path: str, text: str) -> None:
    """Write the file at ``path`` whole or not at all, in UTF-8. Raises UsageError if it cannot be written.

    So does a path that seems to be in the working directory, and leads out of it by a link.
    """
    outside = strays(path)
    if outside:
        raise UsageError(f"{path}: not written: a link leads out of the working directory; give the path {outside}")
    data = text.encode("utf-8", "backslashreplace")
    try:
        if os.path.exists(path) and not os.path.isfile(path):  # a device or a pipe cannot be replaced
            with open(path, "wb") as file:
                file.write(data)
        else:
            replace_file(os.path.realpath(path), data)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise UsageError(f"{path}: cannot be written: {getattr(error, 'strerror', None) or error}") from None


def use_color(choice: str, stream: TextIO | None, environment: Mapping[str, str]) -> bool:
    """Whether to colour what goes to ``stream`` (None: to a file), by ``--color`` and the usual variables."""
    if choice != "auto":
        return choice == "always"
    if stream is None or environment.get("NO_COLOR"):
        return False
    if any(environment.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return environment.get("TERM") != "dumb" and stream.isatty()
