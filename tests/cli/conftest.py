from __future__ import annotations

from pathlib import Path

import pytest

from .newsroom import CONFIG, Newsroom


@pytest.fixture
def newsroom(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """An empty folder of articles, configured for the registry of these tests, as the working directory."""
    monkeypatch.setenv("LABELCHECK_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "lexicons"))
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    newsroom = Newsroom(tmp_path)
    newsroom.write(".git/HEAD", "")
    newsroom.write("labelcheck.toml", CONFIG)
    return newsroom
