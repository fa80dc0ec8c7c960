"""On a call, a use or an import of a Server Action: what the action should be."""

from __future__ import annotations

from turnout.hovers.entry import about
from turnout.hovers.hover import Pointed
from turnout.hovers.links import place_link
from turnout.model import code as c
from turnout.project.entries import Entry
from turnout.project.paths import name_of
from turnout.project.snapshot import Snapshot
from turnout.text.span import Span


def hover(project: Snapshot, path: str, offset: int, *, why: bool) -> Pointed | None:
    """The hover of the action that the name at a place means."""
    surface = project.surface(path)
    for use in surface.uses if surface is not None else ():
        if use.span.touches(offset):
            named = use.member if use.imported == "*" and use.member else use.imported
            entry = project.entry_of(path, use.source, named)
            if entry is not None:
                return _pointed(project, use.span, entry, why=why)
    module = project.module(path)
    if module is None:
        return None
    for imported in module.imports:
        if imported.local.span.touches(offset) and not imported.type_only:
            entry = project.entry_of(path, imported.source.value, imported.imported)
            return _pointed(project, imported.local.span, entry, why=why) if entry is not None else None
    for code in module.path_to(offset):
        if isinstance(code, c.Name):
            known = module.import_of.get(code.name)
            binding = module.scopes.binding(code)
            if known is not None and binding is not None and binding.kind == "import":
                entry = project.entry_of(path, known.source.value, known.imported)
                return _pointed(project, code.span, entry, why=why) if entry is not None else None
    return None


def _pointed(project: Snapshot, span: Span, entry: Entry, *, why: bool) -> Pointed:
    file = place_link(f"`{name_of(entry.path)}`", entry.path, entry.span)
    return Pointed(span, f"From {file}\n\n{about(project, entry, why=why)}")
