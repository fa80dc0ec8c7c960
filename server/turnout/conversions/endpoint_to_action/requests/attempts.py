"""The ``try`` that the project's own request function has around its request: what catches, as a function."""

from __future__ import annotations

from turnout.conversions.endpoint_to_action.ground.pure import has_work
from turnout.conversions.endpoint_to_action.requests.opening import Opening
from turnout.model import code as c
from turnout.model.module import Module


def on_failure(opening: Opening, attempt: c.Try) -> str:
    """``(error) => { toast.error('…'); return false; }``; refuses a ``catch`` that is no function by itself."""
    handler, error = attempt.handler, attempt.parameter
    if handler is None or attempt.finalizer is not None or not opening.function.is_async:
        raise opening.unclear()
    if error is not None and not isinstance(error, c.Name):
        raise opening.unclear()
    binding = opening.home.scopes.binding(error) if error is not None else None
    parameter = error.name if error is not None and binding is not None and binding.references else ""
    waits = any(isinstance(code, c.Await) for code in _own(opening, handler))
    return f"{'async ' if waits else ''}({parameter}) => {_body(opening, handler)}"


def leaves_reading(opening: Opening, attempt: c.Try) -> bool:
    """Whether ``return res.json()`` is not waited for in the ``try``: its ``catch`` never sees that fail.

    Refuses other promises that are given back so.
    """
    last = attempt.block.body[-1] if attempt.block.body else None
    for code in _own(opening, attempt.block):
        value = c.bare(code.value) if isinstance(code, c.Return) and code.value is not None else None
        if not isinstance(value, (c.Call, c.Conditional, c.Binary)):
            continue
        if code is not last or not isinstance(value, c.Call):
            raise opening.unclear()
        match value.callee:
            case c.Member(object=c.Name(), name="json" | "text"):
                return True
            case _:
                raise opening.unclear()
    return False


def throws_again(opening: Opening, attempt: c.Try) -> bool:
    """``catch (error) { console.error(error); throw error; }``"""
    handler = attempt.handler
    if handler is None or not handler.body or not isinstance(handler.body[-1], c.Throw):
        return False
    return not any(isinstance(code, c.Return) for code in _own(opening, handler))


def is_unread(module: Module, call: c.Expression) -> bool:
    """Whether nobody looks at what the promise of a call comes to."""
    above = module.parents.get(id(call))
    match above:
        case c.ExpressionStatement() | c.Unary(operator="void"):
            return True
        case c.Await():
            return isinstance(module.parents.get(id(above)), c.ExpressionStatement)
        case c.Member(name="then" | "catch" | "finally" as name):
            chained = module.parents.get(id(above))
            if not isinstance(chained, c.Call):
                return False
            first = c.bare(chained.arguments[0]) if name == "then" and chained.arguments else None
            if isinstance(first, c.Function):
                return not first.parameters
            return name != "then" and is_unread(module, chained)
        case _:
            return False


def is_only_for_its_value(attempt: c.Try) -> bool:
    """Whether all that stands behind the request only decides what is given back, so that it can go with that."""
    for index, statement in enumerate(attempt.block.body):
        match statement:
            case c.Declare(declarators=(c.Declarator(value=c.Await()),)):
                rest = attempt.block.body[index + 1 :]
                return attempt.handler is not None and all(_is_idle(each) for each in (*rest, attempt.handler))
            case _:
                pass
    return False


def _is_idle(statement: c.Code) -> bool:
    """``if (data.ok) return true``"""
    match statement:
        case c.Return(value=value):
            return value is None or _is_idle_value(value)
        case c.Declare(declarators=declarators):
            return all(each.value is None or _is_idle_value(each.value) for each in declarators)
        case c.If(test=test, then=then, otherwise=otherwise):
            branches = [then, *([otherwise] if otherwise is not None else [])]
            return _is_idle_value(test) and all(_is_idle(each) for each in branches)
        case c.Block(body=body):
            return all(_is_idle(each) for each in body)
        case _:
            return False


def _is_idle_value(value: c.Expression) -> bool:
    match value.value if isinstance(value, c.Await) else value:
        case c.Call(callee=c.Member(object=c.Name(), name="json" | "text"), arguments=()):
            return True
        case _:
            return not has_work(value)


def _body(opening: Opening, handler: c.Block) -> str:
    match handler.body:
        case (c.Return(value=value),) if value is not None:
            text = opening.flush(value)
            return f"({text})" if isinstance(c.bare(value), c.Object) else text
        case ():
            return "{}"
        case _:
            return opening.flush(handler)


def _own(opening: Opening, block: c.Block) -> list[c.Code]:
    """What stands in a block, but for the functions in it."""
    return [code for code in c.walk(block) if opening.home.function_around(code) is opening.function]
