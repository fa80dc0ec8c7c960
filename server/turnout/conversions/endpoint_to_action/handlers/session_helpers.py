"""``await getSession(req, res)``, a function of the project that hands both on to ``getServerSession``: written out.

Only NextAuth's own function can do without the request; what stands around it can't be called without one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from turnout.conversions.endpoint_to_action.ground.chains import chain_of
from turnout.conversions.endpoint_to_action.ground.pieces import Replace, render
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.snapshot import Snapshot

_ASKS = ("getServerSession", "unstable_getServerSession")


@dataclass(frozen=True)
class SessionHelper:
    """One call of such a function."""

    call: c.Call
    home: Module
    function: c.Function
    value: c.Call
    """``getServerSession(req, res, authOptions)`` in the function."""
    given: tuple[tuple[c.Expression, c.Expression], ...]
    """What of the value is replaced, and by which expression of the caller's file."""

    @property
    def free(self) -> Iterator[c.Name]:
        """The names of the value that are the function's file's."""
        replaced = [each.span for each, _ in self.given]
        for code in c.walk(self.value):
            if isinstance(code, c.Name) and not any(span.contains(code.span) for span in replaced):
                yield code

    def text(self, written: Callable[[c.Expression], str]) -> str:
        """What stands in place of the call."""
        replaced = [Replace(each.span, (written(value),)) for each, value in self.given]
        return render(self.home.source, self.value.span, replaced)


def session_helper(project: Snapshot, module: Module, call: c.Call) -> SessionHelper | None:
    """The call of a function that does nothing but ask NextAuth; None for all others."""
    if not isinstance(c.bare(call.callee), c.Name) or c.dotted(call.callee) in _ASKS:
        return None
    chain = chain_of(project, module, call.callee)
    if chain is None or chain.function is None or chain.wrappers:
        return None
    value = _given_back(chain.function)
    if not isinstance(value, c.Call) or c.dotted(value.callee) not in _ASKS or len(value.arguments) != 3:
        return None
    given: list[tuple[c.Expression, c.Expression]] = []
    for argument in value.arguments[:2]:
        found = _found(chain.module, chain.function, call, argument)
        if found is None or isinstance(argument, c.Spread):
            return None
        given.append((argument, found))
    if any(_is_parameter(chain.module, chain.function, name) for name in _names(value.arguments[2])):
        return None
    return SessionHelper(call, chain.module, chain.function, value, tuple(given))


def _given_back(function: c.Function) -> c.Expression | None:
    """What a function gives back, and does nothing else."""
    body = function.body
    value = body if not isinstance(body, c.Block) else None
    if isinstance(body, c.Block) and len(body.body) == 1 and isinstance(body.body[0], c.Return):
        value = body.body[0].value
    bare = c.bare(value) if value is not None else None
    return c.bare(bare.value) if isinstance(bare, c.Await) else bare


def _found(home: Module, function: c.Function, call: c.Call, argument: c.Expression | c.Spread) -> c.Expression | None:
    """What a parameter of the function, or a member of one, is given by the call: ``req``, ``ctx.req``."""
    bare = c.bare(argument)
    key = None
    if isinstance(bare, c.Member):
        key, bare = bare.name, c.bare(bare.object)
    binding = home.scopes.binding(bare) if isinstance(bare, c.Name) else None
    if binding is None or binding.function is not function or binding.writes:
        return None
    if isinstance(binding.pattern, c.ObjectPattern):
        if key is not None:
            return None
        key = next((each.key for each in binding.pattern.members
                    if isinstance(each, c.PatternProperty) and each.target is binding.site), None)  # fmt: skip
        if key is None:
            return None
    given = call.arguments[binding.index] if binding.index < len(call.arguments) else None
    if given is None or isinstance(given, c.Spread):
        return None
    value = c.bare(given)
    if key is None:
        return value if isinstance(value, c.Name) else None
    member = value.get(key) if isinstance(value, c.Object) else None
    return member if isinstance(member, c.Name) else None


def _names(code: c.Code) -> Iterator[c.Name]:
    return (each for each in c.walk(code) if isinstance(each, c.Name))


def _is_parameter(home: Module, function: c.Function, name: c.Name) -> bool:
    binding = home.scopes.binding(name)
    return binding is not None and binding.function is function
