"""What kind of value an expression surely gives: enough to say that it is no function."""

from __future__ import annotations

from typing import Literal, TypeAlias

from turnout.model import code as c
from turnout.model.callees import callee_of
from turnout.model.module import Module

TypeOf: TypeAlias = Literal["object", "string", "number", "bigint", "boolean", "undefined", "data"]
"""JavaScript's ``typeof``; ``data`` when it is surely no function but one of several of these."""

_SCHEMA_PACKAGES = frozenset({"zod", "zod/v3", "zod/v4", "zod/mini", "zod/v4-mini", "yup", "valibot"})
_SCHEMA_MAKERS = frozenset(
    {"object", "strictObject", "looseObject", "string", "number", "boolean", "date", "enum", "nativeEnum", "union",
     "array", "record", "tuple", "literal", "discriminatedUnion", "intersection", "any", "unknown", "bigint", "email",
     "uuid", "url", "mixed", "picklist", "pipe", "int"}
)  # fmt: skip
_SCHEMA_METHODS = frozenset(
    {"extend", "partial", "deepPartial", "required", "pick", "omit", "merge", "strict", "strip", "passthrough",
     "catchall", "optional", "nullable", "nullish", "refine", "superRefine", "transform", "default", "catch", "array",
     "and", "or", "describe", "brand", "readonly", "safeExtend", "min", "max", "email", "trim", "shape", "noUnknown",
     "nonempty", "length", "regex", "uuid", "url", "int", "positive"}
)  # fmt: skip


def literal_kind(expression: c.Expression) -> TypeOf | None:
    """The kind of a literal that the compiler knows by itself: a string, number, boolean, null, a regex."""
    match c.bare(expression):
        case c.String():
            return "string"
        case c.Number(text=text):
            return "bigint" if text.endswith("n") else "number"
        case c.Constant(text="true" | "false"):
            return "boolean"
        case c.Constant(text="null") | c.Regex():
            return "object"
        case _:
            return None


def typeof(module: Module, expression: c.Expression | None, depth: int = 6) -> TypeOf | None:
    """What an expression surely gives; None when it can be a function, or can't be told."""
    if expression is None or depth == 0:
        return None
    if (kind := literal_kind(expression)) is not None:
        return kind
    match c.bare(expression):
        case c.Object() | c.Array() | c.Jsx():
            return "object"
        case c.Template():
            return "string"
        case c.Constant(text="undefined"):
            return "undefined"
        case c.New(callee=callee):
            return None if c.dotted(callee) in (None, "Proxy", "Function", "AsyncFunction") else "object"
        case c.Unary(operator=operator):
            known: dict[str, TypeOf] = {"!": "boolean", "typeof": "string", "void": "undefined", "delete": "boolean"}
            return known.get(operator, "number")
        case c.Update():
            return "number"
        case c.Binary(operator="&&" | "||" | "??", left=left, right=right) | c.Conditional(then=left, otherwise=right):
            return _either(typeof(module, left, depth - 1), typeof(module, right, depth - 1))
        case c.Binary(operator="+", left=left, right=right):
            both = typeof(module, left, depth - 1), typeof(module, right, depth - 1)
            if "string" in both:
                return "string"
            return "number" if both == ("number", "number") else "data"
        case c.Binary(operator=operator):
            compares = operator in ("==", "===", "!=", "!==", "<", ">", "<=", ">=", "in", "instanceof")
            return "boolean" if compares else "number"
        case c.Member() as member:
            return "data" if (c.dotted(member) or "").startswith("process.env.") else None
        case c.Call() as call:
            return _called(module, call, depth)
        case c.Name() as name:
            if name.name == "undefined":
                return "undefined"
            binding = module.scopes.binding(name)
            if binding is None or binding.writes or binding.pattern is not None:
                return None
            if binding.kind == "enum":
                return "object"
            return typeof(module, binding.value, depth - 1) if binding.kind in ("const", "let", "var") else None
        case _:
            return None


def _either(first: TypeOf | None, second: TypeOf | None) -> TypeOf | None:
    if first is None or second is None:
        return None
    return first if first == second else "data"


def _called(module: Module, call: c.Call, depth: int) -> TypeOf | None:
    path = c.dotted(call.callee)
    if path in ("Object.keys", "Object.values", "Object.entries", "Object.fromEntries", "Array.from"):
        return "object"
    if path == "Object.freeze" and len(call.arguments) == 1:
        return typeof(module, call.arguments[0], depth - 1)
    if path in ("String", "JSON.stringify"):
        return "string"
    if path in ("Number", "parseInt", "parseFloat", "Math.floor", "Math.round", "Math.ceil", "Date.now"):
        return "number"
    if path in ("Symbol", "Symbol.for"):
        return "data"
    return "object" if is_schema(module, call, depth) else None


def is_schema(module: Module, expression: c.Expression, depth: int = 6) -> bool:
    """Whether an expression is a schema of zod, yup or valibot: an object, however it is built."""
    match c.bare(expression):
        case c.Call(callee=c.Member(object=below, name=name) as callee):
            if name in _SCHEMA_METHODS and depth and is_schema(module, below, depth - 1):
                return True
            found = callee_of(module, callee)
            return (
                found is not None
                and found.source in _SCHEMA_PACKAGES
                and name in _SCHEMA_MAKERS
                and len(found.path) - (found.name in ("*", "default", "z")) in (0, 1)
                and "()" not in found.path
            )
        case c.Call(callee=c.Name() as callee):
            found = callee_of(module, callee)
            return found is not None and found.source in _SCHEMA_PACKAGES and found.name in _SCHEMA_MAKERS
        case c.Name() as name if depth:
            binding = module.scopes.binding(name)
            return (
                binding is not None
                and binding.kind == "const"
                and binding.pattern is None
                and binding.value is not None
                and is_schema(module, binding.value, depth - 1)
            )
        case _:
            return False
