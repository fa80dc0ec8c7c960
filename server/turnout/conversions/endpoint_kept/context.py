"""The types of what wrappers give to a handler, in the words of its own annotation or of the wrapper's declaration."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from turnout.conversions.endpoint_to_action.ground.pieces import Part
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.endpoint_to_action.handlers.handler import Handler
from turnout.conversions.endpoint_to_action.handlers.layers import Layer
from turnout.conversions.endpoint_to_action.handlers.roles import Role
from turnout.model import code as c


@dataclass(frozen=True)
class Context:
    """``type Context = Parameters<Parameters<typeof withTeam>[0]>[0];``"""

    name: str
    type: str
    wrapper: str
    """The name of the endpoint's file that the type is of."""


class Contexts:
    """Those that one handler needs."""

    def __init__(self, handler: Handler, taken: frozenset[str]) -> None:
        self.handler = handler
        self.taken = taken
        self.found: dict[int, Context] = {}

    def type_of(self, layer: int, name: str) -> tuple[Part, ...]:
        """The type of what a wrapper made."""
        inner = self.handler.layers[-1]
        for index, role in enumerate(inner.wrapped.given):
            path = next(_paths(role, layer, name), None)
            if path is None:
                continue
            keys = "".join(f"['{key}']" for key in path)
            parameters = self.handler.function.parameters
            own = parameters[index].type if index < len(parameters) else None
            if own is not None:
                return (own.span, keys) if keys else (own.span,)
            return (self.context(inner, index).name + keys,)
        raise refused(f'What type "{name}" has can\'t be told.', self.handler.module, self.handler.function)

    def context(self, layer: Layer, index: int) -> Context:
        """The wrapper's own type for an argument of its handler."""
        if index in self.found:
            return self.found[index]
        use, root = layer.wrapped.use, layer.wrapped.name.partition(".")[0]
        given = next((at for at, each in enumerate(use.arguments) if self.is_handler(each)), None)
        declared = _declared(layer, given) if given is not None else None
        if declared is None:
            raise refused(
                f"The wrapper {layer.wrapped.name}() does not say what it gives to its handler: give that a type "
                "first.",
                self.handler.module,
                use,
            )
        whole, callee = f"typeof {layer.wrapped.name}", c.bare(use.callee)
        while isinstance(callee, c.Call):
            whole, callee = f"ReturnType<{whole}>", c.bare(callee.callee)
        text = f"Parameters<Parameters<{whole}>[{given}]>[{index}]"
        names = ("Context", "Given", *(f"Context{number}" for number in range(2, 99)))
        used = self.taken | {each.name for each in self.found.values()}
        self.found[index] = Context(next(each for each in names if each not in used), text, root)
        return self.found[index]

    def is_handler(self, argument: c.Code) -> bool:
        return argument.span.contains(self.handler.function.span) or isinstance(c.bare(argument), c.Name)  # type: ignore[arg-type]


def _declared(layer: Layer, index: int) -> c.Type | None:
    """The type of the wrapper's parameter for the handler, when it is one that can be asked for from outside."""
    wrapped, taker = layer.wrapped, None
    for above in wrapped.module.ancestors(wrapped.inner):
        if isinstance(above, c.Function):
            taker = taker or above
            if above.type_parameters is not None:
                return None
    if taker is None or index >= len(taker.parameters):
        return None
    kind = taker.parameters[index].type
    text = wrapped.module.source.text(kind.span).strip(": ") if kind is not None else "any"
    return None if text in ("any", "Function", "unknown") else kind


def _paths(role: Role, layer: int, name: str) -> Iterator[Sequence[str]]:
    """The members that lead to what a wrapper made."""
    if role.kind == "made" and (role.layer, role.name) == (layer, name):
        yield ()
    for key, inner in role.members.items():
        for path in _paths(inner, layer, name):
            yield (key, *path)
