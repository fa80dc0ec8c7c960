"""Messages on standard input and output, and the end of the process."""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, BinaryIO

_CHUNK = 1 << 16
_BETWEEN_LOOKS = 2.0


class NotJson(Exception):
    """A body that is no JSON."""


def messages(read: Callable[[], bytes]) -> Iterator[Any]:
    """What ``read`` gives, as JSON values until it gives nothing; a body that is no JSON comes as a NotJson."""
    buffer = bytearray()
    while True:
        while (end := buffer.find(_END_OF_HEAD)) < 0:
            if not (chunk := read()):
                return
            buffer += chunk
        head = _CONTENT_LENGTH.search(bytes(buffer[: end + 2]))
        del buffer[: end + len(_END_OF_HEAD)]
        if head is None:
            continue
        length = int(head[1])
        while len(buffer) < length:
            if not (chunk := read()):
                return
            buffer += chunk
        body = bytes(buffer[:length])
        del buffer[:length]
        try:
            yield json.loads(body)
        except (ValueError, RecursionError) as error:
            yield NotJson(str(error))


_END_OF_HEAD = b"\r\n\r\n"
_CONTENT_LENGTH = re.compile(rb"^Content-Length:\s*(\d{1,10})\s*$", re.IGNORECASE | re.MULTILINE)


class Reader(threading.Thread):
    """Reads on a thread of its own, which ends with the process, and hands each message to the event loop.

    It reads the file descriptor itself: a thread that waits in ``sys.stdin.buffer`` breaks Python's exit.
    """

    def __init__(self, descriptor: int, receive: Callable[[Any], None], ended: Callable[[], None]) -> None:
        super().__init__(name="stdin", daemon=True)
        self._descriptor = descriptor
        self._receive = receive
        self._ended = ended
        self._loop = asyncio.get_running_loop()

    def run(self) -> None:
        with suppress(RuntimeError):  # the loop was closed meanwhile
            try:
                for message in messages(self._read):
                    self._loop.call_soon_threadsafe(self._receive, message)
            finally:
                self._loop.call_soon_threadsafe(self._ended)

    def _read(self) -> bytes:
        try:
            return os.read(self._descriptor, _CHUNK)
        except OSError:
            return b""


class Writer:
    """Standard output for messages alone: what anybody else prints goes to standard error."""

    def __init__(self) -> None:
        sys.stdout.flush()
        self._stream: BinaryIO = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())

    def write(self, data: bytes) -> None:
        self._stream.write(data)
        self._stream.flush()

    def close(self) -> None:
        self._stream.close()


def is_visible(process: int) -> bool:
    """Whether the process can be watched from here: not from a container when it runs outside of it."""
    return os.getppid() == process or _is_alive(process)


async def parent_is_gone(process: int) -> None:
    """Returns when the process is no more."""
    was_our_parent = os.getppid() == process
    while True:
        if was_our_parent and os.getppid() != process:
            return
        if not _is_alive(process):
            return
        await asyncio.sleep(_BETWEEN_LOOKS)


def _is_alive(process: int) -> bool:
    if os.name == "nt":
        return _is_alive_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # it is somebody else's
    return True


def _is_alive_on_windows(process: int) -> bool:
    import ctypes

    kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009
    synchronize, still_running = 0x0010_0000, 0x102
    handle = kernel.OpenProcess(synchronize, False, process)
    if not handle:
        return False
    try:
        return kernel.WaitForSingleObject(handle, 0) == still_running
    finally:
        kernel.CloseHandle(handle)
