"""What a handler is given, by Next.js or by its wrappers, and which of its names mean what of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from turnout.conversions.endpoint_to_action.ground.inputs import Carrier, Inputs
from turnout.conversions.endpoint_to_action.ground.reading import Reading
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.endpoint_to_action.handlers.request import RequestReader
from turnout.conversions.endpoint_to_action.handlers.roles import OTHER, Role
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.routes import Segment
from turnout.project.snapshot import Snapshot


@dataclass(frozen=True)
class Asked:
    """A key that a wrapper reads."""

    carrier: Carrier
    key: str


def read_inputs(
    project: Snapshot,
    module: Module,
    function: c.Function,
    statements: Sequence[c.Code],
    segments: Collection[str],
    sent: Collection[str],
    *,
    is_api_route: bool,
    sync_headers: bool,
    roles: Sequence[Role] | None = None,
    asked: Sequence[Asked] = (),
    session: c.Name | None = None,
    method: str = "",
    path: tuple[Segment, ...] = (),
    keeps_entry: bool = False,
) -> Inputs:
    """All that the statements read of the request; refuses what an action is not given.

    ``sent`` are the keys that callers put into the query, ``roles`` says what a wrapper calls the function with,
    ``asked`` what the wrappers read themselves, ``session`` what gives the session of ``req.auth``, ``method`` and
    ``path`` what a route handler answers, where that is sure; ``keeps_entry`` that others go on asking the endpoint.
    """
    reading = Reading(project, module, function, statements, is_api_route=is_api_route)
    reading.session, reading.keeps_entry = session, keeps_entry
    reading.method, reading.path = method, path
    request = RequestReader(reading, segments, sent, sync_headers=sync_headers)
    parameters = function.parameters
    if roles is not None:
        given = _GivenReader(request)
        for parameter, role in zip(parameters, roles, strict=False):
            given.bind(parameter.pattern, role)
    elif parameters:
        request.request_parameter(parameters[0])
    if roles is None and len(parameters) > 1 and not is_api_route:
        request.scalars.context_parameter(parameters[1])
    request.scalars.settle()
    for each in asked:
        request.scalars.local_of(each.carrier, each.key, is_optional=each.carrier == "query")
    if asked:
        order = list(segments)
        reading.inputs.scalars.sort(key=lambda each: order.index(each.key) if each.carrier == "segment" else len(order))
    request.body.settle()
    reading.settle_session()
    return reading.inputs


class _GivenReader:
    """What a wrapper calls the handler with: each of its names goes to who can read it."""

    def __init__(self, request: RequestReader) -> None:
        self.request = request
        self.reading = request.reading
        self.module = request.module

    def bind(self, pattern: c.Pattern, role: Role) -> None:
        """``({ req, params, team })``"""
        match pattern:
            case c.Name():
                uses = list(self.reading.references(self.module.scopes.binding(pattern)))
                if role.kind == "made" and uses:
                    self.reading.inputs.made[role.layer, role.name] = pattern.name
                for use in uses if role.kind != "made" else ():
                    self.use(use, role)
            case c.ObjectPattern(members=members):
                match role.kind:
                    case "request":
                        self.request.request_pattern(pattern)
                    case "params":
                        self.request.scalars.params_target(pattern)
                    case "search":
                        self.request.scalars.search_pattern(pattern)
                    case "made":
                        self.reading.inputs.made[role.layer, role.name] = self.module.source.text(pattern.span)
                    case _:
                        for member in members:
                            self.member(member, role)
            case _:
                raise self.unknown(pattern)

    def member(self, member: c.PatternProperty | c.Rest, role: Role) -> None:
        if not isinstance(member, c.PatternProperty) or member.key is None or isinstance(member.target, c.Default):
            raise self.unknown(member)
        if role.kind == "context" and member.key == "params":
            self.request.scalars.params_target(member.target)
            return
        self.bind(member.target, role.members.get(member.key, OTHER))

    def use(self, use: c.Expression, role: Role) -> None:
        """``context`` or ``context.team`` where the handler has one name for all of it."""
        above = self.reading.above(use)
        match role.kind:
            case "request":
                self.request.request(use)
            case "params":
                self.request.scalars.params(use)
            case "search":
                self.request.scalars.search_object(use)
            case "context" if isinstance(above, c.Member) and above.name == "params":
                self.request.scalars.params(above)
            case "object" if isinstance(above, c.Member):
                self.use(above, role.members.get(above.name, OTHER))
            case "object" if isinstance(above, c.Declarator) and isinstance(above.pattern, c.ObjectPattern):
                self.bind(above.pattern, role)
                self.reading.drop(above)
            case "made":
                known = self.reading.inputs.made.get((role.layer, role.name))
                local = known or self.reading.free_name(role.name)
                self.reading.inputs.made[role.layer, role.name] = local
                self.reading.put(use, local)
            case _:
                raise self.unknown(use)

    def unknown(self, at: c.Code) -> Refused:
        return refused("The handler uses what its wrapper makes of the request, which an action has not.",
                       self.module, at)  # fmt: skip
