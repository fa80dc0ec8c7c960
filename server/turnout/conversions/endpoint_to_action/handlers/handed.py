"""The request handed on to a function of the project that reads its headers or cookies alone: ``getClientIp(request)``
becomes ``getClientIp({ headers: await headers() })``, and the function says that it needs no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from turnout.conversions.endpoint_to_action.ground.inputs import Widened
from turnout.conversions.endpoint_to_action.ground.pieces import Replace
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.endpoint_to_action.ground.type_text import alternatives
from turnout.conversions.endpoint_to_action.handlers.request_parts import More, Parts, PartsReader, Taken, is_any
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.model.type_text import parameter_member
from turnout.project.snapshot import Snapshot
from turnout.syntax.grammar import is_typescript
from turnout.syntax.write import Style
from turnout.text.span import Span

_REQUESTS = frozenset({"Request", "NextRequest"})


@dataclass(frozen=True)
class Needed:
    """What a call needs of the request that it is given."""

    members: tuple[str, ...]
    """``headers`` and ``cookies``; empty where it looks at nothing."""
    types: tuple[Widened, ...]
    """The parameters in their new words."""
    is_whole: bool = False
    """Whether a package takes it for a whole request: its type must say so."""


def needed_by(
    project: Snapshot, module: Module, above: c.Call | c.Property, request: c.Expression, *, keeps_entry: bool
) -> Needed | None:
    """What a call needs of the request that is one of its arguments, or a member of one; None when it is more than
    an action has."""
    reader = PartsReader(project, keeps_entry=keeps_entry)
    try:
        is_member = isinstance(above, c.Property)
        parts = reader.inside(module, above) if is_member else reader.called(module, above, request)
    except More:
        return None
    if not set(parts.members) <= {"headers", "cookies"}:
        return None
    members = tuple(name for name in ("headers", "cookies") if name in parts.members)
    if parts.needs_class:
        return Needed(members, (), is_whole=True)
    try:
        return Needed(members, tuple(widened_by(parts.taken, is_given=bool(members))))
    except Untyped:
        return None


def check_keys(project: Snapshot, module: Module, request: Binding | None) -> None:
    """Refuses a request handed on to what lets other programs in by a header of it."""
    for use in request.references if request is not None else ():
        call = module.parents.get(id(use))
        if not isinstance(call, c.Call) or call.callee is use:
            continue
        try:
            PartsReader(project).called(module, call, use)
        except More as more:
            if more.header:
                raise refused(
                    f"{c.last_name(call.callee)}() reads the header {more.header}: that is how other programs call the "
                    "endpoint.",
                    more.module,
                    more.at,
                ) from more


def without_argument(call: c.Call, request: c.Expression) -> Replace:
    """``guard(request)`` becomes ``guard()``, ``guard(request, role)`` has nothing in its place."""
    if call.arguments[-1] is not request:
        return Replace(request.span, ("undefined",))
    before = call.arguments[-2].span.end if len(call.arguments) > 1 else request.span.start
    return Replace(Span(before, request.span.end))


class Untyped(Exception):
    """A parameter has a type that can't be made less."""

    def __init__(self, module: Module, at: c.Code) -> None:
        super().__init__()
        self.module = module
        self.at = at


def widened_by(taken: Sequence[Taken], *, is_given: bool) -> Iterator[Widened]:
    """``{ headers: Headers }`` for each parameter; ``?`` or ``unknown`` where nothing is read of it."""
    for each in taken:
        module, parameter = each.module, each.parameter
        if not is_typescript(module.path):
            continue
        if each.key is not None:
            yield from _member_widened(each, each.key)
            continue
        end = parameter.pattern.span.end
        if not is_given and each.is_last:
            if not parameter.is_optional and parameter.default is None:
                yield Widened(module, Span(end, end), "?", keeps_name=True)
        elif parameter.type is not None:
            own = module.source.text(parameter.type.span)
            if _takes_less(own, each.parts):
                continue
            if own not in _REQUESTS or (each.parts.members and parameter.default is not None):
                raise Untyped(module, parameter)
            text = type_of(module, parameter.type, each.parts)
            yield Widened(module, parameter.type.span, text, keeps_name="cookies" in each.parts.members)


def _takes_less(kind: str, parts: Parts) -> bool:
    """Whether a type asks for no more than what is read already."""
    is_shape = kind.startswith("{") and all(f"{name}: " in kind for name in parts.members)
    return kind == "unknown" or is_any(kind) or is_shape


def _member_widened(taken: Taken, key: str) -> Iterator[Widened]:
    """``req?: NextRequest`` in the type of what the function is given."""
    module, parts = taken.module, taken.parts
    span = parameter_member(module, taken.parameter, key)
    if span is None or not parts.members:
        raise Untyped(module, taken.parameter)
    kind = module.source.text(span)
    if _takes_less(kind, parts):
        return
    own = next((each for each in alternatives(kind) if each in _REQUESTS), None)
    if own is None or not set(alternatives(kind)) <= {own, "null", "undefined"}:
        raise Untyped(module, taken.parameter)
    start = span.start + len(kind[: kind.index(own)].encode())
    at = Span(start, start + len(own.encode()))
    yield Widened(module, at, type_of(module, c.Type(at, ()), parts), keeps_name="cookies" in parts.members)


def type_of(module: Module, kind: c.Type | None, parts: Parts) -> str:
    """``{ headers: Headers; method: string }``"""
    if not parts.members:
        return "unknown"
    texts = {"headers": "headers: Headers", "method": "method: string", "nextUrl": "nextUrl: { pathname: string }"}
    if "cookies" in parts.members:
        if kind is None:
            raise refused("What the cookies of this request are can't be told.", module, module.body[0])
        own, style = module.source.text(kind.span), Style.of(module.source)
        used = " | ".join(style.string(each) for each in sorted(parts.methods.get("cookies", ())))
        texts["cookies"] = f"cookies: Pick<{own}[{style.string('cookies')}], {used}>"
    names = ("method", "nextUrl", "headers", "cookies")
    return "{ " + "; ".join(texts[name] for name in names if name in parts.members) + " }"
