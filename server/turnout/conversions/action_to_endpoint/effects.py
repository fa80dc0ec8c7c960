"""What an action does that only an action can do, or that works otherwise in a route handler."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from turnout.conversions.action_to_endpoint.carry import function_called
from turnout.model import code as c
from turnout.model.callees import callee_of
from turnout.model.module import Module
from turnout.project.snapshot import Snapshot
from turnout.text.span import Span

_NAVIGATES = {
    "redirect": "the router follows an action's `redirect()`; a fetch would load that page instead",
    "permanentRedirect": "the router follows an action's `permanentRedirect()`; a fetch would load that page instead",
    "notFound": "an action's `notFound()` shows the not-found page; an endpoint would only answer 404",
    "forbidden": "an action's `forbidden()` shows the forbidden page; an endpoint would only answer 403",
    "unauthorized": "an action's `unauthorized()` shows the unauthorized page; an endpoint would only answer 401",
}
_REFRESHES = {
    "updateTag": "`updateTag()` works in Server Actions only",
    "refresh": "`refresh()` works in Server Actions only",
}
_REVALIDATES = frozenset({"revalidatePath", "revalidateTag"})


@dataclass(frozen=True)
class Effect:
    """One call that matters, at the place in the action where it happens or from where it is reached."""

    name: str
    why: str | None
    """Why it can't be in an endpoint; None for what may, with a note."""
    path: str
    span: Span


def effects_of(project: Snapshot, module: Module, function: c.Function) -> tuple[Effect, ...]:
    """The calls of the action and of the project's functions that it calls, three levels deep."""
    return tuple(_effects(project, module, function, 3, set()))


def _effects(
    project: Snapshot, module: Module, function: c.Function, depth: int, seen: set[tuple[str, Span]]
) -> Iterator[Effect]:
    key = (module.path, function.span)
    if key in seen:
        return
    seen.add(key)
    for code in c.walk(function):
        if not isinstance(code, c.Call):
            continue
        found = _effect(module, code)
        if found is not None:
            yield found
            continue
        below = function_called(project, module, code) if depth else None
        if below is not None:
            for effect in _effects(project, *below, depth - 1, seen):
                callee = c.dotted(code.callee) or "a function"
                why = f"`{callee}` calls `{effect.name}()`: {effect.why}" if effect.why and depth == 3 else effect.why
                yield Effect(effect.name, why, module.path, code.span)


def _effect(module: Module, call: c.Call) -> Effect | None:
    callee = callee_of(module, call.callee)
    if callee is None or not callee.source:
        return None
    if callee.source == "next/navigation" and not callee.path and callee.name in _NAVIGATES:
        return Effect(callee.name, _NAVIGATES[callee.name], module.path, call.span)
    if callee.source == "next/cache" and not callee.path:
        if callee.name in _REFRESHES:
            return Effect(callee.name, _REFRESHES[callee.name], module.path, call.span)
        # With a profile, revalidateTag('posts', 'max') refreshes nothing at once.
        if callee.name in _REVALIDATES and not (callee.name == "revalidateTag" and len(call.arguments) > 1):
            return Effect(callee.name, None, module.path, call.span)
    if callee.source == "next/headers" and callee.name == "cookies" and callee.path[-1:] in (("set",), ("delete",)):
        return Effect("cookies", None, module.path, call.span)
    return None
