"""A route handler written like an API route: `(req, res)`.

A route handler gets the request and a context (`{ params }`), and returns its answer. There is no `res`: what stands in
its place is the context, so `res.status(200)` fails with `res.status is not a function`, and every request gets a
500. In TypeScript the build's type check refuses it. Return a `Response` instead.

## Bad

```ts app/api/hello/route.ts
import type { NextApiRequest, NextApiResponse } from 'next';

export async function GET(req: NextApiRequest, res: NextApiResponse) {
  res.status(200).json({ hello: 'world' });
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
from turnout.model.endpoints import pages_answer, route_methods
from turnout.rules.rule import FileView, Finding, Rule


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "route-handler":
        return
    module = view.module
    for endpoint in route_methods(module):
        parameters = endpoint.function.parameters
        typed = [each for each in parameters[:2] if _is_of_pages(each)]
        used = pages_answer(module, endpoint.function)
        if used is not None:
            what = f"`{used.name}` does not exist there, and every request that gets here is answered with 500."
            name = module.source.text(parameters[1].pattern.span)
            yield Finding(
                parameters[1].pattern.span,
                f"A route handler gets no response to write to: `{name}` is its context, `{{ params }}`. {what} Return "
                "a Response, for example `Response.json(…)`.",
            )
        elif typed:
            given = "the context, `{ params }`" if typed[0] is not parameters[0] else "a web Request"
            yield Finding(
                typed[0].span,
                f"This is the type of an API route in pages/api. A route handler gets {given}, and the build's type "
                "check refuses this one.",
            )


def _is_of_pages(parameter: c.Parameter) -> bool:
    return parameter.type is not None and any(
        name.name in ("NextApiRequest", "NextApiResponse") for name in parameter.type.names
    )


RULE = Rule(
    code="pages-style-handler",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/getting-started/route-handlers",
)
