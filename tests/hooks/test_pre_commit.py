"""The pre-commit hook, run by the real pre-commit in a scratch repository."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from identify import identify

ROOT = Path(__file__).parents[2]
HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}


def is_given(hook: str, path: str) -> bool:
    """Whether pre-commit hands a file of this name to the hook."""
    options = HOOKS[hook]
    tags = identify.tags_from_filename(path)
    return (
        tags >= set(options.get("types", ()))
        and ("types_or" not in options or bool(tags & set(options["types_or"])))
        and bool(re.search(options.get("files", ""), path))
        and not re.search(options.get("exclude", "^$"), path)
    )


@pytest.mark.parametrize(
    ("path", "hook"),
    [
        ("a.txt", "labelcheck"),
        ("news/a.md", "labelcheck"),
        ("a.html", "labelcheck"),
        ("a.htm", "labelcheck"),
        ("a.py", None),
        ("a.png", None),
        ("registries/house.yaml", "labelcheck-registry"),
        ("lists/registries/house.yml", "labelcheck-registry"),
        ("registries/languages/en.yaml", None),
        ("registries/README.md", "labelcheck"),
        (".github/workflows/ci.yaml", None),
    ],
)
def test_hooks_are_given_what_they_are_about(path: str, hook: str | None) -> None:
    assert [name for name in ("labelcheck", "labelcheck-registry") if is_given(name, path)] == [hook] * bool(hook)
    assert is_given("labelcheck-fix", path) == is_given("labelcheck", path)


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def newsroom(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A git repository that uses a hook of this checkout as it is committed."""
    revision = run(ROOT, "git", "rev-parse", "HEAD")
    if revision.returncode != 0:
        pytest.skip("not a git checkout, so there is no hook repository to use")
    run(tmp_path, "git", "init", "-q")
    run(tmp_path, "git", "config", "user.email", "editor@example.org")
    run(tmp_path, "git", "config", "user.name", "Editor")
    config = {"repos": [{"repo": str(ROOT), "rev": revision.stdout.strip(), "hooks": [{"id": request.param}]}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    installed = run(tmp_path, sys.executable, "-m", "pre_commit", "install", "--install-hooks")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    return tmp_path


def commit(newsroom: Path) -> subprocess.CompletedProcess[str]:
    run(newsroom, "git", "add", ".")
    return run(newsroom, "git", "commit", "-m", "Publish")


@pytest.mark.parametrize("newsroom", ["labelcheck"], indirect=True)
def test_a_bad_article_blocks_the_commit_and_a_good_one_passes(newsroom: Path) -> None:
    article = newsroom / "article.md"
    article.write_text("Ролик вышел в Facebook.\n", encoding="utf-8")
    blocked = commit(newsroom)
    assert blocked.returncode == 1
    assert "article.md:1:15: error LC101 unlabelled-mention" in blocked.stdout + blocked.stderr

    article.write_text("Ролик вышел в Facebook (признан экстремистским и запрещён в РФ).\n", encoding="utf-8")
    passed = commit(newsroom)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert run(newsroom, "git", "log", "--format=%s").stdout == "Publish\n"


@pytest.mark.parametrize("newsroom", ["labelcheck-fix"], indirect=True)
def test_what_is_fixed_blocks_the_commit_once(newsroom: Path) -> None:
    article = newsroom / "article.md"
    article.write_text("Ролик вышел в Facebook.\n", encoding="utf-8")
    blocked = commit(newsroom)
    assert blocked.returncode == 1
    assert "files were modified by this hook" in blocked.stdout + blocked.stderr
    assert article.read_text(encoding="utf-8").startswith("Ролик вышел в Facebook\\*.\n\n\\* ")

    passed = commit(newsroom)
    assert passed.returncode == 0, passed.stdout + passed.stderr

    article.write_text("Ролик вышел в Facebook (признан иноагентом).\n", encoding="utf-8")
    left = commit(newsroom)
    assert left.returncode == 1
    assert "article.md:1:15: error LC103 wrong-designation" in left.stdout + left.stderr


REGISTRY = """\
schema: 1
id: house
title: {en: List of the house}
jurisdiction: AQ
authority: Desk
source: https://desk.example/list
as_of: 2026-01-01
stale_after: 9999
designation: watched
label:
  required: true
  marks: ["*"]
  states: {en: [watched]}
  footnote: {en: watched by the desk}
  phrase: {en: (watched)}
  links: ignore
entries:
  - {id: kelp, name: Kelp Trust, kind: organization, designated: 2025-01-01}
"""


@pytest.mark.parametrize("newsroom", ["labelcheck-registry"], indirect=True)
def test_a_bad_registry_blocks_the_commit_and_a_good_one_passes(newsroom: Path) -> None:
    registry = newsroom / "registries" / "house.yaml"
    registry.parent.mkdir()
    registry.write_text(REGISTRY.replace("2025-01-01", "2025-13-01"), encoding="utf-8")
    blocked = commit(newsroom)
    assert blocked.returncode == 1
    assert "registries/house.yaml:18:" in blocked.stdout + blocked.stderr

    registry.write_text(REGISTRY, encoding="utf-8")
    passed = commit(newsroom)
    assert passed.returncode == 0, passed.stdout + passed.stderr
