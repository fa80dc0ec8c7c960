"""Long work on the event loop, in slices so short that no request waits for it."""

from __future__ import annotations

import asyncio
import time

_SLICE = 0.008


class Pace:
    """``await pace()`` between the pieces of long work lets requests in, when it is time."""

    def __init__(self) -> None:
        self._since = time.perf_counter()

    async def __call__(self) -> None:
        if time.perf_counter() - self._since >= _SLICE:
            await asyncio.sleep(0)
            self._since = time.perf_counter()
