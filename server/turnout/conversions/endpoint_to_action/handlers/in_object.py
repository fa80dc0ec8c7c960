"""A request that is one member of what a function is given: ``audit({ action: 'delete', req })``."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module


def object_given(module: Module, member: c.Property) -> tuple[c.Call, int] | None:
    """The call whose argument is an object with this member, and which of its arguments that is."""
    whole = module.parents.get(id(member))
    above = module.parents.get(id(whole)) if whole is not None else None
    if member.key is None or not isinstance(above, c.Call):
        return None
    return next(((above, index) for index, each in enumerate(above.arguments) if each is whole), None)


def uses_of(module: Module, parameter: c.Parameter, key: str) -> Iterator[c.Expression] | None:
    """Where a function uses one member of what it is given; None where it may be anywhere."""
    pattern = parameter.pattern
    if isinstance(pattern, c.ObjectPattern):
        return _taken_out(module, pattern, key)
    binding = module.scopes.binding(pattern) if isinstance(pattern, c.Name) else None
    if binding is None or binding.writes or parameter.is_rest:
        return None
    found: list[c.Expression] = []
    for use in binding.references:
        above = module.parents.get(id(use))
        match above:
            case c.Member(name=name):
                found += [above] if name == key else []
            case c.Declarator(pattern=c.ObjectPattern() as taken):
                inside = _taken_out(module, taken, key)
                if inside is None:
                    return None
                found += inside
            case _:
                return None
    return iter(found)


def _taken_out(module: Module, pattern: c.ObjectPattern, key: str) -> Iterator[c.Expression] | None:
    """The uses of ``req`` in ``const { action, req } = params``"""
    if any(not isinstance(member, c.PatternProperty) or member.key is None for member in pattern.members):
        return None
    target = next((m.target for m in pattern.members if isinstance(m, c.PatternProperty) and m.key == key), None)
    if target is None:
        return iter(())
    binding = module.scopes.binding(target) if isinstance(target, c.Name) else None
    return iter(binding.references) if binding is not None and not binding.writes else None
