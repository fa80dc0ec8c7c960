"""A project at one moment: frozen, and all that rules, verdicts, hovers and conversions may ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from turnout.model import code as c
from turnout.model.handler import Implementation, unwrap
from turnout.model.module import Export, Module, directives_of
from turnout.model.surface import Surface, name_of, surface_of
from turnout.project.boundary import Layer
from turnout.project.discover import App
from turnout.project.entries import Caller, Entry
from turnout.project.index import Index, Target
from turnout.project.roles import Role
from turnout.project.routes import Route, RouteTable
from turnout.settings import Settings
from turnout.text.source import SourceFile


@dataclass(frozen=True)
class Definition:
    """Where an imported name really is: the file, its export, and the module it stands in."""

    path: str
    export: Export
    module: Module


class Snapshot:
    """Frozen: later changes of the workspace make new snapshots and leave this one as it was."""

    def __init__(
        self,
        index: Index,
        settings: Settings,
        sources: Mapping[str, SourceFile],
        read: Callable[[str], SourceFile | None],
        modules: Callable[[SourceFile], Module],
        exists: Callable[[str], bool],
        is_complete: bool,
    ) -> None:
        self.index = index
        self.settings = settings
        self.is_complete = is_complete
        """Whether the first scan has ended: before, nobody knows all callers."""
        self._sources = sources
        self._read = read
        self._modules = modules
        self._exists = exists

    # ----------------------------------------------------------------- files

    def source(self, path: str) -> SourceFile | None:
        """The text of a file, the editor's if it is open, else the disk's."""
        return self._sources.get(path) or self._read(path)

    def module(self, path: str) -> Module | None:
        """The facts of a file, read again when they were dropped."""
        source = self.source(path)
        return self._modules(source) if source is not None else None

    def supposing(self, source: SourceFile) -> Snapshot:
        """The same moment, had one file another text. What it says of the apps themselves (next.config) stays."""
        index = self.index
        surfaces = {**index.surfaces, source.path: surface_of(self._modules(source))}
        return Snapshot(
            Index(surfaces, index.apps, index.resolver, index), self.settings, {**self._sources, source.path: source},
            self._read, self._modules, self._exists, self.is_complete,
        )  # fmt: skip

    def surface(self, path: str) -> Surface | None:
        return self.index.surfaces.get(path)

    def exists(self, path: str) -> bool:
        """Whether there is such a file on disk, also one that Turnout does not read (a page of the local docs)."""
        return self._exists(path)

    def paths(self) -> tuple[str, ...]:
        """Every code file that belongs to an app or to a package beside one."""
        return tuple(sorted(self.index.surfaces))

    # ------------------------------------------------------------------ apps

    @property
    def apps(self) -> tuple[App, ...]:
        return self.index.apps

    def app(self, path: str) -> App | None:
        """The app that a file belongs to."""
        return self.index.app_of(path)

    def role(self, path: str) -> Role:
        """What Next.js takes a file for."""
        return self.index.role(path)

    def route(self, path: str) -> Route | None:
        """The route that a file makes, for pages and endpoints."""
        return self.index.route(path)

    def routes(self, app: App) -> RouteTable:
        return self.index.table(app)

    # --------------------------------------------------------------- imports

    def resolve(self, path: str, specifier: str) -> str | None:
        """The file that an import means; None for packages and for what isn't there."""
        return self.index.resolve(path, specifier)

    def is_own(self, path: str, specifier: str) -> bool:
        """Whether an import means a file of this project by its words, be it here or not."""
        return self.index.resolver.is_own(path, specifier)

    def missing_package(self, path: str, specifier: str) -> str | None:
        """The package of this repository that an import names, when it isn't here."""
        return self.index.resolver.missing_package(path, specifier)

    def importers(self, path: str) -> frozenset[str]:
        """The files that import a file, types excepted."""
        return self.index.importers(path)

    def definition(self, path: str, source: str, imported: str) -> Definition | None:
        """Follow an import of ``imported`` from ``source``, written in ``path``, through re-exports to its file."""
        target = self.index.resolve(path, source)
        return self.exported(target, imported) if target is not None else None

    def exported(self, path: str, name: str) -> Definition | None:
        """Follow the export of a name through re-exports to the file that holds it."""
        found = self.index.origin(path, name)
        if found is None:
            return None
        module = self.module(found[0])
        export = module.export(found[1]) if module is not None else None
        return Definition(found[0], export, module) if module is not None and export is not None else None

    # --------------------------------------------------------------- entries

    def entries(self, path: str) -> tuple[Entry, ...]:
        """The entries that a file makes, in order of appearance."""
        return self.index.entries(path)

    def all_entries(self, app: App | None = None) -> tuple[Entry, ...]:
        """The entries of one app or of all, by file."""
        return self.index.all_entries(app)

    def implementation(self, entry: Entry) -> tuple[Module, Implementation] | None:
        """The function behind an entry, through wrappers, re-exports and imported handlers, and the file it is in."""
        if entry.is_inline:
            module = self.module(entry.path)
            function = inline_function(module, entry) if module is not None else None
            return (module, Implementation(function, ())) if module is not None and function is not None else None
        found = self.exported(*(entry.origin or (entry.path, entry.symbol)))
        if found is None:
            return None
        module, value = found.module, found.export.value
        wrappers: tuple[object, ...] = ()
        for _ in range(4):
            behind = unwrap(module, value)
            if behind.imported is None:
                return module, Implementation(behind.function, (*wrappers, *behind.wrappers))  # type: ignore[arg-type]
            wrappers = (*wrappers, *behind.wrappers)
            further = self.definition(module.path, behind.imported.source.value, behind.imported.imported)
            if further is None:
                return module, Implementation(None, wrappers, behind.imported)  # type: ignore[arg-type]
            module, value = further.module, further.export.value
        return None

    def callers(self, entry: Entry) -> tuple[Caller, ...]:
        """Everything that calls an entry, by file and place; mentions and cache keys included (see ``Caller.how``)."""
        return self.index.callers(entry)

    def uses_actions(self, path: str) -> bool:
        """Whether a file calls a Server Action, or hands one on; quick, and without reading the file again."""
        return any(entry.kind == "server-action" for entry in self.index.called_from(path))

    def targets(self, path: str) -> tuple[Target, ...]:
        """What the requests of a file lead to, in source order."""
        return self.index.targets(path)

    def entry_of(self, path: str, source: str | None, imported: str) -> Entry | None:
        """The Server Action that a name imported in ``path`` is, or (source None) a function of the file itself."""
        return self.index.action(path, source, imported)

    # ---------------------------------------------------------------- layers

    def layers(self, path: str) -> frozenset[Layer]:
        """Which layers' code a file is part of, see ``boundary.Layer``."""
        return self.index.layers(path)


def inline_function(module: Module, entry: Entry) -> c.Function | None:
    """The function of an inline action, found by the place of its name (its own place when it has none)."""
    for function in module.functions:
        if any(each.text == "use server" for each in directives_of(function)):
            name = name_of(module, function)
            if entry.span.start == (name.span.start if name is not None else function.span.start):
                return function
    return None
