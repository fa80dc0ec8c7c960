"""One line that says how far long work is, on a terminal; nothing in a pipe."""

from __future__ import annotations

import time
from typing import IO

_PATIENCE = 0.4
"""Seconds of silence at first: short work needs no line."""
_PACE = 0.08


class Meter:
    """``Meter(sys.stderr)`` writes over its own line and takes it away at the end."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._is_wanted = stream.isatty()
        self._next = time.monotonic() + _PATIENCE
        self._is_written = False

    def tell(self, what: str, done: int, total: int) -> None:
        if not self._is_wanted or (now := time.monotonic()) < self._next:
            return
        self._next = now + _PACE
        self._is_written = True
        bar = "━" * (24 * done // max(total, 1))
        self._stream.write(f"\r\x1b[K{what} \x1b[36m{bar:<24}\x1b[0m {done}/{total}")
        self._stream.flush()

    def clear(self) -> None:
        if self._is_written:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._is_written = False
