"""The function that makes the request of a call in the end, seen through those that only pass the call on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from turnout.conversions.endpoint_to_action.ground.functions import function_called, value_of
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.endpoint_to_action.requests.opening import Opening
from turnout.conversions.endpoint_to_action.requests.standing import is_use_callback
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.snapshot import Snapshot
from turnout.syntax.write import reindent
from turnout.text.edits import Edit, apply_edits

_DEPTH = 4


@dataclass(frozen=True)
class Behind:
    """A call with the functions seen through that only pass it on."""

    project: Snapshot
    module: Module
    """The calling file, as it would be with the call of the last function in it."""
    call: c.Call
    home: Module
    function: c.Function
    object: str | None
    """What the function is a member of, as written where it is called."""


def behind(project: Snapshot, module: Module, call: c.Call) -> Behind | None:
    """The function that makes the request in the end; None where none can be found."""
    found = _function(project, module, call.callee)
    name = c.dotted(call.callee) or "This function"
    object_text = _object(module, call)
    supposed, place, asked = project, module, call
    for _ in range(_DEPTH):
        if found is None:
            return None
        home, function = found
        inner = _passed_on(function)
        further = _function(project, home, inner.callee) if inner is not None else None
        if inner is None or further is None or further[1] is function:
            return Behind(supposed, place, asked, home, function, object_text)
        opening = Opening(supposed, place, asked, home, function)
        given = ", ".join(
            reindent(opening.text(each), home.source.indent_at(each.span.start), "") for each in inner.arguments
        )
        types = opening.text(inner.type_arguments) if inner.type_arguments is not None else ""
        if types and asked.type_arguments is None and function.type_parameters is not None:
            types = ""
        callee = c.dotted(asked.callee) or "request"
        text = f"{callee}{types}({given})"
        source = replace(place.source, data=apply_edits(place.source.data, [Edit(asked.span, text)]))
        supposed = supposed.supposing(source)
        again = supposed.module(module.path)
        if again is None or again.errors:
            return None
        place = again
        start = asked.span.start
        asked = next(
            code
            for code in place.everything
            if isinstance(code, c.Call) and code.span.start == start and c.dotted(code.callee) == callee
        )
        if isinstance(inner.callee, c.Member):
            if not isinstance(inner.callee.object, c.This):
                if home is not module:
                    raise refused(f"What {name}() requests can't be followed.", module, call)
                object_text = c.dotted(inner.callee.object)
        else:
            object_text = None
        found = further
    return None


def _object(module: Module, call: c.Call) -> str | None:
    return module.source.text(call.callee.object.span) if isinstance(call.callee, c.Member) else None


def _function(project: Snapshot, module: Module, callee: c.Expression) -> tuple[Module, c.Function] | None:
    found = function_called(project, module, callee)
    if found is not None or not isinstance(callee, c.Name):
        return found
    value = value_of(project, module, callee)
    if value is None or not isinstance(value[1], c.Call) or not is_use_callback(value[1]):
        return None
    inner = value[1].arguments[0]
    return (value[0], inner) if isinstance(inner, c.Function) else None


def _passed_on(function: c.Function) -> c.Call | None:
    """The call that is all that a function does."""
    body = function.body
    if isinstance(body, c.Block):
        only = body.body[0] if len(body.body) == 1 else None
        body = only.value if isinstance(only, c.Return) else None
    value = c.bare(body) if body is not None else None
    value = c.bare(value.value) if isinstance(value, c.Await) else value
    return value if isinstance(value, c.Call) else None
