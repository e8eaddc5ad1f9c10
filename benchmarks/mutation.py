"""Mutation testing of recognition and the rules: change the code in small ways and see whether a test notices.

    pip install mutmut
    python benchmarks/mutation.py recognise rules --folder /tmp/mutants               # all mutants
    python benchmarks/mutation.py recognise rules --folder /tmp/mutants --minutes 30  # a random part of them
    grep survived LOG | python benchmarks/mutation.py recognise rules --folder /tmp/mutants --again

mutmut makes the mutants, all in one copy of the package, each switched on by its name. They are not run by mutmut,
which starts pytest for each: here pytest collects the tests once, each mutant is a fork of that process, and it runs
the tests that reach the changed function until one fails, those first that killed a mutant of this function before.
What a test remembers between its cases (``functools.cache``) is forgotten first, so that a mutant finds nothing that
the sound code has worked out.

The folder keeps the copy, since making it takes mutmut minutes; the tests are copied anew each time. Delete it when
the code has changed.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import shutil
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path("src", "labelcheck")
TESTS = (
    "articles",
    "rules",
    "recognise",
    "countries",
    "lexicon",
    "fix",
    "test_explain.py",
    "test_suppress.py",
    "test_zones.py",
)
CAUGHT, SURVIVED, TIMEOUT, UNREACHED = "killed", "survived", "timeout", "no test"
MEMORY = 4 << 30
"""Bytes that a mutant may use: some loop and collect."""


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("parts", nargs="+", help="folders or modules of src/labelcheck")
    parser.add_argument("--folder", type=Path, required=True, help="for the copy of the package with its mutants")
    parser.add_argument("--minutes", type=float, help="start no mutant after that; they come in random order")
    parser.add_argument("--seed", type=int, default=7, help="of that order (7)")
    parser.add_argument("--again", action="store_true", help="those that lines of standard input end with")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    if not options.folder.exists():
        shutil.copytree(ROOT / "src", options.folder / "src")
    os.chdir(options.folder)
    os.environ["LABELCHECK_CACHE_DIR"] = str(Path("cache").absolute())
    for part in ("tests", "registries", "docs"):
        shutil.rmtree(part, ignore_errors=True)
        shutil.copytree(ROOT / part, part)
    shutil.copy(ROOT / "pyproject.toml", "pyproject.toml")
    mutants = [mutant for part in options.parts for module in modules(part) for mutant in mutate(module)]
    todo = list(mutants)
    if options.again:
        again = {line.split()[-1] for line in sys.stdin if line.strip()}
        todo = [mutant for mutant in mutants if mutant in again]
    random.Random(options.seed).shuffle(todo)
    return run(Loop(mutants, todo, options.jobs, options.minutes))


def modules(part: str) -> list[Path]:
    path = PACKAGE / part
    return sorted(path.glob("*.py")) if path.is_dir() else [path.with_suffix(".py")]


def mutate(module: Path) -> list[str]:
    """The names of the mutants in a module of the copy, which are written into it if it has none yet."""
    code = module.read_text(encoding="utf-8")
    if "mutmut" not in code:
        code = import_module("mutmut.mutation.file_mutation").mutate_file_contents(str(module), code).code
        module.write_text(code, encoding="utf-8")
    dotted = ".".join(module.relative_to("src").with_suffix("").parts).removesuffix(".__init__")
    return [f"{dotted}.{name}" for name in re.findall(r"^ *def (x\S+__mutmut_\d+)\(", code, re.MULTILINE)]


def module_of(mutant: str) -> str:
    return mutant.rpartition(".")[0]


def function_of(mutant: str) -> str:
    return mutant.partition("__mutmut_")[0]


def run(loop: Loop) -> int:
    """Let pytest collect the tests, and give it another loop over them."""
    sys.path.insert(0, "src")
    arguments = ["-q", "-s", "-p", "no:cacheprovider"]
    return pytest.main([*arguments, *(str(Path("tests", name)) for name in TESTS)], plugins=[loop])


class Loop:
    """Takes the place of pytest's loop over the tests: runs mutants ``todo`` against those that reach them."""

    def __init__(self, mutants: Sequence[str], todo: Sequence[str], jobs: int, minutes: float | None) -> None:
        self.mutants = mutants
        self.todo = list(todo)
        self.jobs = jobs
        self.minutes = minutes
        self.items: list[pytest.Function] = []
        self.seconds: list[float] = []
        self.tests: defaultdict[str, list[int]] = defaultdict(list)
        self.killers: defaultdict[str, Counter[int]] = defaultdict(Counter)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Measure which functions each test reaches, then run the mutants; pytest calls this."""
        switch: Any = import_module("mutmut.mutation.trampoline")
        reached: set[str] = set()
        self.items = [
            item for item in session.items if isinstance(item, pytest.Function) and not item.get_closest_marker("xfail")
        ]
        active = "stats"
        switch.get_mutant_under_test = lambda: active
        switch.record_trampoline_hit = lambda function, **_: reached.add(function)
        for number, item in enumerate(self.items):
            reached.clear()
            self.forget()
            began = time.process_time()
            self.passes(item, raising=True)
            self.seconds.append(time.process_time() - began)
            for function in reached:
                self.tests[function].append(number)
        print(f"\n{len(self.items)} tests, {sum(self.seconds):.1f} s of CPU time", flush=True)

        until = time.monotonic() + 60 * self.minutes if self.minutes is not None else None
        running: dict[int, tuple[str, int]] = {}
        verdicts: dict[str, str] = {}
        while True:
            while self.todo and len(running) < self.jobs and (until is None or time.monotonic() < until):
                mutant = self.todo.pop()
                if not self.tests[function_of(mutant)]:
                    verdicts[mutant] = UNREACHED
                    print(UNREACHED, mutant, flush=True)
                    continue
                answer, mine = os.pipe()
                process = os.fork()
                if process == 0:
                    active = mutant
                    self.in_a_mutant(function_of(mutant), mine)
                os.close(mine)
                running[process] = mutant, answer
            if not running:
                break
            process, status = os.wait()
            mutant, answer = running.pop(process)
            killer = os.read(answer, 16)
            os.close(answer)
            if killer:
                self.killers[function_of(mutant)][int(killer)] += 1
            verdicts[mutant] = SURVIVED if status == 0 else TIMEOUT if os.WIFSIGNALED(status) else CAUGHT
            print(verdicts[mutant], mutant, flush=True)
        report(self.mutants, verdicts)
        return True

    def in_a_mutant(self, function: str, answer: int) -> None:
        """Run the tests of a function in a process of their own, which ends with the first that fails."""
        killers = self.killers[function]
        numbers = sorted(self.tests[function], key=lambda number: (-killers[number], self.seconds[number]))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        try:
            self.forget()
            for number in numbers:
                bound = int(time.process_time() + 20 * self.seconds[number]) + 3
                resource.setrlimit(resource.RLIMIT_CPU, (bound, resource.RLIM_INFINITY))
                if not self.passes(self.items[number]):
                    os.write(answer, str(number).encode())
                    os._exit(1)
        except BaseException:
            os._exit(2)
        os._exit(0)

    def passes(self, item: pytest.Function, *, raising: bool = False) -> bool:
        """Run one test without its report."""
        try:
            item.session._setupstate.setup(item)
            item.runtest()
        except BaseException:
            if raising:
                raise
            return False
        finally:
            with suppress(KeyError):  # a temporary folder asks for the report that is not made
                item.session._setupstate.teardown_exact(None)
        return True

    def forget(self) -> None:
        """Clear what test modules keep between their tests."""
        for module in {item.module for item in self.items}:
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


def report(mutants: Sequence[str], verdicts: dict[str, str]) -> None:
    """A line a module."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for mutant in mutants:
        counts[module_of(mutant)][verdicts.get(mutant, "not run")] += 1
    print("| module | mutants | run | killed | timeouts | survived | no test | score |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    every = sum(counts.values(), Counter[str]())
    for module, of_module in [*sorted(counts.items()), ("all", every)]:
        number = of_module.total() - of_module["not run"]
        score = f"{(of_module[CAUGHT] + of_module[TIMEOUT]) / number:.0%}" if number else ""
        shown = [of_module.total(), number, *(of_module[verdict] for verdict in (CAUGHT, TIMEOUT, SURVIVED, UNREACHED))]
        print(f"| {module.removeprefix('labelcheck.')} | {' | '.join(map(str, shown))} | {score} |")


if __name__ == "__main__":
    sys.exit(main())
