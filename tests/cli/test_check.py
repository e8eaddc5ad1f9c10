"""`labelcheck check`: what it prints, where, and with which exit code."""

from __future__ import annotations

import json

import pytest

from labelcheck.cli.console import CLEAN, COULD_NOT, FINDINGS

from .newsroom import LABELLED, UNLABELLED, Newsroom

FINDING = "a.txt:1:5: LC101 [error] “Lantern Society” has no label; label Lantern Society as closed\n"
UNSURE = "They say that “Beacon” came.\n"


def test_a_finding_for_people(newsroom: Newsroom) -> None:
    newsroom.write("a.txt")
    outcome = newsroom.run("check", "a.txt")
    assert outcome.out == (
        "a.txt:1:5: error LC101 unlabelled-mention: “Lantern Society” has no label;"
        " label Lantern Society as closed\n"
        "  | The Lantern Society moved.\n"
        "  |     ^^^^^^^^^^^^^^^\n"
        "  = help: fixable with --fix\n"
        "\n"
        "1 error in 1 of 1 file (1 mention)\n"
    )
    assert (outcome.code, outcome.err) == (FINDINGS, "")


def test_nothing_to_find(newsroom: Newsroom) -> None:
    newsroom.write("a.txt", LABELLED)
    outcome = newsroom.run("check", "a.txt")
    assert (outcome.code, outcome.out, outcome.err) == (CLEAN, "no findings in 1 file (1 mention)\n", "")


def test_quiet_leaves_only_findings(newsroom: Newsroom) -> None:
    newsroom.write("a.txt", LABELLED)
    assert newsroom.run("check", "a.txt", "--quiet").out == ""


def test_statistics(newsroom: Newsroom) -> None:
    newsroom.write("a.txt")
    outcome = newsroom.run("check", "a.txt", "--format", "concise", "--statistics")
    assert outcome.out == (
        f"{FINDING}Findings by rule:\n  1  LC101 unlabelled-mention\n\n"
        "Findings by organization:\n  1  Lantern Society (lantern)\n\n"
    )


def test_a_folder_is_searched_and_the_report_sorted(newsroom: Newsroom) -> None:
    for name in ("news/b.txt", "news/2026/a.md", "news/notes.csv", "a.html"):
        newsroom.write(name)
    outcome = newsroom.run("check", "news", "a.html", "--format", "jsonl")
    assert [json.loads(line)["path"] for line in outcome.out.splitlines()] == ["a.html", "news/2026/a.md", "news/b.txt"]


def test_a_file_named_is_read_whatever_its_extension(newsroom: Newsroom) -> None:
    newsroom.write("a.csv")
    assert newsroom.run("check", "a.csv").code == FINDINGS


class TestStandardInput:
    def test_it_has_a_name_of_its_own(self, newsroom: Newsroom) -> None:
        outcome = newsroom.run("check", "-", stdin=UNLABELLED)
        assert outcome.code == FINDINGS
        assert outcome.out.startswith("<stdin>:1:5: error LC101")
        assert "  | The Lantern Society moved." in outcome.out

    def test_or_the_name_of_its_file(self, newsroom: Newsroom) -> None:
        text = "<p>The Lantern&nbsp;Society moved.</p>"
        outcome = newsroom.run("check", "-", "--stdin-filename", "news/a.html", "--format", "concise", stdin=text)
        assert outcome.out.startswith("news/a.html:1:8: LC101")

    def test_together_with_files(self, newsroom: Newsroom) -> None:
        newsroom.write("a.txt")
        outcome = newsroom.run("check", "-", "a.txt", "--format", "concise", stdin=LABELLED)
        assert outcome.out == FINDING

    def test_its_format_may_be_told(self, newsroom: Newsroom) -> None:
        outcome = newsroom.run("check", "-", "--input-format", "html", stdin="<!-- The Lantern Society -->")
        assert outcome.code == CLEAN

    def test_it_is_decoded_as_files_are(self, newsroom: Newsroom) -> None:
        outcome = newsroom.run("check", "-", stdin="Общество закрыто.".encode("cp1251"))
        assert outcome.code == COULD_NOT
        assert "<stdin>: this is not UTF-8" in outcome.err
        assert "--encoding cp1251" in outcome.err
        told = newsroom.run("check", "-", "--encoding", "cp1251", stdin="Общество закрыто.".encode("cp1251"))
        assert told.code == CLEAN

    def test_an_excluded_name_is_not_checked(self, newsroom: Newsroom) -> None:
        newsroom.write("labelcheck.toml", "exclude = ['drafts']\n")
        outcome = newsroom.run("check", "-", "--stdin-filename", "drafts/a.txt", stdin=UNLABELLED)
        assert outcome.code == CLEAN
        assert "nothing to check: drafts/a.txt is excluded by" in outcome.err


class TestExitCodes:
    @pytest.mark.parametrize(
        ("text", "options", "code"),
        [
            (LABELLED, [], CLEAN),
            (UNLABELLED, [], FINDINGS),
            (UNSURE, [], CLEAN),
            (UNSURE, ["--fail-on", "note"], FINDINGS),
            ("The Lantern Society (closed)* moved.\n\n* Closed.\n\n** Closed.\n", [], FINDINGS),
            ("The Lantern Society (closed)* moved.\n\n* Closed.\n\n** Closed.\n", ["--fail-on", "error"], CLEAN),
            (UNLABELLED, ["--ignore", "LC101"], CLEAN),
            (UNLABELLED, ["--select", "LC2,LC3"], CLEAN),
            (UNLABELLED, ["--select", "unlabelled-mention"], FINDINGS),
            (UNLABELLED, ["--as-of", "2024-12-31"], CLEAN),
            (LABELLED, ["--labels", "mark"], FINDINGS),
            (LABELLED, ["--labels", "mark,phrase"], CLEAN),
            (f"{LABELLED}\n{UNLABELLED}", ["--mentions", "first"], CLEAN),
        ],
    )
    def test_verdicts(self, newsroom: Newsroom, text: str, options: list[str], code: int) -> None:
        newsroom.write("a.txt", text)
        assert newsroom.run("check", "a.txt", *options).code == code

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ([], "Missing command (see `labelcheck --help`)"),
            (["chekc"], "No such command 'chekc'"),
            (["check"], "give the path of a file or folder, or `-` for standard input (see `labelcheck check --help`)"),
            (["check", "a.txt", "--stdin-filename", "b.txt"], "--stdin-filename is about standard input; add the path"),
            (["check", "a.txt", "--config", "x.toml", "--no-config"], "contradict each other"),
            (["check", "a.txt", "--config", "x.toml"], "x.toml: cannot be read: No such file or directory"),
            (["check", "a.txt", "--as-of", "yesterday"], "'--as-of': 'yesterday' is not a date like 2026-09-30"),
            (["check", "a.txt", "--as-of", "20260930"], "'20260930' is not a date like 2026-09-30"),
            (["check", "a.txt", "--select", "LC1O1"], "'--select': no rule has the code, name or code prefix 'LC1O1'"),
            (["check", "a.txt", "--ignore", "LC101,"], "'--ignore': no rule has the code"),
            (["check", "a.txt", "--labels", "mark,word"], "'--labels': 'word' is not mark or phrase"),
            (["check", "a.txt", "--labels", ""], "'--labels': '' is not mark or phrase"),
            (["check", "a.txt", "--config", ""], "'--config': this is no path; name a file, or leave the option out"),
            (["check", "a.txt", "--baseline", ""], "'--baseline': this is no path; name a file"),
            (["check", "a.txt", "--as-of", ""], "'--as-of': '' is not a date like 2026-09-30"),
            (["check", "a.txt", "--encoding", ""], "'--encoding': unknown encoding: ''"),
            (["baseline"], "Missing command (see `labelcheck baseline --help`)"),
            (["check", "a.txt", "--encoding", "utf-9"], "'--encoding': unknown encoding: 'utf-9'"),
            (["check", "a.txt", "--format", "yaml"], "'--format'"),
            (["check", "a.txt", "--mentions", "all"], "'--mentions'"),
            (["check", "a.txt", "--lang", "xx"], "'--lang'"),
            (["check", "a.txt", "--registry", "no-such-list"], "no-such-list"),
            (["check", "a.txt", "--no-config", "--no-bundled-registries"], "name one with --registry"),
            (["check", "a.txt", "--output", "no/such/folder"], "no/such/folder: cannot be written"),
            (["check", "missing.txt"], "missing.txt: no such file or folder"),
            (["check", "empty"], "empty: no article in this folder"),
            (["rule", "LC1O1"], "no rule has the code or name 'LC1O1'; did you mean LC101?"),
        ],
    )
    def test_the_job_could_not_be_done(self, newsroom: Newsroom, arguments: list[str], message: str) -> None:
        newsroom.write("a.txt", LABELLED)
        newsroom.write("empty/notes.csv")
        outcome = newsroom.run(*arguments)
        assert outcome.code == COULD_NOT
        assert message in outcome.err
        assert all(line.startswith("labelcheck: error: ") for line in outcome.err.splitlines())


class TestFilesThatCannotBeChecked:
    def test_the_others_are_checked(self, newsroom: Newsroom) -> None:
        newsroom.write("a.txt")
        newsroom.write("b.txt", "Общество закрыто.".encode("utf-16-le"))
        newsroom.write("c.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe")
        newsroom.write("d.txt")
        outcome = newsroom.run("check", ".", "missing.txt")
        assert outcome.code == COULD_NOT
        assert [line for line in outcome.out.splitlines() if "LC101" in line][1].startswith("d.txt:1:5:")
        assert outcome.out.endswith("2 errors in 2 of 2 files (2 mentions); 3 files could not be checked\n")
        assert outcome.err == (
            "labelcheck: error: b.txt: this is not UTF-8; it looks like utf-16-le: pass --encoding utf-16-le\n"
            "labelcheck: error: c.txt: this looks like a binary file\n"
            "labelcheck: error: missing.txt: no such file or folder\n"
        )

    def test_programs_are_told_too(self, newsroom: Newsroom) -> None:
        outcome = newsroom.run("check", "missing.txt", "--format", "json")
        assert outcome.code == COULD_NOT
        assert json.loads(outcome.out)["errors"] == [{"path": "missing.txt", "message": "no such file or folder"}]


class TestExcluded:
    def test_a_path_given_is_left_out_and_that_is_told(self, newsroom: Newsroom) -> None:
        newsroom.write("labelcheck.toml", "exclude = ['old']\n")
        newsroom.write("a.txt", LABELLED)
        newsroom.write("old/b.txt")
        outcome = newsroom.run("check", "a.txt", "old/b.txt")
        config = newsroom.folder / "labelcheck.toml"
        assert (outcome.code, outcome.err) == (CLEAN, f"labelcheck: note: old/b.txt is excluded by {config}\n")
        assert newsroom.run("check", "a.txt", "old/b.txt", "--quiet").err == ""

    def test_nothing_left_is_no_error(self, newsroom: Newsroom) -> None:
        newsroom.write("labelcheck.toml", "exclude = ['old']\n")
        newsroom.write("old/a.txt")
        newsroom.write("old/b.txt")
        outcome = newsroom.run("check", "old/a.txt", "old/b.txt", "--quiet")
        config = newsroom.folder / "labelcheck.toml"
        assert outcome.err == f"labelcheck: note: nothing to check: all 2 paths are excluded by {config}\n"
        assert outcome.code == CLEAN


def test_a_stale_registry_is_reported_once(newsroom: Newsroom) -> None:
    newsroom.write("a.txt", LABELLED)
    newsroom.write("b.txt", LABELLED)
    outcome = newsroom.run("check", ".", "--format", "concise", "--as-of", "2026-06-01")
    assert outcome.code == FINDINGS
    assert outcome.out.startswith("LC401 [warning] registry closed-list is of 2026-01-01, 151 days old on 2026-06-01")
    assert outcome.out.count("\n") == 1
    assert newsroom.run("check", ".", "--as-of", "2026-06-01", "--ignore", "LC401").code == CLEAN


def test_without_a_date_staleness_is_judged_by_today(newsroom: Newsroom) -> None:
    newsroom.write("a.txt", LABELLED)
    outcome = newsroom.run("check", "a.txt", "--as-of", "article")
    assert ("LC401" in outcome.out) == (outcome.code == FINDINGS)


def test_messages_in_russian(newsroom: Newsroom) -> None:
    newsroom.write("a.txt")
    outcome = newsroom.run("check", "a.txt", "--lang", "ru", "--format", "concise")
    assert outcome.out.startswith("a.txt:1:5: LC101 [error] ")
    assert "Lantern Society" in outcome.out
    assert "has no label" not in outcome.out
    assert ": ошибка LC101 " in newsroom.run("check", "a.txt", "--lang", "ru").out


def test_rules_of_the_run_are_in_sarif(newsroom: Newsroom) -> None:
    newsroom.write("a.txt")
    outcome = newsroom.run("check", "a.txt", "--format", "sarif", "--select", "LC10")
    rules = json.loads(outcome.out)["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["LC101", "LC102", "LC103", "LC104", "LC105", "LC106"]


def test_own_registries_are_added_to_the_bundled(newsroom: Newsroom) -> None:
    newsroom.write("a.txt", "Nothing.\n")
    ids = [
        [registry["id"] for registry in json.loads(newsroom.run(*arguments).out)["registries"]]
        for arguments in (
            ("check", "a.txt", "--format", "json"),
            ("check", "a.txt", "--format", "json", "--no-config", "--registry", "ru-terrorist"),
        )
    ]
    assert ids[0] == ["closed-list"]
    assert {"ru-terrorist", "ru-undesirable"} <= set(ids[1])


def test_a_bad_registry_is_told_line_by_line(newsroom: Newsroom) -> None:
    newsroom.write("a.txt", LABELLED)
    newsroom.write("own.yaml", "schema: 1\nid: own\nnmaes: []\n")
    outcome = newsroom.run("check", "a.txt", "--registry", "own.yaml")
    assert outcome.code == COULD_NOT
    assert all(line.startswith("labelcheck: error: own.yaml:") for line in outcome.err.splitlines())
    assert "own.yaml:3:1" in outcome.err
