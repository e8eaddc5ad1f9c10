"""How much registries hold, and how old they are."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from labelcheck.curate.status import status

from ..registries.samples import completed, load_registry

LIST = """\
as_of: 2025-03-01
stale_after: 30
entries:
  - {id: now, name: Сейчас, kind: media, designated: 2024-01-01}
  - {id: today, name: С сегодня, kind: media, designated: 2025-03-01}
  - {id: till-today, name: До сегодня, kind: media, designated: 2024-01-01, removed: 2025-03-01}
  - {id: later, name: Потом, kind: media, designated: 2025-03-02}
"""


@pytest.mark.parametrize(
    ("at", "age", "stale"), [("2025-03-31", 30, False), ("2025-04-01", 31, True), ("2025-02-01", -28, False)]
)
def test_a_registry(tmp_path: Path, at: str, age: int, stale: bool) -> None:
    """Entries are counted at the date of the data, its age at the date of judging."""
    path = tmp_path / "list.yaml"
    path.write_text(completed(LIST), encoding="utf-8")
    [row] = status([load_registry(str(path))], date.fromisoformat(at))
    assert (row.active, row.age, row.stale) == (2, age, stale)
