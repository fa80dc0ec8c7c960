"""A route handler returns plain data instead of a `Response`.

Only what is in the body of a `Response` reaches the browser. Anything else is answered with 500: `No response is
returned from route handler. Expected a Response object but received 'Object'`. `Response.json(…)` makes one.

## Bad

```ts app/api/hello/route.ts
export async function GET() {
  return { hello: 'world' };
}
```

## Good

```ts app/api/hello/route.ts
export async function GET() {
  return Response.json({ hello: 'world' });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.callees import returned_values
from turnout.model.endpoints import route_methods
from turnout.model.module import Module
from turnout.model.next_api import SERVER
from turnout.model.plain import plain_kind
from turnout.rules.edits import insert
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.text.edits import Edit


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "route-handler":
        return
    module = view.module
    for endpoint in route_methods(module):
        if endpoint.function.is_generator:
            continue
        for value in returned_values(endpoint.function):
            kind = plain_kind(module, value)
            if kind is not None:
                message = (
                    f"No response is returned from route handler: Expected a Response object but received '{kind}' "
                    f"(method: {endpoint.name}), so it is answered with 500. Return `{_maker(module)}.json(…)`."
                )
                yield Finding(value.span, message, tuple(_fixes(module, value)))


def _maker(module: Module) -> str:
    """``NextResponse`` where the file has it, under whatever name."""
    for each in module.imports:
        if each.source.value == SERVER and each.imported == "NextResponse" and not each.type_only:
            return each.local.name
    return "Response"


def _fixes(module: Module, value: c.Expression) -> Iterator[Fix]:
    maker = _maker(module)
    bare = c.bare(value)
    if isinstance(bare, c.Call) and len(bare.arguments) == 1 and c.dotted(bare.callee) == "JSON.stringify":
        edits = (Edit(bare.callee.span, f"{maker}.json"),)
        yield Fix(f"Return {maker}.json(…)", edits, is_preferred=True)
        return
    start, end = value.span
    if isinstance(bare, (c.String, c.Template)):
        yield Fix(f"Return new {maker}(…)", (insert(start, f"new {maker}("), insert(end, ")")), is_preferred=True)
    else:
        edits = (insert(start, f"{maker}.json("), insert(end, ")"))
        is_written = isinstance(bare, (c.Object, c.Array))
        yield Fix(f"Return {maker}.json(…)", edits, is_preferred=True, is_safe=is_written)


RULE = Rule(
    code="plain-object-response",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/getting-started/route-handlers",
)
