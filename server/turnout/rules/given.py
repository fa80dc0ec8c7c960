"""Server Actions given to something: which action an expression means, and what it will be called with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.entries import Entry
from turnout.rules.rule import FileView

_STATE = re.compile(r"_+$|_*(?:prev|previous|initial|current|old|last)?_?(?:form)?state$|_*prev", re.IGNORECASE)


@dataclass(frozen=True)
class Given:
    """An action as it is handed on. ``bound`` arguments come before those that the caller gives."""

    entry: Entry
    name: str
    """As written: ``save``, ``actions.save``."""
    bound: int
    bind: c.Call | None


def given_action(view: FileView, expression: c.Expression | None) -> Given | None:
    """The Server Action that ``save``, ``actions.save`` or ``save.bind(null, id)`` is; None for everything else."""
    bare = c.bare(expression) if expression is not None else None
    match bare:
        case c.Name() | c.Member():
            entry = _entry(view, bare)
            return Given(entry, view.module.source.text(bare.span), 0, None) if entry is not None else None
        case c.Call(callee=c.Member(object=below, name="bind"), arguments=arguments):
            inner = given_action(view, below)
            if inner is None or any(isinstance(each, c.Spread) for each in arguments):
                return None
            return Given(inner.entry, inner.name, inner.bound + max(len(arguments) - 1, 0), bare)
        case _:
            return None


def _entry(view: FileView, expression: c.Name | c.Member) -> Entry | None:
    module = view.module
    if isinstance(expression, c.Member):
        below = c.bare(expression.object)
        imported = module.import_of.get(below.name) if isinstance(below, c.Name) else None
        if imported is None or imported.imported != "*" or imported.type_only:
            return None
        return view.project.entry_of(view.path, imported.source.value, expression.name)
    binding = module.scopes.binding(expression)
    if binding is None or binding.writes or binding.kind == "parameter":
        return None
    if binding.kind == "import":
        imported = module.import_of.get(binding.name)
        if imported is None or imported.type_only:
            return None
        return view.project.entry_of(view.path, imported.source.value, imported.imported)
    if binding.pattern is not None:
        return None
    if isinstance(binding.value, c.Function):
        return view.project.entry_of(view.path, None, binding.name)
    given = given_action(view, binding.value) if binding.value is not None else None
    return given.entry if given is not None and given.bind is None else None


@dataclass(frozen=True)
class Signature:
    """What an action takes after its bound arguments."""

    module: Module
    function: c.Function
    parameters: tuple[c.Parameter, ...]


def signature(view: FileView, given: Given) -> Signature | None:
    """The parameters that are left for the caller; None behind a wrapper and where nobody can tell."""
    found = view.project.implementation(given.entry)
    if found is None or found[1].function is None or found[1].wrappers:
        return None
    module, function = found[0], found[1].function
    if any(each.is_rest for each in function.parameters):
        return None
    if any(isinstance(code, c.Name) and code.name == "arguments" for code in c.walk_own(function)):
        return None
    return Signature(module, function, function.parameters[given.bound :])


Carried: TypeAlias = Literal["throws", "used", "kept", "dropped"]
"""What becomes of an argument that can't be sent. Before Next.js 15 the call itself ``throws``. Since then the action
gets a temporary reference, which throws when it is ``used``, can be ``kept`` and handed back, or is ``dropped``."""


def carried(view: FileView, given: Given, index: int) -> Carried:
    if view.app.is_before(15):
        return "throws"
    found = signature(view, given)
    if found is None:
        return "kept"
    if index >= len(found.parameters):
        return "dropped"
    pattern = found.parameters[index].pattern
    if not isinstance(pattern, c.Name):
        return "used"
    binding = found.module.scopes.binding(pattern)
    references = binding.references if binding is not None else []
    for reference in references:
        match found.module.parents.get(id(reference)):
            case c.Member(object=below) | c.Index(object=below) | c.Call(callee=below) if below is reference:
                return "used"
            case c.Declarator(pattern=c.ObjectPattern()) | c.Spread():
                return "used"
            case _:
                pass
    return "kept" if references else "dropped"


def is_form(found: Signature, parameter: c.Parameter) -> bool:
    """Whether a parameter is surely meant to be the FormData: by its type, or by what is asked of it."""
    if parameter.type is not None:
        return found.module.source.text(parameter.type.span).strip(": ") == "FormData"
    if not isinstance(parameter.pattern, c.Name):
        return False
    binding = found.module.scopes.binding(parameter.pattern)
    for reference in binding.references if binding is not None else ():
        match found.module.parents.get(id(reference)):
            case c.Member(object=below, name="get" | "getAll") if below is reference:
                return "form" in parameter.pattern.name.lower() or parameter.pattern.name in ("data", "fd")
            case c.Call(callee=callee) if c.dotted(callee) == "Object.fromEntries":
                return True
            case _:
                pass
    return False


def is_state(parameter: c.Parameter) -> bool:
    """Whether a parameter is named as the previous state: ``prevState``, ``_``, ``state``."""
    return isinstance(parameter.pattern, c.Name) and _STATE.match(parameter.pattern.name) is not None
