"""How a wrapper answers errors: a function from an error to a Response, there already or made of its ``catch``."""

from __future__ import annotations

from collections.abc import Sequence

from turnout.conversions.endpoint_to_action.ground.inputs import Widened
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.endpoint_to_action.handlers.handed import Untyped, type_of, widened_by
from turnout.conversions.endpoint_to_action.handlers.layers import (
    Asked,
    Caught,
    Extraction,
    Mapped,
    Place,
    base_name,
    place_of,
)
from turnout.conversions.endpoint_to_action.handlers.responses import returned_by
from turnout.conversions.endpoint_to_action.handlers.wrappers import Wrapped
from turnout.conversions.flow import may_end
from turnout.conversions.imports import fresh_name
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.project.snapshot import Snapshot
from turnout.syntax.grammar import is_typescript


def mapped_of(project: Snapshot, wrapped: Wrapped) -> Mapped | None:
    """What answers errors; None for a wrapper that lets them pass."""
    tried = wrapped.tried
    if tried is None or tried.handler is None or wrapped.covered is not None:
        return None
    return _Mapping(project, wrapped).mapped(tried, tried.handler)


class _Mapping:
    def __init__(self, project: Snapshot, wrapped: Wrapped) -> None:
        self.project = project
        self.wrapped = wrapped
        self.module = wrapped.module

    def mapped(self, tried: c.Try, handler: c.Block) -> Mapped:
        body = handler.body
        returned = [code.value for each in body for code in c.walk(each) if isinstance(code, c.Return) and code.value]
        made = returned_by(self.project, self.module, returned) if returned else None
        if made is None:
            raise refused(
                f"What the wrapper {self.wrapped.name}() answers to errors can't be told.", self.module, handler
            )
        if any(may_end(each) for each in body[-1:]):
            raise refused(f"The wrapper {self.wrapped.name}() does not answer each error.", self.module, handler)
        error = tried.parameter.name if isinstance(tried.parameter, c.Name) else ""
        rethrows = any(isinstance(code, c.Throw) for each in body for code in c.walk(each))
        known = self.known_mapping(body, error)
        if known is not None:
            place, is_async, given = known
            return Mapped(place, made, is_async, rethrows, tuple(body[:-1]), error, given, self.widened())
        if tried.parameter is not None and not error:
            raise refused(
                f"How {self.wrapped.name}() takes errors apart can't be followed.", self.module, tried.parameter
            )
        is_async = any(isinstance(code, c.Await) for each in body for code in c.walk(each))
        base = base_name(self.wrapped)
        wanted = "errorResponse" if base.startswith("Error") else f"{base[:1].lower()}{base[1:]}ErrorResponse"
        name = fresh_name(self.module, wanted)
        parameters: list[str] = []
        passed: list[str] = []
        arguments: list[Asked | Caught] = []
        if self.wrapped.caught.members:
            request = self.request(handler)
            parameters.append(f"{request.name}{self.request_type(request)}")
            passed.append(request.name)
            arguments.append(Asked(self.wrapped.caught))
        if error:
            parameters.append(f"{error}{self.error_type(tried, error) if is_typescript(self.module.path) else ''}")
            passed.append(error)
            arguments.append(Caught())
        function = Extraction(name, tuple(parameters), tuple(passed))
        return Mapped(function, made, is_async, rethrows, (), error or "error", tuple(arguments), self.widened())

    # ----------------------------------------------------------------- request

    def request(self, handler: c.Block) -> Binding:
        """The request that the ``catch`` looks at."""
        found = {
            id(binding): binding
            for _, binding in self.module.scopes.free(handler)
            if (role := self.wrapped.roles.binding_role(binding)) is not None and role.kind == "request"
        }
        if len(found) != 1:
            raise self.needs_request(handler)
        return next(iter(found.values()))

    def request_type(self, binding: Binding) -> str:
        """``: { method: string }``"""
        if not is_typescript(self.module.path):
            return ""
        kind = next((each.type for each in self.wrapped.inner.parameters if each.pattern is binding.site), None)
        return f": {type_of(self.module, kind, self.wrapped.caught)}"

    def widened(self) -> tuple[Widened, ...]:
        """The functions that the ``catch`` gives the request to: they are given as much as they look at."""
        parts = self.wrapped.caught
        if parts.taken and not parts.members:
            raise self.needs_request(parts.taken[0].parameter, parts.taken[0].module)
        try:
            return tuple(widened_by(parts.taken, is_given=True))
        except Untyped as untyped:
            raise self.needs_request(untyped.at, untyped.module) from untyped

    def needs_request(self, at: c.Code, module: Module | None = None) -> Refused:
        return refused(
            f"The wrapper {self.wrapped.name}() needs the request itself here, which an action has not.",
            module or self.module,
            at,
        )

    # ------------------------------------------------------------------- error

    def error_type(self, tried: c.Try, error: str) -> str:
        """``unknown`` where each look at the error is guarded, else ``any`` as it was."""
        assert tried.handler is not None
        text = self.module.source.text(tried.handler.span)
        looks = any(
            isinstance(code, c.Member) and isinstance(code.object, c.Name) and code.object.name == error
            for code in c.walk(tried.handler)
        )
        return ": unknown" if not looks or "instanceof" in text else ": any"

    def known_mapping(
        self, body: Sequence[c.Statement], error: str
    ) -> tuple[Place, bool, tuple[Asked | Caught, ...]] | None:
        """``console.error(error); return errorResponse(error);``"""
        *before, last = body
        if not all(_only_logs(each) for each in before) or not isinstance(last, c.Return) or last.value is None:
            return None
        call = c.bare(last.value)
        is_async = isinstance(call, c.Await)
        call = c.bare(call.value) if isinstance(call, c.Await) else call
        if not isinstance(call, c.Call) or not isinstance(call.callee, c.Name):
            return None
        given = [self.given(each, error) for each in call.arguments]
        arguments = tuple(each for each in given if each is not None)
        if arguments.count(Caught()) != 1 or len(arguments) != len(given) or len(arguments) > 2:
            return None
        place = place_of(self.project, self.module, call.callee)
        return (place, is_async or self.is_promise(place), arguments) if place is not None else None

    def given(self, argument: c.Expression | c.Spread, error: str) -> Asked | Caught | None:
        """The error, or the request."""
        if not isinstance(argument, c.Name):
            return None
        if argument.name == error:
            return Caught()
        is_request = self.wrapped.roles.of(argument).kind == "request"
        return Asked(self.wrapped.caught) if is_request else None

    def is_promise(self, place: Place) -> bool:
        value = place.module.top_level.get(place.name)
        function = c.bare(value) if value is not None else None
        return isinstance(function, c.Function) and function.is_async


def _only_logs(statement: c.Statement) -> bool:
    if not isinstance(statement, c.ExpressionStatement) or not isinstance(call := c.bare(statement.expression), c.Call):
        return False
    return (c.dotted(call.callee) or "").startswith("console.")
