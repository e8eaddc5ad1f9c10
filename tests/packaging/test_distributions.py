"""The wheel and the source distribution: what they hold, that they can be built again, and that they work offline."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from labelcheck.version import __version__

ROOT = Path(__file__).parents[2]
PARTS = ["src", "registries", "tests", "docs", "examples", "requirements"]
FILES = [
    "action.yml",
    "pyproject.toml",
    "hatch_build.py",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
    ".pre-commit-hooks.yaml",
    ".gitignore",
]
EXAMPLE = ["LC102", "LC501", "LC102", "LC501", "LC102", "LC501", "LC101", "LC201"]
"""What is found in the example that the README shows."""
NAME = f"labelcheck-{__version__}"


def run(*command: str | Path, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PYTHON"))}
    return subprocess.run(
        list(map(str, command)), cwd=cwd, env=environment | variables, capture_output=True, text=True, check=False
    )


def build(checkout: Path, target: str, **variables: str) -> Path:
    """Build a distribution of ``checkout`` with the tools of this environment, as ``pip`` and ``build`` would."""
    done = run(sys.executable, "-m", "hatchling", "build", "--target", target, cwd=checkout, **variables)
    assert done.returncode == 0, done.stdout + done.stderr
    [built] = [path for path in (checkout / "dist").iterdir() if (path.suffix == ".whl") == (target == "wheel")]
    return built


def checkout(folder: Path) -> Path:
    """A copy of what is under version control."""
    folder.mkdir(parents=True)
    for name in PARTS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return checkout(tmp_path_factory.mktemp("here") / "checkout")


@pytest.fixture(scope="module")
def wheel(copy: Path) -> Path:
    return build(copy, "wheel")


@pytest.fixture(scope="module")
def sdist(copy: Path) -> Path:
    return build(copy, "sdist")


def files(root: Path) -> list[str]:
    """The files below a folder, without caches."""
    return [
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]


def test_the_wheel_holds_the_package_and_the_registries_and_nothing_else(wheel: Path) -> None:
    package = [f"labelcheck/{name}" for name in files(ROOT / "src" / "labelcheck")]
    registries = [f"labelcheck/registries/{name}" for name in (*files(ROOT / "registries"), "bundled.lexicon")]
    about = [
        f"{NAME}.dist-info/{name}" for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE")
    ]
    with zipfile.ZipFile(wheel) as archive:
        assert sorted(archive.namelist()) == sorted(package + registries + about)


def test_the_source_distribution_holds_what_it_takes_to_build_and_test(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        held = {member.name.removeprefix(f"{NAME}/") for member in archive if member.isfile()}
    expected = {f"{name}/{path}" for name in PARTS for path in files(ROOT / name)} | {*FILES, "PKG-INFO"}
    assert held == expected


# Another day, another place on earth, another order of sets, stricter permissions.
ELSEWHERE: Mapping[str, str] = {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7", "LC_ALL": "C"}


def test_the_same_bytes_are_built_from_another_checkout(
    wheel: Path, sdist: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = checkout(tmp_path_factory.mktemp("elsewhere") / "a longer" / "path")
    for path in other.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
        path.chmod(0o700 if path.is_dir() else 0o600)
    assert build(other, "wheel", **ELSEWHERE).read_bytes() == wheel.read_bytes()
    assert build(other, "sdist", **ELSEWHERE).read_bytes() == sdist.read_bytes()


def test_the_source_distribution_builds_the_same_wheel(wheel: Path, sdist: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    assert build(tmp_path / NAME, "wheel").read_bytes() == wheel.read_bytes()


def test_the_wheel_is_installed_offline_and_checks_the_example(wheel: Path, tmp_path: Path) -> None:
    """With the lowest versions of what it depends on; only fetching these needs a network."""
    store = tmp_path / "wheels"
    lock = ROOT / "requirements" / "lowest.txt"
    fetched = run(
        sys.executable, "-m", "pip", "download", "--quiet", "--only-binary", ":all:", "--require-hashes",
        "--requirement", lock, "--dest", store, cwd=tmp_path,
    )  # fmt: skip
    if fetched.returncode != 0 and "CI" not in os.environ:
        pytest.skip(f"no packages without a network: {fetched.stderr.splitlines()[-1]}")
    assert fetched.returncode == 0, fetched.stderr

    venv.create(tmp_path / "venv")
    [scripts] = [path for path in (tmp_path / "venv" / "bin", tmp_path / "venv" / "Scripts") if path.is_dir()]
    installed = run(
        sys.executable, "-m", "pip", "--python", scripts / "python", "install", "--quiet",
        "--no-index", "--find-links", store, wheel,
        cwd=tmp_path, PIP_CONFIG_FILE=os.devnull,
    )  # fmt: skip
    assert installed.returncode == 0, installed.stderr

    article = ROOT / "examples" / "scraped-page.txt"
    checked = run(
        scripts / "labelcheck", "check", "--format", "concise", "--as-of", "2025-02-01", article,
        cwd=tmp_path, LABELCHECK_CACHE_DIR=str(tmp_path / "cache"),
    )  # fmt: skip
    assert checked.returncode == 1, checked.stderr
    assert re.findall(r"LC\d+", checked.stdout) == EXAMPLE
    assert not (tmp_path / "cache").exists()  # the wheel brings its lexicon along
