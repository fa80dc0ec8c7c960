"""JSON-RPC as the specification has it, where pygls takes it easier."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, cast

from lsprotocol import types as lsp
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInvalidRequest,
    JsonRpcMethodNotFound,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import JsonRPCProtocol

log = logging.getLogger("turnout")


class Protocol(JsonRPCProtocol):
    """Sees what comes before pygls does.

    * A request with unusable parameters gets its error (pygls leaves it without an answer).
    * Requests before ``initialize`` and after ``shutdown`` get theirs.
    * Only our own handlers exist: pygls's would keep texts and folders a second time, and exit always with 0.
    """

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.handlers: dict[str, Callable[[Any], Any]] = {}
        self.is_initialized = False

    @property
    def is_shut_down(self) -> bool:
        return self._shutdown

    def receive(self, data: Any) -> None:
        """One message, as JSON gave it."""
        if not isinstance(data, dict) or "jsonrpc" not in data:
            log.warning("The client sent something that is not JSON-RPC.")
            return
        raw = cast("dict[str, Any]", data)
        method, number = raw.get("method"), raw.get("id")
        is_request = method is not None and number is not None
        if method is not None and (refusal := self._refusal(str(method))) is not None:
            if is_request:
                self._send_response(cast("Any", number), error=refusal.to_response_error())
            return
        if method is not None and not is_request and not self._is_for_us(raw):
            return
        try:
            message = self.structure_message(raw)
        except JsonRpcException as error:
            if is_request:
                self._send_response(cast("Any", number), error=error.to_response_error())
            return
        self.handle_message(cast("Any", message))

    def shut_down(self, _: Any = None) -> None:
        """Nothing is answered from now on."""
        for number, future in tuple(self._request_futures.items()):
            if number != self.msg_id:
                future.cancel()
        self._shutdown = True

    def get_message_type(self, method: str) -> type[Any] | None:
        return _types(method)[0]

    def get_result_type(self, method: str) -> type[Any] | None:
        return _types(method)[1]

    def _get_handler(self, feature_name: str) -> Callable[[Any], Any]:
        if (handler := self.handlers.get(feature_name)) is None:
            raise JsonRpcMethodNotFound.of(feature_name)
        return handler

    def _refusal(self, method: str) -> JsonRpcException | None:
        if method == lsp.EXIT:
            return None
        if self._shutdown:
            return JsonRpcInvalidRequest("The server is shut down.")
        if method == lsp.INITIALIZE:
            return JsonRpcInvalidRequest("The server is initialized already.") if self.is_initialized else None
        return None if self.is_initialized else JsonRpcServerNotInitialized("initialize comes first.")

    def _is_for_us(self, notification: dict[str, Any]) -> bool:
        """Not what nobody here listens to, nor the cancelling of a request that was answered already."""
        if notification["method"] != lsp.CANCEL_REQUEST:
            return notification["method"] in self.handlers
        params = notification.get("params")
        return isinstance(params, dict) and cast("dict[str, Any]", params).get("id") in self._request_futures


def _types(method: str) -> tuple[Any, Any]:
    """The classes of a message and of its answer."""
    found: tuple[Any, ...] = lsp.METHOD_TO_TYPES.get(method, (None, None))
    return found[0], found[1]
