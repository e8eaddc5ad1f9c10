"""A long run: ``python -m fuzz TARGET --seconds 1800``, guided by coverage (atheris). See README.md."""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import os
import pkgutil
import re
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

NAMES = ("markdown", "html", "telegram", "text", "config", "suppressions", "registry", "exports", "cache")
MAX_INPUT = 4096
"""Bytes of the longest input, unless a seed is longer; what takes too long for its length shows at this length, too."""
TIMEOUT = 120
"""Seconds after which an input counts as never ending, and the process is ended."""
MEMORY = 2048
"""Megabytes of the process, dictionaries of the inflection included."""


@dataclass
class Run:
    """What one process has done: kept in a file, for the process may end at any time."""

    path: Path
    inputs: int = 0
    crashes: dict[str, int] = field(default_factory=dict)
    told: float = 0.0

    def one(self, target: Any, data: bytes) -> None:
        """Try an input. A crash is noted with the smallest input that shows it, and the run goes on."""
        self.inputs += 1
        try:
            target.run(data)
        except Exception as error:
            self._crash(error, data)
        if time.monotonic() - self.told > 5:
            self.told = time.monotonic()
            said = {"inputs": self.inputs, "cpu": round(time.process_time()), "crashes": self.crashes}
            self.path.write_text(json.dumps(said), encoding="utf-8")

    def _crash(self, error: Exception, data: bytes) -> None:
        frames = traceback.extract_tb(error.__traceback__)
        where = next((f for f in reversed(frames) if "labelcheck" in f.filename), frames[-1])
        crash = f"{type(error).__name__} at {Path(where.filename).name}:{where.lineno}"
        self.crashes[crash] = self.crashes.get(crash, 0) + 1
        file = self.path.with_name(f"crash-{re.sub('[^A-Za-z0-9.]+', '-', crash)}")
        if not file.exists() or file.stat().st_size > len(data):
            file.write_bytes(data)
            file.with_suffix(f"{file.suffix}.txt").write_text("".join(traceback.format_exception(error)), "utf-8")


def child(name: str, folder: Path, seconds: int) -> None:
    """The process that tries inputs. It ends when time is up, or when libFuzzer ends it."""
    import atheris

    with atheris.instrument_imports(include=["labelcheck"]):
        import labelcheck

        for module in pkgutil.walk_packages(labelcheck.__path__, "labelcheck."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    from fuzz.targets import TARGETS

    target = TARGETS[name]
    corpus = folder / "corpus"
    corpus.mkdir(exist_ok=True)
    for seed in target.seeds():
        (corpus / hashlib.sha1(seed, usedforsecurity=False).hexdigest()).write_bytes(seed)
    longest = max(MAX_INPUT, *map(len, target.seeds()))
    dictionary = folder / "tokens"
    dictionary.write_text("".join(f'"{_escaped(token)}"\n' for token in target.tokens), encoding="ascii")
    run = Run(folder / f"run-{os.getpid()}.json")
    options = [
        f"-max_total_time={seconds}",
        f"-timeout={TIMEOUT}",
        f"-rss_limit_mb={MEMORY}",
        f"-max_len={longest}",
        f"-artifact_prefix={folder}/ended-by-",
        f"-dict={dictionary}",
        "-print_final_stats=1",
        "-report_slow_units=20",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], lambda data: run.one(target, data))
    atheris.Fuzz()


def _escaped(token: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in token.encode())


def main() -> None:
    """Fuzz one target for so many seconds, and tell what came of it. If a process ends early, another goes on."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("target", choices=NAMES)
    parser.add_argument("--seconds", type=int, default=1800)
    parser.add_argument("--folder", type=Path, default=Path("build/fuzz"), help="for inputs, crashes and logs")
    arguments = parser.parse_args()
    if find_spec("atheris") is None:
        parser.error("atheris is not installed, so nothing can be tried; fuzz/README.md says how to install it")
    folder = (arguments.folder / arguments.target).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    began, ended = time.monotonic(), 0
    runs = []
    while (left := arguments.seconds - int(time.monotonic() - began)) > 0:
        process = os.fork()
        if process == 0:
            log = os.open(folder / f"log-{os.getpid()}", os.O_WRONLY | os.O_CREAT)
            os.dup2(log, 1)
            os.dup2(log, 2)
            child(arguments.target, folder, left)
            os._exit(0)
        _, status = os.waitpid(process, 0)
        ended += status != 0
        runs.append(process)
        if status and time.monotonic() - began < 10:
            break
    tell(arguments.target, folder, runs, int(time.monotonic() - began), ended)


def tell(name: str, folder: Path, runs: list[int], seconds: int, ended: int) -> None:
    """A row for the table in README.md, and the crashes. If nothing was tried there is no row, but an error."""
    inputs, cpu, edges, crashes = 0, 0, 0, Counter[str]()
    for process in runs:
        log = (folder / f"log-{process}").read_text("utf-8", errors="replace")
        edges = max([edges, *map(int, re.findall(r" cov: (\d+) ", log))])
        kept = folder / f"run-{process}.json"
        if kept.exists():
            said = json.loads(kept.read_text("utf-8"))
            inputs, cpu = inputs + said["inputs"], cpu + said["cpu"]
            crashes.update(said["crashes"])
    if not inputs:
        sys.exit(f"python -m fuzz: error: no input was tried; {folder}/log-{runs[-1]} says why")
    row = f"| `{name}` | {seconds} | {cpu} | {inputs} | {edges} | {len(crashes)} | {ended} |"
    report = "\n".join([row, *(f"{times} times: {crash}" for crash, times in crashes.items())])
    (folder / "report.txt").write_text(f"{report}\n", encoding="utf-8")
    sys.stdout.write(f"{report}\n")


if __name__ == "__main__":
    main()
