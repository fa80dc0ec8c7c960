"""A body that the caller gives a type: ``const data: Answer = await res.json()``. The answers must go into that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from turnout.conversions.endpoint_to_action.callers.call_sites import Read
from turnout.conversions.endpoint_to_action.ground.type_text import alternatives
from turnout.conversions.endpoint_to_action.ground.types import Types, TypeText
from turnout.model import code as c
from turnout.model.module import Module

Body: TypeAlias = Mapping[str, c.Expression]
"""The members of an answer, by their keys."""


def takes_anything(module: Module, read: Read) -> bool:
    """``let data: unknown; data = await res.json();``"""
    kind = _given_type(module, read)
    return kind is not None and _text(module, kind) in ("any", "unknown")


def has_own_type(types: Types, home: Module, module: Module, read: Read, bodies: Sequence[Body]) -> bool:
    """``const data: Answer = await res.json()``, ``(await res.json()) as Answer``, where the bodies go into that."""
    kind = _given_type(module, read)
    if kind is None:
        return False
    is_cast = isinstance(module.parents.get(id(read.code)), c.Cast)
    text = _text(module, kind)
    if text in ("any", "unknown"):
        return True
    members = types.members(TypeText(text, module))
    if not members:
        return False
    wanted = {key: alternatives(member.text) for key, member in members.items()}
    fitting = [_fits(types, home, body, wanted, is_cast=is_cast) for body in bodies]
    return any(fitting) if is_cast else all(fitting)


def _text(module: Module, kind: c.Type) -> str:
    return module.source.text(kind.span).strip().removeprefix(":").strip()


def _given_type(module: Module, read: Read) -> c.Type | None:
    """What the caller says the body is: where it declares it, casts it, or puts it into a variable."""
    match module.parents.get(id(read.code)):
        case c.Cast(type=kind) | c.Declarator(type=kind):
            return kind
        case c.Assign(operator="=", target=c.Name() as name):
            binding = module.scopes.binding(name)
            declared = module.parents.get(id(binding.site)) if binding is not None else None
            return declared.type if isinstance(declared, c.Declarator) else None
        case _:
            return None


def _fits(types: Types, home: Module, body: Body, wanted: Mapping[str, Sequence[str]], *, is_cast: bool) -> bool:
    shared = [key for key in wanted if key in body]
    if not shared or any(_kind(types, home, body[key]) not in wanted[key] for key in shared):
        return False
    missing = [key for key, kinds in wanted.items() if key not in body and "undefined" not in kinds]
    return not missing or (is_cast and len(shared) == len(body))


def _kind(types: Types, home: Module, value: c.Expression) -> str | None:
    found = types.of(home, value)
    return found.text if found is not None else None
