"""The status of an answer: a number, or one chosen at run time whose kind is still sure."""

from __future__ import annotations

from dataclasses import dataclass

from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.strings import literal


@dataclass(frozen=True)
class Status:
    """``code`` is the expression when it is more than a number."""

    number: int
    code: c.Expression | None = None
    phrase: c.Expression | None = None
    """The ``statusText`` beside it."""
    cookies: tuple[c.Call, ...] = ()
    """What the headers beside it set as cookies."""


def status_of(module: Module, value: c.Expression | c.Spread) -> Status:
    """A status whose kind is known: a number, a choice of failures, or what an error says."""
    if not isinstance(value, c.Spread):
        known = literal(module, value)
        if known is not None and known.isdigit():
            return Status(int(known))
        found = numbers(module, value)
        if found and len({200 <= number < 300 for number in found}) == 1:
            return Status(found[-1], value)
        if all(number >= 400 for number in found) and _is_of_failure(module, value):
            return Status(found[-1] if found else 500, value)
    raise refused("The status of this answer is chosen at run time.", module, value)


def is_known(module: Module, value: c.Expression) -> bool:
    """Whether the kind of a status is sure."""
    try:
        status_of(module, value)
    except Refused:
        return False
    return True


def numbers(module: Module, value: c.Expression) -> list[int]:
    """The numbers that an expression names; with anything else in it that could be one, they are not all."""
    bare = c.bare(value)
    match bare:
        case c.Number(text=text) if text.isdigit():
            return [int(text)]
        case c.Conditional(then=then, otherwise=otherwise):
            first, second = numbers(module, then), numbers(module, otherwise)
            return [*first, *second] if first and second else []
        case c.Name():
            binding = module.scopes.binding(bare)
            if binding is None or binding.kind != "const" or binding.value is None or binding.pattern is not None:
                return []
            return numbers(module, binding.value)
        case _:
            return []


def _is_of_failure(module: Module, value: c.Expression) -> bool:
    """``error.status || 500``, ``error instanceof E ? error.status : 500``, ``res.status`` below ``if (!res.ok)``."""
    bare = c.bare(value)
    match bare:
        case c.Binary(operator="||" | "??", left=left, right=right):
            return _fails(module, right) and _is_of_failure(module, left)
        case c.Conditional(then=then, otherwise=otherwise):
            return _fails(module, then) and _fails(module, otherwise)
        case c.Member(object=below, name="status" | "statusCode" | "code"):
            inner = c.bare(below)
            if isinstance(inner, c.Member):
                inner = c.bare(inner.object)
            if not isinstance(inner, c.Name):
                return False
            binding = module.scopes.binding(inner)
            return binding is not None and (binding.kind == "catch" or _is_not_ok(module, value, inner.name))
        case c.Name():
            binding = module.scopes.binding(bare)
            return (
                binding is not None
                and binding.kind == "const"
                and binding.value is not None
                and binding.pattern is None
                and _is_of_failure(module, binding.value)
            )
        case _:
            return False


def _fails(module: Module, value: c.Expression) -> bool:
    found = numbers(module, value)
    return min(found) >= 400 if found else _is_of_failure(module, value)


_OK = ("ok", "success", "isOk", "allowed", "valid", "isValid")
_FAILED = ("error", "errors")


def _is_not_ok(module: Module, code: c.Code, name: str) -> bool:
    """Whether a place is only reached when what a name holds is a failure."""
    child = code
    for above in module.ancestors(code):
        if isinstance(above, c.If) and child is above.then and _tells_failure(above.test, name):
            return True
        child = above
    return False


def _tells_failure(test: c.Expression, name: str) -> bool:
    """``!result.ok``, ``result.success === false``, ``result?.error``, ``'error' in result``"""
    match c.bare(test):
        case c.Unary(operator="!", operand=c.Name(name=tested)):
            return tested == name
        case c.Unary(operator="!", operand=c.Member(object=c.Name(name=tested), name=member)):
            return tested == name and member in _OK
        case c.Member(object=c.Name(name=tested), name=member):
            return tested == name and member in _FAILED
        case c.Binary(operator="===", left=c.Member(object=c.Name(name=tested), name=member), right=right):
            return tested == name and member in _OK and isinstance(right, c.Constant) and right.text == "false"
        case c.Binary(operator="in", left=c.String(value=member), right=c.Name(name=tested)):
            return tested == name and member in _FAILED
        case c.Binary(operator="||", left=left, right=right):
            return _tells_failure(left, name) and _tells_failure(right, name)
        case c.Binary(operator="&&", left=left, right=right):
            return _tells_failure(left, name) or _tells_failure(right, name)
        case _:
            return False
