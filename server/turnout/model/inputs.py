"""Which values come from the caller: the body, the query, route parameters, headers, the arguments of an action."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding, pattern_path

Side: TypeAlias = Literal["action", "route-handler", "api-route", "function"]
"""How a function's parameters come; ``function``: from another one that was called from outside."""
Source: TypeAlias = Literal[
    "request", "url", "headers", "cookies", "context", "body", "form", "query", "params", "argument"
]

GIVEN: frozenset[Source] = frozenset({"body", "form", "query", "params", "argument", "headers"})
"""Values that a caller writes; the others only lead to them."""


@dataclass(frozen=True, slots=True)
class Input:
    """A value from the caller. ``path`` leads to it from the whole; ``()`` is the whole body, form or argument."""

    source: Source
    path: tuple[str, ...] = ()
    is_checked: bool = False
    """Whether a schema or a conversion to a number stood on the way."""
    is_cast: bool = False
    """Whether ``as`` says what it is, without a look."""

    @property
    def is_given(self) -> bool:
        return self.source in GIVEN


@dataclass(frozen=True, slots=True)
class Handed:
    """The arguments that one receiver hands on to another function: ``saveTask(id, await request.json())``."""

    by: Receiver
    arguments: tuple[c.Expression | c.Spread, ...]

    def input_at(self, index: int, path: tuple[str, ...]) -> Input | None:
        """What stands in a parameter; ``path`` leads into it, also through ``{ id, title }`` as it was written."""
        if index >= len(self.arguments) or any(isinstance(each, c.Spread) for each in self.arguments[: index + 1]):
            return None
        given = self.arguments[index]
        assert not isinstance(given, c.Spread)
        while path and isinstance(bare := c.bare(given), c.Object):
            value = bare.get(path[0])
            if value is None:
                return None
            given, path = value, path[1:]
        found = self.by.input_of(given)
        for step in path:
            found = _member(found, step) if found is not None else None
        return found


@dataclass(frozen=True, slots=True)
class Receiver:
    """A function that callers from outside reach, and how its parameters come."""

    module: Module
    function: c.Function
    side: Side
    is_wrapped: bool = False
    handed: Handed | None = None
    """Where the values come from, for a function that another receiver calls."""

    def input_of(self, expression: c.Code, depth: int = 10) -> Input | None:
        """What an expression has from the caller; None when it has nothing, or nobody can tell."""
        if depth == 0:
            return None
        match expression:
            case c.Name():
                return self._named(expression, depth)
            case c.Await(value=value):
                return self.input_of(value, depth - 1)
            case c.Cast(value=value, form=form):
                found = self.input_of(value, depth - 1)
                return replace(found, is_cast=True) if found is not None and form in ("as", "<>") else found
            case c.Member(object=below, name=name):
                found = self.input_of(below, depth - 1)
                return _member(found, name) if found is not None else self._handed_member(below, name)
            case c.Index(object=below, index=index):
                found = self.input_of(below, depth - 1)
                return (
                    _member(found, index.value if isinstance(index, c.String) else "[]") if found is not None else None
                )
            case c.Binary(operator="??" | "||", left=left, right=right):
                return self.input_of(left, depth - 1) or self.input_of(right, depth - 1)
            case c.Binary(operator="&&", right=right):
                return self.input_of(right, depth - 1)
            case c.Conditional(then=then, otherwise=otherwise):
                return self.input_of(then, depth - 1) or self.input_of(otherwise, depth - 1)
            case c.Unary(operator="+", operand=operand):
                found = self.input_of(operand, depth - 1)
                return replace(found, is_checked=True) if found is not None else None
            case c.New(callee=c.Name(name="URL" | "URLSearchParams" as name), arguments=(first, *_)):
                found = self.input_of(first, depth - 1)
                if found is not None and found.source == "url" and name == "URL":
                    return found
                return replace(found, path=()) if found is not None and name == "URLSearchParams" else None
            case c.Call():
                return self._called(expression, depth)
            case _:
                return None

    def inputs_in(self, expression: c.Code) -> tuple[tuple[c.Code, Input], ...]:
        """The caller's values that an expression is put together from: the holes of a template, sides of a ``+``."""
        match expression:
            case c.Template(values=values):
                return tuple(pair for value in values for pair in self.inputs_in(value))
            case c.Binary(operator="+", left=left, right=right):
                return (*self.inputs_in(left), *self.inputs_in(right))
            case c.Cast(value=value):
                return self.inputs_in(value)
            case c.Name() if (value := self._value(expression)) is not None and _is_text(value):
                return self.inputs_in(value)
            case _:
                found = self.input_of(expression)
                return ((expression, found),) if found is not None and found.is_given else ()

    def _value(self, name: c.Name) -> c.Expression | None:
        binding = self.module.scopes.binding(name)
        if binding is None or binding.value is None or binding.pattern is not None or binding.kind == "parameter":
            return None
        return c.bare(binding.value)

    def _named(self, name: c.Name, depth: int) -> Input | None:
        binding = self.module.scopes.binding(name)
        if binding is None:
            return None
        path = pattern_path(binding.pattern, binding.site) if binding.pattern is not None else ()
        if binding.kind == "parameter":
            if binding.function is not self.function:
                return None
            return self._parameter(binding, path)
        if path is None or binding.value is None or binding.kind in ("import", "function", "class", "enum"):
            # const { id, ...rest } = await request.json()
            found = self.input_of(binding.value, depth - 1) if binding.value is not None and path is None else None
            return replace(found, path=(*found.path, "...")) if found is not None else None
        found = self.input_of(binding.value, depth - 1)
        for step in path:
            found = _member(found, step) if found is not None else None
        return found

    def _handed_member(self, below: c.Expression, name: str) -> Input | None:
        """``options.id`` in a function that was called with ``{ id }``."""
        binding = self.module.scopes.binding(below) if self.handed is not None and isinstance(below, c.Name) else None
        if binding is None or binding.kind != "parameter" or binding.function is not self.function:
            return None
        return self._parameter(binding, (name,)) if binding.pattern is None else None

    def _parameter(self, binding: Binding, path: tuple[str, ...] | None) -> Input | None:
        if path is None:
            return None
        if self.handed is not None:
            return self.handed.input_at(binding.index, path)
        start: Input | None
        if self.side == "action":
            start = self._argument(binding, path)
            return start
        if binding.index == 0:
            if (
                self.is_wrapped
                and path
                and path[0] not in ("body", "query", "headers", "url", "params", "searchParams")
            ):
                return None
            if self.is_wrapped and path and path[0] in ("params", "searchParams"):
                start, path = Input("params" if path[0] == "params" else "query"), path[1:]
            else:
                start = Input("request")
        elif binding.index == 1 and self.side == "route-handler":
            start = Input("context")
        else:
            return None
        for step in path:
            start = _member(start, step) if start is not None else None
        return start

    def _argument(self, binding: Binding, path: tuple[str, ...]) -> Input | None:
        if path and path[0] in ("parsedInput", "input", "clientInput") and self.is_wrapped:
            return Input("argument", path[1:], is_checked=path[0] != "clientInput")
        if self.is_wrapped and (path or binding.index > 0):
            return None
        if re.match(r"_|prev|state$|initialState", binding.name, re.IGNORECASE) and binding.index == 0 and not path:
            return None
        type_ = self.function.parameters[binding.index].type
        if type_ is not None and not path and self.module.source.text(type_.span).lstrip(": ") == "FormData":
            return Input("form")
        return Input("argument", path)

    def _called(self, call: c.Call, depth: int) -> Input | None:
        callee, arguments = call.callee, call.arguments
        first = arguments[0] if arguments and not isinstance(arguments[0], c.Spread) else None
        name = c.last_name(callee)
        if isinstance(callee, c.Member):
            below = self.input_of(callee.object, depth - 1)
            if below is not None:
                return _method(below, name, first)
            if name in _CHECKS and first is not None:
                found = self.input_of(first, depth - 1)
                return replace(found, is_checked=True) if found is not None else None
        path = c.dotted(callee)
        if path in _KEEPS and first is not None:
            return self.input_of(first, depth - 1)
        if (
            path in ("Number", "parseInt", "parseFloat", "Number.parseInt", "Number.parseFloat", "BigInt")
            and first is not None
        ):
            found = self.input_of(first, depth - 1)
            return replace(found, is_checked=True) if found is not None else None
        return None


def _is_text(value: c.Expression) -> bool:
    """Whether a value is put together from texts."""
    return isinstance(value, c.Template) or (isinstance(value, c.Binary) and value.operator == "+")


_CHECKS = frozenset(
    {"parse", "safeParse", "parseAsync", "safeParseAsync", "validate", "validateSync", "cast", "assert"}
)
_KEEPS = frozenset(
    {
        "Object.fromEntries",
        "String",
        "decodeURIComponent",
        "decodeURI",
        "JSON.parse",
        "structuredClone",
        "Object.assign",
    }
)
_TEXT = frozenset({"trim", "toString", "toLowerCase", "toUpperCase", "slice", "replace", "substring", "normalize",
"valueOf", "at", "pop", "split", "concat", "padStart", "entries", "then", "shift"})  # fmt: skip


def _member(below: Input, name: str) -> Input | None:
    match below.source, name:
        case "request", "body":
            return Input("body")
        case "request", "query":
            return Input("query")
        case "request", "headers":
            return Input("headers")
        case "request", "url" | "nextUrl":
            return Input("url")
        case "request", "cookies":
            return Input("cookies")
        case "request", _:
            return None
        case "context", "params":
            return Input("params")
        case "url", "searchParams":
            return Input("query")
        case "url", "search" | "hash" | "href":
            return Input("query", (name,))
        case (("context" | "url" | "cookies"), _):
            return None
        case _, "data" | "success" | "error" | "output" if below.is_checked and not below.path:
            return below if name in ("data", "output") else None
        case _, "length" | "size" | "success":
            return None
        case _:
            return replace(below, path=(*below.path, name))


def _method(below: Input, name: str, first: c.Expression | None) -> Input | None:
    if below.source == "request":
        if name in ("json", "text", "arrayBuffer", "blob"):
            return Input("body")
        return Input("form") if name == "formData" else None
    if name in ("get", "getAll"):
        if below.source in ("cookies", "context", "url"):
            return None
        return replace(below, path=(*below.path, first.value if isinstance(first, c.String) else "[]"))
    return below if name in _TEXT else None
