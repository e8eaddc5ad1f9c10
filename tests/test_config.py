"""Configuration files: which one counts, what it may say, and what is wrong with it."""

from __future__ import annotations

import errno
import os
import re
import sys
from datetime import date
from pathlib import Path
from unittest.mock import Mock

import pytest

from labelcheck.config import FILES, Config, find_config
from labelcheck.config_file import _KEYS, load_config
from labelcheck.errors import ConfigError
from labelcheck.policy import Policy
from labelcheck.suppress_listed import Listed

TODAY = date(2026, 2, 1)
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes of POSIX")

EVERYTHING_TOML = """\
registries = ["lists/own.yaml", "ru-terrorist", "ru"]
bundled-registries = false
select = ["LC1", "undefined-mark"]
ignore = ["LC106"]
as-of = 2026-01-31
mentions = "first"
labels = ["mark"]
combine-marks = true
fail-on = "error"
lang = "ru"
encoding = "windows-1251"
exclude = ["drafts", "*.old.md"]
baseline = "lists/known.json"

[formats]
"*.post" = "telegram"

[per-file-ignores]
"archive/**" = ["LC101", "LC3"]

[[suppressions]]
path = "posts/a.txt"
rules = ["LC101"]
text = "words"
reason = "a quotation"
until = 2027-01-01
"""
EVERYTHING_YAML = """\
registries: [lists/own.yaml, ru-terrorist, ru]
bundled-registries: false
select: [LC1, undefined-mark]
ignore: [LC106]
as-of: 2026-01-31
mentions: first
labels: [mark]
combine-marks: true
fail-on: error
lang: ru
encoding: windows-1251
exclude:
  - drafts
  - '*.old.md'
formats: {'*.post': telegram}
baseline: lists/known.json
per-file-ignores:
  archive/**: [LC101, LC3]
suppressions:
  - path: posts/a.txt
    rules: [LC101]
    text: words
    reason: a quotation
    until: 2027-01-01
"""


def write(path: Path, text: str = "") -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path


class TestSearch:
    def test_without_a_file_there_are_the_defaults(self, repository: Path) -> None:
        assert find_config(str(repository)) == Config()
        assert Config().policy(TODAY) == Policy(today=TODAY)

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("labelcheck.toml", "lang = 'ru'\n"),
            (".labelcheck.yaml", "lang: ru\n"),
            ("pyproject.toml", "[project]\nname = 'x'\n\n[tool.labelcheck]\nlang = 'ru'\n"),
        ],
    )
    def test_the_nearest_folder_upward_counts(self, repository: Path, name: str, text: str) -> None:
        write(repository / name, text)
        write(repository / "news" / "labelcheck.toml")
        (repository / "wire" / "2026").mkdir(parents=True)
        assert find_config(str(repository / "wire" / "2026")) == Config(path=str(repository / name), lang="ru")
        assert find_config(str(repository / "news")) == Config(path=str(repository / "news" / "labelcheck.toml"))
        assert find_config(str(repository / "no" / "such" / "folder")).lang == "ru"

    def test_the_search_ends_at_the_root_of_the_repository(self, repository: Path) -> None:
        write(repository / "labelcheck.toml", "lang = 'ru'\n")
        (repository / "nested" / ".git").mkdir(parents=True)
        assert find_config(str(repository / "nested")) == Config()

    def test_or_at_the_root_of_the_file_system(self) -> None:
        assert find_config(os.path.abspath(os.sep)) == Config()

    @pytest.mark.parametrize(
        "text",
        ["[project]\nname = 'x'\n", "not even TOML", "[tool]\nnone = 'of labelcheck'\n"],
    )
    def test_a_pyproject_without_the_table_is_none(self, repository: Path, text: str) -> None:
        write(repository / "pyproject.toml", text)
        write(repository / "labelcheck.toml", "lang = 'ru'\n")
        assert find_config(str(repository)).lang == "ru"

    def test_an_empty_table_is_one(self, repository: Path) -> None:
        path = write(repository / "pyproject.toml", "[tool.labelcheck]\n")
        assert find_config(str(repository)) == Config(path=path)

    @posix
    @pytest.mark.parametrize("name", FILES)
    def test_whatever_bears_the_name_is_not_passed_over(self, repository: Path, name: str) -> None:
        nowhere, circle, pipe, folder = (repository / part / name for part in ("nowhere", "circle", "pipe", "folder"))
        for path in (nowhere, circle, pipe):
            path.parent.mkdir()
        nowhere.symlink_to("moved.toml")
        circle.symlink_to(name)
        os.mkfifo(pipe)
        folder.mkdir(parents=True)
        for path, reason in (
            (nowhere, "is a link that leads nowhere; mend it, or delete it"),
            (circle, "is a link that leads nowhere; mend it, or delete it"),
            (pipe, "is not a regular file but a pipe or a device"),
            (folder, f"cannot be read: {os.strerror(errno.EISDIR)}"),
        ):
            with pytest.raises(ConfigError) as error:
                find_config(str(path.parent / "deeper"))
            assert str(error.value) == f"{path}: {reason}"

    @pytest.mark.parametrize(
        ("name", "right"),
        [
            (".labelcheck.toml", "labelcheck.toml"),
            (".labelcheck.yml", ".labelcheck.yaml"),
            ("labelcheck.yaml", ".labelcheck.yaml"),
            ("labelcheck.yml", ".labelcheck.yaml"),
        ],
    )
    def test_a_name_that_is_nearly_right_is_an_error(self, repository: Path, name: str, right: str) -> None:
        path = write(repository / name)
        write(repository / "labelcheck.toml")
        with pytest.raises(ConfigError) as error:
            find_config(str(repository / "news"))
        assert str(error.value) == (
            f"{path}: no configuration is looked for under this name; call it {right}, or name it with --config"
        )

    def test_two_in_one_folder_are_an_error(self, repository: Path) -> None:
        toml = write(repository / "labelcheck.toml")
        yaml = write(repository / ".labelcheck.yaml")
        with pytest.raises(ConfigError) as error:
            find_config(str(repository))
        assert str(error.value) == f"{toml} and {yaml} are both configuration files; keep one of them"


class TestSettings:
    @pytest.mark.parametrize(
        ("name", "text", "line"), [("labelcheck.toml", EVERYTHING_TOML, 21), (".labelcheck.yaml", EVERYTHING_YAML, 19)]
    )
    def test_every_key(self, tmp_path: Path, name: str, text: str, line: int) -> None:
        path = write(tmp_path / name, text)
        config = load_config(path)
        assert config == Config(
            path=path,
            registries=(str(tmp_path / "lists/own.yaml"), "ru-terrorist", "ru"),
            bundled_registries=False,
            select=("LC1", "undefined-mark"),
            ignore=("LC106",),
            as_of="2026-01-31",
            mentions="first",
            labels=("mark",),
            combine_marks=True,
            fail_on="error",
            lang="ru",
            encoding="windows-1251",
            exclude=("drafts", "*.old.md"),
            formats=(("*.post", "telegram"),),
            per_file_ignores=(("archive/**", ("LC101", "LC3")),),
            suppressions=(
                Listed(
                    path=str(tmp_path / "posts/a.txt"),
                    text="words",
                    rules=("LC101",),
                    reason="a quotation",
                    until=date(2027, 1, 1),
                    where=f"{name}:{line}",
                ),
            ),
            baseline=str(tmp_path / "lists/known.json"),
        )
        assert config.policy(TODAY) == Policy(TODAY, date(2026, 1, 31), "first", ("mark",), combine_marks=True)

    @pytest.mark.parametrize(("as_of", "date_of_judging"), [("article", None), ("today", TODAY)])
    def test_dates_in_words(self, tmp_path: Path, as_of: str, date_of_judging: date | None) -> None:
        config = load_config(write(tmp_path / "labelcheck.toml", f"as-of = '{as_of}'\n"))
        assert config.policy(TODAY).as_of == date_of_judging

    def test_nothing_but_comments(self, tmp_path: Path) -> None:
        path = write(tmp_path / ".labelcheck.yaml", "# lang: ru\n\n")
        assert load_config(path) == Config(path=path)

    def test_a_byte_order_mark_is_no_key(self, tmp_path: Path) -> None:
        assert load_config(write(tmp_path / "labelcheck.toml", "\ufefflang = 'ru'\n")).lang == "ru"

    def test_patterns_are_relative_to_the_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        config = load_config(write(tmp_path / "labelcheck.toml", EVERYTHING_TOML))
        (tmp_path / "archive").mkdir()
        monkeypatch.chdir(tmp_path / "archive")
        assert config.ignored_in("a.md") == ("LC101", "LC3")
        assert config.ignored_in("../a.md") == ()
        assert config.excludes("../drafts")
        assert config.excludes("a.old.md")
        assert not config.excludes("a.md")
        assert config.format_for("a.post") == "telegram"
        assert config.format_for("a.md") is None

    def test_of_several_fitting_formats_the_last_counts(self, tmp_path: Path) -> None:
        config = load_config(write(tmp_path / "labelcheck.toml", "[formats]\n'*.post' = 'md'\n'wire' = 'telegram'\n"))
        assert config.format_for(str(tmp_path / "wire" / "a.post")) == "telegram"
        assert config.format_for(str(tmp_path / "a.post")) == "md"


KNOWN = "registries, bundled-registries, select, ignore, as-of, mentions, labels, combine-marks, fail-on, lang, "


class TestWhatIsWrong:
    @pytest.mark.parametrize(
        ("text", "line", "message"),
        [
            (
                "lang = 'ru'\nexculde = []\n",
                2,
                "exculde: unknown key; did you mean exclude? Known keys are registries,",
            ),
            ("fail_on = 'note'\n", 1, "fail_on: unknown key; did you mean fail-on?"),
            ("colour = 1\n", 1, f"colour: unknown key; Known keys are {KNOWN}"),
            ("combine-marks = 'yes'\n", 1, "combine-marks: must be true or false, not 'yes'"),
            ("exclude = 'drafts'\n", 1, 'exclude: must be a list of strings, like ["one", "two"], not \'drafts\''),
            ("exclude = ['a', 1]\n", 1, "exclude: must be a list of strings"),
            ("fail-on = 'never'\n", 1, "fail-on: must be note or warning or error, not 'never'"),
            ("lang = 7\n", 1, "lang: must be en or ru, not 7"),
            ("mentions = []\n", 1, "mentions: must be every or first or first-per-block, not []"),
            ("labels = []\n", 1, "labels: must be a list of mark or phrase, not []"),
            ("labels = ['word']\n", 1, "labels: must be a list of mark or phrase, not ['word']"),
            ("select = ['LC1O1']\n", 1, "select: no rule has the code, name or code prefix 'LC1O1'"),
            (
                "as-of = 'yesterday'\n",
                1,
                "as-of: 'yesterday' is not a date like 2026-09-30, nor `article`, nor `today`",
            ),
            ("as-of = 2026-01-31T10:00:00\n", 1, "as-of: '2026-01-31T10:00:00' is not a date"),
            ("encoding = 'utf-9'\n", 1, "encoding: unknown encoding: 'utf-9'"),
            ("encoding = 1251\n", 1, "encoding: must be the name of an encoding, like windows-1251, not 1251"),
            ("baseline = ''\n", 1, "baseline: must be the path of a file, not ''"),
            ("\nformats = 'md'\n", 2, "formats: must be a table of path patterns and their values, not 'md'"),
            ("[formats]\n'*.post' = 'tg'\n", 1, "formats: must be txt or md or html or telegram, not 'tg'"),
            ("[per-file-ignores]\n'*.md' = 'LC101'\n", 1, "per-file-ignores: must be a list of strings"),
        ],
    )
    def test_keys_and_values(self, tmp_path: Path, text: str, line: int, message: str) -> None:
        path = write(tmp_path / "labelcheck.toml", text)
        with pytest.raises(ConfigError) as error:
            load_config(path)
        assert str(error.value).startswith(f"{path}:{line}: {message}")

    @pytest.mark.parametrize("table", ["[tool.labelcheck]\nlang = 'xx'", "[tool.labelcheck.formats]\n'*.x' = 'xx'"])
    def test_lines_of_a_pyproject(self, tmp_path: Path, table: str) -> None:
        path = write(tmp_path / "pyproject.toml", f"[tool.other]\nlang = 'xx'\nformats = 1\n\n{table}\n")
        with pytest.raises(ConfigError) as error:
            load_config(path)
        assert str(error.value).startswith(f"{path}:{5 if 'formats' in table else 6}: ")

    def test_a_key_that_is_not_found_again_has_no_line(self, tmp_path: Path) -> None:
        path = write(tmp_path / "labelcheck.toml", '"l\\u0061ng" = "xx"\n')
        with pytest.raises(ConfigError) as error:
            load_config(path)
        assert str(error.value) == f"{path}: lang: must be en or ru, not 'xx'"

    @pytest.mark.parametrize(
        ("name", "text", "message"),
        [
            ("labelcheck.toml", "lang = \n", "is not TOML: Invalid value (at line 1, column 8)"),
            ("labelcheck.toml", "a = " + "[" * 100_000, "is not TOML: "),
            ("labelcheck.ini", "[labelcheck]\n", "the name of a configuration file ends with .toml or .yaml"),
            ("pyproject.toml", "[project]\n", "has no table `[tool.labelcheck]`"),
            ("pyproject.toml", "[tool]\nlabelcheck = 1\n", "tool.labelcheck must be a table; write"),
            ("labelcheck.toml", "#" * (1024**2 + 1), "is larger than 1 MiB, the most that is read; split it"),
        ],
    )
    def test_files(self, tmp_path: Path, name: str, text: str, message: str) -> None:
        path = write(tmp_path / name, text)
        with pytest.raises(ConfigError) as error:
            load_config(path)
        assert str(error.value).startswith(f"{path}: {message}")

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("- lang\n", "1:1: expected keys and values, like `lang: ru`"),
            ("lang: [\n", "2:1: not valid YAML"),
            ("lang: &a ru\n", "1:7: an anchor"),
            ("lang: ru\nlang: en\n", "2:1: the key 'lang' is also on line 1"),
            ("lang: xx\n", "1: lang: must be en or ru, not 'xx'"),
            ("exclude:\n", "1: exclude: must be a list of strings"),
        ],
    )
    def test_yaml(self, tmp_path: Path, text: str, message: str) -> None:
        path = write(tmp_path / ".labelcheck.yaml", text)
        with pytest.raises(ConfigError) as error:
            load_config(path)
        assert str(error.value).startswith(f"{path}:{message}")

    def test_not_utf8(self, tmp_path: Path) -> None:
        path = tmp_path / "labelcheck.toml"
        path.write_bytes("exclude = ['черновики']".encode("cp1251"))
        with pytest.raises(ConfigError, match="is not UTF-8; save it in the encoding UTF-8"):
            load_config(str(path))

    def test_a_missing_file(self) -> None:
        with pytest.raises(ConfigError, match=r"^no/labelcheck.toml: cannot be read: No such file or directory$"):
            load_config("no/labelcheck.toml")


def test_the_keys_of_the_guide() -> None:
    guide = (Path(__file__).parents[1] / "docs" / "usage.md").read_text(encoding="utf-8")
    (paragraph,) = (part for part in guide.split("\n\n") if part.startswith("`select`, `ignore`"))
    assert set(re.findall(r"`([a-z-]+)`", paragraph.replace("`--", "`(--"))) == set(_KEYS)


def test_an_article_is_looked_for_once_in_all_suppressions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many are listed in an archive of many articles."""
    entries = tuple(Listed(os.path.abspath(f"{number}.txt"), "words", ("LC101",), "why") for number in range(9))
    config = Config(suppressions=entries)
    abspath = Mock(wraps=os.path.abspath)
    monkeypatch.setattr(os.path, "abspath", abspath)
    assert config.suppressions_in("7.txt") == entries[7:8]
    abspath.assert_called_once_with("7.txt")
