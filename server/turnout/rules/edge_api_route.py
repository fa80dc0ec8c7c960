"""An API route for the edge runtime that is written as one for Node.js.

With `runtime: 'edge'` the handler of an API route gets a `Request` and gives a `Response`, as a route handler does.
There is no `res`: `res.status is not a function`. What is no `Response` is answered with 500: `Expected an instance of
Response to be returned`.

## Bad

```json package.json
{ "dependencies": { "next": "^15.3.0" } }
```

```ts pages/api/hello.ts
export const config = { runtime: 'edge' };

export default function handler(req, res) {
  res.status(200).json({ hello: 'world' });
}
```

## Good

```json package.json
{ "dependencies": { "next": "^15.3.0" } }
```

```ts pages/api/hello.ts
export const config = { runtime: 'edge' };

export default function handler() {
  return Response.json({ hello: 'world' });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model.callees import returned_values
from turnout.model.endpoints import api_handler, is_edge, pages_answer
from turnout.model.plain import plain_kind
from turnout.rules.rule import FileView, Finding, Rule


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "api-route" or not view.has(b"edge"):
        return
    module = view.module
    handler = api_handler(module) if is_edge(module) else None
    if handler is None:
        return
    answer = pages_answer(module, handler)
    if answer is not None:
        shown = view.source.text(answer.span)
        yield Finding(
            answer.span,
            f"{shown} is not a function: in the edge runtime an API route gets a `Request` and an event, and no `res`. "
            "Return a `Response`, or take the runtime away.",
        )
        return
    for value in returned_values(handler):
        if (kind := plain_kind(module, value)) is not None:
            yield Finding(
                value.span,
                f"Expected an instance of Response to be returned: this is of type {kind}, and the request is answered "
                "with 500. Return `Response.json(…)`.",
            )


RULE = Rule(
    code="edge-api-route",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/pages/building-your-application/routing/api-routes#edge-api-routes",
)
