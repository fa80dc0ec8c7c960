"""Who uses an exported function: each file that imports it, on which side it runs, and what it does with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from turnout.conversions.conversion import Refusal
from turnout.conversions.imports import Wanted, beside, change_imports, without_suffix
from turnout.model import code as c
from turnout.model.module import ImportedName, Module
from turnout.model.uses import Use, find_uses
from turnout.project.boundary import CLIENT_LAYERS, PAGES_LAYERS, SERVER_LAYERS
from turnout.project.paths import name_of
from turnout.project.snapshot import Snapshot
from turnout.text.edits import Edit
from turnout.text.span import Span

UserSide: TypeAlias = Literal["client", "server", "test", "both"]


@dataclass(frozen=True)
class User:
    """One file that imports the function. ``side`` is ``both`` when server and browser run the file."""

    path: str
    module: Module
    names: tuple[ImportedName, ...]
    side: UserSide
    uses: tuple[Use, ...]
    """At run time; none when only its type is used."""

    @property
    def locals(self) -> tuple[str, ...]:
        return tuple(name.local.name for name in self.names)

    def retargeted(
        self, project: Snapshot, old_path: str, new_path: str, also: tuple[Wanted, ...] = ()
    ) -> tuple[Edit, ...]:
        """Its imports of the function lead to another file; the code that uses it stays byte for byte."""
        wanted = [
            Wanted(
                name.imported,
                beside(project, self.path, name.source.value, old_path, new_path),
                name.local.name,
                name.type_only,
            )
            for name in self.names
        ]
        return change_imports(self.module, (*wanted, *also), self.locals).edits


def users_of(project: Snapshot, path: str, symbol: str) -> tuple[User, ...] | Refusal:
    """All files that import the function, or why they can't all be known or changed."""
    users: list[User] = []
    for other in project.paths():
        surface = project.surface(other)
        if surface is None or other == path:
            continue
        if not any(project.resolve(other, each.source) == path for each in surface.imports):
            if not _may_mock(project, other, path):
                continue
        module = project.module(other)
        if module is None:
            continue
        found = _user(project, module, path, symbol)
        if isinstance(found, Refusal):
            return found
        if found is not None:
            users.append(found)
    return tuple(users)


def _user(project: Snapshot, module: Module, path: str, symbol: str) -> User | Refusal | None:
    surface = project.surface(module.path)
    for each in surface.imports if surface is not None else ():
        if each.is_dynamic and project.resolve(module.path, each.source) == path:
            return Refusal("the file is imported at run time, by `import()` or `require`", module.path, each.span)
    bare = _bare_import(project, module, path)
    if bare is not None:
        return Refusal(*bare)
    for export in module.exports:
        if export.source is not None and project.resolve(module.path, export.source.value) == path:
            if export.imported in (symbol, "*") and not export.is_type:
                name = "everything" if export.imported == "*" else f"`{symbol}`"
                reason = f"{module.path} exports {name} again: import it from its own file first"
                return Refusal(reason, module.path, export.statement.span)
    names: list[ImportedName] = []
    for imported in module.imports:
        if project.resolve(module.path, imported.source.value) != path:
            continue
        if imported.imported == "*":
            used = _member_use(module, imported, symbol)
            if used is not None:
                reason = f"it is used through `{imported.local.name}`, the namespace: import it by its name first"
                return Refusal(reason, module.path, used)
        elif imported.imported == symbol:
            if not _is_import(module, imported):
                return Refusal("it is imported by `require`", module.path, imported.statement)
            names.append(imported)
    if not names:
        return None
    if module.errors:
        return Refusal("a file that uses it has syntax errors", module.path, module.errors[0])
    local = {name.local.name for name in names}
    uses = tuple(use for use in find_uses(module) if use.local in local and use.source is not None)
    return User(module.path, module, tuple(names), _side(project, module), uses)


def _may_mock(project: Snapshot, other: str, path: str) -> bool:
    """Whether a test mentions the file's name: mocks are no imports."""
    if project.role(other) != "test":
        return False
    source = project.source(other)
    return source is not None and f"/{name_of(without_suffix(path))}".encode() in source.data


def _bare_import(project: Snapshot, module: Module, path: str) -> tuple[str, str, Span] | None:
    """``import './actions'`` and ``vi.mock('./actions')`` name the file without taking a name from it."""
    for statement in module.body:
        if isinstance(statement, c.Import) and not statement.specifiers:
            if project.resolve(module.path, statement.source.value) == path:
                return "the file is imported for its effects", module.path, statement.span
        if project.role(module.path) != "test":
            continue
        for code in c.walk(statement):
            match code:
                case c.Call(callee=c.Member(name="mock" | "doMock"), arguments=(c.String() as source, *_)):
                    if project.resolve(module.path, source.value) == path:
                        return "a test puts a mock in place of the file", module.path, source.span
                case _:
                    pass
    return None


def _is_import(module: Module, imported: ImportedName) -> bool:
    return any(isinstance(each, c.Import) and each.span == imported.statement for each in module.body)


def _member_use(module: Module, imported: ImportedName, symbol: str) -> Span | None:
    """Where a namespace gives the function away: by its name, or as a whole."""
    binding = module.scopes.binding(imported.local)
    for reference in binding.references if binding is not None else ():
        above = module.parents.get(id(reference))
        if not isinstance(above, c.Member) or above.name == symbol:
            return reference.span
    return None


def _side(project: Snapshot, module: Module) -> UserSide:
    layers = project.layers(module.path)
    client, server = layers & CLIENT_LAYERS, layers & SERVER_LAYERS
    if project.role(module.path) == "test" or layers == frozenset(("test",)):
        return "test"
    if client and server:
        return "both"
    if client or (not server and module.is_client_file):
        return "client"
    return "server"


def runs_outside_app_router(project: Snapshot, paths: Collection[str]) -> bool:
    """Whether one of the files is part of the Pages Router, a test or a script, where ``server-only`` breaks."""
    return any(
        project.role(path) == "test" or project.layers(path) & (PAGES_LAYERS | {"test", "middleware"}) for path in paths
    )


def local_uses(module: Module, names: Collection[str]) -> Iterator[Use]:
    """What the function's own file does with it."""
    for use in find_uses(module):
        if use.source is None and use.local in names:
            yield use
