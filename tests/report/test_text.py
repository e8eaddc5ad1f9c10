"""The report that people read, as it stands on the screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from labelcheck.findings import Edit, Fix
from labelcheck.report.model import FileError, Options, Run
from labelcheck.source.model import Source

from .samples import INCOMPLETE, STALE, UNLABELLED, found, run_of, written

ARTICLE = "# Новости\n\nКак пишет «Полынь», дождя не будет.\n\nНо «Полыни»* верят не все.\n"
SHORT = "Редакция «Полыни» молчит.\n"


def body(run: Run) -> str:
    """The report without its summary."""
    return written("text", run, Options(quiet=True))


def test_each_finding_has_its_place_its_line_and_carets_and_the_summary_comes_last() -> None:
    run = run_of(
        found(INCOMPLETE, "Полыни", ARTICLE, "news/a.md"),
        found(UNLABELLED, "Полынь", ARTICLE, "news/a.md"),
        found(UNLABELLED, "Полыни", SHORT, "b.txt"),
        files={"news/a.md": ARTICLE, "b.txt": SHORT, "clean.md": ""},
    )
    assert (
        written("text", run)
        == """\
b.txt:1:11: error LC101 unlabelled-mention: «Полынь» has no label
  | Редакция «Полыни» молчит.
  |           ^^^^^^

news/a.md:3:12: error LC101 unlabelled-mention: «Полынь» has no label
  | Как пишет «Полынь», дождя не будет.
  |            ^^^^^^

news/a.md:5:5: warning LC104 incomplete-label: the label of «Полынь» leaves out: undesirable
  | Но «Полыни»* верят не все.
  |     ^^^^^^

2 errors, 1 warning in 2 of 3 files (15 mentions)
"""
    )


def test_a_finding_about_the_run_has_no_place() -> None:
    assert body(run_of(STALE)) == "warning LC401 registry-stale: the registry xx-agents is 40 days old\n\n"


@pytest.mark.parametrize(("safe", "option"), [(True, "--fix"), (False, "--fix --unsafe-fixes")])
def test_a_fix_is_offered_where_there_is_one(safe: bool, option: str) -> None:
    fixable = replace(found(UNLABELLED, "Полыни", SHORT), fix=Fix(safe, (Edit(16, 16, "*"),)))
    assert body(run_of(fixable, files={"a.md": SHORT})).endswith(f"^^^^^^\n  = help: fixable with {option}\n\n")


def test_a_finding_of_several_lines_shows_the_first() -> None:
    text = "* Издание «Полынь»\nпризнано кем-то.\n"
    assert body(run_of(found(INCOMPLETE, text.strip(), text), files={"a.md": text})).splitlines()[1:] == [
        "  | * Издание «Полынь»",
        "  | ^^^^^^^^^^^^^^^^^^",
        "",
    ]


@pytest.mark.parametrize("now", [{}, {"a.md": "Всё переписано."}], ids=["gone", "changed"])
def test_a_file_that_changed_after_the_check_is_not_quoted(now: dict[str, str]) -> None:
    assert body(run_of(found(UNLABELLED, "Полыни", SHORT), files=now)) == (
        "a.md:1:11: error LC101 unlabelled-mention: «Полынь» has no label\n\n"
    )


def test_only_files_with_findings_are_read_again_and_once_each() -> None:
    asked = []

    def read(path: str) -> Source:
        asked.append(path)
        return Source(path, ARTICLE)

    run = run_of(
        found(UNLABELLED, "Полынь", ARTICLE),
        found(INCOMPLETE, "Полыни", ARTICLE),
        STALE,
        files={"a.md": ARTICLE, "clean.md": ""},
    )
    body(replace(run, read=read))
    assert asked == ["a.md"]


def test_colours_mark_the_severity_and_the_carets() -> None:
    run = run_of(found(UNLABELLED, "Полыни", SHORT), files={"a.md": SHORT})
    assert written("text", run, Options(color=True, quiet=True)) == (
        "\x1b[1ma.md:1:11:\x1b[0m \x1b[1;31merror\x1b[0m LC101 unlabelled-mention: «Полынь» has no label\n"
        "  | Редакция «Полыни» молчит.\n"
        "  |           \x1b[1;31m^^^^^^\x1b[0m\n"
        "\n"
    )


def test_statistics_count_by_rule_and_by_organization() -> None:
    findings = [found(UNLABELLED, "Полыни", SHORT, f"{number}.md") for number in range(10)]
    tables = written("text", run_of(*findings, INCOMPLETE, STALE), Options(statistics=True)).rpartition("  | ")[2]
    assert tables.endswith(
        """\
Findings by rule:
  10  LC101 unlabelled-mention
   1  LC104 incomplete-label
   1  LC401 registry-stale

Findings by organization:
  11  Полынь (polyn)

10 errors, 2 warnings in 10 of 0 files (0 mentions)
"""
    )


def test_statistics_of_a_clean_run_are_empty() -> None:
    assert written("text", run_of(), Options(statistics=True, quiet=True)) == ""


@pytest.mark.parametrize(
    ("run", "line"),
    [
        (run_of(files={"a.md": "", "b.md": ""}), "no findings in 2 files (10 mentions)"),
        (run_of(), "no findings in 0 files (0 mentions)"),
        (run_of(STALE, files={"a.md": ""}), "1 warning in 0 of 1 file (5 mentions)"),
        (
            run_of(files={"a.md": ""}, errors=(FileError("b.md", "…"), FileError("c.md", "…"))),
            "no findings in 1 file (5 mentions); 2 files could not be checked",
        ),
        (
            run_of(errors=(FileError("b.md", "…"), FileError(None, "…"))),
            "no findings in 0 files (0 mentions); 1 file could not be checked; 1 other error",
        ),
    ],
)
def test_the_summary_never_calls_a_run_clean_that_left_something_out(run: Run, line: str) -> None:
    assert written("text", run).splitlines()[-1] == line


def test_hostile_text_reaches_the_terminal_as_escapes() -> None:
    text = "\x1b[2JПолынь \u202eтекст\u202c ##[set-output name=a]b\x9b0m\n"
    message = "«Полынь»\r\nb.md:1:1: error LC101 \x07"
    run = run_of(
        replace(found(UNLABELLED, "Полынь", text, "::error::\x1b]0;.md"), message=message),
        files={"::error::\x1b]0;.md": text},
    )
    assert (
        body(run)
        == r"""./::error::\x1b]0;.md:1:5: error LC101 unlabelled-mention: «Полынь»\r\nb.md:1:1: error LC101 \x07
  | \x1b[2JПолынь \u202eтекст\u202c \x23#[set-output name=a]b\x9b0m
  |        ^^^^^^

"""
    )


@pytest.mark.parametrize(
    ("run", "line"),
    [
        (run_of(files={"a.md": "", "b.md": ""}), "находок нет (2 файла, 10 упоминаний)"),
        (
            run_of(*[STALE] * 22, found(UNLABELLED, "Полыни", SHORT), files={f"{n}.md": "" for n in range(21)}),
            "1 ошибка, 22 предупреждения в 1 из 21 файла (105 упоминаний)",
        ),
        (
            run_of(*[STALE] * 11, files={"a.md": ""}, errors=(FileError("b.md", "…"), FileError(None, "…"))),
            (
                "11 предупреждений; в самих файлах находок нет (1 файл, 5 упоминаний); "
                "не удалось проверить 1 файл; 1 прочая ошибка"
            ),
        ),
    ],
)
def test_the_summary_in_russian(run: Run, line: str) -> None:
    assert written("text", run, Options(language="ru")).splitlines()[-1] == line


def test_the_rest_in_russian() -> None:
    fixable = replace(found(UNLABELLED, "Полыни", SHORT), fix=Fix(safe=True, edits=()))
    report = written("text", run_of(fixable), Options(language="ru", statistics=True))
    assert report.startswith("a.md:1:")
    assert ": ошибка LC101 unlabelled-mention: " in report
    assert "  = подсказка: исправляется с --fix\n" in report
    assert "Находки по правилам:\n  1  LC101" in report
    assert "Находки по организациям:\n  1  Полынь (polyn)" in report
