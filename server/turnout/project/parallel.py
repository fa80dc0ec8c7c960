"""Work on many files with several processes: nothing in tree-sitter releases the GIL, so threads would not help."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any, TypeVar

from turnout.heap import look_seldom
from turnout.model.lower import read
from turnout.model.surface import Surface, surface_of
from turnout.project.files import Disk
from turnout.text.source import SourceFile

Result = TypeVar("Result")

WORTH_HELP = 400
"""Files from which on starting processes (some 150 ms each) pays."""
_BATCH = 40
_PATIENCE = 0.01
"""Seconds to wait for a batch before the caller gets its turn again."""


def in_processes(
    work: Callable[[Sequence[str]], Result], paths: Sequence[str], prepare: Callable[..., None], *given: Any
) -> Iterator[Result | None]:
    """``work(batch)`` of all paths in batches of neighbours, in any order; None while nothing is ready.

    Each process runs ``prepare(*given)`` first; both functions stand at the top of a module. When processes can't be
    had, what was not yet worked on is left out.
    """
    workers = min(os.cpu_count() or 1, 8)
    if workers < 2:
        return
    batches = [paths[start : start + _BATCH] for start in range(0, len(paths), _BATCH)]
    # Not fork: an editor's server has threads.
    pool = ProcessPoolExecutor(min(workers, len(batches) or 1), get_context("spawn"), _started, (prepare, given))
    try:
        pending = {pool.submit(work, batch) for batch in batches}
        while pending:
            finished, pending = wait(pending, _PATIENCE, FIRST_COMPLETED)
            for future in finished:
                yield future.result()
            if not finished:
                yield None
    except (OSError, BrokenProcessPool):
        return
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _started(prepare: Callable[..., None], given: Sequence[Any]) -> None:
    look_seldom()
    Thread(target=_end_with_parent, daemon=True).start()
    prepare(*given)


def _end_with_parent() -> None:
    """A server that its editor killed can't end its helpers: they would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


# -------------------------------------------------------------------- reading


def read_in_parallel(root: str, paths: Sequence[str]) -> Iterator[tuple[Surface, ...]]:
    """The surfaces of files below a folder, batch by batch in any order; empty batches while nothing is ready.

    Files that can't be read are left out.
    """
    for surfaces in in_processes(_read_batch, paths, _read_below, root):
        yield surfaces or ()


_disk: Disk | None = None
"""In a process that reads: the folder."""


def _read_below(root: str) -> None:
    global _disk
    _disk = Disk(root)


def _read_batch(paths: Sequence[str]) -> tuple[Surface, ...]:
    assert _disk is not None
    found: list[Surface] = []
    for path in paths:
        data = _disk.read(path)
        if data is not None:
            found.append(surface_of(read(SourceFile.of(path, data))))
    return tuple(found)
