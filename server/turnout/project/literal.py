"""What an expression of a configuration file comes to, read and never run.

Values are Python's ``str``, ``int``, ``float``, ``bool``, ``None``, ``list`` and ``dict``, a ``Closure`` for
a function written in the file, and ``UNREAD`` for all that depends on the machine (``process.env.X``) or on
other files.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from turnout.model import code as c
from turnout.model.module import Module

DEEPEST = 60
"""Levels of names, calls and members that are followed before giving up, so that circles end."""

LONGEST = 20_000
"""Expressions that are read for one file before giving up, so that functions that call each other end."""


class Unread:
    """Its one value, ``UNREAD``, stands for everything that only running the code could tell."""

    def __repr__(self) -> str:
        return "UNREAD"


UNREAD: Final = Unread()
REST: Final = "*"
"""The key in a dict that says: something unknown was spread in, so keys that nobody sees here may exist."""


@dataclass(frozen=True)
class Closure:
    """A function of the file, with the names that it sees from the function around it."""

    function: c.Function
    scope: Scope


Value: TypeAlias = "str | int | float | bool | list[Any] | dict[str, Any] | Closure | Unread | None"
Scope: TypeAlias = Mapping[str, Value]


class Literals:
    """The values of one file's expressions."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.depth = 0
        self.steps = 0

    def value(self, code: c.Code | None, scope: Scope | None = None) -> Value:
        """What an expression comes to."""
        return self._limited(self._value, code, scope)

    def wrapped(self, code: c.Code | None, scope: Scope | None = None) -> Value:
        """Like ``value``, but a call of somebody else's function is taken to return the object it was given.

        ``withBundleAnalyzer(config)``, ``withMDX({ … })(config)``, ``withSentryConfig(config, { … })`` and
        ``withPlugins([a, b], config)`` all come to ``config``; a function comes to what it returns.
        """
        return self._limited(self._wrapped, code, scope)

    def returned(self, closure: Closure, arguments: tuple[Value, ...] = ()) -> Value:
        """What a function returns, from all its ``return`` statements together."""
        return self._returned(closure, arguments, wrapped=False)

    def _limited(
        self, read: Callable[[c.Code | None, Scope], Value], code: c.Code | None, scope: Scope | None
    ) -> Value:
        self.steps += 1
        if self.depth >= DEEPEST or self.steps > LONGEST:
            return UNREAD
        self.depth += 1
        try:
            return read(code, scope or {})
        finally:
            self.depth -= 1

    def _value(self, code: c.Code | None, scope: Scope) -> Value:
        match code:
            case c.String(value=text):
                return text
            case c.Number(text=text):
                return _number(text)
            case c.Constant(text=text):
                return {"true": True, "false": False}.get(text)
            case c.Template(strings=strings, values=values):
                return self._template(strings, tuple(self.value(each, scope) for each in values))
            case c.Cast(value=inner) | c.Await(value=inner):
                return self.value(inner, scope)
            case c.Name(name=name):
                return self._name(name, scope)
            case c.Object(members=members):
                return self._object(members, scope)
            case c.Array(items=items):
                return self._array(items, scope)
            case c.Function() as function:
                return Closure(function, scope)
            case c.Member(object=below, name=name):
                return _get(self.value(below, scope), name)
            case c.Index(object=below, index=index):
                return _get(self.value(below, scope), self.value(index, scope))
            case c.Conditional(test=test, then=then, otherwise=otherwise):
                return self._choice(self.value(test, scope), self.value(then, scope), self.value(otherwise, scope))
            case c.Binary(operator=operator, left=left, right=right):
                return _combined(operator, self.value(left, scope), self.value(right, scope))
            case c.Unary(operator="!", operand=operand):
                truth = _truth(self.value(operand, scope))
                return UNREAD if truth is None else not truth
            case c.Unary(operator="-", operand=operand):
                value = self.value(operand, scope)
                return -value if isinstance(value, (int, float)) else UNREAD
            case c.Assign(value=inner):
                return self.value(inner, scope)
            case c.Call() as call:
                return self._call(call, scope)
            case _:
                return UNREAD

    def _wrapped(self, code: c.Code | None, scope: Scope) -> Value:
        match code:
            case c.Call() as call:
                return self._wrapped_call(call, scope)
            case c.Cast(value=inner) | c.Await(value=inner) | c.Assign(value=inner):
                return self.wrapped(inner, scope)
            case c.Conditional(test=test, then=then, otherwise=otherwise):
                return self._choice(self.value(test, scope), self.wrapped(then, scope), self.wrapped(otherwise, scope))
            case c.Name(name=name) if name not in scope:
                below = self.module.top_level.get(name)
                return UNREAD if below is None else self.wrapped(below)
            case _:
                value = self.value(code, scope)
                return self._returned(value, (), wrapped=True) if isinstance(value, Closure) else value

    def _wrapped_call(self, call: c.Call, scope: Scope) -> Value:
        known = self._call(call, scope)
        if isinstance(known, dict):
            return known
        own = self.value(call.callee, scope) if isinstance(call.callee, c.Name) else UNREAD
        given = tuple(self.wrapped(each, scope) for each in call.arguments)
        if isinstance(own, Closure):
            result = self._returned(own, given, wrapped=True)
            if isinstance(result, dict):
                return result
        return next((each for each in given if isinstance(each, dict)), UNREAD)

    def _returned(self, closure: Closure, arguments: tuple[Value, ...], *, wrapped: bool) -> Value:
        function, scope = closure.function, dict(closure.scope)
        for index, parameter in enumerate(function.parameters):
            given = arguments[index] if index < len(arguments) else UNREAD
            for name in c.bound_names(parameter.pattern):
                scope[name.name] = given if isinstance(parameter.pattern, c.Name) else _get(given, name.name)
        read = self.wrapped if wrapped else self.value
        if not isinstance(function.body, c.Block):
            return read(function.body, scope)
        results: list[Value] = []
        for code in c.walk_own(function):
            match code:
                case c.Declarator(pattern=c.Name(name=name), value=value):
                    is_function = value is not None and isinstance(c.bare(value), c.Function)
                    scope[name] = (self.value if is_function else read)(value, scope)
                case c.FunctionDeclaration(function=c.Function(name=c.Name(name=name)) as inner):
                    scope[name] = Closure(inner, scope)
                case c.Return(value=value):
                    results.append(read(value, scope))
                case _:
                    pass
        return _either(results)

    def _name(self, name: str, scope: Scope) -> Value:
        if name in scope:
            return scope[name]
        below = self.module.top_level.get(name)
        return self.value(below) if below is not None else UNREAD

    def _template(self, strings: tuple[str, ...], values: tuple[Value, ...]) -> Value:
        text = strings[0] if strings else ""
        for value, after in zip(values, strings[1:], strict=False):
            if not isinstance(value, (str, int, float)) or isinstance(value, bool):
                return UNREAD
            text += f"{value}{after}"
        return text

    def _object(self, members: tuple[c.Property | c.Spread, ...], scope: Scope) -> Value:
        result: dict[str, Any] = {}
        for member in members:
            if isinstance(member, c.Spread):
                _merge(result, self._spread(member.value, scope, {}))
                continue
            key = member.key
            if key is None:
                computed = self.value(member.computed, scope)
                key = computed if isinstance(computed, str) else None
            if key is None:
                result[REST] = UNREAD
            else:
                result.pop(key, None)
                result[key] = self.value(member.value, scope)
        return result

    def _spread(self, code: c.Expression, scope: Scope, empty: Value) -> Value:
        """What ``...code`` adds: ``...(test && { a })`` and ``...(test ? { a } : {})`` add ``a``, perhaps."""
        match c.bare(code):
            case c.Binary(operator="&&", left=left, right=right):
                truth = _truth(self.value(left, scope))
                added = self._spread(right, scope, empty)
                return added if truth else empty if truth is False else _either([added, empty])
            case c.Conditional(test=test, then=then, otherwise=otherwise):
                return self._choice(
                    self.value(test, scope),
                    self._spread(then, scope, empty),
                    self._spread(otherwise, scope, empty),
                )
            case bare:
                value = self.value(bare, scope) if isinstance(empty, list) else self.wrapped(bare, scope)
                return empty if value is None or value is False else value

    def _array(self, items: tuple[c.Expression | c.Spread | None, ...], scope: Scope) -> Value:
        result: list[Any] = []
        for item in items:
            if isinstance(item, c.Spread):
                added = self._spread(item.value, scope, [])
                result += added if isinstance(added, list) else [UNREAD]
            else:
                result.append(self.value(item, scope))
        return result

    def _choice(self, test: Value, then: Value, otherwise: Value) -> Value:
        truth = _truth(test)
        return then if truth else otherwise if truth is False else _either([then, otherwise])

    def _call(self, call: c.Call, scope: Scope) -> Value:
        name, arguments = c.dotted(call.callee), call.arguments
        if name == "Object.assign":
            result: dict[str, Any] = {}
            for each in arguments:
                _merge(result, self._spread(each, scope, {}))
            return result
        if name in ("Object.freeze", "defineConfig") and arguments:
            return self.value(arguments[0], scope)
        given = tuple(self.value(each, scope) for each in arguments)
        match call.callee:
            case c.Member(object=below, name="map") if given and isinstance(given[0], Closure):
                items = self.value(below, scope)
                if isinstance(items, list):
                    function = given[0]
                    return [self.returned(function, (item,)) for item in items]
            case c.Member(object=below, name="concat"):
                lists = [each for each in (self.value(below, scope), *given) if isinstance(each, list)]
                if len(lists) == 1 + len(given):
                    return [item for each in lists for item in each]
            case callee:
                own = self.value(callee, scope)
                if isinstance(own, Closure):
                    return self.returned(own, given)
        return UNREAD


def _merge(into: dict[str, Any], added: Value) -> None:
    if isinstance(added, dict):
        into.update(added)
    else:
        into[REST] = UNREAD


def _either(values: list[Value]) -> Value:
    """One of several, nobody knows which: an object of what they agree in, a list of all they hold."""
    if not values:
        return None
    first = values[0]
    if all(type(value) is type(first) and value == first for value in values):
        return first
    lists = [value for value in values if isinstance(value, list)]
    if len(lists) == len(values):
        merged: list[Any] = []
        for item in (item for each in lists for item in each):
            if item not in merged:
                merged.append(item)
        return [*(item for item in merged if item is not UNREAD), UNREAD]
    tables = [value for value in values if isinstance(value, dict)]
    if len(tables) == len(values):
        keys = dict.fromkeys(key for each in tables for key in each)
        return {key: _either([each.get(key, UNREAD) for each in tables]) for key in keys}
    return UNREAD


def _get(value: Value, key: Value) -> Value:
    if isinstance(value, dict) and isinstance(key, str):
        return value.get(key, UNREAD if REST in value else None)
    if isinstance(value, list) and isinstance(key, int):
        return value[key] if 0 <= key < len(value) else None
    return UNREAD


def _truth(value: Value) -> bool | None:
    """Whether JavaScript takes a value for true; None when it isn't known."""
    if isinstance(value, Unread):
        return None
    return True if isinstance(value, (list, dict, Closure)) else bool(value)


def _combined(operator: str, left: Value, right: Value) -> Value:
    truth = _truth(left)
    match operator:
        case "&&":
            return right if truth else left if truth is False else UNREAD
        case "||":
            return left if truth else right if truth is False else UNREAD
        case "??":
            return UNREAD if truth is None else right if left is None else left
        case "===" | "==":
            return UNREAD if UNREAD in (left, right) else left == right
        case "+" if isinstance(left, str) and isinstance(right, str):
            return left + right
        case "+" if isinstance(left, (int, float)) and isinstance(right, (int, float)):
            return left + right
        case "*" if isinstance(left, (int, float)) and isinstance(right, (int, float)):
            return left * right
        case _:
            return UNREAD


def _number(text: str) -> Value:
    plain = text.replace("_", "")
    try:
        return int(plain, 0)
    except ValueError:
        try:
            return float(plain)
        except ValueError:
            return UNREAD
