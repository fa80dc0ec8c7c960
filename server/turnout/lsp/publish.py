"""Findings brought to the client: pushed, or pulled by it, in either way judged a little after the last change."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass

from lsprotocol import types as lsp

from turnout.bug import guarded
from turnout.lsp.client import Client
from turnout.lsp.folders import Folder, Folders, Judged
from turnout.lsp.outbox import Outbox
from turnout.lsp.pace import Pace

_DELAY = 0.03
"""Seconds after a change before anything is judged: the next key may be on its way."""
_LONGEST_DELAY = 0.3
"""Seconds after which somebody who types without a pause gets an answer nevertheless."""


@dataclass(frozen=True)
class _Told:
    """What the client has of a file."""

    version: int | None
    diagnostics: list[lsp.Diagnostic]


class Publisher:
    """Judges what is stale, open files first, and tells the client: itself, or that it should ask again."""

    def __init__(self, client: Client, folders: Folders, outbox: Outbox) -> None:
        self._client = client
        self._folders = folders
        self._outbox = outbox
        self._task: asyncio.Task[None] | None = None
        self._first_wake = 0.0
        self._last_wake = 0.0
        self._is_woken = False
        self._told: dict[str, dict[str, _Told]] = {}
        self._given: dict[str, str] = {}
        """Result ids that the client pulled, by URI."""
        self._has_old_lenses = False
        """Whether something changed that lenses of other files may tell."""
        self._wants_all = False
        """Whether the client has pulled the whole workspace."""

    def wake(self) -> None:
        """Something changed: look at it soon."""
        now = asyncio.get_running_loop().time()
        if not self._is_woken:
            self._first_wake = now
        self._last_wake = now
        self._is_woken = True
        if self._task is None or self._task.done():
            self._task = asyncio.ensure_future(self._work())

    def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def forget(self, folder: Folder) -> None:
        """The folder is gone, and so is what the client was told of it."""
        for uri in self._told.pop(folder.root, {}):
            self._outbox.notify(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, lsp.PublishDiagnosticsParams(uri, []))

    # ----------------------------------------------------------------- pull

    def document(self, folder: Folder, path: str, previous: str | None) -> lsp.DocumentDiagnosticReport:
        """The answer to ``textDocument/diagnostic``."""
        judged = self._judge(folder, path)
        self._given[folder.uri(path)] = judged.id
        if judged.id == previous:
            return lsp.RelatedUnchangedDocumentDiagnosticReport(judged.id)
        return lsp.RelatedFullDocumentDiagnosticReport(judged.diagnostics, result_id=judged.id)

    async def workspace(
        self, folders: Iterable[Folder], previous: dict[str, str]
    ) -> list[lsp.WorkspaceDocumentDiagnosticReport]:
        """The answer to ``workspace/diagnostic``: what has findings, and what had some."""
        self._wants_all = True
        reports: list[lsp.WorkspaceDocumentDiagnosticReport] = []
        pace = Pace()
        left = dict(previous)
        for folder in folders:
            for path in tuple(folder.shown()) if folder.is_scanned else folder.open_paths():
                judged, uri = self._judge(folder, path), folder.uri(path)
                before = left.pop(uri, None)
                if before is not None or judged.diagnostics:
                    self._given[uri] = judged.id
                    reports.append(_report(folder, path, judged, before))
                await pace()
        for uri in left:
            self._given.pop(uri, None)
            reports.append(lsp.WorkspaceFullDocumentDiagnosticReport(uri, []))
        return reports

    # ----------------------------------------------------------------- push

    async def _work(self) -> None:
        while self._is_woken:
            await self._settle()
            self._is_woken = False
            is_news = False
            for folder in self._folders:
                if folder.is_ready.is_set():
                    is_news |= await self._deliver(folder)
            if is_news and self._client.refreshes:
                await self._outbox.agrees(lsp.WORKSPACE_DIAGNOSTIC_REFRESH)
            if self._has_old_lenses and self._client.refreshes_lenses:
                self._has_old_lenses = False
                await self._outbox.agrees(lsp.WORKSPACE_CODE_LENS_REFRESH)

    async def _settle(self) -> None:
        loop = asyncio.get_running_loop()
        while (left := min(self._last_wake + _DELAY, self._first_wake + _LONGEST_DELAY) - loop.time()) > 0:
            await asyncio.sleep(left)

    async def _deliver(self, folder: Folder) -> bool:
        """Whether a client that pulls has to ask again."""
        is_news = False
        pace = Pace()
        await self.take_in(folder)
        # Of a text that changes itself the editor asks anew.
        self._has_old_lenses |= len(folder.stale) > 1 and folder.is_scanned
        open_first = sorted(folder.stale, key=lambda path: (path not in folder.open_paths(), path))
        for path in open_first:
            if not folder.is_scanned and path not in folder.open_paths():
                break
            if self._is_woken:
                break  # what was typed now counts more than what is still to be judged
            folder.stale.discard(path)
            if not self._client.pulls:
                self._push(folder, path, self._judge(folder, path))
            elif self._wants_all or folder.uri(path) in self._given:
                is_news |= self._is_news(folder.uri(path), self._judge(folder, path))
            await pace()
        return is_news

    async def take_in(self, folder: Folder) -> None:
        """All changes, the editor's and the disk's; many of them in slices."""
        pace = Pace()
        with guarded("taking in changes"):
            _ = folder.snapshot
            while folder.take_in_some():
                await pace()

    def _is_news(self, uri: str, judged: Judged) -> bool:
        given = self._given.get(uri)
        return given != judged.id and (given is not None or bool(judged.diagnostics))

    def _push(self, folder: Folder, path: str, judged: Judged) -> None:
        told = self._told.setdefault(folder.root, {})
        uri = folder.uri(path)
        source = folder.snapshot.source(path)
        version = source.version if source is not None else None
        diagnostics = judged.diagnostics if folder.is_shown(path) else []
        now = _Told(version, diagnostics)
        if told.get(uri, _Told(None, [])) == now:
            return
        if diagnostics or version is not None:
            told[uri] = now
        else:
            told.pop(uri, None)
        self._outbox.notify(
            lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS,
            lsp.PublishDiagnosticsParams(uri, diagnostics, version if self._client.versions else None),
        )

    def _judge(self, folder: Folder, path: str) -> Judged:
        with guarded(f"the findings of {path}"):
            return folder.judge(path, self._client)
        return Judged("broken", [])


def _report(folder: Folder, path: str, judged: Judged, previous: str | None) -> lsp.WorkspaceDocumentDiagnosticReport:
    source = folder.snapshot.source(path)
    uri, version = folder.uri(path), source.version if source is not None else None
    if judged.id == previous:
        return lsp.WorkspaceUnchangedDocumentDiagnosticReport(uri, judged.id, version)
    return lsp.WorkspaceFullDocumentDiagnosticReport(uri, judged.diagnostics, version, result_id=judged.id)
