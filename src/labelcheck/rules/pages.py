"""The page of a rule: what ``labelcheck rule CODE`` prints and ``docs/rules/`` holds, made from the rule's docstring.

``python -m labelcheck.rules.pages docs/rules`` writes the folder anew.
"""

from __future__ import annotations

import sys
from inspect import cleandoc
from pathlib import Path

from labelcheck.rules import ALL
from labelcheck.rules.base import Rule


def summary(rule: Rule) -> str:
    """The first line of the rule's page, without its full stop."""
    return cleandoc(rule.__doc__ or "").partition("\n")[0].removesuffix(".")


def page(rule: Rule) -> str:
    """The whole page of a rule, in Markdown."""
    return f"# {rule.CODE} {rule.NAME}\n\nSeverity: {rule.SEVERITY}\n\n{cleandoc(rule.__doc__ or '')}\n"


def index() -> str:
    """A table of all rules, in Markdown."""
    rows = (f"| [{r.CODE}]({r.CODE}.md) | {r.NAME} | {r.SEVERITY} | {summary(r)} |\n" for r in ALL)
    return "# Rules\n\n| code | name | severity | reports |\n|---|---|---|---|\n" + "".join(rows)


def write(folder: Path) -> None:
    """Write the index and a page a rule into an existing folder."""
    documents = {"README.md": index()} | {f"{rule.CODE}.md": page(rule) for rule in ALL}
    for name, text in documents.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
