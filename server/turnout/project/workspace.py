"""One workspace folder over time: what is on disk, overlaid by what editors hold open."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from turnout.model.lower import read
from turnout.model.module import Module
from turnout.model.surface import Surface, surface_of
from turnout.project.cache import Cache
from turnout.project.config import CONFIG_NAMES
from turnout.project.discover import App, Package, discover, packages
from turnout.project.files import Disk, Draft, Files, is_skipped, matters
from turnout.project.index import Index
from turnout.project.parallel import WORTH_HELP, read_in_parallel
from turnout.project.paths import folders_above, join, name_of
from turnout.project.resolve import Resolver
from turnout.project.snapshot import Snapshot
from turnout.settings import Settings
from turnout.syntax.grammar import is_code
from turnout.text.edits import SourceChange, apply_edits
from turnout.text.source import SourceFile

MODULES_KEPT = 500
"""Files whose facts stay in memory, some 150 KB each; others are read again when asked for (some milliseconds)."""


@dataclass(frozen=True)
class Held:
    """An editor holds this text: it counts instead of the file on disk, from the opening to the closing."""

    path: str
    data: bytes | str
    version: int | None


@dataclass(frozen=True)
class Released:
    """The editor closed the file: the disk counts again."""

    path: str


@dataclass(frozen=True)
class Touched:
    """Something happened to the file or folder on disk: made, changed or deleted. It is read again."""

    path: str


Change: TypeAlias = Held | Released | Touched


@dataclass(frozen=True)
class Progress:
    """How far a scan is: files read and files in all."""

    done: int
    total: int


class Workspace:
    """Only ``apply``, ``suppose``, ``configure`` and ``scan`` change state; ``snapshot`` is cheap and frozen."""

    def __init__(self, files: Files, settings: Settings | None = None) -> None:
        self._files = files
        self._settings = settings or Settings()
        self._held: dict[str, SourceFile] = {}
        self._paths: set[str] = set()
        """Every path that matters, as far as it is known; all of them once the scan has begun."""
        self._surfaces: dict[str, Surface] = {}
        self._modules: OrderedDict[str, Module] = OrderedDict()
        self._apps: tuple[App, ...] = ()
        self._packages: tuple[Package, ...] = ()
        self._resolver = Resolver(self._paths, files, (), ())
        self._is_listed = False
        self._is_complete = False
        self._index: Index | None = None
        self._snapshot: Snapshot | None = None

    @staticmethod
    def on_disk(root: str, settings: Settings | None = None) -> Workspace:
        return Workspace(Disk(root), settings)

    @staticmethod
    def taken_over(root: str, settings: Settings, surfaces: Mapping[str, Surface]) -> Workspace:
        """A folder that another process has read: its surfaces."""
        workspace = Workspace.on_disk(root, settings)
        workspace._list()
        workspace._surfaces.update(surfaces)
        workspace._is_complete = True
        workspace._relink()
        return workspace

    # ------------------------------------------------------------ first scan

    def scan(self) -> Iterator[Progress]:
        """Read everything that was not read yet. Yields between files; the snapshot is complete when it ends."""
        self._list()
        wanted = sorted(path for path in self._paths if is_code(path)) if self._apps else []
        cache = Cache(self._files.root) if isinstance(self._files, Disk) and len(wanted) >= WORTH_HELP else None
        if cache is not None:
            unread = [path for path in wanted if path not in self._surfaces and path not in self._held]
            self._surfaces.update(cache.load(unread))
        missing = [path for path in wanted if path not in self._surfaces]
        helped = [path for path in missing if path not in self._held] if cache is not None else []
        done = len(wanted) - len(missing)
        if isinstance(self._files, Disk) and len(helped) >= WORTH_HELP:
            for surfaces in read_in_parallel(str(self._files.root), helped):
                for surface in surfaces:
                    # What an editor opened or changed meanwhile is newer than what was read.
                    if surface.path in self._paths and surface.path not in self._surfaces:
                        self._surfaces[surface.path] = surface
                done += len(surfaces)
                yield Progress(min(done, len(wanted)), len(wanted))
        for path in missing:
            if path in self._paths and path not in self._surfaces:
                self._surface(path)
                done += 1
                yield Progress(min(done, len(wanted)), len(wanted))
        if cache is not None and missing:
            cache.save({path: surface for path, surface in self._surfaces.items() if path not in self._held})
        self._is_complete = True
        self._relink()

    def _list(self) -> None:
        self._paths.clear()
        self._paths.update(self._files.list())
        self._paths.update(path for path in self._held if matters(path))
        self._is_listed = True
        self._discover()

    def _discover(self) -> None:
        """Find apps and packages again, from the paths there are."""
        self._apps = discover(self._files, self._paths, self._module_at)
        self._packages = packages(self._files, self._paths)
        self._resolver = Resolver(self._paths, self._files, self._apps, self._packages)
        self._index = None
        self._snapshot = None

    def _glimpse(self, path: str) -> None:
        """Before the scan: the app of one opened file, from the configuration files in the folders above it."""
        names = ("package.json", "tsconfig.json", "jsconfig.json", *CONFIG_NAMES)
        near = {
            candidate
            for folder in folders_above(path.rpartition("/")[0])
            for name in names
            if self._files.exists(candidate := join(folder, name))
        }
        if not near <= self._paths or path not in self._paths:
            self._paths |= near | {path}
            self._discover()

    # --------------------------------------------------------------- changes

    def apply(self, changes: Sequence[Change]) -> frozenset[str]:
        """Take in changes; returns the paths whose findings may have changed (the changed ones included)."""
        before, known = dict(self._surfaces), set(self._paths)
        touched: set[str] = set()
        settings_changed = False
        for change in changes:
            for path in self._take_in(change):
                touched.add(path)
                settings_changed = settings_changed or not is_code(path) or name_of(path) in CONFIG_NAMES
        if self._paths != known:
            if any(_shapes_apps(path) for path in self._paths ^ known) or self._moves_apps():
                settings_changed = True
            else:
                self._resolver.forget(next(iter(self._paths ^ known)))
        if settings_changed:
            self._discover()
            if self._is_complete and self._apps:
                for path in sorted(self._paths):  # Nothing was read as long as there was no app.
                    if is_code(path) and path not in self._surfaces:
                        self._surface(path)
        old_index = self._index
        self._relink()
        if settings_changed:
            return frozenset(touched | set(self._surfaces))
        moved = {path for path in touched if before.get(path) != self._surfaces.get(path)}
        if not moved or not self._is_complete or old_index is None or self._index is None:
            return frozenset(touched)
        return frozenset(touched | _affected(moved, old_index, self._index))

    def suppose(self, change: SourceChange) -> frozenset[str]:
        """Go on as if a change were on the disk, where it is not; as ``apply`` besides."""
        if not isinstance(self._files, Draft):
            self._files = Draft(self._files)
            self._discover()
        for path, edits in change.edits.items():
            data = self._files.read(path)
            assert data is not None
            self._files.put(path, apply_edits(data, edits))
        for path, text in change.created.items():
            self._files.put(path, text.encode("utf-8", "replace"))
        for path in change.deleted:
            self._files.put(path, None)
        return self.apply([Touched(path) for path in change.paths])

    def _take_in(self, change: Change) -> Iterable[str]:
        path = change.path
        if is_skipped(path):
            return ()  # An editor may show a file of a package, and a build writes what nobody wrote.
        if isinstance(change, Held):
            self._held[path] = SourceFile.of(path, change.data, change.version)
            if not self._is_listed:
                self._glimpse(path)
            if matters(path):
                self._paths.add(path)
            return self._read_again(path)
        if isinstance(change, Released):
            if self._held.pop(path, None) is None:
                return ()
            return self._read_again(path)
        if path in self._held:
            return ()
        below = {each for each in self._paths if each.startswith(f"{path}/")}
        if self._is_listed and not self._files.exists(path):
            below |= set(self._files.list(path))
        return [each for one in (below or {path}) for each in self._read_again(one)]

    def _read_again(self, path: str) -> Iterable[str]:
        """Read one file: it may be new, changed or gone."""
        if not matters(path) or is_skipped(path):
            return ()
        if path in self._held or self._files.exists(path):
            self._paths.add(path)
        else:
            self._paths.discard(path)
            self._surfaces.pop(path, None)
            self._modules.pop(path, None)
            return (path,)
        if is_code(path) and (self._apps or not self._is_listed):
            self._surface(path)
        return (path,)

    def _moves_apps(self) -> bool:
        """Whether an app's folder appeared or went with the files: its first page, or its last."""
        folders = {path.rpartition("/")[0] for path in self._paths}
        for app in self._apps:
            for router, found in (("app", app.app_dir), ("pages", app.pages_dir)):
                names = (join(app.root, router), join(app.root, f"src/{router}"))
                exists = any(folder == name or folder.startswith(f"{name}/") for name in names for folder in folders)
                if exists != (found is not None):
                    return True
        return not self._apps and bool(self._paths)

    def configure(self, settings: Settings) -> frozenset[str]:
        """New settings; returns the paths to judge again."""
        if settings == self._settings:
            return frozenset()
        self._settings = settings
        self._snapshot = None
        return frozenset(self._surfaces)

    # ----------------------------------------------------------------- state

    @property
    def held(self) -> frozenset[str]:
        """The files that editors hold open."""
        return frozenset(self._held)

    @property
    def snapshot(self) -> Snapshot:
        if self._snapshot is None:
            if self._index is None:
                self._relink()
            assert self._index is not None
            self._snapshot = Snapshot(
                self._index, self._settings, dict(self._held), self._from_disk, self._module, self._files.exists,
                self._is_complete,
            )  # fmt: skip
        return self._snapshot

    def _relink(self) -> None:
        self._index = Index(dict(self._surfaces), self._apps, self._resolver, self._index)
        self._snapshot = None

    def _from_disk(self, path: str) -> SourceFile | None:
        data = self._files.read(path)
        return SourceFile.of(path, data) if data is not None else None

    def _source(self, path: str) -> SourceFile | None:
        return self._held.get(path) or self._from_disk(path)

    def _module_at(self, path: str) -> Module | None:
        source = self._source(path)
        return self._module(source) if source is not None else None

    def _module(self, source: SourceFile) -> Module:
        known = self._modules.get(source.path)
        if known is not None and (known.source is source or known.source.data == source.data):
            if known.source.version == source.version:
                self._modules.move_to_end(source.path)
                return known
        module = read(source)
        self._modules[source.path] = module
        while len(self._modules) > MODULES_KEPT:
            self._modules.popitem(last=False)
        return module

    def _surface(self, path: str) -> None:
        source = self._source(path)
        if source is None:
            self._surfaces.pop(path, None)
            return
        # What is only scanned of a large project is not kept: its facts would be gone before anyone asks.
        is_kept = path in self._held or len(self._paths) <= MODULES_KEPT
        module = self._module(source) if is_kept else read(source)
        self._surfaces[path] = surface_of(module)


def _shapes_apps(path: str) -> bool:
    return not is_code(path) or name_of(path) in CONFIG_NAMES or name_of(path).startswith(("middleware.", "proxy."))


def _affected(moved: set[str], old: Index, new: Index) -> set[str]:
    """The files whose findings can depend on the changed ones: what they import and who imports them, the endpoints
    that they call and the callers of their endpoints, and all files whose layer moved."""
    found: set[str] = set()
    for index in (old, new):
        for path in moved:
            found |= index.importers(path)
            found.update(edge.to for edge in index.edges(path))
            for target in index.targets(path):
                found.update(route.path for route in target.routes)
            if path in old.surfaces and path in new.surfaces and old.surfaces[path].props != new.surfaces[path].props:
                # A component that was given another address calls another endpoint.
                found.update(entry.path for edge in index.edges(path) for entry in index.called_from(edge.to))
            for entry in index.entries(path):
                found.update(caller.path for caller in index.callers(entry))
                if entry.origin is not None:
                    found.add(entry.origin[0])
    if any((old.route(path) is None) != (new.route(path) is None) for path in moved):
        # A URL came or went: everyone whose request found no answer, or found this one.
        found.update(
            path for path in new.surfaces if any(target.is_local and not target.entries for target in new.targets(path))
        )
        found.update(path for path in new.surfaces if new.route(path) is not None)
    found.update(path for path in new.surfaces if path in old.surfaces and old.reached(path) != new.reached(path))
    return {path for path in found if path in new.surfaces}
