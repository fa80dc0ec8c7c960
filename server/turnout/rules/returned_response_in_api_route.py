"""An API route returns a `Response`.

That is how route handlers answer. An API route of the Pages Router answers with `res`; what it returns is dropped:
`API route returned a Response object in the Node.js runtime, this is not supported. Please use runtime: "edge"
instead`. In production nothing is sent at all, and the browser waits.

## Bad

```ts pages/api/hello.ts
export default function handler() {
  return Response.json({ hello: 'world' });
}
```

## Good

```ts pages/api/hello.ts
export default function handler(req, res) {
  res.status(200).json({ hello: 'world' });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from turnout.model import code as c
from turnout.model.answers import is_new_response
from turnout.model.callees import returned_values
from turnout.model.endpoints import api_handler, is_edge, response_of
from turnout.model.module import Module
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.text.edits import Edit


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "api-route":
        return
    module = view.module
    handler = api_handler(module) if not is_edge(module) else None
    if handler is None or handler.is_generator:
        return
    for value in returned_values(handler):
        bare = c.bare(value)
        if isinstance(bare, c.Await):
            bare = c.bare(bare.value)
        if is_new_response(bare):
            message = (
                "API route returned a Response object in the Node.js runtime, this is not supported: it is dropped, "
                "and the browser waits. Answer with `res.status(…).json(…)`, or move this to a route handler."
            )
            yield Finding(value.span, message, tuple(_fixes(module, handler, bare)))


def _fixes(module: Module, handler: c.Function, value: c.Expression) -> Iterator[Fix]:
    """``Response.json(body, { status: 201 })`` becomes ``res.status(201).json(body)``."""
    response = response_of(module, handler)
    text = module.source.text
    if response is None:
        return
    match value:
        case c.Call(callee=c.Member(name="json"), arguments=(body, *options)) if not isinstance(body, c.Spread):
            status = _status(options)
            if status is not None:
                answer = f"{response.name}.status({text(status.span) if status else 200}).json({text(body.span)})"
                yield Fix(f"Answer with {response.name}", (Edit(value.span, answer),), is_preferred=True)
        case _:
            return


def _status(options: list[c.Expression | c.Spread]) -> c.Expression | Literal[False] | None:
    """The status among the options; False when there are none, None when they say more than that."""
    if not options:
        return False
    bare = c.bare(options[0])
    match bare:
        case c.Object(members=(c.Property(key="status", value=status),)) if len(options) == 1:
            return status
        case _:
            return None


RULE = Rule(
    code="returned-response-in-api-route",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/pages/building-your-application/routing/api-routes",
)
