"""A function that only passes a call on to the project's own request function, with the body of that one.

``createUser: (name) => request('/users', { name })`` gets what ``request()`` does, whatever that is: its ``try``, what
it gives back on failure, its types. Who calls ``createUser()`` notices nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from turnout.conversions.endpoint_to_action.ground.functions import function_called
from turnout.conversions.endpoint_to_action.requests.opening import Opening
from turnout.conversions.imports import Wanted
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.snapshot import Snapshot
from turnout.syntax.grammar import is_typescript
from turnout.syntax.write import reindent
from turnout.text.edits import Edit
from turnout.text.span import Span

_NAMED = (c.Declarator, c.Property, c.FunctionDeclaration, c.ExportDefault, c.ClassMember)
"""What gives a function a name."""
_MOST = 30
"""Lines that one may still want to read twice."""


@dataclass(frozen=True)
class Body:
    """The edits of the function that passes on, and what its file must import for them."""

    edits: tuple[Edit, ...]
    imports: tuple[Wanted, ...]


def body_in_place(project: Snapshot, module: Module, call: c.Call) -> Body | None:
    """None where the call is not all that a function does, or what it calls can't stand there."""
    around = module.function_around(call)
    found = function_called(project, module, call.callee)
    if around is None or around.body is None or found is None or _only_call(around) is not call:
        return None
    if not isinstance(module.parents.get(id(around)), _NAMED):
        return None
    opening = Opening(project, module, call, *found)
    while (further := _further(opening)) is not None:
        opening = further
    home, function = opening.home, opening.function
    is_hook = _is_hook(home, function) and _is_hook(module, around)
    if not (function.is_async or is_hook) or not isinstance(function.body, c.Block):
        return None
    if not _is_short(home, function.body):
        return None
    if function is around or around.is_generator or _clashes(module, around, call, home, function):
        return None
    source = module.source
    text = reindent(opening.flush(function.body), "", source.indent_at(around.span.start))
    edits = [Edit(around.body.span, text)]
    if around.return_type is None and function.return_type is not None and is_typescript(module.path):
        at = _behind_parameters(module, around)
        if at is None:
            return None
        edits.append(Edit(Span(at, at), f": {opening.text(function.return_type).lstrip(': ')}"))
    if function.is_async and not around.is_async:
        start = _before(module, around)
        edits.append(Edit(Span(start, start), "async "))
    return Body(tuple(sorted(edits)), tuple(opening.imports.values()))


def _further(opening: Opening) -> Opening | None:
    """``const post = (url, body) => request(url, { method: 'POST', body })``: what ``request()`` is given there."""
    asked = _only_call(opening.function)
    found = function_called(opening.project, opening.home, asked.callee) if asked is not None else None
    if asked is None or found is None or found[1] is opening.function:
        return None
    return Opening(opening.project, opening.home, asked, *found, opening)


def _only_call(function: c.Function) -> c.Call | None:
    """The call that is all that a function does."""
    body = function.body
    if isinstance(body, c.Block):
        only = body.body[0] if len(body.body) == 1 else None
        body = only.value if isinstance(only, c.Return) else None
    value = c.bare(body.value if isinstance(body, c.Await) else body) if body is not None else None
    return value if isinstance(value, c.Call) else None


def _is_hook(module: Module, function: c.Function) -> bool:
    """``const useSave = (url) => { … }``: state and all may stand in another hook."""
    above = module.parents.get(id(function))
    name = above.pattern if isinstance(above, c.Declarator) else function.name
    return isinstance(name, c.Name) and re.match(r"use[A-Z]", name.name) is not None


def _is_short(home: Module, body: c.Block) -> bool:
    return home.source.text(body.span).count("\n") <= _MOST


def _clashes(module: Module, around: c.Function, call: c.Call, home: Module, function: c.Function) -> bool:
    """Whether a name of one would mean something else in the other."""
    made = {each.name for each in home.scopes.all if function.span.contains(each.site.span)}
    given = {code.name for each in call.arguments for code in c.walk(each) if isinstance(code, c.Name)}
    needed = {name.name for name, _ in home.scopes.free(function)}
    own = {each.name for each in module.scopes.all if around.span.contains(each.site.span)}
    parameters = {name.name for each in function.parameters for name in c.bound_names(each.pattern)}
    return bool((made - parameters) & given) or bool((needed | made - parameters) & own)


def _behind_parameters(module: Module, function: c.Function) -> int | None:
    """The place behind ``(name: string)``."""
    assert function.body is not None
    start = function.parameters[-1].span.end if function.parameters else function.span.start
    between = module.source.data[start : function.body.span.start]
    at = between.rfind(b")", 0, between.rfind(b"=>")) if b"=>" in between else between.rfind(b")")
    return start + at + 1 if at >= 0 else None


def _before(module: Module, function: c.Function) -> int:
    """Where ``async`` goes: behind ``private`` and ``static``."""
    match above := module.parents.get(id(function)):
        case c.ClassMember(form="method", key_span=name):
            return name.start
        case c.FunctionDeclaration():
            return above.span.start
        case c.Property() if function.form == "method":
            return above.span.start
        case _:
            return function.span.start
