"""What expressions are when of a request only its path and its method are known; everything else may be anything.

Made for middleware, whose code chooses by path whom it stops: ``passage.py`` runs its statements with this.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from turnout.model import code as c
from turnout.model.callees import callee_of
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.project.effects import function_behind
from turnout.project.snapshot import Snapshot
from turnout.project.values import (
    HREF,
    NEXT,
    REQUEST,
    UNKNOWN,
    URL,
    Either,
    Made,
    Matcher,
    Path,
    Thing,
    Unknown,
    Value,
    asked_of_text,
    either,
    pattern_of,
    same,
    tested,
    truth,
)

DEEPEST = 12
"""Calls inside of calls."""
MOST = 8000
"""Expressions that are looked at for one URL."""
MOST_OF_CALL = 1500
"""Expressions that are looked at in one call, so that what follows it is looked at, too."""


@dataclass
class Frame:
    """A function while it runs: the values of its names, by the identity of their declarations."""

    module: Module
    known: dict[int, Value] = field(default_factory=dict[int, Value])


class Evaluator:
    """Expressions; what runs statements gives ``called`` for functions with a block."""

    def __init__(
        self,
        project: Snapshot,
        path: str | Path,
        method: str | None,
        covers: Callable[[str, str | Path], bool | None],
        called: Callable[[Frame, c.Block], Value],
    ) -> None:
        self.project = project
        self.path = path
        self.method = method
        self.covers = covers
        self.called = called
        self.depth = 0
        self.looked = 0
        self.most = MOST
        self.constants: dict[int, Value] = {}
        """What stands at the top of files, which is the same wherever it is asked for."""

    def value(self, frame: Frame, code: c.Expression | None) -> Value:
        self.looked += 1
        if code is None:
            return None
        if self.looked > self.most or self.depth > DEEPEST:
            return UNKNOWN
        self.depth += 1
        try:
            return self._value(frame, code)
        finally:
            self.depth -= 1

    def _value(self, frame: Frame, code: c.Expression) -> Value:
        match code:
            case c.String(value=text):
                return text
            case c.Constant(text=text):
                return {"true": True, "false": False}.get(text)
            case c.Regex(text=text):
                return pattern_of(text)
            case c.Name(name="undefined"):
                return None
            case c.Name():
                return self.named(frame, code)
            case c.Template(strings=strings, values=values):
                return self.template(frame, strings, values)
            case c.Array(items=items):
                found = [UNKNOWN if each is None or isinstance(each, c.Spread) else each for each in items]
                spread = [each for each in items if isinstance(each, c.Spread)]
                if spread:
                    return self.spread(frame, items)
                return tuple(each if isinstance(each, Unknown) else self.value(frame, each) for each in found)
            case c.Object(members=members):
                return self.object(frame, members)
            case c.Await(value=value) | c.Cast(value=value):
                return self.value(frame, value)
            case c.Function():
                return Made(frame.module, code, frame.known)
            case c.Unary(operator="!", operand=operand):
                found = truth(self.value(frame, operand))
                return UNKNOWN if found is None else not found
            case c.Binary(operator=operator, left=left, right=right):
                return self.binary(frame, operator, left, right)
            case c.Conditional(test=test, then=then, otherwise=otherwise):
                found = truth(self.value(frame, test))
                if found is None:
                    return either([self.value(frame, then), self.value(frame, otherwise)])
                return self.value(frame, then if found else otherwise)
            case c.Member(object=below, name=name):
                return self.member(self.value(frame, below), name)
            case c.Index(object=below, index=index):
                table, key = self.value(frame, below), self.value(frame, index)
                return table.get(key) if isinstance(table, dict) and isinstance(key, str) else UNKNOWN
            case c.New(callee=c.Name(name="Set"), arguments=(first,)) if not isinstance(first, c.Spread):
                return self.value(frame, first)
            case c.New(callee=c.Name(name="URL"), arguments=(first,)) if not isinstance(first, c.Spread):
                return URL if self.value(frame, first) == HREF else UNKNOWN
            case c.Call():
                return self.call(frame, code)
            case _:
                return UNKNOWN

    # ------------------------------------------------------------------- names

    def named(self, frame: Frame, name: c.Name) -> Value:
        binding = frame.module.scopes.binding(name)
        if binding is None:
            return UNKNOWN
        if id(binding) in frame.known:
            return frame.known[id(binding)]
        if binding.kind == "import":
            return self.imported(frame, name.name)
        if binding.kind in ("function", "const", "let", "var") and isinstance(binding.value, c.Function):
            return UNKNOWN if binding.writes else Made(frame.module, binding.value, frame.known)
        if binding.scope.parent is None and not binding.writes and binding.pattern is None:
            if id(binding) not in self.constants:
                self.constants[id(binding)] = self.value(Frame(frame.module), binding.value)
            return self.constants[id(binding)]
        return UNKNOWN

    def imported(self, frame: Frame, name: str) -> Value:
        found = frame.module.import_of.get(name)
        if found is None:
            return UNKNOWN
        definition = self.project.definition(frame.module.path, found.source.value, found.imported)
        if definition is None or definition.export.value is None:
            return UNKNOWN
        return self.value(Frame(definition.module), definition.export.value)

    def bind(self, frame: Frame, pattern: c.Pattern, value: Value) -> None:
        """Give the names of a pattern what they are from here on."""
        match pattern:
            case c.Name():
                binding = frame.module.scopes.binding(pattern)
                if binding is not None:
                    frame.known[id(binding)] = self.written(frame, binding, value) if binding.writes else value
            case c.Default(target=target, value=default):
                self.bind(frame, target, self.value(frame, default) if value is None else value)
            case c.ObjectPattern(members=members):
                for member in members:
                    key = member.key if isinstance(member, c.PatternProperty) else None
                    self.bind(frame, member.target, self.member(value, key) if key is not None else UNKNOWN)
            case c.ArrayPattern(items=items):
                for item in items:
                    if item is not None:
                        self.bind(frame, item, UNKNOWN)
            case c.Rest(target=target):
                self.bind(frame, target, UNKNOWN)
            case _:
                pass

    def written(self, frame: Frame, binding: Binding, value: Value) -> Value:
        """A name that is given something else later is known only when that lets the request through, too."""
        given = [each.value if isinstance(each, c.Assign) and each.operator == "=" else None for each in binding.writes]
        if value not in (NEXT, None):
            return UNKNOWN
        frame.known[id(binding)] = NEXT  # let response; … response = withHeaders(response)
        is_next = all(each is not None and self.value(frame, each) == NEXT for each in given)
        return NEXT if is_next else UNKNOWN

    # ---------------------------------------------------------------- literals

    def template(self, frame: Frame, strings: Sequence[str], values: Sequence[c.Expression]) -> Value:
        found = [self.value(frame, each) for each in values]
        if any(not isinstance(each, str) for each in found):
            return UNKNOWN
        texts = [each for each in found if isinstance(each, str)]
        return "".join(a + b for a, b in zip(strings, (*texts, ""), strict=True))

    def spread(self, frame: Frame, items: Sequence[c.Expression | c.Spread | None]) -> Value:
        found: list[Value] = []
        for each in items:
            if not isinstance(each, c.Spread):
                found.append(self.value(frame, each) if each is not None else None)
                continue
            inner = self.value(frame, each.value)
            if not isinstance(inner, tuple):
                return UNKNOWN
            found += inner
        return tuple(found)

    def object(self, frame: Frame, members: Sequence[c.Property | c.Spread]) -> Value:
        found: dict[str, Value] = {}
        for each in members:
            if isinstance(each, c.Spread) or each.key is None:
                return UNKNOWN
            found[each.key] = self.value(frame, each.value)
        return found

    # --------------------------------------------------------------- operators

    def binary(self, frame: Frame, operator: str, left: c.Expression, right: c.Expression) -> Value:
        first = self.value(frame, left)
        known = truth(first)
        match operator:
            case "&&":
                second = self.value(frame, right)
                if known is None:
                    return False if truth(second) is False else UNKNOWN
                return second if known else first
            case "||":
                if known is None:
                    second = self.value(frame, right)
                    return Unknown(True) if truth(second) is True else UNKNOWN
                return first if known else self.value(frame, right)
            case "??":
                if first is None:
                    return self.value(frame, right)
                return UNKNOWN if isinstance(first, (Unknown, Either)) else first
            case "===" | "==" | "!==" | "!=":
                found = same(first, self.value(frame, right))
                return UNKNOWN if found is None else found is operator.startswith("=")
            case "+":
                second = self.value(frame, right)
                return first + second if isinstance(first, str) and isinstance(second, str) else UNKNOWN
            case _:
                return UNKNOWN

    def member(self, value: Value, name: str) -> Value:
        match value:
            case Thing(name="request"):
                return {"nextUrl": URL, "url": HREF, "method": self.method or UNKNOWN}.get(name, UNKNOWN)
            case Thing(name="url"):
                return self.path if name == "pathname" else UNKNOWN
            case dict():
                return value.get(name)
            case _:
                return UNKNOWN

    # ------------------------------------------------------------------- calls

    def call(self, frame: Frame, call: c.Call) -> Value:
        if c.dotted(call.callee) == "NextResponse.next":
            return NEXT
        arguments = [UNKNOWN if isinstance(each, c.Spread) else self.value(frame, each) for each in call.arguments]
        first: Value = arguments[0] if arguments else None
        if isinstance(call.callee, c.Member) and (found := self.method_of(frame, call.callee, first)) is not None:
            return found[0]
        if isinstance(call.callee, c.Name):
            name = call.callee.name
            if name == "createRouteMatcher":
                given = first if isinstance(first, tuple) else (first,)
                texts = tuple(each for each in given if isinstance(each, str))
                return Matcher(texts) if len(texts) == len(given) else UNKNOWN
            if name == "Boolean":
                known = truth(first)
                return UNKNOWN if known is None else known
        made = self.value(frame, call.callee)
        if isinstance(made, Matcher):
            found_in = [self.covers(each, self.path) for each in made.patterns] if first == REQUEST else [None]
            return True if any(found_in) else UNKNOWN if None in found_in else False
        if not isinstance(made, Made):
            callee = callee_of(frame.module, call.callee)
            behind = function_behind(self.project, frame.module, callee) if callee is not None else None
            made = Made(*behind, {}) if behind is not None else UNKNOWN
        return self.apply(made, arguments) if isinstance(made, Made) else UNKNOWN

    def apply(self, made: Made, arguments: Sequence[Value]) -> Value:
        """What a function gives back."""
        function = made.function
        if function.is_generator or function.body is None or self.depth > DEEPEST:
            return UNKNOWN
        frame = Frame(made.module, dict(made.known))
        for number, parameter in enumerate(function.parameters):
            given: Value = arguments[number] if number < len(arguments) else None
            if given is None and parameter.default is not None:
                given = self.value(frame, parameter.default)
            self.bind(frame, parameter.pattern, UNKNOWN if parameter.is_rest else given)
        if isinstance(function.body, c.Block):
            most, self.most = self.most, min(self.most, self.looked + MOST_OF_CALL)
            try:
                return self.called(frame, function.body)
            finally:
                self.most = most
        return self.value(frame, function.body)

    def method_of(self, frame: Frame, callee: c.Member, first: Value) -> tuple[Value] | None:
        """``paths.some(…)``, ``pathname.startsWith('/api')``; None for what is no method of a known value."""
        base, name = self.value(frame, callee.object), callee.name
        match base:
            case Thing(name="url") if name == "clone":
                return (URL,)
            case str() | Path():
                return (asked_of_text(base, name, first),)
            case re.Pattern() if name == "test":
                return (tested(base, first),)
            case tuple():
                return (self.list_method(base, name, first),)
            case Unknown() if c.dotted(callee) in ("Object.keys", "Object.values") and isinstance(first, dict):
                return (tuple(first) if name == "keys" else tuple(first.values()),)
            case _:
                return None

    def list_method(self, base: tuple[Value, ...], name: str, first: Value) -> Value:
        match name:
            case "includes" | "has":
                found = [same(each, first) for each in base]
                return True if True in found else UNKNOWN if None in found else False
            case "some" | "every" | "find" | "filter" if isinstance(first, Made):
                told = [truth(self.apply(first, (each,))) for each in base]
                decides = name != "every"
                if name == "filter":
                    return (
                        UNKNOWN
                        if None in told
                        else tuple(each for each, is_in in zip(base, told, strict=True) if is_in)
                    )
                if name == "find":
                    return UNKNOWN if True in told or None in told else None
                if decides in told:
                    return decides
                return UNKNOWN if None in told else not decides
            case "concat" if isinstance(first, tuple):
                return (*base, *first)
            case _:
                return UNKNOWN
