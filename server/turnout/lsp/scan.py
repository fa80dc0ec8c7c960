"""The first reading of a folder, while the editor works on: with progress, and given up when the user says so."""

from __future__ import annotations

import asyncio
import logging
import os
import time

from turnout import features
from turnout.bug import guarded
from turnout.lsp.client import Client
from turnout.lsp.folders import Folder
from turnout.lsp.outbox import Outbox
from turnout.lsp.pace import Pace
from turnout.lsp.progress import Progress

log = logging.getLogger("turnout")


class Scans:
    """The readings that go on."""

    def __init__(self, client: Client, outbox: Outbox) -> None:
        self._client = client
        self._outbox = outbox
        self._going_on: dict[str, tuple[Folder, asyncio.Task[None]]] = {}

    async def read(self, folder: Folder) -> None:
        """Read a folder to its end; returns early when the user gives it up or the folder is dropped."""
        name = os.path.basename(folder.root) or folder.root
        progress = Progress(self._client, self._outbox, f"Turnout: reading {name}")
        task = asyncio.ensure_future(_read(folder, progress))
        self._going_on[progress.token] = folder, task
        try:
            await asyncio.wait((task,))
        finally:
            task.cancel()
            del self._going_on[progress.token]

    def cancel(self, token: str | int) -> None:
        """The user gives it up: what was read is kept, and answers stay partial."""
        if (found := self._going_on.get(str(token))) is not None:
            found[1].cancel()

    def drop(self, folder: Folder) -> None:
        for scanned, task in tuple(self._going_on.values()):
            if scanned is folder:
                task.cancel()


async def _read(folder: Folder, progress: Progress) -> None:
    started = time.perf_counter()
    done = total = 0
    pace = Pace()
    try:
        with guarded("reading a folder"):
            for step in features.scan(folder.workspace):
                done, total = step.done, step.total
                progress.report(done, total)
                await pace()
            folder.is_scanned = True
    finally:
        progress.end(f"{done} files" if folder.is_scanned else f"stopped after {done} of {total} files")
        log.info("Read %d files of %s in %.2f s.", done, folder.root, time.perf_counter() - started)
