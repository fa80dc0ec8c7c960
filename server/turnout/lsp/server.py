"""The language server: what it offers, and its life from the first message to the exit code."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Callable, Mapping
from typing import Any, get_args

from lsprotocol import types as lsp
from pygls.exceptions import FeatureRequestError, JsonRpcException
from pygls.protocol import default_converter
from pygls.server import JsonRPCServer

from turnout import __version__
from turnout.features import ActionKind
from turnout.lsp.client import Client
from turnout.lsp.outbox import ClientLog, Outbox
from turnout.lsp.protocol import Protocol
from turnout.lsp.session import Session
from turnout.lsp.stdio import NotJson, Reader, Writer, is_visible, parent_is_gone
from turnout.text.line_index import Encoding

log = logging.getLogger("turnout")


def serve() -> int:
    """Talk to one editor on standard input and output; returns the exit code."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(message)s")
    log.setLevel(logging.INFO)
    logging.getLogger("pygls.protocol.json_rpc").addFilter(_is_a_bug)
    try:
        return asyncio.run(_serve())
    except (BrokenPipeError, KeyboardInterrupt):
        return 1


async def _serve() -> int:
    ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def end(code: int) -> None:
        if not ended.done():
            ended.set_result(code)

    server = Server(end)
    protocol = server.protocol
    protocol.set_writer(Writer())
    to_client = ClientLog(server.outbox)
    log.addHandler(to_client)

    def receive(message: Any) -> None:
        if isinstance(message, NotJson):
            log.warning("The client sent something that is not JSON: %s", message)
            return
        try:
            protocol.receive(message)
        except BrokenPipeError:
            end(1)
        except Exception:
            log.exception("A bug in Turnout: a message was not understood.")

    Reader(sys.stdin.fileno(), receive, lambda: end(0 if protocol.is_shut_down else 1)).start()
    try:
        return await ended
    finally:
        log.removeHandler(to_client)
        server.stop()


class Server(JsonRPCServer):
    """pygls's server with our own texts, transport and manners."""

    protocol: Protocol  # pyright: ignore[reportIncompatibleVariableOverride]

    def __init__(self, end: Callable[[int], None]) -> None:
        super().__init__(Protocol, default_converter)
        self.outbox = Outbox(self.protocol)
        self._end = end
        self._session: Session | None = None
        self._parent: asyncio.Future[None] | None = None
        self.protocol.handlers = {
            lsp.INITIALIZE: self._initialize,
            lsp.SHUTDOWN: self.protocol.shut_down,
            lsp.EXIT: lambda _: end(0 if self.protocol.is_shut_down else 1),
        }

    def stop(self) -> None:
        if self._session is not None:
            self._session.stop()
        if self._parent is not None:
            self._parent.cancel()

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Our own bugs belong into the log (pygls would show them to the user)."""
        if source is not FeatureRequestError:  # a request gets its error as an answer
            log.error("A bug in Turnout: %s", error, exc_info=error)

    def _initialize(self, params: lsp.InitializeParams) -> lsp.InitializeResult:
        client = Client.of(params)
        session = self._session = Session(client, self.outbox, params)
        self.protocol.handlers |= _handlers(session)
        self.protocol.is_initialized = True
        if client.process is not None and is_visible(client.process):
            self._parent = asyncio.ensure_future(parent_is_gone(client.process))
            self._parent.add_done_callback(lambda gone: None if gone.cancelled() else self._end(1))
        return lsp.InitializeResult(_capabilities(client), lsp.ServerInfo("turnout", __version__))


def _handlers(session: Session) -> dict[str, Callable[[Any], Any]]:
    return {
        lsp.INITIALIZED: session.initialized,
        lsp.TEXT_DOCUMENT_DID_OPEN: session.opened,
        lsp.TEXT_DOCUMENT_DID_CHANGE: session.changed,
        lsp.TEXT_DOCUMENT_DID_CLOSE: session.closed,
        lsp.TEXT_DOCUMENT_DIAGNOSTIC: session.diagnostic,
        lsp.TEXT_DOCUMENT_HOVER: session.hover,
        lsp.TEXT_DOCUMENT_DEFINITION: session.navigation.definition,
        lsp.TEXT_DOCUMENT_COMPLETION: session.navigation.completions,
        lsp.TEXT_DOCUMENT_REFERENCES: session.navigation.references,
        lsp.TEXT_DOCUMENT_CODE_LENS: session.navigation.code_lenses,
        lsp.CODE_LENS_RESOLVE: session.navigation.resolve_code_lens,
        lsp.WORKSPACE_SYMBOL: session.navigation.symbols,
        lsp.TEXT_DOCUMENT_CODE_ACTION: session.code_actions,
        lsp.CODE_ACTION_RESOLVE: session.resolve_code_action,
        lsp.WORKSPACE_DIAGNOSTIC: session.workspace_diagnostic,
        lsp.WORKSPACE_DID_CHANGE_CONFIGURATION: session.configuration_changed,
        lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: session.folders_changed,
        lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES: session.files_changed,
        lsp.WORKSPACE_DID_CREATE_FILES: session.files_created,
        lsp.WORKSPACE_DID_DELETE_FILES: session.files_deleted,
        lsp.WORKSPACE_DID_RENAME_FILES: session.files_renamed,
        lsp.WINDOW_WORK_DONE_PROGRESS_CANCEL: session.progress_cancelled,
    }


def _capabilities(client: Client) -> lsp.ServerCapabilities:
    all_files = lsp.FileOperationRegistrationOptions(
        [lsp.FileOperationFilter(lsp.FileOperationPattern("**/*"), scheme="file")]
    )
    return lsp.ServerCapabilities(
        position_encoding=_ENCODINGS[client.encoding],
        text_document_sync=lsp.TextDocumentSyncOptions(open_close=True, change=lsp.TextDocumentSyncKind.Incremental),
        hover_provider=True,
        definition_provider=True,
        references_provider=True,
        completion_provider=lsp.CompletionOptions(trigger_characters=["/"]),
        workspace_symbol_provider=True,
        code_lens_provider=lsp.CodeLensOptions(resolve_provider=True),
        code_action_provider=lsp.CodeActionOptions(
            code_action_kinds=get_args(ActionKind), resolve_provider=client.resolves_edits
        ),
        diagnostic_provider=lsp.DiagnosticOptions(
            inter_file_dependencies=True, workspace_diagnostics=True, identifier="turnout"
        )
        if client.pulls
        else None,
        workspace=lsp.WorkspaceOptions(
            workspace_folders=lsp.WorkspaceFoldersServerCapabilities(supported=True, change_notifications=True),
            file_operations=lsp.FileOperationOptions(did_create=all_files, did_rename=all_files, did_delete=all_files),
        ),
    )


_ENCODINGS: Mapping[Encoding, lsp.PositionEncodingKind] = {
    "utf-8": lsp.PositionEncodingKind.Utf8,
    "utf-16": lsp.PositionEncodingKind.Utf16,
    "utf-32": lsp.PositionEncodingKind.Utf32,
}


def _is_a_bug(record: logging.LogRecord) -> bool:
    """Errors that we answer with on purpose (content modified) are no news for the log."""
    error = record.exc_info[1] if record.exc_info else None
    return not isinstance(error, JsonRpcException)
