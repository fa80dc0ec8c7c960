"""A route handler answers with `NextResponse.next()` or `NextResponse.rewrite()`.

Both tell a proxy (middleware) what to do next. Nothing comes after a route handler, so Next.js throws:
`NextResponse.next() was used in a app route handler, this is not supported.` Answer the request, or move this into the
proxy.

## Bad

```ts app/api/hello/route.ts
import { NextResponse } from 'next/server';

export async function GET() {
  return NextResponse.next();
}
```

## Good

```ts app/api/hello/route.ts
import { NextResponse } from 'next/server';

export async function GET() {
  return NextResponse.json({ hello: 'world' });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.callees import callee_of, returned_values
from turnout.model.endpoints import route_methods
from turnout.model.module import Module
from turnout.model.next_api import SERVER
from turnout.rules.rule import FileView, Finding, Rule


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "route-handler" or not view.has(b"NextResponse"):
        return
    module = view.module
    proxy = "middleware" if view.app.is_before(16) else "proxy"
    for endpoint in route_methods(module):
        for value in returned_values(endpoint.function):
            for call, name in _made(module, value):
                used = f"NextResponse.{name}() was used in a app route handler"
                if name == "next":
                    says = f"{used}, this is not supported: nothing comes after a handler. Answer with a `Response`, or"
                else:
                    says = f"{used}, this is not currently supported. Redirect, fetch the other URL and return it, or"
                yield Finding(call.span, f"{says} do this in the {proxy}.")


def _made(module: Module, value: c.Expression, depth: int = 4) -> Iterator[tuple[c.Call, str]]:
    """The answers that a returned value can be: the call itself, or the one that a name was given."""
    match c.bare(value) if depth else None:
        case c.Await(value=inner):
            yield from _made(module, inner, depth - 1)
        case c.Conditional(then=then, otherwise=otherwise):
            yield from _made(module, then, depth - 1)
            yield from _made(module, otherwise, depth - 1)
        case c.Name() as name:
            binding = module.scopes.binding(name)
            if binding is not None and binding.value is not None and binding.pattern is None and not binding.writes:
                yield from _made(module, binding.value, depth - 1)
        case c.Call(callee=callee) as call:
            found = callee_of(module, callee)
            if (
                found is not None
                and (found.source, found.name) == (SERVER, "NextResponse")
                and found.path in (("next",), ("rewrite",))
            ):
                yield call, found.path[0]
        case _:
            return


RULE = Rule(
    code="next-response-next",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/messages/next-response-next-in-app-route-handler",
)
