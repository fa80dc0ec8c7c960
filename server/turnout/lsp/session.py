"""One editor from ``initialize`` to ``exit``: what it has open, what it shows, what it wants to know."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine, Iterable, Mapping, Sequence
from typing import Any, cast

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcContentModified, JsonRpcException

from turnout import features
from turnout.bug import guarded
from turnout.features import Action, Refusal
from turnout.lsp import from_lsp, uris
from turnout.lsp.client import Client
from turnout.lsp.documents import Documents
from turnout.lsp.folders import Folder, Folders
from turnout.lsp.navigation import Navigation, asked
from turnout.lsp.outbox import NoAnswer, Outbox
from turnout.lsp.publish import Publisher
from turnout.lsp.scan import Scans
from turnout.settings import read_settings
from turnout.text.edits import SourceChange

log = logging.getLogger("turnout")

REQUEST_FAILED = -32803


class Session:
    """The handlers of the protocol. Those that change texts are synchronous, so that nothing overtakes them."""

    def __init__(self, client: Client, outbox: Outbox, params: lsp.InitializeParams) -> None:
        self.client = client
        self._outbox = outbox
        self._documents = Documents(client.encoding)
        self._folders = Folders()
        self._scans = Scans(client, outbox)
        self._publisher = Publisher(client, self._folders, outbox)
        self.navigation = Navigation(client, self._folders, self._is_read)
        self._homes: dict[str, tuple[Folder, str]] = {}
        self._tasks: set[asyncio.Future[Any]] = set()
        self._reading: dict[str, asyncio.Future[None]] = {}
        self._settings: Any = _section(params.initialization_options)
        self._told: set[str] = set()
        for uri in _folders_of(params):
            self._folders.show(uri)

    # --------------------------------------------------------------- life

    def initialized(self, _: lsp.InitializedParams) -> None:
        self._spawn(self._register())
        for folder in self._folders:
            self._read(folder)

    def stop(self) -> None:
        self._publisher.stop()
        for task in tuple(self._tasks):
            task.cancel()

    async def _register(self) -> None:
        wanted: list[lsp.Registration] = []
        if self.client.registers_watching:
            watchers = [lsp.FileSystemWatcher(glob) for glob in features.watched()]
            wanted.append(
                lsp.Registration(
                    "turnout-files",
                    lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES,
                    lsp.DidChangeWatchedFilesRegistrationOptions(watchers),
                )
            )
        if self.client.registers_configuration:
            options = lsp.DidChangeConfigurationRegistrationOptions("turnout")
            wanted.append(lsp.Registration("turnout-settings", lsp.WORKSPACE_DID_CHANGE_CONFIGURATION, options))
        if wanted:
            await self._outbox.agrees(lsp.CLIENT_REGISTER_CAPABILITY, lsp.RegistrationParams(wanted))

    def _read(self, folder: Folder) -> None:
        """Settings first, then the whole folder; what is open is judged in between."""
        if folder.root not in self._reading:
            task = self._spawn(self._read_folder(folder))
            self._reading[folder.root] = task

    async def _read_folder(self, folder: Folder) -> None:
        await self._configure(folder)
        folder.is_ready.set()
        self._publisher.wake()
        await self._scans.read(folder)
        if folder.is_scanned:
            folder.outdate_all()
        self._publisher.wake()

    async def _is_read(self, folder: Folder) -> None:
        """Wait for the end of the folder's reading, also when the user gives it up."""
        if (reading := self._reading.get(folder.root)) is not None:
            await asyncio.wait((reading,))

    def _spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Future[None]:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Future[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("A bug in Turnout: %s", error, exc_info=error)

    # --------------------------------------------------------------- texts

    def opened(self, params: lsp.DidOpenTextDocumentParams) -> None:
        document = self._documents.open(params.text_document)
        self._settle(document.uri)

    def changed(self, params: lsp.DidChangeTextDocumentParams) -> None:
        document = self._documents.change(params)
        if document is not None and (home := self._homes.get(document.uri)) is not None:
            folder, path = home
            folder.hold(path, document)
            self._publisher.wake()

    def closed(self, params: lsp.DidCloseTextDocumentParams) -> None:
        self._documents.close(params.text_document.uri)
        if (home := self._homes.pop(params.text_document.uri, None)) is not None:
            folder, path = home
            folder.release(path)
            self._publisher.wake()

    def files_changed(self, params: lsp.DidChangeWatchedFilesParams) -> None:
        self._touch(change.uri for change in params.changes)

    def files_created(self, params: lsp.CreateFilesParams) -> None:
        self._touch(file.uri for file in params.files)

    def files_deleted(self, params: lsp.DeleteFilesParams) -> None:
        self._touch(file.uri for file in params.files)

    def files_renamed(self, params: lsp.RenameFilesParams) -> None:
        self._touch(uri for file in params.files for uri in (file.old_uri, file.new_uri))

    def _touch(self, changed: Iterable[str]) -> None:
        for uri in changed:
            if (found := self._folders.of(uri)) is not None:
                folder, path = found
                folder.touch(path)
        self._publisher.wake()

    def _settle(self, uri: str) -> None:
        """Give an open text to the folder that it lies in."""
        document = self._documents.get(uri)
        home = self._folders.adopt(uri)
        before = self._homes.pop(uri, None)
        if before is not None and before != home:
            before[0].release(before[1])
        if document is None or home is None:
            return
        self._homes[uri] = home
        folder, path = home
        folder.hold(path, document)
        self._read(folder)
        self._publisher.wake()

    # ------------------------------------------------------------ settings

    async def configuration_changed(self, params: lsp.DidChangeConfigurationParams) -> None:
        self._settings = _section(params.settings)
        for folder in self._folders:
            await self._configure(folder)
        self._publisher.wake()

    async def _configure(self, folder: Folder) -> None:
        raw = self._settings
        if self.client.configuration:
            scope = folder.scopes[0].uri if folder.scopes else None
            item = lsp.ConfigurationItem(scope_uri=scope, section="turnout")
            try:
                answer = await self._outbox.request(
                    lsp.WORKSPACE_CONFIGURATION, lsp.ConfigurationParams([item]), patience=3
                )
                raw = answer[0] if answer else None
            except NoAnswer:
                log.warning("The editor does not tell its settings; Turnout goes on with its own.")
        settings, problems = read_settings(raw)
        for problem in problems:
            if problem not in self._told:
                self._told.add(problem)
                log.warning(problem)
        with guarded("taking in settings"):
            folder.configure(settings)

    # ------------------------------------------------------------- folders

    def folders_changed(self, params: lsp.DidChangeWorkspaceFoldersParams) -> None:
        for shown in params.event.added:
            self._folders.show(shown.uri)
        for hidden in params.event.removed:
            if (gone := self._folders.hide(hidden.uri)) is not None:
                self._scans.drop(gone)
                self._reading.pop(gone.root, None)
                self._publisher.forget(gone)
        for folder in self._folders:
            if folder.is_scanned:
                folder.outdate_all()  # more or less of it is shown now
            self._read(folder)
        for document in self._documents:
            self._settle(document.uri)
        self._publisher.wake()

    def progress_cancelled(self, params: lsp.WorkDoneProgressCancelParams) -> None:
        self._scans.cancel(params.token)

    # --------------------------------------------------------- diagnostics

    async def diagnostic(self, params: lsp.DocumentDiagnosticParams) -> lsp.DocumentDiagnosticReport:
        found = self._folders.of(params.text_document.uri)
        if found is None:
            return lsp.RelatedFullDocumentDiagnosticReport([])
        folder, path = found
        await folder.is_ready.wait()
        if path not in folder.open_paths():
            await self._is_read(folder)  # only what is open is known before
        return self._publisher.document(folder, path, params.previous_result_id)

    async def workspace_diagnostic(self, params: lsp.WorkspaceDiagnosticParams) -> lsp.WorkspaceDiagnosticReport:
        for folder in self._folders:
            await self._is_read(folder)
            await self._publisher.take_in(folder)
        previous = {known.uri: known.value for known in params.previous_result_ids}
        return lsp.WorkspaceDiagnosticReport(await self._publisher.workspace(self._folders, previous))

    # --------------------------------------------------------------- hover

    def hover(self, params: lsp.HoverParams) -> lsp.Hover | None:
        with guarded("a hover"):
            if (found := asked(self._folders, self.client, params)) is not None:
                writer, path, at = found
                hover = features.hover(writer.snapshot, path, at)
                return writer.hover(path, hover) if hover is not None else None
        return None

    # -------------------------------------------------------- code actions

    def code_actions(self, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        found = self._folders.of(params.text_document.uri)
        if found is None or not self.client.action_literals:
            return []
        folder, path = found
        kinds = [str(getattr(kind, "value", kind)) for kind in params.context.only or ()]
        with guarded("code actions"):
            writer = folder.writer(self.client)
            source = writer.snapshot.source(path)
            if source is None or not folder.knows(path):
                return []
            span = from_lsp.span(source.lines, params.range, self.client.encoding)
            return [
                shown
                for action in features.actions(writer.snapshot, path, span, kinds)
                if _is_wanted(action.kind, kinds) and (shown := self._code_action(folder, path, action)) is not None
            ]
        return []

    def resolve_code_action(self, action: lsp.CodeAction) -> lsp.CodeAction:
        """The action with its edit, made anew; an error when the text is another one now."""
        data = _table(action.data)
        folder = next((folder for folder in self._folders if folder.root == data.get("root")), None)
        if folder is None:
            return action
        source = folder.snapshot.source(str(data.get("path")))
        if source is None or source.version != data.get("version"):
            raise JsonRpcContentModified("The file has changed since.")
        change = features.resolve(folder.snapshot, _table(data.get("ask")))
        if isinstance(change, Refusal):
            raise JsonRpcException(change.reason, REQUEST_FAILED)
        if (reason := self._can_not(change)) is not None:
            raise JsonRpcException(reason, REQUEST_FAILED)
        action.edit = folder.writer(self.client).workspace_edit(change, action.title)
        return action

    def _code_action(self, folder: Folder, path: str, action: Action) -> lsp.CodeAction | None:
        writer = folder.writer(self.client)
        shown = writer.code_action(action)
        if shown.disabled is None and not (self.client.resolves_edits and self.client.makes_and_deletes):
            # What can't be asked for later, or may not be possible in this editor, is made now.
            change = features.resolve(writer.snapshot, action.data)
            reason = change.reason if isinstance(change, Refusal) else self._can_not(change)
            if reason is not None:
                shown.disabled = lsp.CodeActionDisabled(reason)
            elif isinstance(change, SourceChange):
                shown.edit = writer.workspace_edit(change, action.title)
        elif shown.disabled is None:
            source = writer.snapshot.source(path)
            shown.data = {
                "root": folder.root,
                "path": path,
                "version": source.version if source is not None else None,
                "ask": dict(action.data),
            }
        return None if shown.disabled is not None and not self.client.disabled else shown

    def _can_not(self, change: SourceChange) -> str | None:
        """Why this editor can't do a change, if it can't."""
        if (change.created or change.deleted) and not self.client.makes_and_deletes:
            return "This editor can't make and delete files in one step. Use `turnout convert --write`."
        return None


def _folders_of(params: lsp.InitializeParams) -> Sequence[str]:
    """The newest of the three ways to say it that the client uses."""
    if params.workspace_folders:
        return [folder.uri for folder in params.workspace_folders]
    if params.root_uri:
        return [params.root_uri]
    return [uris.to_uri(params.root_path)] if params.root_path else []


def _section(settings: Any) -> Any:
    """Settings as clients push them: ``{"turnout": {…}}``, or the section itself."""
    return _table(settings).get("turnout", settings)


def _table(value: Any) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", value) if isinstance(value, Mapping) else {}


def _is_wanted(kind: str, asked: Sequence[str]) -> bool:
    return not asked or any(kind == one or one == "" or kind.startswith(f"{one}.") for one in asked)
