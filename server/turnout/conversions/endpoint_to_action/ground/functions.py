"""The functions of the project that are called: exported, local, in an object, or methods of a class."""

from __future__ import annotations

from collections.abc import Sequence

from turnout.conversions.endpoint_to_action.ground.url import const_value
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.snapshot import Snapshot


def function_called(project: Snapshot, module: Module, callee: c.Expression) -> tuple[Module, c.Function] | None:
    """The function of the project behind ``post`` or ``api.post``, and its file."""
    if isinstance(callee, c.Member) and isinstance(callee.object, c.This):
        return _method(module, _class_around(module, callee), callee.name)
    name = callee.object if isinstance(callee, c.Member) else callee
    found = value_of(project, module, name) if isinstance(name, c.Name) else None
    home, value = found if found is not None else (module, None)
    if isinstance(callee, c.Member) and isinstance(value, c.New) and isinstance(value.callee, c.Name):
        made = value_of(project, home, value.callee)
        home, value = made if made is not None else (home, None)
    if isinstance(callee, c.Member) and isinstance(value, c.Class):
        return _method(home, value, callee.name)
    if isinstance(callee, c.Member) and isinstance(value, c.Object):
        inner = value.get(callee.name)
        value = c.bare(inner) if inner is not None else None
    if not isinstance(value, c.Function) or value.is_generator:
        return None
    return home, value


def _class_around(module: Module, code: c.Code) -> c.Class | None:
    """The class that ``this`` is one of."""
    return next((above for above in module.ancestors(code) if isinstance(above, c.Class)), None)


def _method(home: Module, definition: c.Class | None, name: str) -> tuple[Module, c.Function] | None:
    """``api.post`` of ``const api = new ApiClient()``"""
    for member in definition.members if definition is not None else ():
        if member.key == name and isinstance(member.value, c.Function) and member.form in ("method", "field"):
            return (home, member.value) if not member.value.is_generator else None
    return None


def value_of(project: Snapshot, module: Module, name: c.Name) -> tuple[Module, c.Expression] | None:
    imported = module.import_of.get(name.name)
    if imported is not None:
        found = project.definition(module.path, imported.source.value, imported.imported)
        if found is None or found.export.value is None:
            return None
        return found.module, const_value(found.module, found.export.value)
    binding = module.scopes.binding(name)
    if binding is None or binding.value is None or binding.pattern is not None or binding.writes:
        return None
    return module, const_value(module, binding.value)


def clashes(module: Module, call: c.Call, names: Sequence[str]) -> bool:
    """Whether names are taken where a call stands."""
    return any(
        binding.name in names and (binding.scope.function is None or binding.scope.function.span.contains(call.span))
        for binding in module.scopes.all
    )
