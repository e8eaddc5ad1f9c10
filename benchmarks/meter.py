"""Runs commands in turn and writes what each run took, as the system counts it; :mod:`costs` calls it.

A program of its own that imports little, because the peak memory of a process is never below that of the one that
started it. It reads a job as JSON from standard input and writes one list of ``[wall s, CPU s, peak MiB, exit code]``
a command.
"""

import json
import os
import sys
import time

_UNITS = 2**20 if sys.platform == "darwin" else 2**10  # in a MiB, of ru_maxrss


def _run(command: list[str]) -> tuple[float, float, float, int]:
    null = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in range(3)]
    begin = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=null)
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - begin
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _UNITS, os.waitstatus_to_exitcode(status)


def main() -> None:
    job = json.load(sys.stdin)
    runs: list[list[tuple[float, float, float, int]]] = [[] for _ in job["commands"]]
    for turn in range(-job["warm_up"], job["rounds"]):
        for command, costs in zip(job["commands"], runs, strict=True):
            cost = _run(command)
            if turn >= 0:
                costs.append(cost)
    json.dump(runs, sys.stdout)


if __name__ == "__main__":
    main()
