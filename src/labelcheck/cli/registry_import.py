"""``labelcheck registry import``: an official list merged into a registry file."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime

import click

from labelcheck.cli.console import CLEAN, write
from labelcheck.curate.importing import KINDS, Imported, Line, import_listing
from labelcheck.curate.official.detect import read_official
from labelcheck.curate.registry_files import replace_files


@click.command("import", short_help="Merge an official list into a registry file.")
@click.argument("sources", metavar="SOURCE…", nargs=-1, required=True)
@click.option("--into", metavar="FILE", required=True, help="Registry file, or part of one, that new entries go into.")
@click.option("--persons", is_flag=True, help="Add natural persons too.")
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Date of the data, where SOURCE does not say it."
)
@click.option("--dry-run", is_flag=True, help="Change nothing; show what would change.")
def command(sources: tuple[str, ...], into: str, as_of: datetime | None, *, persons: bool, dry_run: bool) -> int:
    """Merge the official list in SOURCE into the registry FILE.

    SOURCE is an export (.xlsx or CSV), a saved web page, or REST answers in JSON, of which there may be several files.
    What the registry says already stays as it is; new entries come with proposed names and `review: true`, for a person
    to remove. A source that is cut off, damaged or another list is refused.
    """
    listing = read_official(sources)
    imported = import_listing(listing, into, persons=persons, as_of=as_of.date() if as_of else None)
    if not dry_run:
        replace_files({path: new for path, _, new in imported.files})
    write("".join(_summary(imported, into, dry_run=dry_run)))
    if dry_run:
        write("".join(_diff(imported)))
    return CLEAN


def _summary(imported: Imported, into: str, *, dry_run: bool) -> Iterator[str]:
    counts = Counter(line.kind for line in imported.lines)
    told = [f"{counts[kind]} {kind}" for kind in KINDS if kind != "note" and counts[kind]] or ["no change"]
    yield f"{into}: {', '.join(told)}; {_dates(imported.before.as_of, imported.after.as_of)}"
    yield " (nothing was written)\n" if dry_run else "\n"
    for line in sorted(imported.lines, key=lambda line: KINDS.index(line.kind)):
        yield f"  {line.kind:8}{_place(line)}{line.text}\n"


def _dates(before: date, after: date) -> str:
    return f"data as of {after}" if before == after else f"data as of {after}, before {before}"


def _place(line: Line) -> str:
    if not line.entry:
        return ""
    position = line.entry.position
    number = f" № {line.entry.number}" if line.entry.number else ""
    return f"{position.path}:{position.line}{number} {line.entry.id}: "


def _diff(imported: Imported) -> Iterator[str]:
    for path, old, new in imported.files:
        before, after = (text.decode("utf-8-sig").splitlines() for text in (old, new))
        yield from (f"{line}\n" for line in difflib.unified_diff(before, after, path, path, lineterm=""))
