"""A body that the caller gives a type: ``const data: Answer = await res.json()``. The answers must go into that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from turnout.conversions.endpoint_to_action.call_sites import Read
from turnout.conversions.endpoint_to_action.type_text import alternatives
from turnout.conversions.endpoint_to_action.types import Types, TypeText
from turnout.model import code as c
from turnout.model.module import Module

Body: TypeAlias = Mapping[str, c.Expression]
"""The members of an answer, by their keys."""


def has_own_type(types: Types, home: Module, module: Module, read: Read, bodies: Sequence[Body]) -> bool:
    """``const data: Answer = await res.json()``, ``(await res.json()) as Answer``, where the bodies go into that."""
    above = module.parents.get(id(read.code))
    if isinstance(above, c.Cast) and above.type is not None:
        kind, is_cast = above.type, True
    elif isinstance(above, c.Declarator) and above.type is not None:
        kind, is_cast = above.type, False
    else:
        return False
    text = module.source.text(kind.span).strip().removeprefix(":").strip()
    if text == "any":
        return True
    members = types.members(TypeText(text, module))
    if not members:
        return False
    wanted = {key: alternatives(member.text) for key, member in members.items()}
    fitting = [_fits(types, home, body, wanted, is_cast=is_cast) for body in bodies]
    return any(fitting) if is_cast else all(fitting)


def _fits(types: Types, home: Module, body: Body, wanted: Mapping[str, Sequence[str]], *, is_cast: bool) -> bool:
    shared = [key for key in wanted if key in body]
    if not shared or any(_kind(types, home, body[key]) not in wanted[key] for key in shared):
        return False
    missing = [key for key, kinds in wanted.items() if key not in body and "undefined" not in kinds]
    return not missing or (is_cast and len(shared) == len(body))


def _kind(types: Types, home: Module, value: c.Expression) -> str | None:
    found = types.of(home, value)
    return found.text if found is not None else None
