"""Whether an expression is surely plain data: an object, an array, a text, as Next.js names it in its messages."""

from __future__ import annotations

from typing import Literal, TypeAlias

from turnout.model import code as c
from turnout.model.module import Module

Plain: TypeAlias = Literal["Object", "Array", "string", "number", "boolean"]


def plain_kind(module: Module, expression: c.Expression, depth: int = 4) -> Plain | None:
    """What Next.js calls the value of an expression; None when it may be something else, a Response for example."""
    if depth == 0:
        return None
    match c.bare(expression):
        case c.Object():
            return "Object"
        case c.Array():
            return "Array"
        case c.String() | c.Template() | c.Call(callee=c.Member(object=c.Name(name="JSON"), name="stringify")):
            return "string"
        case c.Number():
            return "number"
        case c.Constant(text="true" | "false") | c.Unary(operator="!"):
            return "boolean"
        case c.Await(value=value):
            return plain_kind(module, value, depth - 1)
        case c.Conditional(then=then, otherwise=otherwise) | c.Binary(operator="||" | "??", left=then, right=otherwise):
            first = plain_kind(module, then, depth - 1)
            return first if first is not None and plain_kind(module, otherwise, depth - 1) is not None else None
        case c.Name() as name:
            binding = module.scopes.binding(name)
            if binding is None or binding.writes or binding.pattern is not None or binding.value is None:
                return None
            if binding.kind not in ("const", "let"):
                return None
            return plain_kind(module, binding.value, depth - 1)
        case _:
            return None


def is_written_text(module: Module, expression: c.Expression, depth: int = 6) -> bool:
    """Whether an expression is a text that begins as it is written here: no ``new URL()`` and no call made it."""
    match c.bare(expression) if depth else None:
        case c.String():
            return True
        case c.Template(strings=strings, values=values):
            return bool(strings[0]) or (bool(values) and is_written_text(module, values[0], depth - 1))
        case c.Binary(operator="+", left=left):
            return is_written_text(module, left, depth - 1)
        case c.Conditional(then=then, otherwise=otherwise):
            return is_written_text(module, then, depth - 1) and is_written_text(module, otherwise, depth - 1)
        case c.Name() as name:
            binding = module.scopes.binding(name)
            return (
                binding is not None
                and binding.kind == "const"
                and binding.pattern is None
                and binding.value is not None
                and is_written_text(module, binding.value, depth - 1)
            )
        case _:
            return False
