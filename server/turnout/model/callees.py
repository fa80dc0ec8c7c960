"""Naming what is called: a path from an import or a local declaration to the function, and back.

``api.users.list`` where ``api`` is imported is the import plus ``('users', 'list')``; the result of a call adds ``()``,
so that ``const { post } = useApi()`` makes ``post`` the import of ``useApi`` plus ``('()', 'post')``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding, pattern_path

SEE_THROUGH = frozenset(
    {"useCallback", "useMemo", "useEvent", "useEffectEvent", "memo", "cache", "useLatest", "debounce"}
)
"""Functions that give back the function that they were given (or one that calls it)."""


@dataclass(frozen=True, slots=True)
class Callee:
    """``name`` is a top-level name of the file, or, with ``source``, what was imported from there."""

    name: str
    path: tuple[str, ...] = ()
    source: str | None = None

    @property
    def key(self) -> str:
        """How functions are filed inside their own file: ``api.users.list``, ``useApi().post``."""
        return self.name + "".join("()" if step == "()" else f".{step}" for step in self.path)

    def then(self, *steps: str) -> Callee:
        return Callee(self.name, self.path + steps, self.source)


def callee_of(module: Module, expression: c.Expression, depth: int = 6) -> Callee | None:
    """What an expression in callee position means; None for what has no name at the top of a file."""
    if depth == 0:
        return None
    match expression:
        case c.Name():
            binding = module.scopes.binding(expression)
            return _bound(module, binding, depth) if binding is not None else Callee(expression.name, source="")
        case c.Member(object=below, name=name):
            inner = callee_of(module, below, depth - 1)
            return inner.then(name) if inner is not None else None
        case c.Cast(value=below) | c.Await(value=below):
            return callee_of(module, below, depth - 1)
        case c.Call(callee=below, arguments=arguments):
            if c.last_name(below) in SEE_THROUGH and arguments:
                return callee_of(module, arguments[0], depth - 1)
            inner = callee_of(module, below, depth - 1)
            return inner.then("()") if inner is not None else None
        case c.New(callee=below):
            return callee_of(module, below, depth - 1)
        case c.This():
            return _class_around(module, expression)
        case _:
            return None


def _class_around(module: Module, this: c.This) -> Callee | None:
    """``this.send(…)`` inside of a class of the file's top is its own method."""
    around = next((above for above in module.ancestors(this) if isinstance(above, c.Class)), None)
    name = next((name for name, value in module.top_level.items() if value is around), None) if around else None
    return Callee(name) if name is not None else None


def _bound(module: Module, binding: Binding, depth: int) -> Callee | None:
    if binding.kind == "import":
        imported = module.import_of.get(binding.name)
        return Callee(imported.imported, source=imported.source.value) if imported is not None else None
    steps: tuple[str, ...] = ()
    if binding.pattern is not None:
        found = pattern_path(binding.pattern, binding.site)
        if found is None:
            return None
        steps = found
    if binding.kind == "parameter" or binding.writes:
        return None
    if binding.scope.parent is None and not steps and not _is_alias(binding.value):
        return Callee(binding.name)
    if binding.value is not None and not isinstance(c.bare(binding.value), c.Function):
        inner = callee_of(module, binding.value, depth - 1)
        return inner.then(*steps) if inner is not None else None
    return _inner_function(module, binding)


def _is_alias(value: c.Expression | None) -> bool:
    """``const go = api.post``, ``const { post } = useApi()``: named after what they stand for."""
    return isinstance(value, (c.Name, c.Member))


def _inner_function(module: Module, binding: Binding) -> Callee | None:
    """A function declared inside a hook and given back by it: ``useApi().post``."""
    outer = binding.scope.function
    return Callee(key) if outer is not None and (key := _returned_key(module, outer, binding.name)) else None


def _returned_key(module: Module, outer: c.Function, name: str) -> str | None:
    key = function_keys(module).get(id(outer))
    if key is None:
        return None
    for returned in returned_values(outer):
        match c.bare(returned):
            case c.Name(name=given) if given == name:
                return f"{key}()"
            case c.Object(members=members):
                for member in members:
                    match member:
                        case c.Property(key=str() as given, value=c.Name(name=value)) if value == name:
                            return f"{key}().{given}"
                        case _:
                            pass
            case _:
                pass
    return None


def returned_values(function: c.Function) -> Iterator[c.Expression]:
    """What a function gives back: its ``return`` values, or the expression body of an arrow."""
    if function.body is not None and not isinstance(function.body, c.Block):
        yield function.body
        return
    for code in c.walk_own(function):
        if isinstance(code, c.Return) and code.value is not None:
            yield code.value


def function_keys(module: Module) -> dict[int, str]:
    """The functions of a file that others can reach, by ``id()``, under the key that ``Callee.key`` gives them."""
    cached = module.__dict__.get("_function_keys")
    if cached is None:
        cached = dict(_keys(module))
        module.__dict__["_function_keys"] = cached
    return cached


def _keys(module: Module) -> Iterator[tuple[int, str]]:
    for name, value in module.top_level.items():
        if value is not None:
            yield from _keys_below(value, name, 3)
    for export in module.exports:
        if export.local is None and export.value is not None:
            yield from _keys_below(export.value, export.name, 3)


def _keys_below(value: c.Expression, key: str, depth: int) -> Iterator[tuple[int, str]]:
    if depth == 0:
        return
    match c.bare(value):
        case c.Function() as function:
            yield id(function), key
            for returned in returned_values(function):
                yield from _keys_below(returned, f"{key}()", depth - 1)
            yield from _given_back(function, key)
        case c.Object(members=members):
            for member in members:
                if isinstance(member, c.Property) and member.key is not None:
                    yield from _keys_below(member.value, f"{key}.{member.key}", depth - 1)
        case c.Class(members=members):
            for member in members:
                if member.key is not None and member.value is not None and not isinstance(member.value, c.Block):
                    yield from _keys_below(member.value, f"{key}.{member.key}", depth - 1)
        case c.Call(callee=callee, arguments=arguments) if c.last_name(callee) in SEE_THROUGH:
            if arguments:
                yield from _keys_below(arguments[0], key, depth - 1)
        case _:
            return


def _given_back(outer: c.Function, key: str) -> Iterator[tuple[int, str]]:
    """Functions declared in a function's body and given back by name."""
    inside: dict[str, c.Function] = {}
    for statement in outer.statements:
        match statement:
            case c.FunctionDeclaration(function=c.Function(name=c.Name(name=name)) as function):
                inside[name] = function
            case c.Declare(declarators=declarators):
                for each in declarators:
                    if isinstance(each.pattern, c.Name) and each.value is not None:
                        found = seen_through(each.value)
                        if found is not None:
                            inside[each.pattern.name] = found
            case _:
                pass
    if not inside:
        return
    for returned in returned_values(outer):
        match c.bare(returned):
            case c.Name(name=name) if name in inside:
                yield id(inside[name]), f"{key}()"
            case c.Object(members=members):
                for member in members:
                    match member:
                        case c.Property(key=str() as given, value=c.Name(name=name)) if name in inside:
                            yield id(inside[name]), f"{key}().{given}"
                        case _:
                            pass
            case c.Array(items=items):
                for index, item in enumerate(items):
                    if isinstance(item, c.Name) and item.name in inside:
                        yield id(inside[item.name]), f"{key}().{index}"
            case _:
                pass


def seen_through(value: c.Expression) -> c.Function | None:
    """The function behind ``useCallback(fn)`` and the like; the function itself."""
    match c.bare(value):
        case c.Function() as function:
            return function
        case c.Call(callee=callee, arguments=(first, *_)) if c.last_name(callee) in SEE_THROUGH:
            return seen_through(first)
        case _:
            return None
