"""What a handler or action gives to its caller: returned values, JSON bodies."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.rules.receivers import Received

_RESPONSES = frozenset({"Response", "NextResponse"})
_SENDERS = frozenset({"json", "send", "end", "write"})


def sent_values(module: Module, each: Received) -> Iterator[c.Expression]:
    """The values that leave the server: a handler's bodies, what an action gives back."""
    for code in c.walk(each.function):
        match code:
            case c.Return(value=value) if value is not None and each.is_action:
                if module.function_around(code) is each.function:
                    yield value
            case c.Call(callee=c.Member(object=below, name=name), arguments=(first, *_)) if not isinstance(
                first, c.Spread
            ):
                if each.is_action:
                    continue
                if (name == "json" and isinstance(below, c.Name) and below.name in _RESPONSES) or (
                    name in _SENDERS and each.receiver.side == "api-route" and _is_response(below)
                ):
                    yield first
            case c.New(callee=c.Name(name="Response" | "NextResponse"), arguments=(first, *_)) if not each.is_action:
                if not isinstance(first, c.Spread):
                    yield first
            case _:
                pass
    if each.is_action and each.function.body is not None and not isinstance(each.function.body, c.Block):
        yield each.function.body


def parts_of(value: c.Expression, depth: int = 5) -> Iterator[c.Expression]:
    """A value and what stands in its objects, arrays, templates and choices; conditions and arguments are left out."""
    bare = c.bare(value)
    yield bare
    if depth == 0:
        return
    below: list[c.Expression] = []
    match bare:
        case c.Object(members=members):
            below = [member.value for member in members]
        case c.Array(items=items):
            below = [item for item in items if item is not None and not isinstance(item, c.Spread)]
        case c.Template(values=values):
            below = list(values)
        case c.Conditional(then=then, otherwise=otherwise):
            below = [then, otherwise]
        case c.Binary(operator="||" | "??" | "+", left=left, right=right):
            below = [left, right]
        case c.Binary(operator="&&", right=right):
            below = [right]
        case c.Await(value=inner):
            below = [inner]
        case c.Call(callee=callee, arguments=arguments) if c.dotted(callee) in ("JSON.stringify", "String"):
            below = [argument for argument in arguments[:1] if not isinstance(argument, c.Spread)]
        case _:
            pass
    for each in below:
        yield from parts_of(each, depth - 1)


def _is_response(code: c.Expression) -> bool:
    current: c.Expression = c.bare(code)
    while True:
        match current:
            case c.Call(callee=c.Member(object=below)):
                current = c.bare(below)
            case c.Name(name=name):
                return name in ("res", "response", "_res")
            case _:
                return False
