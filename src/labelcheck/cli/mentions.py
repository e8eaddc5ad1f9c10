"""``labelcheck mentions``: every mention, labelled or not."""

from __future__ import annotations

from typing import Any

import click

from labelcheck.article import Article, Mention
from labelcheck.cli.console import CLEAN, COULD_NOT, complain, write
from labelcheck.cli.options import judging_options
from labelcheck.cli.session import prepare
from labelcheck.linter import Result
from labelcheck.report.escape import to_json, visible, visible_path
from labelcheck.report.model import FileError


@click.command("mentions", short_help="List every mention, labelled or not.")
@judging_options
@click.option(
    "--format", "list_format", type=click.Choice(["text", "jsonl"]), default="text", help="Format of the list."
)
@click.option("--explain", is_flag=True, help="Add what decided that it is a mention.")
def command(list_format: str, *, explain: bool, **options: Any) -> int:
    """List every mention of an organization in the articles at PATHS, but for those inside labels and footnotes.

    PATHS are files, folders, or `-` for standard input.
    """
    session = prepare(options)
    errors = [FileError(error.path, error.reason) for error in session.errors]
    for answer in session.runner.check(session.paths):
        if isinstance(answer, FileError):
            errors.append(answer)
            continue
        objects = _objects(answer, explain=explain)
        text = "".join(f"{to_json(item) if list_format == 'jsonl' else _line(item)}\n" for item in objects)
        if not write(text, machine=list_format == "jsonl"):
            break
    for error in errors:
        complain(f"{error.path}: {error.message}")
    return COULD_NOT if errors else CLEAN


def _objects(result: Result, *, explain: bool) -> list[dict[str, Any]]:
    return [
        {
            "path": result.path,
            **_place(result.article, mention),
            "entity": _entity(result.article, mention),
            "labelled": mention.labelled,
            "label": _label(result.article, mention),
            "certainty": "sure" if mention.certain else "uncertain",
            **({"evidence": list(mention.evidence)} if explain else {}),
        }
        for mention in result.mentions
    ]


def _place(article: Article, mention: Mention) -> dict[str, Any]:
    place = article.place(mention.start, mention.end)
    return {
        "offset": place.offset,
        "end_offset": place.end_offset,
        "line": place.line,
        "column": place.column,
        "text": place.text,
    }


def _entity(article: Article, mention: Mention) -> dict[str, Any]:
    entity = mention.entity.reference(article.as_of)
    return {"id": entity.id, "name": entity.name, "designations": list(entity.designations)}


def _label(article: Article, mention: Mention) -> dict[str, Any] | None:
    """The label's own words: the mark if a footnote answers it, else the phrase."""
    if mention.mark and mention.footnotes:
        kind, start, end = "mark", mention.mark.start, mention.mark.end
    elif mention.phrase:
        kind, start, end = "phrase", mention.phrase.start, mention.phrase.end
    else:
        return None
    states = sorted(mention.stated.states | mention.satisfied)
    return {"kind": kind, "text": article.place(start, end).text, "states": states}


def _line(item: dict[str, Any]) -> str:
    """``a.md:3:14: «Медуза» is Meduza (foreign-agent): labelled by a mark * that states foreign-agent``."""
    entity, label = item["entity"], item["label"]
    designations = ", ".join(entity["designations"]) or "no designation in force"
    line = f"{item['text']} = {entity['name']} ({designations})"
    line += ": labelled" if item["labelled"] else ": not labelled"
    if label:
        line += f", {label['kind']} {label['text']} states {', '.join(label['states']) or 'nothing known'}"
    if item["certainty"] == "uncertain":
        line += " [uncertain]"
    if "evidence" in item:
        line += f" [{'; '.join(item['evidence'])}]"
    return f"{visible_path(item['path'])}:{item['line']}:{item['column']}: {visible(line)}"
