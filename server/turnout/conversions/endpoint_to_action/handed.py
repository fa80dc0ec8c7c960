"""The request handed on to a function of the project that reads its headers or cookies alone: ``getClientIp(request)``
becomes ``getClientIp({ headers: await headers() })``, and the function says that it needs no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from turnout.conversions.endpoint_to_action.inputs import Widened
from turnout.conversions.endpoint_to_action.refused import refused
from turnout.conversions.endpoint_to_action.request_parts import More, Parts, PartsReader, Taken
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding
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


def needed_by(project: Snapshot, module: Module, call: c.Call, request: c.Expression) -> Needed | None:
    """What a call needs of the request that is one of its arguments; None when it is more than an action has."""
    try:
        parts = PartsReader(project).called(module, call, request)
    except More:
        return None
    if not set(parts.members) <= {"headers", "cookies"} or parts.needs_class:
        return None
    members = tuple(name for name in ("headers", "cookies") if name in parts.members)
    try:
        types = tuple(_types(parts.taken))
    except _Untyped:
        return None
    if not members and call.arguments[-1] is not request:
        return None
    return Needed(members, types)


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


class _Untyped(Exception):
    """A parameter has a type that can't be made less."""


def _types(taken: list[Taken]) -> Iterator[Widened]:
    """``{ headers: Headers }`` for each parameter, or ``?`` where nothing is read of it."""
    for each in taken:
        module, parameter = each.module, each.parameter
        if not is_typescript(module.path):
            continue
        if not each.parts.members:
            if not parameter.is_optional and parameter.default is None:
                end = parameter.pattern.span.end
                yield Widened(module, Span(end, end), "?", keeps_name=True)
        elif parameter.type is not None:
            own = module.source.text(parameter.type.span)
            if own.startswith("{") and all(f"{name}: " in own for name in each.parts.members):
                continue  # It takes no more than this already.
            if own not in _REQUESTS or parameter.default is not None:
                raise _Untyped
            yield Widened(
                module, parameter.type.span, _type(module, parameter.type, each.parts), "cookies" in each.parts.members
            )


def _type(module: Module, kind: c.Type, parts: Parts) -> str:
    own, style = module.source.text(kind.span), Style.of(module.source)
    used = " | ".join(style.string(each) for each in sorted(parts.methods.get("cookies", ())))
    texts = {
        "headers": "headers: Headers",
        "cookies": f"cookies: Pick<{own}[{style.string('cookies')}], {used}>",
    }
    return "{ " + "; ".join(texts[name] for name in ("headers", "cookies") if name in parts.members) + " }"
