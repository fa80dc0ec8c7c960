"""The folders that are read, and which of them a file of the editor lies in."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from lsprotocol import types as lsp

from turnout import features
from turnout.features import Change, Held, Released, Settings, Snapshot, Touched, Workspace
from turnout.lsp import uris
from turnout.lsp.client import Client
from turnout.lsp.documents import Document
from turnout.lsp.to_lsp import Writer

_numbers = count(1)
_AT_ONCE = 20
"""Files changed on disk that a request may wait for."""


@dataclass(frozen=True)
class Scope:
    """One folder that the editor shows: as it spells it, and where that really is."""

    uri: str
    path: str
    real: str

    @staticmethod
    def of(uri: str) -> Scope | None:
        path = uris.to_path(uri)
        return Scope(uri, path, os.path.realpath(path)) if path is not None else None


@dataclass(frozen=True)
class Judged:
    """The findings of a file as the client gets them. The id is a new one whenever they differ."""

    id: str
    diagnostics: list[lsp.Diagnostic]


class Folder:
    """One root that is read as a whole. Changes wait in it until somebody asks for the snapshot.

    It may be larger than what the editor shows (``scopes``): of a monorepo all is read, since the callers of an
    app's endpoint may be in a package beside it.
    """

    def __init__(self, root: str) -> None:
        self.root = root
        self.scopes: list[Scope] = []
        self.workspace = Workspace.on_disk(root)
        self.is_ready = asyncio.Event()
        """The editor's settings are known: nothing is judged before."""
        self.is_scanned = False
        self.stale: set[str] = set()
        """Files to judge again, for whoever brings findings to the client."""
        self._held: dict[str, Change] = {}
        self._touched: dict[str, Change] = {}
        self._judged: dict[str, Judged] = {}
        self._outdated: set[str] = set()
        self._open: dict[str, str] = {}

    # -------------------------------------------------------------- changes

    def hold(self, path: str, document: Document) -> None:
        """The editor has this text open. It is read when somebody asks: a burst of typing costs one reading."""
        self._open[path] = document.uri
        self._held[path] = Held(path, document.data, document.version)

    def release(self, path: str) -> None:
        self._open.pop(path, None)
        self._held[path] = Released(path)

    def touch(self, path: str) -> None:
        """Something happened to the file on disk."""
        self._touched[path] = Touched(path)

    def configure(self, settings: Settings) -> None:
        self._outdate(self.workspace.configure(settings))

    def outdate_all(self) -> None:
        """Judge all again: the scan is done, and now callers and uses are known."""
        self._outdate(frozenset(self.workspace.snapshot.paths()) | frozenset(self._open))

    @property
    def snapshot(self) -> Snapshot:
        """The project of this moment: with all that the editor changed, and with what changed on disk, if that is
        not so much (another branch was checked out) that a request would have to wait for it."""
        changes = list(self._held.values())
        self._held.clear()
        if len(self._touched) <= _AT_ONCE:
            changes += self._touched.values()
            self._touched.clear()
        if changes:
            self._outdate(self.workspace.apply(changes))
        return self.workspace.snapshot

    def take_in_some(self) -> bool:
        """A part of what changed on disk; whether there is more."""
        some = list(self._touched)[:_AT_ONCE]
        if some:
            self._outdate(self.workspace.apply([self._touched.pop(path) for path in some]))
        return bool(self._touched)

    def _outdate(self, paths: frozenset[str]) -> None:
        self.stale |= paths
        self._outdated |= paths

    # ---------------------------------------------------------------- asking

    def writer(self, client: Client) -> Writer:
        return Writer(client, self.snapshot, self.uri)

    def judge(self, path: str, client: Client) -> Judged:
        """The findings of a file, computed when something may have changed them."""
        writer = self.writer(client)
        before = self._judged.get(path)
        if before is not None and path not in self._outdated:
            return before
        self._outdated.discard(path)
        found = features.check(writer.snapshot, path) if self.knows(path) else ()
        diagnostics = [writer.diagnostic(finding) for finding in found]
        if before is None or before.diagnostics != diagnostics:
            self._judged[path] = before = Judged(str(next(_numbers)), diagnostics)
        return before

    def knows(self, path: str) -> bool:
        """Whether a file is part of the project: those of node_modules are open in editors, too, and are not."""
        return self.snapshot.surface(path) is not None

    def shown(self) -> Iterator[str]:
        """The files whose findings the editor is to show."""
        return (path for path in self.snapshot.paths() if self.is_shown(path))

    def is_shown(self, path: str) -> bool:
        return path in self._open or any(_is_in(self.full(path), scope.real) for scope in self.scopes)

    # ----------------------------------------------------------------- names

    def open_paths(self) -> tuple[str, ...]:
        return tuple(self._open)

    def full(self, path: str) -> str:
        return os.path.normpath(os.path.join(self.root, path))

    def uri(self, path: str) -> str:
        """The URI of a path, as the editor would write it."""
        if (uri := self._open.get(path)) is not None:
            return uri
        full = self.full(path)
        for scope in self.scopes:
            if _is_in(full, scope.real):
                return uris.below(scope.uri, Path(os.path.relpath(full, scope.real)).as_posix())
        return uris.to_uri(full)

    def path(self, uri: str) -> str | None:
        """The path of a URI, None when it is not in this folder."""
        full = uris.to_path(uri)
        if full is None:
            return None
        for scope in self.scopes:
            # A symbolic link inside of the folder keeps its own name: it is found under it.
            if _is_in(full, scope.path):
                full = os.path.join(scope.real, os.path.relpath(full, scope.path))
                break
        else:
            full = os.path.join(os.path.realpath(os.path.dirname(full)), os.path.basename(full))
        return Path(os.path.relpath(full, self.root)).as_posix() if _is_in(full, self.root) else None


class Folders:
    """All roots that are read. A file goes to the nearest."""

    def __init__(self) -> None:
        self._folders: dict[str, Folder] = {}

    def __iter__(self) -> Iterator[Folder]:
        return iter(tuple(self._folders.values()))

    def show(self, uri: str) -> Folder | None:
        """The editor shows this folder: read it, or rather the monorepo that it is a part of."""
        scope = Scope.of(uri)
        if scope is None:
            return None
        folder = self._folder(features.project_root(scope.real) or scope.real)
        folder.scopes.append(scope)
        return folder

    def hide(self, uri: str) -> Folder | None:
        """The editor shows it no longer. Returns the folder when nothing of it is shown any more."""
        for folder in self:
            left = [scope for scope in folder.scopes if scope.uri != uri]
            if len(left) == len(folder.scopes):
                continue
            folder.scopes = left
            if not left and not folder.open_paths():
                return self._folders.pop(folder.root)
        return None

    def of(self, uri: str) -> tuple[Folder, str] | None:
        """The folder that a file is in, and its path there."""
        nearest: tuple[Folder, str] | None = None
        for folder in self:
            path = folder.path(uri)
            if path is not None and (nearest is None or len(folder.root) > len(nearest[0].root)):
                nearest = folder, path
        return nearest

    def adopt(self, uri: str) -> tuple[Folder, str] | None:
        """The same for a file that is opened: one outside of all folders brings its own, if it has Next.js."""
        found = self.of(uri)
        full = uris.to_path(uri)
        if found is not None or full is None:
            return found
        root = features.project_root(os.path.realpath(os.path.dirname(full)))
        if root is None:
            return None
        folder = self._folder(root)
        path = folder.path(uri)
        return (folder, path) if path is not None else None

    def _folder(self, root: str) -> Folder:
        if root not in self._folders:
            self._folders[root] = Folder(root)
        return self._folders[root]


def _is_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
