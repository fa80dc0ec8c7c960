"""The header ``Set-Cookie`` as an action sets it: ``serialize('token', value, { … })`` is ``cookies().set(…)``."""

from __future__ import annotations

from turnout.conversions.endpoint_to_action.ground.pieces import Deeper, Part
from turnout.model import code as c
from turnout.model.module import Module
from turnout.text.source import SourceFile
from turnout.text.span import Span


def serialized(module: Module, value: c.Expression | c.Spread) -> tuple[c.Call, ...]:
    """The calls of ``serialize`` of the package cookie that make a header; none where it is made of anything else."""
    if isinstance(value, c.Spread):
        return ()
    bare = c.bare(value)
    if isinstance(bare, c.Array):
        found = [serialized(module, item) if item is not None else () for item in bare.items]
        return tuple(call for calls in found for call in calls) if all(found) else ()
    if not isinstance(bare, c.Call) or len(bare.arguments) < 2:
        return ()
    root = c.bare(bare.callee.object) if isinstance(bare.callee, c.Member) else c.bare(bare.callee)
    imported = module.import_of.get(root.name) if isinstance(root, c.Name) else None
    is_cookie = imported is not None and imported.source.value == "cookie"
    name = bare.callee.name if isinstance(bare.callee, c.Member) else imported.imported if imported is not None else ""
    return (bare,) if is_cookie and name == "serialize" else ()


def arguments_of(call: c.Call) -> Span:
    """``'token', value, { … }``"""
    return Span(call.arguments[0].span.start, call.arguments[-1].span.end)


def set_in_place(source: SourceFile, calls: tuple[c.Call, ...], at: Span, name: str, called: str) -> tuple[Part, ...]:
    """Statements that set them where ``at`` stood; the store gets a ``name`` when they are several."""
    indent, end = source.indent_at(at.start), ";" if source.text(at).endswith(";") else ""
    arguments = [Deeper(arguments_of(call), indent, source.indent_at(call.span.start)) for call in calls]
    if len(arguments) == 1:
        store = f"({called})" if called.startswith("await") else called
        return (f"{store}.set(", arguments[0], f"){end}")
    parts: list[Part] = [f"const {name} = {called}{end}"]
    for each in arguments:
        parts += [f"{source.newline}{indent}{name}.set(", each, f"){end}"]
    return tuple(parts)
