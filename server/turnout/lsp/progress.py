"""One piece of long work as the editor shows it, if it does."""

from __future__ import annotations

import asyncio
import time
from itertools import count

from lsprotocol import types as lsp

from turnout.lsp.client import Client
from turnout.lsp.outbox import Outbox

_numbers = count(1)
_BETWEEN_REPORTS = 0.1


class Progress:
    """Begins when the client has agreed; the work does not wait for that."""

    def __init__(self, client: Client, outbox: Outbox, title: str) -> None:
        self.token = f"turnout-{next(_numbers)}"
        self._outbox = outbox
        self._title = title
        self._next_report = 0.0
        self._has_begun = False
        self._agreed: asyncio.Future[bool] | None = None
        if client.progress:
            create = lsp.WorkDoneProgressCreateParams(self.token)
            self._agreed = asyncio.ensure_future(outbox.agrees(lsp.WINDOW_WORK_DONE_PROGRESS_CREATE, create))

    def report(self, done: int, total: int) -> None:
        if (now := time.perf_counter()) < self._next_report or not self._begin():
            return
        self._next_report = now + _BETWEEN_REPORTS
        percentage = min(100, 100 * done // total) if total else 0
        self._tell(lsp.WorkDoneProgressReport(message=f"{done} of {total} files", percentage=percentage))

    def end(self, message: str) -> None:
        if self._agreed is not None and not self._agreed.done():
            self._agreed.add_done_callback(lambda _: self._end(message))
        else:
            self._end(message)

    def _begin(self) -> bool:
        agreed = self._agreed
        if agreed is None or not agreed.done() or agreed.cancelled() or not agreed.result():
            return False
        if not self._has_begun:
            self._has_begun = True
            self._tell(lsp.WorkDoneProgressBegin(title=self._title, cancellable=True, percentage=0))
        return True

    def _end(self, message: str) -> None:
        if self._begin():
            self._tell(lsp.WorkDoneProgressEnd(message=message))

    def _tell(self, value: object) -> None:
        self._outbox.notify(lsp.PROGRESS, lsp.ProgressParams(self.token, value))
