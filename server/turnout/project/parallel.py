"""Reading many files with several processes: nothing in tree-sitter releases the GIL, so threads would not help."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from turnout.model.lower import read
from turnout.model.surface import Surface, surface_of
from turnout.project.files import Disk
from turnout.text.source import SourceFile

WORTH_HELP = 400
"""Files from which on starting processes (some 150 ms each) pays."""
_BATCH = 40
_PATIENCE = 0.01
"""Seconds to wait for a batch before the caller gets its turn again."""


def read_in_parallel(root: str, paths: Sequence[str]) -> Iterator[tuple[Surface, ...]]:
    """The surfaces of files below a folder, batch by batch in any order; empty batches while nothing is ready.

    Files that can't be read are left out. When processes can't be had, the batches not yet read are left out too.
    """
    workers = min(os.cpu_count() or 1, 8)
    if workers < 2:
        return
    batches = [paths[start : start + _BATCH] for start in range(0, len(paths), _BATCH)]
    # Not fork: an editor's server has threads.
    pool = ProcessPoolExecutor(workers, get_context("spawn"))
    try:
        pending = {pool.submit(_read_batch, root, batch) for batch in batches}
        while pending:
            finished, pending = wait(pending, _PATIENCE, FIRST_COMPLETED)
            for future in finished:
                yield future.result()
            if not finished:
                yield ()
    except (OSError, BrokenProcessPool):
        return
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _read_batch(root: str, paths: Sequence[str]) -> tuple[Surface, ...]:
    disk = Disk(root)
    found: list[Surface] = []
    for path in paths:
        data = disk.read(path)
        if data is not None:
            found.append(surface_of(read(SourceFile.of(path, data))))
    return tuple(found)
