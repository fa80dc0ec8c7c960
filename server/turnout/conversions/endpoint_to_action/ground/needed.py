"""Who else needs a function that answers for an endpoint."""

from __future__ import annotations

from turnout.conversions.moving import declared_names
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.snapshot import Snapshot


def is_needed(project: Snapshot, module: Module, statement: c.Statement, endpoint: str) -> bool:
    """Whether files besides the endpoint's import it, or something else in its own file uses it."""
    if importer_of(project, module, statement, endpoint) is not None:
        return True
    names = list(declared_names(statement))
    for name in names:
        binding = module.scopes.binding(name)
        if binding is not None and any(not statement.span.contains(each.span) for each in binding.references):
            return True
    return len(names) > 1


def importer_of(project: Snapshot, module: Module, statement: c.Statement, endpoint: str) -> str | None:
    """A file besides the endpoint's that imports what a statement declares."""
    names = {name.name for name in declared_names(statement)}
    exported = {each.name for each in module.exports if each.local is not None and each.local.name in names}
    exported |= {"default"} if isinstance(statement, c.ExportDefault) else set()
    for path in sorted(project.importers(module.path)):
        surface = project.surface(path)
        for each in surface.imports if surface is not None and path != endpoint else ():
            wanted = {imported for imported, _ in each.names} or {"*"}
            is_ours = "*" in wanted or not exported.isdisjoint(wanted)
            if is_ours and project.resolve(path, each.source) == module.path:
                return path
    return None
