"""What a wrapper does around a handler, as facts: what it checks, what it gives, how it answers errors.

``withTeam(async ({ team }) => …, { roles: ['owner'] })``, ``withAuth({ role })(handler)``: the functions of the
wrapper are read from the outside in, down to the one that takes the request. What an action can't have is refused
at its place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.endpoint_to_action.handlers.in_front import bindings_of
from turnout.conversions.endpoint_to_action.handlers.request_parts import More, Parts, PartsReader
from turnout.conversions.endpoint_to_action.handlers.roles import OTHER, Role, RoleKind, Roles
from turnout.conversions.endpoint_to_action.handlers.wrapper_opened import Opened, open_wrapper, rest_of
from turnout.model import code as c
from turnout.model.handler import Wrapper
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.project.snapshot import Snapshot
from turnout.text.span import Span


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
    waits: bool
    """Whether that sees the errors of the handler, too: ``return await handler(request)``."""
    asked: Parts
    """What the work reads of the request itself."""
    caught: Parts
    """And what the ``catch`` of ``tried`` reads of it, where that is not part of the work."""
    front: tuple[c.Declare, ...]
    """The constants made before there is a request that the work uses: they go with it."""

    @property
    def covered(self) -> c.Try | None:
        """The ``try`` that is part of the work, since it sees none but its errors."""
        return self.tried if not self.waits else None

    @property
    def moved(self) -> tuple[c.Code, ...]:
        """All that a function for the work has in it."""
        covered = self.covered
        catch = (covered.parameter, covered.handler) if covered is not None else ()
        return (*self.front, *self.work, *(each for each in catch if each is not None))

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
    return _Reading(project, open_wrapper(project, module, wrapper, at)).read(layer, given)


class _Reading:
    def __init__(self, project: Snapshot, opened: Opened) -> None:
        self.project = project
        self.opened = opened
        self.name = opened.name

    def read(self, layer: int, given: tuple[Role, ...]) -> Wrapped:
        home, inner, call, options = self.opened.module, self.opened.inner, self.opened.call, self.opened.options
        assert call is not None
        statement = next(each for each in home.body if each.span.contains(inner.span))
        roles = Roles(self.project, home, inner, given, layer)
        tried, before = self.around(home, inner, call)
        work = tuple(each for each in before if not roles.reads_request(each))
        waits = isinstance(home.parents.get(id(call)), c.Await) or not inner.is_async
        catch = [tried.handler] if tried is not None and tried.handler is not None else []
        front = self.front(home, work)
        wrapped = Wrapped(
            self.name,
            home,
            statement,
            self.opened.use,
            inner,
            options,
            roles,
            work,
            tuple(self.roles(roles, call, inner, given)),
            call,
            tried,
            waits,
            self.asked(home, roles, work if waits else [*work, *catch]),
            self.asked(home, roles, catch) if waits else Parts(),
            front,
        )
        self.check_work(wrapped)
        return wrapped

    def front(self, home: Module, work: Sequence[c.Statement]) -> tuple[c.Declare, ...]:
        """What was worked out before that the work uses, and nothing else does."""
        found: list[c.Declare] = []
        for statement in reversed(self.opened.front):
            used = [use for each in bindings_of(home, [statement]) for use in each.references]
            by_work = [use for use in used if any(each.span.contains(use.span) for each in (*work, *found))]
            if not by_work and not any(self.opened.inner.span.contains(use.span) for use in used):
                continue
            if len(by_work) != len(used):
                at = next(use for use in used if use not in by_work)
                raise refused(f'The wrapper {self.name}() uses "{at.name}" beside its checks, too.', home, at)
            found.insert(0, statement)
        return tuple(found)

    # -------------------------------------------------------------------- call

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

    def asked(self, home: Module, roles: Roles, work: Sequence[c.Code]) -> Parts:
        """What the work reads of the request."""
        parts = Parts()
        for parameter in self.opened.inner.parameters:
            binding = home.scopes.binding(parameter.pattern) if isinstance(parameter.pattern, c.Name) else None
            role = roles.binding_role(binding) if binding is not None else None
            if binding is None or role is None or role.kind != "request":
                continue
            others = [id(each) for each in binding.references if not any(it.span.contains(each.span) for it in work)]
            try:
                parts.take(PartsReader(self.project).of(home, binding, others))
            except More as more:
                raise self.needs_request(more.module, more.at) from more
        if parts.needs_class or "url" in parts.members:
            raise self.needs_request(home, work[0])
        return parts

    def needs_request(self, module: Module, at: c.Code) -> Refused:
        return refused(f"The wrapper {self.name}() needs the request itself here, which an action has not.", module, at)

    def before(self, home: Module, block: c.Block, statement: c.Statement) -> list[c.Statement]:
        at = next(index for index, each in enumerate(block.body) if each is statement)
        if at + 1 < len(block.body):
            raise refused(f"The wrapper {self.name}() does something behind its handler.", home, block.body[at + 1])
        return list(block.body[:at])

    def roles(self, roles: Roles, call: c.Call, inner: c.Function, given: tuple[Role, ...]) -> Iterator[Role]:
        for argument in call.arguments:
            if not isinstance(argument, c.Spread):
                yield roles.of(argument)
            elif (rest := rest_of(inner, argument)) is not None:
                yield from given[rest:]
            else:
                yield OTHER

    # -------------------------------------------------------------------- work

    def check_work(self, wrapped: Wrapped) -> None:
        """Refuses what an action can't do: let programs in by a key, look at the raw request."""
        home, tried = wrapped.module, wrapped.tried
        outside = [each for each in wrapped.work if tried is not None and not tried.span.contains(each.span)]
        inside = [each for each in wrapped.work if each not in outside]
        if outside and inside and any(_does_something(each) for each in outside):
            raise refused(f"The wrapper {self.name}() works outside of its try, too.", home, outside[0])
        if outside and wrapped.covered is not None:
            raise refused(f"The wrapper {self.name}() works outside of its try, too.", home, outside[0])
        for root in wrapped.work:
            for code in c.walk(root):
                self.check_code(wrapped, code, ("context", "url", "query"))
        for code in c.walk(tried.handler) if tried is not None and tried.handler is not None else ():
            self.check_code(wrapped, code, ("context", "url", "query"))
        if tried is not None and tried.handler is not None and wrapped.covered is None:
            for code in c.walk(tried.handler):
                is_request = isinstance(code, c.Name) and wrapped.roles.of(code).kind == "request"
                if isinstance(code, c.Name) and not is_request and self.is_own(wrapped, code):
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

    def check_code(self, wrapped: Wrapped, code: c.Code, kinds: Collection[RoleKind]) -> None:
        if isinstance(code, c.Name) and wrapped.roles.of(code).kind in kinds:
            raise self.needs_request(wrapped.module, code)


def _does_something(statement: c.Statement) -> bool:
    """Whether a statement is more than the declaration of a variable."""
    match statement:
        case c.Declare(declarators=declarators):
            return any(each.value is not None and not _is_simple(each.value) for each in declarators)
        case _:
            return True


def _is_simple(value: c.Expression) -> bool:
    return isinstance(c.bare(value), (c.String, c.Number, c.Constant))
