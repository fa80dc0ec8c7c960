"""Requests of which only one is made: ``cond ? fetch(a) : fetch(b)``, or one variable written on several branches."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module


def place_of(module: Module, call: c.Call) -> c.Expression:
    """What stands for the request: the call itself, or the choice that it is one branch of (awaited or not)."""
    place: c.Expression = call
    current: c.Code = call
    while True:
        above = module.parents.get(id(current))
        if isinstance(above, c.Conditional) and above.test is not current:
            place = above
        elif not (isinstance(above, c.Cast) or (isinstance(above, c.Await) and place is call)):
            return place
        current = above


def branches_of(place: c.Expression) -> Iterator[c.Expression]:
    """What a choice chooses from, without the ``await`` in front."""
    bare = c.bare(place)
    match bare:
        case c.Conditional(then=then, otherwise=otherwise):
            yield from branches_of(then)
            yield from branches_of(otherwise)
        case c.Await(value=value):
            yield c.bare(value)
        case _:
            yield bare


def is_awaited_inside(place: c.Expression) -> bool:
    """``cond ? await fetch(a) : await fetch(b)``"""
    bare = c.bare(place)
    if isinstance(bare, c.Conditional):
        return is_awaited_inside(bare.then) and is_awaited_inside(bare.otherwise)
    return isinstance(bare, c.Await)


def written_to(module: Module, call: c.Call) -> tuple[c.Assign, ...]:
    """All ``res = await …`` of the variable that takes the response of a call; empty when there is more to it."""
    awaited = module.parents.get(id(place_of(module, call)))
    assign = module.parents.get(id(awaited)) if isinstance(awaited, c.Await) else awaited
    if not isinstance(assign, c.Assign) or not isinstance(assign.target, c.Name):
        return ()
    binding = module.scopes.binding(assign.target)
    if binding is None:
        return ()
    found = [each for each in binding.writes if isinstance(each, c.Assign) and each.operator == "="]
    is_whole = len(found) == len(binding.writes) and all(isinstance(c.bare(each.value), c.Await) for each in found)
    return tuple(found) if is_whole else ()


def mates_of(module: Module, call: c.Call) -> tuple[c.Expression, ...]:
    """The other requests that may be made in place of a call."""
    found = list(branches_of(place_of(module, call)))
    for write in written_to(module, call):
        found += (each for each in branches_of(write.value) if not any(each is other for other in found))
    return tuple(each for each in found if each is not call)
