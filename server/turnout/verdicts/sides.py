"""Which side a call in a shared file runs on: a file of helpers can be bundled into both, its functions seldom are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.boundary import CLIENT_LAYERS, SERVER_LAYERS
from turnout.project.entries import Caller
from turnout.project.snapshot import Snapshot
from turnout.text.span import Span

_DEEPEST = 3


def settled(project: Snapshot, caller: Caller) -> Caller:
    """The caller as server code, when only server code uses the functions of its file that lead to the call."""
    surface = project.surface(caller.path)
    if caller.side != "client" or caller.how != "call" or surface is None or surface.directive is not None:
        return caller
    layers = project.layers(caller.path)
    if not (layers & CLIENT_LAYERS and layers & SERVER_LAYERS):
        return caller
    module = project.module(caller.path)
    if module is None:
        return caller
    is_client = _is_used_by_client(project, module, caller.span, _DEEPEST)
    return caller if is_client else replace(caller, side="server")


def _is_used_by_client(project: Snapshot, module: Module, span: Span, depth: int) -> bool:
    names = _names_leading_to(module, span)
    if names is None or depth == 0:
        return True
    exported = {each.name for each in module.exports if each.local is not None and each.local.name in names}
    exported |= {each.name for each in module.exports if each.local is None and each.statement.span.contains(span)}
    for path in project.importers(module.path):
        layers = project.layers(path)
        surface = project.surface(path)
        if surface is None or not layers & CLIENT_LAYERS:
            continue
        for each in surface.imports:
            if each.type_only or project.resolve(path, each.source) != module.path:
                continue
            taken = {imported for imported, _ in each.names}
            if not (taken & exported or "*" in taken or each.is_dynamic):
                continue
            if surface.directive == "use client" or not layers & SERVER_LAYERS:
                return True
            importer = project.module(path)
            if importer is None or any(
                _is_used_by_client(project, importer, use.span, depth - 1)
                for use in surface.uses
                if use.source == each.source and (use.imported in exported or use.imported == "*")
            ):
                return True
    return False


def _names_leading_to(module: Module, span: Span) -> set[str] | None:
    """The names at the top of a file whose functions lead to a place in it; None when the file itself runs it."""
    first = _top_name(module, span)
    if first is None:
        return None
    names, pending = {first}, [first]
    while pending:
        binding = module.scopes.top.names.get(pending.pop())
        for name in _users(module, binding.references if binding is not None else ()):
            if name not in names:
                names.add(name)
                pending.append(name)
    return names


def _users(module: Module, references: list[c.Name] | tuple[()]) -> Iterator[str]:
    for reference in references:
        name = _top_name(module, reference.span)
        if name is not None:
            yield name


def _top_name(module: Module, span: Span) -> str | None:
    for name, value in module.top_level.items():
        if value is not None and value.span.contains(span):
            return name
    return None
