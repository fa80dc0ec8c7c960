"""``getToken({ req })`` of next-auth: who is signed in, which an action reads out of its own headers and cookies."""

from __future__ import annotations

from turnout.conversions.endpoint_to_action.ground.pieces import Part, Replace
from turnout.conversions.endpoint_to_action.ground.reading import Reading
from turnout.conversions.endpoint_to_action.handlers.headers import HeaderReader
from turnout.conversions.endpoint_to_action.handlers.kept import is_taken
from turnout.model import code as c
from turnout.model.callees import callee_of
from turnout.model.module import Module
from turnout.syntax.grammar import is_typescript
from turnout.syntax.write import Style

_SOURCES = ("next-auth/jwt", "@auth/core/jwt")
_READ = ("headers", "cookies")
"""All that getToken looks at."""


def hand_over(reading: Reading, headers: HeaderReader, given: c.Property, request: c.Expression) -> bool:
    """Put headers and cookies in place of the request; False where this is no token or can't be typed."""
    module = reading.module
    whole = reading.above(given)
    call = reading.above(whole) if isinstance(whole, c.Object) else None
    callee = callee_of(module, call.callee) if isinstance(call, c.Call) else None
    if given.key != "req" or callee is None or callee.name != "getToken" or callee.source not in _SOURCES:
        return False
    if any(is_taken(module, name) for name in _READ):
        return False
    cast: tuple[Part, ...] = ()
    if is_typescript(module.path):
        kind = reading.type_of_parameter(request)
        if kind is None:
            return False
        cast = (" as unknown as ", kind.span)
    headers.in_own_body(request)
    waits = "" if headers.sync else "await "
    members = ", ".join(f"{name}: {waits}{name}()" for name in _READ)
    reading.inputs.next_headers.update(_READ)
    value = Style.of(module.source).braces(members)
    reading.inputs.replaced.append(Replace(given.span, (f"req: {value}", *cast)))
    assert isinstance(whole, c.Object)
    reading.inputs.replaced += _on_lines(module, whole)
    return True


def _on_lines(module: Module, given: c.Object) -> list[Replace]:
    """Each member on a line of its own, where all were on one that is long now."""
    source, style = module.source, Style.of(module.source)
    if "\n" in source.text(given.span):
        return []
    indent = source.newline + source.indent_at(given.span.start)
    parts: list[Part] = ["{"]
    for number, member in enumerate(given.members):
        comma = "," if number + 1 < len(given.members) else style.comma
        parts += [indent + style.unit, member.span, comma]
    return [Replace(given.span, (*parts, indent, "}"))]
