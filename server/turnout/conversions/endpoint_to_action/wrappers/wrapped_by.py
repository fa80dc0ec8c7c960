"""The wrappers of one handler, from the outside in, and what stands for each in an action."""

from __future__ import annotations

from collections.abc import Sequence

from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.endpoint_to_action.handlers.layers import Layer
from turnout.conversions.endpoint_to_action.handlers.mapping import mapped_of
from turnout.conversions.endpoint_to_action.handlers.roles import Role, route_roles
from turnout.conversions.endpoint_to_action.handlers.wrappers import read_wrapper
from turnout.conversions.endpoint_to_action.wrappers.shared import shared_of
from turnout.model.handler import Wrapper
from turnout.model.module import Module
from turnout.project.entries import Entry
from turnout.project.snapshot import Snapshot


def layers_of(project: Snapshot, entry: Entry, module: Module, wrappers: Sequence[Wrapper]) -> tuple[Layer, ...]:
    """Each of them given what the one outside of it gives."""
    if wrappers and entry.kind == "api-route":
        raise refused(f"The wrapper {wrappers[0].name}() does work that is not understood yet.", module, entry.span)
    found: list[Layer] = []
    segments = entry.route.segments if entry.route is not None else ()
    given: tuple[Role, ...] = route_roles()
    for number, wrapper in enumerate(wrappers):
        wrapped = read_wrapper(project, module, wrapper, number, given, entry.span)
        found.append(Layer(wrapped, shared_of(project, wrapped, segments), mapped_of(project, wrapped)))
        given = wrapped.given
    return tuple(found)
