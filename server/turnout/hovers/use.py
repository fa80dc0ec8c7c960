"""On a call, a use or an import of a Server Action, and on a form's ``action``: what the action should be."""

from __future__ import annotations

from turnout.hovers.about import Tell, name_elsewhere
from turnout.hovers.hover import Pointed
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.entries import Entry
from turnout.project.snapshot import Snapshot
from turnout.text.span import Span


def hover(project: Snapshot, path: str, offset: int, tell: Tell) -> Pointed | None:
    """The hover of the action that the name at a place means."""
    surface = project.surface(path)
    if surface is None or not (project.uses_actions(path) or surface.imports):
        return None
    used = _used(project, path, offset)
    if used is None and (module := project.module(path)) is not None:
        used = _imported(project, module, offset) or _of_attribute(project, module, offset)
    if used is None:
        return None
    span, entry = used
    return Pointed(span, tell(project, entry, name_elsewhere(entry)))


def _used(project: Snapshot, path: str, offset: int) -> tuple[Span, Entry] | None:
    surface = project.surface(path)
    for use in surface.uses if surface is not None else ():
        named = use.member if use.imported == "*" and use.member else use.imported
        # The place is that of `actions` in `actions.save`.
        span = Span(use.span.start, use.span.end + len(f".{named}")) if use.imported == "*" else use.span
        if span.touches(offset):
            entry = project.entry_of(path, use.source, named)
            if entry is not None:
                return span, entry
    for export in surface.exports if surface is not None else ():
        # export { save } from './actions'
        if export.source is not None and export.imported is not None and export.span.touches(offset):
            entry = project.entry_of(path, export.source, export.imported)
            if entry is not None:
                return export.span, entry
    return None


def _imported(project: Snapshot, module: Module, offset: int) -> tuple[Span, Entry] | None:
    """In the import, or at a name that was imported but is no use of its own (``export { save }``)."""
    for imported in module.imports:
        if imported.local.span.touches(offset) and not imported.type_only:
            entry = project.entry_of(module.path, imported.source.value, imported.imported)
            return (imported.local.span, entry) if entry is not None else None
    for code in module.path_to(offset):
        if isinstance(code, c.Name):
            known = module.import_of.get(code.name)
            binding = module.scopes.binding(code)
            if known is not None and binding is not None and binding.kind == "import":
                entry = project.entry_of(module.path, known.source.value, known.imported)
                return (code.span, entry) if entry is not None else None
    return None


def _of_attribute(project: Snapshot, module: Module, offset: int) -> tuple[Span, Entry] | None:
    """``<form action={save}>``: at the word ``action``."""
    for code in module.path_to(offset):
        if isinstance(code, c.JsxAttribute) and code.name_span.touches(offset) and code.value is not None:
            return _used(project, module.path, c.bare(code.value).span.start)
    return None
