"""How fast labelcheck is: cold start, throughput, scaling, processes, hostile input, beside other programs.

usage: python benchmarks/speed.py [--only GROUP,…] [--markdown]

Runs on Linux and macOS, in an environment in which labelcheck is installed. It makes its own articles in a temporary
folder, keeps its compiled lexicons there, and prints a line a figure, with the target beside it if there is one; the
last line says which targets are met. ``--markdown`` prints the table that is in README.md.
"""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import cold
import compiling
import hostile
import jobs
import peers
import scaling
import throughput
from figures import Figure, summary

_GROUPS: dict[str, Callable[[Path], Iterator[Figure]]] = {
    "cold": cold.figures,
    "throughput": throughput.figures,
    "scaling": scaling.figures,
    "jobs": jobs.figures,
    "compile": compiling.figures,
    "hostile": hostile.figures,
    "peers": peers.figures,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default=",".join(_GROUPS), help=f"groups, parted by commas: {', '.join(_GROUPS)}")
    parser.add_argument("--markdown", action="store_true")
    arguments = parser.parse_args()
    groups = arguments.only.split(",")
    if unknown := set(groups) - _GROUPS.keys():
        parser.error(f"no such group: {', '.join(sorted(unknown))}")
    print(_machine())
    if arguments.markdown:
        print("\n| group | figure | value | target | | note |\n|---|---|---|---|---|---|")
    found: list[Figure] = []
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    with TemporaryDirectory(prefix="labelcheck-speed-") as temporary:
        os.environ["LABELCHECK_CACHE_DIR"] = str(Path(temporary, "cache"))
        for group in groups:
            folder = Path(temporary, group)
            folder.mkdir()
            for figure in _GROUPS[group](folder):
                found.append(figure)
                print(figure.row() if arguments.markdown else figure.line(), flush=True)
    print(f"\n{summary(found)}")


def _machine() -> str:
    model = platform.processor() or platform.machine()
    information = Path("/proc/cpuinfo")
    if information.exists():
        lines = information.read_text(encoding="utf-8").splitlines()
        model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), model)
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


if __name__ == "__main__":
    main()
