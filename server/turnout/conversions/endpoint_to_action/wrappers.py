"""What a wrapper does around a handler, as facts: what it checks, what it gives, how it answers errors.

``withTeam(async ({ team }) => …, { roles: ['owner'] })``, ``withAuth({ role })(handler)``: the functions of the
wrapper are read from the outside in, down to the one that takes the request. What an action can't have is refused
at its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from turnout.conversions.endpoint_to_action.refused import refused
from turnout.conversions.endpoint_to_action.roles import OTHER, Role, Roles
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
class Wrapped:
    """One wrapper around a handler, read."""

    name: str
    """As it is called: ``withTeam``."""
    module: Module
    """The file that it is written in."""
    statement: c.Statement
    """The statement at the top of that file."""
    use: c.Call
    """``withTeam(handler)`` in the endpoint's file."""
    inner: c.Function
    """The function that takes the request."""
    options: tuple[tuple[c.Parameter, c.Expression | None], ...]
    """The parameters besides the handler, and what this use gives for them (an expression of the endpoint's file)."""
    roles: Roles
    """What the names of the wrapper mean that come from the request."""
    work: tuple[c.Statement, ...]
    """What it does before it calls the handler, but for reading the request."""
    given: tuple[Role, ...]
    """What the handler is given, argument by argument."""
    call: c.Call
    """The call of the handler."""
    tried: c.Try | None
    """The ``try`` around work and call whose ``catch`` answers errors."""

    @property
    def made(self) -> Mapping[str, Binding]:
        """The names that the work declares and the call of the handler uses."""
        found: dict[str, Binding] = {}
        for code in c.walk(self.call):
            binding = self.module.scopes.binding(code) if isinstance(code, c.Name) else None
            if binding is not None and any(each.span.contains(binding.site.span) for each in self.work):
                found[binding.name] = binding
        return found


def read_wrapper(
    project: Snapshot, module: Module, wrapper: Wrapper, layer: int, given: tuple[Role, ...], at: c.Code | Span
) -> Wrapped:
    """The facts of one wrapper, the outermost being layer 0; ``given`` is what it is called with."""
    return _Reading(project, module, wrapper, at).read(layer, given)


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


def open_wrapper(project: Snapshot, module: Module, wrapper: Wrapper, at: c.Code | Span) -> Opened:
    """The function of a wrapper that takes the request."""
    return _Reading(project, module, wrapper, at).opened()


def open_maker(project: Snapshot, module: Module, wrapper: Wrapper, at: c.Code | Span) -> Opened:
    """The same of a function that makes a handler of what it is given: ``createHandler({ GET: list })``."""
    return _Reading(project, module, wrapper, at).made()


class _Reading:
    def __init__(self, project: Snapshot, module: Module, wrapper: Wrapper, at: c.Code | Span) -> None:
        self.project = project
        self.user = module
        self.wrapper = wrapper
        self.at = at
        self.name = wrapper.name.replace("()", "")

    def read(self, layer: int, given: tuple[Role, ...]) -> Wrapped:
        opened = self.opened()
        home, inner, call, options = opened.module, opened.inner, opened.call, opened.options
        assert call is not None
        statement = next(each for each in home.body if each.span.contains(inner.span))
        roles = Roles(self.project, home, inner, given, layer)
        tried, before = self.around(home, inner, call)
        work = tuple(each for each in before if not roles.reads_request(each))
        wrapped = Wrapped(
            self.name,
            home,
            statement,
            self.wrapper.call,
            inner,
            options,
            roles,
            work,
            tuple(self.role(roles, argument) for argument in call.arguments),
            call,
            tried,
        )
        self.check_work(wrapped)
        return wrapped

    def opened(self) -> Opened:
        home, levels, inner = self.levels()
        handler, options = self.parameters(home, levels)
        if handler is None:
            raise refused(f"Where the wrapper {self.name}() calls its handler can't be told.", home, levels[-1])
        return Opened(self.name, home, self.wrapper.call, inner, options, self.handler_call(home, inner, handler))

    def made(self) -> Opened:
        home, levels, inner = self.levels()
        handler, options = self.parameters(home, levels)
        if handler is not None:
            raise refused(f"What {self.name}() calls can't be told.", home, levels[-1])
        return Opened(self.name, home, self.wrapper.call, inner, options, None)

    def levels(self) -> tuple[Module, list[c.Function], c.Function]:
        """The functions of a wrapper, one for each call, and the one that they give back in the end."""
        calls = self.calls()
        home, function = self.definition(calls[0])
        levels = [function]
        for _ in calls[1:]:
            levels.append(self.given_back(home, levels[-1]))
        return home, levels, self.given_back(home, levels[-1])

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
        """The function that a function gives back, and does nothing else."""
        body = function.body
        value: c.Expression | None = None
        if isinstance(body, c.Block):
            last = body.body[-1] if body.body else None
            if len(body.body) == 1 and isinstance(last, c.Return):
                value = last.value
            elif len(body.body) == 2 and isinstance(last, c.Return) and isinstance(last.value, c.Name):
                binding = home.scopes.binding(last.value)
                value = binding.value if binding is not None and binding.pattern is None else None
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
        return any(
            isinstance(above := home.parents.get(id(each)), c.Call) and above.callee is each
            for each in binding.references
        )

    # -------------------------------------------------------------------- call

    def handler_call(self, home: Module, inner: c.Function, handler: Binding) -> c.Call:
        calls = [each for each in handler.references if inner.span.contains(each.span)]
        if len(calls) != 1 or len(calls) != len(handler.references):
            at = calls[1] if len(calls) > 1 else inner
            raise refused(f"The wrapper {self.name}() calls its handler in more than one way.", home, at)
        call = home.parents.get(id(calls[0]))
        if not isinstance(call, c.Call) or call.callee is not calls[0] or home.function_around(call) is not inner:
            raise refused(f"The wrapper {self.name}() calls its handler from inside of something else.", home, calls[0])
        return call

    def around(self, home: Module, inner: c.Function, call: c.Call) -> tuple[c.Try | None, list[c.Statement]]:
        """The ``try`` that answers errors, and the statements that run before the call."""
        above = home.parents.get(id(call))
        if isinstance(above, c.Await):
            above = home.parents.get(id(above))
        while isinstance(above, c.Cast):
            above = home.parents.get(id(above))
        if above is inner:
            return None, []
        if not isinstance(above, c.Return):
            raise refused(
                f"The wrapper {self.name}() works on what the handler answers, which an action has not.", home, call
            )
        block = home.parents.get(id(above))
        body = inner.body
        assert isinstance(body, c.Block)
        if block is body:
            return None, self.before(home, body, above)
        tried = home.parents.get(id(block)) if block is not None else None
        is_plain = isinstance(block, c.Block) and isinstance(tried, c.Try) and tried.block is block
        if not is_plain or tried not in body.body or not isinstance(block, c.Block) or not isinstance(tried, c.Try):
            raise refused(f"The wrapper {self.name}() calls its handler on a condition only.", home, call)
        if tried.finalizer is not None or tried.handler is None:
            raise refused(f"The wrapper {self.name}() does something behind its handler.", home, tried)
        if body.body[-1] is not tried:
            raise refused(f"The wrapper {self.name}() does something behind its handler.", home, body.body[-1])
        return tried, [*self.before(home, body, tried), *self.before(home, block, above)]

    def before(self, home: Module, block: c.Block, statement: c.Statement) -> list[c.Statement]:
        at = next(index for index, each in enumerate(block.body) if each is statement)
        if at + 1 < len(block.body):
            raise refused(f"The wrapper {self.name}() does something behind its handler.", home, block.body[at + 1])
        return list(block.body[:at])

    def role(self, roles: Roles, argument: c.Expression | c.Spread) -> Role:
        return roles.of(argument) if not isinstance(argument, c.Spread) else OTHER

    # -------------------------------------------------------------------- work

    def check_work(self, wrapped: Wrapped) -> None:
        """Refuses what an action can't do: let programs in by a key, look at the raw request."""
        home, tried = wrapped.module, wrapped.tried
        outside = [each for each in wrapped.work if tried is not None and not tried.span.contains(each.span)]
        inside = [each for each in wrapped.work if each not in outside]
        if outside and inside and any(_does_something(each) for each in outside):
            raise refused(f"The wrapper {self.name}() works outside of its try, too.", home, outside[0])
        checked: list[c.Code] = [*wrapped.work]
        if tried is not None and tried.handler is not None:
            checked.append(tried.handler)
        for root in checked:
            for code in c.walk(root):
                self.check_code(wrapped, code)
        if tried is not None and tried.handler is not None:
            for code in c.walk(tried.handler):
                if isinstance(code, c.Name) and self.is_own(wrapped, code):
                    raise refused(
                        f"How {self.name}() answers errors depends on what it did before ({code.name}).", home, code
                    )
        for statement in wrapped.work:
            for code in c.walk(statement):
                if isinstance(code, c.Return) and code.value is None and home.function_around(code) is wrapped.inner:
                    raise refused(f"The wrapper {self.name}() returns without an answer here.", home, code)

    def is_own(self, wrapped: Wrapped, name: c.Name) -> bool:
        """Whether a name of a ``catch`` was made in the wrapper, and outside of that ``catch``."""
        binding = wrapped.module.scopes.binding(name)
        if binding is None or binding.scope.parent is None:
            return False
        assert wrapped.tried is not None
        assert wrapped.tried.handler is not None
        handler, parameter = wrapped.tried.handler, wrapped.tried.parameter
        site = binding.site.span
        return not handler.span.contains(site) and not (parameter is not None and parameter.span.contains(site))

    def check_code(self, wrapped: Wrapped, code: c.Code) -> None:
        if isinstance(code, c.Name) and wrapped.roles.of(code).kind in ("request", "context", "url", "query"):
            raise refused(
                f"The wrapper {self.name}() needs the request itself here, which an action has not.",
                wrapped.module,
                code,
            )


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


def _does_something(statement: c.Statement) -> bool:
    """Whether a statement is more than the declaration of a variable."""
    match statement:
        case c.Declare(declarators=declarators):
            return any(each.value is not None and not _is_simple(each.value) for each in declarators)
        case _:
            return True


def _is_simple(value: c.Expression) -> bool:
    return isinstance(c.bare(value), (c.String, c.Number, c.Constant))
