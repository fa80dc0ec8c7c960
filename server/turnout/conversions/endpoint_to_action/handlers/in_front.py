"""What a wrapper works out of its options before it gives back the function that takes the request.

``const roles = Array.isArray(options.role) ? options.role : [options.role];`` gives the same for each request, so it
may be worked out where it is used.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from turnout.conversions.endpoint_to_action.ground.pure import has_work, is_work
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding


def in_front(module: Module, function: c.Function) -> tuple[c.Declare, ...] | None:
    """The constants before the last statement of a function, where they only give values; None for anything more."""
    *before, last = function.statements or (None,)
    given = c.bare(last.value) if isinstance(last, c.Return) and last.value is not None else None
    if isinstance(given, c.Name) and before and _gives(before[-1], given.name):
        before.pop()
    found: list[c.Declare] = []
    for statement in before:
        if not isinstance(statement, c.Declare) or not all(_is_value(module, each) for each in statement.declarators):
            return None
        found.append(statement)
    return tuple(found)


def _gives(statement: c.Statement | None, name: str) -> bool:
    """``const inner = async (request) => …;`` in front of ``return inner;``"""
    match statement:
        case c.Declare(declarators=(c.Declarator(pattern=c.Name(name=declared)),)):
            return declared == name
        case c.FunctionDeclaration(function=c.Function(name=c.Name(name=declared))):
            return declared == name
        case _:
            return False


def bindings_of(module: Module, statements: Sequence[c.Declare]) -> Iterator[Binding]:
    """The names that they declare."""
    for statement in statements:
        for declarator in statement.declarators:
            for name in c.bound_names(declarator.pattern):
                binding = module.scopes.binding(name)
                if binding is not None:
                    yield binding


def _is_value(module: Module, declarator: c.Declarator) -> bool:
    """Whether a constant is worked out without doing anything, and nothing is kept in it from request to request."""
    value = declarator.value
    if value is None or has_work(value) or any(_differs(module, each) for each in c.walk(value)):
        return False
    bindings = [module.scopes.binding(name) for name in c.bound_names(declarator.pattern)]
    return all(
        binding is not None and not binding.writes and not any(_is_changed(module, use) for use in binding.references)
        for binding in bindings
    )


def _differs(module: Module, code: c.Code) -> bool:
    """Whether a value is another one each time: a new object, the time, what is written elsewhere."""
    match code:
        case c.New() | c.Function():
            return True
        case c.Call(callee=callee):
            return c.dotted(callee) in ("Date.now", "Math.random")
        case c.Name():
            binding = module.scopes.binding(code)
            return binding is not None and bool(binding.writes)
        case _:
            return False


def _is_changed(module: Module, use: c.Name) -> bool:
    """``seen.push(id)``, ``counts[id] = 1``"""
    below: c.Code = use
    above = module.parents.get(id(below))
    while isinstance(above, (c.Member, c.Index, c.Cast)):
        if isinstance(above, c.Index) and above.object is not below:
            return False
        below, above = above, module.parents.get(id(above))
    match above:
        case c.Assign(target=target):
            return target is below
        case c.Update() | c.Unary(operator="delete"):
            return True
        case c.Call(callee=callee):
            return callee is below and is_work(above)
        case _:
            return False
