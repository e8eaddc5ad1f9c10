"""A page for people: the articles as a reader sees them, each mention in the colour of its state.

Pointing at a mention tells why. The page is one file without a script, and what articles say is text in it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TextIO

from labelcheck.errors import SourceError
from labelcheck.findings import SEVERITIES, Finding
from labelcheck.messages import counted, phrase
from labelcheck.report.escape import to_markup
from labelcheck.report.html_article import article_html
from labelcheck.report.html_style import STYLE
from labelcheck.report.model import FileError, Options, Page, Run
from labelcheck.report.summary import summary

_STATES = (*reversed(SEVERITIES), "labelled", "exempt", "passed-over")

_Numbered = tuple[int, Finding]
"""A finding and its number on the page, which makes it a target for links."""


def render(run: Run, out: TextIO, options: Options) -> None:
    """Write the page: the run in one line, a table of the files, and every article with a mention or a finding."""
    language = options.language
    by_path: dict[str | None, list[_Numbered]] = defaultdict(list)
    for number, finding in enumerate(run.findings):
        by_path[finding.path].append((number, finding))
    title = phrase(language, "report")
    out.write(
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f"<p>{summary(run, language)}</p>\n"
    )
    out.write(_findings(by_path[None], set(), language))
    out.write(_files(run, by_path, language))
    out.write(_registries(run, language))
    legend = (f'<mark class="{state}">{phrase(language, state)}</mark>' for state in _STATES)
    out.write(f'<p class="legend">{" ".join(legend)}</p>\n')
    for index, file in enumerate(run.files):
        findings = by_path[file.path]
        if findings or file.mentions:
            out.write(f'<section id="file{index}">\n<h2>{to_markup(file.path)}</h2>\n')
            out.write(_section(_page(run, file.path, findings), findings, language))
            out.write("</section>\n")
    out.write("</body>\n</html>\n")


def _files(run: Run, by_path: dict[str | None, list[_Numbered]], language: str) -> str:
    heads = [phrase(language, key) for key in ("file", "date", "mentions", *reversed(SEVERITIES))]
    rows = [_row("th", heads)]
    for index, file in enumerate(run.files):
        findings = by_path[file.path]
        path = to_markup(file.path)
        if findings or file.mentions:
            path = f'<a href="#file{index}">{path}</a>'
        counts = Counter(finding.severity for _, finding in findings)
        numbers = [f'<span class="{name}">{counts[name]}</span>' if counts[name] else "0" for name in _STATES[:3]]
        rows.append(_row("td", [path, file.as_of.isoformat(), str(file.mentions), *numbers]))
    rows += [_error_row(error, language) for error in run.errors]
    return f'<table class="files">\n{"".join(rows)}</table>\n'


def _error_row(error: FileError, language: str) -> str:
    message = f"{phrase(language, 'not-checked')}: {to_markup(error.message)}"
    return f'<tr><td>{to_markup(error.path or "")}</td><td colspan="5"><span class="error">{message}</span></td></tr>\n'


def _registries(run: Run, language: str) -> str:
    items = (
        phrase(
            language,
            "registry",
            id=registry.id,
            as_of=registry.as_of.isoformat(),
            entries=counted(language, registry.entries, "entry"),
        )
        for registry in run.registries
    )
    listed = "".join(f"<li>{to_markup(item)}</li>\n" for item in items)
    return f"<details>\n<summary>{phrase(language, 'registries')}</summary>\n<ul>\n{listed}</ul>\n</details>\n"


def _page(run: Run, path: str, findings: Sequence[_Numbered]) -> Page | None:
    """The article, or None if it is not what it was when it was checked."""
    try:
        page = run.page(path)
    except SourceError:
        return None
    text = page.view.source.text
    places = (finding.place for _, finding in findings if finding.place)
    return page if all(text[p.offset : p.end_offset] == p.text for p in places) else None


def _section(page: Page | None, findings: Sequence[_Numbered], language: str) -> str:
    if page is None:
        return f'{_findings(findings, set(), language)}<p class="error">{phrase(language, "changed")}</p>\n'
    article, shown = article_html(page, findings, language)
    return f"{_findings(findings, shown, language)}{article}"


def _findings(findings: Sequence[_Numbered], shown: set[int], language: str) -> str:
    """A table of findings; the place of one that is ``shown`` in the article leads there."""
    rows = []
    for number, finding in findings:
        place = f"{finding.place.line}:{finding.place.column}" if finding.place else ""
        if number in shown:
            place = f'<a href="#finding{number}">{place}</a>'
        severity = f'<span class="{finding.severity}">{phrase(language, finding.severity)}</span>'
        rows.append(_row("td", [place, severity, f"{finding.rule} {finding.name}", to_markup(finding.message)]))
    return f'<table class="findings">\n{"".join(rows)}</table>\n' if rows else ""


def _row(tag: str, cells: Sequence[str]) -> str:
    return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in cells)}</tr>\n"
