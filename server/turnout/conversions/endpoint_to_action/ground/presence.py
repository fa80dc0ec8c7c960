"""Whether a value is known to be there, as TypeScript knows it: a condition above asks for it."""

from __future__ import annotations

from turnout.conversions.flow import conditions_above
from turnout.model import code as c
from turnout.model.module import Module


def is_there(module: Module, value: c.Expression) -> bool:
    """``id`` in ``id ? save(id) : add()``, and behind ``if (!id) return;``."""
    bare = c.bare(value)
    if not isinstance(bare, (c.Name, c.Member)):
        return False
    text = module.source.text(bare.span)
    for test, holds in conditions_above(module, value):
        if isinstance(test, c.Function):
            if not _is_fixed(module, bare):
                return False
        elif _says(module, test, text, holds=holds):
            return True
    return False


def _is_fixed(module: Module, value: c.Expression) -> bool:
    """Whether TypeScript carries what it knows into functions: of names that are never written."""
    binding = module.scopes.binding(value) if isinstance(value, c.Name) else None
    return binding is not None and not binding.writes


def _says(module: Module, test: c.Expression, text: str, *, holds: bool) -> bool:
    bare = c.bare(test)
    match bare:
        case c.Unary(operator="!", operand=operand):
            return _says(module, operand, text, holds=not holds)
        case c.Binary(operator="&&" | "||" as operator, left=left, right=right):
            if holds != (operator == "&&"):
                return False
            return any(_says(module, each, text, holds=holds) for each in (left, right))
        case c.Binary(
            operator="!==" | "!=" | "===" | "==" as operator, left=left, right=c.Constant(text="null" | "undefined")
        ):
            is_same = module.source.text(c.bare(left).span) == text
            return is_same and holds == operator.startswith("!")
        case c.Name() | c.Member():
            return holds and module.source.text(bare.span) == text
        case _:
            return False
