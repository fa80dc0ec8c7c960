"""A request with a method that its route doesn't have.

A route handler answers the methods that it exports, and every other one with 405 Method Not Allowed and an empty
body, on which `response.json()` fails. (`HEAD` follows from `GET`; `OPTIONS` is answered by Next.js.) An API route
answers what its handler lets through.

## Bad

```ts app/api/tasks/route.ts
export async function GET() {
  return Response.json([]);
}
```

```tsx app/page.tsx
'use client';

export default function Page() {
  return <button onClick={() => fetch('/api/tasks', { method: 'POST' })}>Add</button>;
}
```

## Good

```ts app/api/tasks/route.ts
export async function GET() {
  return Response.json([]);
}

export async function POST() {
  return Response.json({ created: true }, { status: 201 });
}
```

```tsx app/page.tsx
'use client';

export default function Page() {
  return <button onClick={() => fetch('/api/tasks', { method: 'POST' })}>Add</button>;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.requests import METHODS, Request
from turnout.project.index import Target, address_of
from turnout.project.routes import Route
from turnout.rules.rule import FileView, Finding, Fix, Related, Rule
from turnout.text.edits import Edit
from turnout.text.span import NOWHERE

CERTAIN = frozenset({"fetch", "request-object", "axios", "ky", "event-source", "beacon", "form", "ai"})


def check(view: FileView) -> Iterator[Finding]:
    if view.role in ("test", "next-config"):
        return
    for target in view.project.targets(view.path):
        if len(target.routes) != 1 or not target.is_local or not target.methods or not _is_certain(target):
            continue
        route = target.routes[0]
        if not route.is_endpoint or view.project.routes(view.app).may_lead_away(_parts(target)):
            continue
        asked = [method for method in target.methods if method in METHODS and method != "OPTIONS"]
        has = _methods(view, route)
        if has is None or not asked or any(method in has for method in target.methods):
            continue
        method = " or ".join(asked)
        shown = ", ".join(name for name in has if name != "HEAD")
        if route.kind == "route-handler":
            first = shown.split(", ")[0]
            advice = f"it exports {shown}. The request gets 405: export {asked[0]} there, or ask with {first}."
        else:
            advice = (
                f"its handler lets only {shown} through. Let it answer {asked[0]}, or ask with {shown.split(', ')[0]}."
            )
        yield Finding(
            target.request.url_span,
            f"{route.path} does not answer {method}: {advice}",
            tuple(_fixes(view.module, target.request, shown)),
            (Related(route.path, NOWHERE, f"Answers {shown} {route.url}."),),
        )


def _fixes(module: Module, request: Request, answered: str) -> Iterator[Fix]:
    """The method that is written at the call, exchanged for the only one that there is."""
    if request.how != "fetch" or answered not in METHODS:
        return
    for code in module.everything:
        match code:
            case c.Call(span=span, arguments=(_, c.Object() as options)) if span == request.span:
                written = options.get("method")
                if isinstance(written, c.String) and not (answered == "GET" and options.get("body") is not None):
                    quote = module.source.text(written.span)[0]
                    yield Fix(f"Ask with {answered}", (Edit(written.span, f"{quote}{answered}{quote}"),))
            case _:
                pass


def _is_certain(target: Target) -> bool:
    """Whether the method is written at the call: a wrapper may be told another one in ways that nobody sees."""
    request = target.request
    if request.how in CERTAIN:
        return request.methods == target.methods
    return request.how == "call" and request.methods is not None and request.methods == target.methods


def _parts(target: Target) -> tuple[object, ...]:
    address = address_of(target.urls[0]) if target.urls else None
    return address.parts if address is not None else ()


def _methods(view: FileView, route: Route) -> tuple[str, ...] | None:
    """What a route surely answers; None when it may be more than is seen."""
    surface = view.project.surface(route.path)
    entries = [entry for entry in view.project.entries(route.path) if entry.kind in ("route-handler", "api-route")]
    if surface is None or not entries:
        return None
    if route.kind == "route-handler":
        if any(
            export.name == "*" and (export.source is None or _is_unknown(view, route, export.source))
            for export in surface.exports
        ):
            return None
        names = tuple(entry.symbol for entry in entries)
        return (*names, "HEAD") if "GET" in names else names
    behind = view.project.surface(entries[0].origin[0]) if entries[0].origin is not None else surface
    dispatch = behind.dispatch if behind is not None else None
    if dispatch is None or not dispatch.rejects_others:
        return None
    return dispatch.methods


def _is_unknown(view: FileView, route: Route, source: str) -> bool:
    return view.project.resolve(route.path, source) is None


RULE = Rule(
    code="wrong-method",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route#http-methods",
    needs_index=True,
)
