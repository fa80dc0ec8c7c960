"""Helper processes: what they give, and that they never outlive who started them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from turnout.project import parallel

TESTS = Path(__file__).parent


def nothing() -> None:
    pass


def count(paths: Sequence[str]) -> int:
    return len(paths)


def work_for_ever(paths: Sequence[str]) -> None:
    print("working", flush=True)
    time.sleep(600)


def test_each_path_is_worked_on_once() -> None:
    found = list(parallel.in_processes(count, [str(number) for number in range(95)], nothing))
    if (os.cpu_count() or 1) > 1:
        assert sorted(each for each in found if each is not None) == [15, 40, 40]


def test_helpers_end_when_their_starter_is_killed() -> None:
    starter = subprocess.Popen(
        [sys.executable, "-m", "test_parallel"], cwd=TESTS, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert starter.stdout is not None
    if (os.cpu_count() or 1) > 1:
        assert starter.stdout.readline() == b"working\n"
    starter.kill()
    # The pipe closes when the last process that holds it has ended.
    starter.communicate(timeout=60)


if __name__ == "__main__":
    from test_parallel import nothing, work_for_ever

    for _ in parallel.in_processes(work_for_ever, ["a"], nothing):
        pass
