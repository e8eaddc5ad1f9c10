"""Unified diffs of what fixes change: as other programs read them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from labelcheck.fix.diff import unified_diff

from .samples import Desk

NAME = "Lantern Society"
NOTE = "* closed by the Harbour Office"


def diff(text: str, format_name: str = "txt") -> tuple[str, str]:
    """The diff of an article and its fixes, as it stands in a file, and the article after them."""
    mended = Desk(format_name).mended(text)
    new = mended.last.offered().article.view.source.text
    lines = unified_diff("a.txt", text, new, mended.before)
    told = (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
    return "".join(told), new


def test_changes_that_touch_share_their_context() -> None:
    told, _ = diff(f"1\n2\n3\n4\n{NAME}\n6\n7\n8\n9\n10\n11\n{NAME}\n13\n14\n15\n16\n17\n18\n19\n20\n")
    assert told == (
        f"--- a.txt\n+++ a.txt\n"
        f"@@ -2,14 +2,14 @@\n 2\n 3\n 4\n-{NAME}\n+{NAME}*\n"
        f" 6\n 7\n 8\n 9\n 10\n 11\n-{NAME}\n+{NAME}*\n 13\n 14\n 15\n"
        f"@@ -18,3 +18,5 @@\n 18\n 19\n 20\n+\n+{NOTE}\n"
    )


def test_lines_that_go() -> None:
    told, new = diff("<!-- labelcheck: ignore[LC101] -- why -->\n", "md")
    assert told == "--- a.txt\n+++ a.txt\n@@ -1 +0,0 @@\n-<!-- labelcheck: ignore[LC101] -- why -->\n"
    assert new == ""


@pytest.mark.skipif(shutil.which("patch") is None, reason="there is no patch here")
@pytest.mark.parametrize(
    ("text", "format_name"),
    [
        (NAME, "txt"),
        (f"{NAME} *, \n\n{NAME}\n", "txt"),
        (f"One\n\n<!-- labelcheck: ignore[LC501] -- why -->\n\nTwo\n\n{NAME}\n\n\\* closed\nEnd\n", "md"),
        ("\n".join(f"<p>{NAME}</p>\n<p>{number}</p>\n\n\n\n\n\n\n\n" for number in range(9)), "html"),
        (f"{NAME}\r\n\r\nEnd\r\n", "telegram"),
    ],
)
def test_patch_makes_of_it_what_fix_writes(tmp_path: Path, text: str, format_name: str) -> None:
    told, new = diff(text, format_name)
    article = tmp_path / "a.txt"
    article.write_bytes(text.encode())
    command = ["patch", "--binary", "-p0", "--no-backup-if-mismatch"]
    done = subprocess.run(command, input=told.encode(), cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not re.search(rb"fuzz|offset", done.stdout)
    assert article.read_bytes().decode() == new
