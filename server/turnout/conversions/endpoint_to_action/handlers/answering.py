"""Which statements of an API route's functions answer, and which do no more than that."""

from __future__ import annotations

from turnout.model import code as c
from turnout.model.module import Module


def is_response(module: Module, function: c.Function, argument: c.Expression | c.Spread) -> bool:
    """Whether an expression is the response that a function was given."""
    bare = c.bare(argument)
    binding = module.scopes.binding(bare) if isinstance(bare, c.Name) else None
    if binding is None or binding.kind != "parameter":
        return False
    return (binding.function is function and binding.index == 1) or binding.name in ("res", "response")


def is_answer(module: Module, function: c.Function, statement: c.ExpressionStatement) -> bool:
    """``res.status(200).json(data);``"""
    value = c.bare(statement.expression)
    call = c.bare(value.value) if isinstance(value, c.Await) else value
    if not isinstance(call, c.Call) or not isinstance(call.callee, c.Member):
        return False
    return call.callee.name in ("json", "send", "end") and _is_about(module, function, call)


def is_unheard(module: Module, function: c.Function, statement: c.Statement) -> bool:
    """Whether a statement does no more than answer, which nobody hears once an answer is sent."""
    if isinstance(statement, c.Throw):
        return isinstance(statement.value, c.New)
    value = statement.expression if isinstance(statement, c.ExpressionStatement) else None
    if isinstance(statement, c.Return):
        value = statement.value
    bare = c.bare(value) if value is not None else None
    if not isinstance(bare, c.Call) or not _is_about(module, function, bare):
        return False
    work = (each for each in c.walk(bare) if isinstance(each, (c.Call, c.New, c.Await, c.Assign, c.Update)))
    return all(isinstance(each, c.Call) and _is_about(module, function, each) for each in work)


def _is_about(module: Module, function: c.Function, expression: c.Expression) -> bool:
    """``res.setHeader(…)``, ``res.status(405).end()``"""
    root = expression
    while isinstance(root, (c.Call, c.Member)):
        root = c.bare(root.callee if isinstance(root, c.Call) else root.object)
    return is_response(module, function, root)


def answers(module: Module, function: c.Function) -> bool:
    """Whether a function does something to the response that it is given, or hands it on to one that may."""
    for parameter in function.parameters:
        binding = module.scopes.binding(parameter.pattern) if isinstance(parameter.pattern, c.Name) else None
        if binding is None or not (binding.index == 1 or binding.name in ("res", "response")):
            continue
        for each in binding.references:
            above = module.parents.get(id(each))
            statement = module.parents.get(id(above)) if isinstance(above, c.Call) else None
            if isinstance(statement, c.Await):
                statement = module.parents.get(id(statement))
            if isinstance(above, c.Member) or isinstance(statement, (c.Return, c.ExpressionStatement)):
                return True
    return False
