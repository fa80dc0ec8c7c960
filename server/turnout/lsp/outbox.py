"""What we say to the client unasked: notifications, requests, and the log."""

from __future__ import annotations

import asyncio
import logging
from typing import Any, Protocol

from lsprotocol import types as lsp

log = logging.getLogger("turnout")


class NoAnswer(Exception):
    """The client did not answer, or only with an error."""


class Connection(Protocol):
    """The part of pygls's protocol that sends."""

    def notify(self, method: str, params: Any | None = None) -> None: ...

    def send_request_async(self, method: str, params: Any | None = None) -> asyncio.Future[Any]: ...


class Outbox:
    """Sends. Nobody here waits forever for a client."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def notify(self, method: str, params: Any) -> None:
        self._connection.notify(method, params)

    async def request(self, method: str, params: Any = None, patience: float = 10.0) -> Any:
        """The client's answer; raises NoAnswer."""
        try:
            return await asyncio.wait_for(self._connection.send_request_async(method, params), patience)
        except Exception as error:
            log.info("The client did not answer %s: %s", method, error or type(error).__name__)
            raise NoAnswer(method) from error

    async def agrees(self, method: str, params: Any = None) -> bool:
        """Whether the client answered at all: for requests that only have to be known."""
        try:
            await self.request(method, params)
        except NoAnswer:
            return False
        return True


class ClientLog(logging.Handler):
    """Shows log records in the editor's log, not in its face."""

    def __init__(self, outbox: Outbox) -> None:
        super().__init__()
        self._outbox = outbox

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._outbox.notify(
                lsp.WINDOW_LOG_MESSAGE, lsp.LogMessageParams(_level(record.levelno), self.format(record))
            )
        except Exception:
            self.handleError(record)


def _level(level: int) -> lsp.MessageType:
    if level >= logging.ERROR:
        return lsp.MessageType.Error
    if level >= logging.WARNING:
        return lsp.MessageType.Warning
    return lsp.MessageType.Info if level >= logging.INFO else lsp.MessageType.Log
