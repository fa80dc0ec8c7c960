"""The function behind an exported value: wrappers seen through, methods that it answers told apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from turnout.model import code as c
from turnout.model.callees import Callee, callee_of
from turnout.model.module import ImportedName, Module
from turnout.model.requests import METHODS
from turnout.model.scope import Binding
from turnout.model.strings import literal


@dataclass(frozen=True)
class Wrapper:
    """A call that was given the handler (or another wrapper's result) and gave the export."""

    name: str
    """The callee as written, ``withAuth`` or ``client.schema().action``."""
    callee: Callee | None
    call: c.Call


@dataclass(frozen=True)
class Implementation:
    """What stands behind an export. ``function`` is None when it isn't in this file, or can't be told."""

    function: c.Function | None
    wrappers: tuple[Wrapper, ...]
    """From the outside in."""
    imported: ImportedName | None = None
    """When the innermost value is an imported name: the function is over there."""


def unwrap(module: Module, value: c.Expression | None, depth: int = 8) -> Implementation:
    """Look through calls to the function inside: ``withA(withB(async () => {}))``, ``client.schema(s).action(fn)``."""
    wrappers: list[Wrapper] = []
    current = value
    while current is not None and depth > 0:
        depth -= 1
        match c.bare(current):
            case c.Function() as function:
                return Implementation(function, tuple(wrappers))
            case c.Name() as name:
                imported = module.import_of.get(name.name)
                if imported is not None:
                    return Implementation(None, tuple(wrappers), imported)
                binding = module.scopes.binding(name)
                if binding is None or binding.pattern is not None:
                    return Implementation(None, tuple(wrappers))
                current = binding.value
            case c.Call(callee=callee, arguments=arguments) as call:
                wrappers.append(Wrapper(_written(callee), callee_of(module, callee), call))
                current = _wrapped(module, callee, arguments)
            case _:
                return Implementation(None, tuple(wrappers))
    return Implementation(None, tuple(wrappers))


def _written(callee: c.Expression) -> str:
    match callee:
        case c.Call(callee=inner):
            return f"{_written(inner)}()"
        case c.Member(object=below, name=name):
            return f"{_written(below)}.{name}"
        case _:
            return c.dotted(callee) or "…"


def _wrapped(
    module: Module, callee: c.Expression, arguments: tuple[c.Expression | c.Spread, ...]
) -> c.Expression | None:
    """Which argument is the handler: the function written in place, else a call or name that leads to one."""
    functions = [argument for argument in arguments if isinstance(c.bare(argument), c.Function)]
    if functions:
        return functions[-1]
    for argument in reversed(arguments):
        bare = c.bare(argument)
        if isinstance(bare, c.Call) and _leads_to_function(module, bare):
            return bare
        if isinstance(bare, c.Name):
            binding = module.scopes.binding(bare)
            if binding is None:
                continue
            if binding.kind == "import" or binding.kind == "function":
                return bare
            if binding.value is not None and _leads_to_function(module, c.bare(binding.value)):
                return bare
        if isinstance(bare, c.Object):
            # createHandler({ handler: async () => … })
            for member in bare.members:
                if isinstance(member, c.Property) and member.key in (
                    "handler",
                    "action",
                    "resolver",
                    "run",
                    "execute",
                ):
                    return member.value
    return None


def _leads_to_function(module: Module, value: c.Expression, depth: int = 4) -> bool:
    match value:
        case c.Function():
            return True
        case c.Call(arguments=arguments) if depth:
            return any(_leads_to_function(module, c.bare(argument), depth - 1) for argument in arguments)
        case c.Name():
            binding = module.scopes.binding(value)
            if binding is None or binding.kind in ("function", "import"):
                return binding is not None
            given = c.bare(binding.value) if binding.pattern is None and binding.value is not None else None
            return given is not None and depth > 0 and _leads_to_function(module, given, depth - 1)
        case _:
            return False


@dataclass(frozen=True)
class Dispatch:
    """Which HTTP methods one function tells apart."""

    methods: tuple[str, ...]
    """Those that it names."""
    rejects_others: bool
    """Whether all others surely get no answer but a refusal (405 or an early return before any work)."""


def dispatch_of(module: Module, function: c.Function | None, value: c.Expression | None = None) -> Dispatch | None:
    """How a pages/api handler tells methods apart; None when it does not look at the method.

    ``value`` is the exported expression: a map of methods given to a wrapper counts (``route({ GET: …, POST: … })``).
    """
    if value is not None and (mapped := _method_map(c.bare(value))) is not None:
        return Dispatch(mapped, True)
    if function is None:
        routes = tuple(dict.fromkeys(method for method, _ in routed(module, value)))
        return Dispatch(routes, True) if routes and "" not in routes else None
    found: list[str] = []
    refuses = False
    for code in c.walk(function):
        match code:
            case c.Binary(operator="===" | "==" | "!==" | "!=" as operator, left=left, right=right):
                for side, other in ((left, right), (right, left)):
                    if is_method(module, function, side) and (name := literal(module, other)):
                        found.append(name.upper())
                        refuses = refuses or operator.startswith("!")
            case c.Switch(subject=subject, cases=cases) if is_method(module, function, subject):
                for case in cases:
                    if case.test is not None and (name := literal(module, case.test)):
                        found.append(name.upper())
            case c.Index(object=below, index=index) if is_method(module, function, index):
                if (mapped := _method_map(_value_of(module, below))) is not None:
                    found += mapped
                    refuses = True
            case c.Call(callee=c.Member(object=c.Array(items=items), name="includes"), arguments=(first, *_)):
                if is_method(module, function, first):
                    found += [item.value.upper() for item in items if isinstance(item, c.String)]
                    refuses = True
            case c.Number(text="405"):
                refuses = True
            case _:
                pass
    methods = tuple(dict.fromkeys(name for name in found if name in METHODS))
    return Dispatch(methods, refuses) if methods else None


_ROUTES = {method.lower(): method for method in METHODS} | {"all": ""}


def routed(module: Module, value: c.Expression | None) -> tuple[tuple[str, c.Function], ...]:
    """The handlers of a router: ``router.get(list).post(create); export default router.handler()`` (next-connect).

    Each with its method, which is empty for ``all``.
    """
    return tuple(_routes(module, c.bare(value))) if value is not None else ()


def _routes(module: Module, value: c.Expression) -> Iterator[tuple[str, c.Function]]:
    match value:
        case c.Call(callee=c.Member(object=below, name=name), arguments=arguments):
            yield from _routes(module, c.bare(below))
            yield from _handlers(module, name, arguments)
        case c.Name():
            binding = module.scopes.binding(value)
            made = c.bare(binding.value) if binding is not None and binding.value is not None else None
            if binding is None or not isinstance(made, c.Call) or not isinstance(made.callee, (c.Name, c.Member)):
                return
            yield from _routes(module, made)
            for reference in binding.references:
                member = module.parents.get(id(reference))
                while isinstance(member, c.Member):
                    call = module.parents.get(id(member))
                    if not isinstance(call, c.Call) or call.callee is not member:
                        break
                    yield from _handlers(module, member.name, call.arguments)
                    member = module.parents.get(id(call))
        case _:
            return


def _handlers(
    module: Module, name: str, arguments: tuple[c.Expression | c.Spread, ...]
) -> Iterator[tuple[str, c.Function]]:
    if name not in _ROUTES:
        return
    for argument in arguments:
        function = unwrap(module, argument).function if not isinstance(argument, c.Spread) else None
        if function is not None:
            yield _ROUTES[name], function


def is_method(module: Module, function: c.Function, expression: c.Expression) -> bool:
    """Whether an expression is the HTTP method of the request: ``req.method``, or a name that was given it."""
    bare = c.bare(expression)
    match bare:
        case c.Member(object=below, name="method"):
            inner = c.bare(below)
            return isinstance(inner, c.Name) and _is_request(module, function, module.scopes.binding(inner))
        case c.Call(callee=c.Member(object=below, name="toUpperCase" | "toLowerCase")):
            return is_method(module, function, below)
        case c.Binary(operator="||" | "??", left=left):
            return is_method(module, function, left)
        case c.Name(name=name):
            binding = module.scopes.binding(bare)
            if binding is None:
                return False
            if binding.pattern is not None:
                # const { method } = req, or ({ method }, res) => …
                if name != "method":
                    return False
                if binding.kind == "parameter":
                    return binding.index == 0
                value = c.bare(binding.value) if binding.value is not None else None
                return isinstance(value, c.Name) and _is_request(module, function, module.scopes.binding(value))
            return binding.value is not None and is_method(module, function, binding.value)
        case _:
            return False


def _is_request(module: Module, function: c.Function, binding: Binding | None) -> bool:
    if binding is None or binding.kind != "parameter":
        return False
    return (binding.function is function and binding.index == 0) or binding.name in ("req", "request")


def _value_of(module: Module, expression: c.Expression) -> c.Expression | None:
    bare = c.bare(expression)
    if isinstance(bare, c.Name):
        binding = module.scopes.binding(bare)
        return c.bare(binding.value) if binding is not None and binding.value is not None else None
    return bare


def _method_map(value: c.Expression | None) -> tuple[str, ...] | None:
    """``{ GET: …, POST: … }``, also as the argument of a call."""
    match value:
        case c.Object(members=members) if members:
            keys = [member.key for member in members if isinstance(member, c.Property) and member.key is not None]
            if keys and len(keys) == len(members) and all(key.upper() in METHODS for key in keys):
                return tuple(key.upper() for key in keys)
            return None
        case c.Call(arguments=arguments):
            return next((found for each in arguments if (found := _method_map(c.bare(each))) is not None), None)
        case _:
            return None


def exported_methods(module: Module) -> Iterator[tuple[str, c.Name | None]]:
    """The HTTP methods that a route.* file exports, in any form but ``export *``."""
    for export in module.exports:
        if export.name in METHODS and not export.is_type:
            yield export.name, export.local
