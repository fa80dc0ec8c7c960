"""How a wrapper is made: which of its functions takes the request, and where that calls the handler."""

from __future__ import annotations

import re
from dataclasses import dataclass

from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.endpoint_to_action.handlers.in_front import in_front
from turnout.model import code as c
from turnout.model.callees import Callee
from turnout.model.handler import Wrapper
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.project.effects import function_behind
from turnout.project.snapshot import Snapshot
from turnout.text.span import Span

_KEYS = re.compile(r"authorization|x-api-key|x-auth-token|api[-_]?key", re.IGNORECASE)


@dataclass(frozen=True)
class Opened:
    """What of a wrapper can be told whatever it does: how it is made, and where it calls its handler."""

    name: str
    module: Module
    use: c.Call
    inner: c.Function
    options: tuple[tuple[c.Parameter, c.Expression | None], ...]
    call: c.Call | None
    """None where it is given no handler, but a map of them."""
    front: tuple[c.Declare, ...] = ()
    """The constants that it works out of its options first, each a value and nothing else."""


def open_wrapper(project: Snapshot, module: Module, wrapper: Wrapper, at: c.Code | Span) -> Opened:
    """The function of a wrapper that takes the request."""
    return Opening(project, module, wrapper, at).opened()


def open_maker(project: Snapshot, module: Module, wrapper: Wrapper, at: c.Code | Span) -> Opened:
    """The same of a function that makes a handler of what it is given: ``createHandler({ GET: list })``."""
    return Opening(project, module, wrapper, at).made()


@dataclass(frozen=True)
class Through:
    """A wrapper however it calls its handler, and what it is given."""

    name: str
    module: Module
    inner: c.Function
    calls: tuple[c.Call, ...]
    """Every call of the handler."""
    options: tuple[tuple[c.Parameter, c.Expression | None], ...] = ()


def see_through(project: Snapshot, module: Module, wrapper: Wrapper, at: c.Code | Span) -> Through:
    """The function of a wrapper that takes the request, and each call of its handler."""
    return Opening(project, module, wrapper, at).through()


class Opening:
    """One wrapper, looked into from the outside."""

    def __init__(self, project: Snapshot, module: Module, wrapper: Wrapper, at: c.Code | Span) -> None:
        self.project = project
        self.user = module
        self.wrapper = wrapper
        self.at = at
        self.name = wrapper.name.replace("()", "")

    def opened(self) -> Opened:
        home, levels, inner = self.levels()
        handler, options = self.parameters(home, levels)
        if handler is None:
            raise self.unclear(home, levels)
        call = self.handler_call(home, inner, handler)
        return Opened(self.name, home, self.wrapper.call, inner, options, call, self.in_front(home, levels))

    def made(self) -> Opened:
        home, levels, inner = self.levels()
        handler, options = self.parameters(home, levels)
        if handler is not None:
            raise refused(f"What {self.name}() calls can't be told.", home, levels[-1])
        return Opened(self.name, home, self.wrapper.call, inner, options, None, self.in_front(home, levels))

    def unclear(self, home: Module, levels: list[c.Function]) -> Refused:
        return refused(f"Where the wrapper {self.name}() calls its handler can't be told.", home, levels[-1])

    def through(self) -> Through:
        home, levels, inner = self.levels()
        handler, options = self.parameters(home, levels)
        if handler is None:
            raise self.unclear(home, levels)
        calls: list[c.Call] = []
        for each in handler.references:
            call = self.call_of(home, each)
            if call is None or not inner.span.contains(each.span):
                raise refused(f"The wrapper {self.name}() calls its handler from inside of something else.", home, each)
            calls.append(call)
        return Through(self.name, home, inner, tuple(calls), options)

    def levels(self) -> tuple[Module, list[c.Function], c.Function]:
        """The functions around the one that takes the request, and that one."""
        calls = self.calls()
        home, function = self.definition(calls[0])
        levels = [function]
        for _ in calls[1:]:
            levels.append(self.given_back(home, levels[-1]))
        return home, levels, self.given_back(home, levels[-1])

    def in_front(self, home: Module, levels: list[c.Function]) -> tuple[c.Declare, ...]:
        return tuple(each for level in levels for each in in_front(home, level) or ())

    # ------------------------------------------------------------- definition

    def calls(self) -> list[c.Call]:
        """``withAuth({ role })(handler)`` from the inside out: the call of the options, then that of the handler."""
        found = [self.wrapper.call]
        while isinstance(below := c.bare(found[0].callee), c.Call):
            found.insert(0, below)
        return found

    def definition(self, call: c.Call) -> tuple[Module, c.Function]:
        if self.wrapper.callee is None or not isinstance(c.bare(call.callee), c.Name):
            raise refused(f"What the wrapper {self.name}() does can't be seen.", self.user, self.at)
        callee = Callee(self.wrapper.callee.name, (), self.wrapper.callee.source)
        found = function_behind(self.project, self.user, callee)
        if found is None:
            where = f" of {callee.source}" if callee.source else ""
            raise refused(f"What the wrapper {self.name}(){where} does can't be seen.", self.user, self.at)
        home, function = found
        if home.path == self.user.path:
            raise refused(
                f"The wrapper {self.name}() stands in the endpoint's own file: give it a file of its own first.",
                self.user,
                self.at,
            )
        statement = next(each for each in home.body if each.span.contains(function.span))
        if (key := _header_key(home, statement)) is not None:
            raise refused(
                f"The wrapper {self.name}() lets callers in by the header {key.value}: that is how other programs "
                "call it.",
                home,
                key,
            )
        if self.declares_more(statement):
            raise refused(f"The wrapper {self.name}() is made by another function here.", home, function)
        return home, function

    def declares_more(self, statement: c.Statement) -> bool:
        """``export const withX = createHandler(async () => …)``: the function is not what the name stands for."""
        inner = statement.declaration if isinstance(statement, c.ExportDeclaration) else statement
        match inner:
            case c.Declare(declarators=(declarator,)):
                return declarator.value is None or not isinstance(c.bare(declarator.value), c.Function)
            case c.FunctionDeclaration():
                return False
            case _:
                return not isinstance(statement, c.ExportDefault)

    def given_back(self, home: Module, function: c.Function) -> c.Function:
        """The function that a function gives back, and does nothing else but to work out constants."""
        body = function.body
        value: c.Expression | None = None
        if isinstance(body, c.Block):
            last = body.body[-1] if body.body else None
            if isinstance(last, c.Return) and in_front(home, function) is not None:
                value = c.bare(last.value) if last.value is not None else None
                if isinstance(value, c.Name) and (binding := home.scopes.binding(value)) is not None:
                    value = binding.value if binding.pattern is None else None
        else:
            value = body
        bare = c.bare(value) if value is not None else None
        if isinstance(bare, c.Call):
            name = c.dotted(bare.callee) or "another function"
            raise refused(
                f"The wrapper {self.name}() hands its handler on to {name}(), which does work that is not understood.",
                home,
                bare,
            )
        if not isinstance(bare, c.Function):
            raise refused(f"What the wrapper {self.name}() does with its handler can't be told.", home, function)
        return bare

    def parameters(
        self, home: Module, levels: list[c.Function]
    ) -> tuple[Binding | None, tuple[tuple[c.Parameter, c.Expression | None], ...]]:
        """Which parameter is the handler, and what the others are given."""
        calls = self.calls()
        handler: Binding | None = None
        options: list[tuple[c.Parameter, c.Expression | None]] = []
        for function, call in zip(levels, calls, strict=True):
            if any(isinstance(argument, c.Spread) for argument in call.arguments):
                raise refused(f"What {self.name}() is given can't be told.", self.user, call)
            for index, parameter in enumerate(function.parameters):
                argument = call.arguments[index] if index < len(call.arguments) else None
                pattern = parameter.pattern
                binding = home.scopes.binding(pattern) if isinstance(pattern, c.Name) else None
                if binding is not None and handler is None and self.is_called(home, binding):
                    handler = binding
                    continue
                if parameter.is_rest or isinstance(argument, c.Spread):
                    raise refused(f"The wrapper {self.name}() takes any number of options.", home, parameter)
                options.append((parameter, argument))
        return handler, tuple(options)

    def is_called(self, home: Module, binding: Binding) -> bool:
        return any(self.call_of(home, each) is not None for each in binding.references)

    def call_of(self, home: Module, name: c.Name) -> c.Call | None:
        """``handler(request)``, ``(handler as Handler)(request)``"""
        below: c.Code = name
        above = home.parents.get(id(below))
        while isinstance(above, c.Cast):
            below, above = above, home.parents.get(id(above))
        return above if isinstance(above, c.Call) and above.callee is below else None

    def handler_call(self, home: Module, inner: c.Function, handler: Binding) -> c.Call:
        calls = [each for each in handler.references if inner.span.contains(each.span)]
        if len(calls) != 1 or len(calls) != len(handler.references):
            at = calls[1] if len(calls) > 1 else inner
            raise refused(f"The wrapper {self.name}() calls its handler in more than one way.", home, at)
        call = home.parents.get(id(calls[0]))
        if not isinstance(call, c.Call) or call.callee is not calls[0] or home.function_around(call) is not inner:
            raise refused(f"The wrapper {self.name}() calls its handler from inside of something else.", home, calls[0])
        return call


def _header_key(home: Module, root: c.Code) -> c.String | None:
    """``headers.get('authorization')``: how programs identify themselves, which send no cookies."""
    for code in c.walk(root):
        if isinstance(code, c.Call) and c.last_name(code.callee) in ("get", "has") and len(code.arguments) == 1:
            first = code.arguments[0]
            if isinstance(first, c.String) and _KEYS.fullmatch(first.value):
                return first
        if isinstance(code, c.Member) and code.name == "authorization" and c.last_name(code.object) == "headers":
            return c.String(code.name_span, code.name)
    return None


def rest_of(inner: c.Function, argument: c.Spread) -> int | None:
    """``(request, ...args) => handler(request, ...args)``: from which argument on they are passed on."""
    last = inner.parameters[-1] if inner.parameters else None
    if last is None or not last.is_rest or not isinstance(last.pattern, c.Name):
        return None
    value = c.bare(argument.value)
    is_same = isinstance(value, c.Name) and value.name == last.pattern.name
    return len(inner.parameters) - 1 if is_same else None
