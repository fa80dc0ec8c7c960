"""A `route` file that begins with `'use server'`.

The directive makes a Server Action of everything that the file exports. Next.js doesn't complain, and registers `GET`
and `POST` as actions besides: a second door to the same code, without the request that the handler expects. A route
handler is server code without any directive.

## Bad

```ts app/api/tasks/route.ts
'use server';

export async function GET() {
  return Response.json([]);
}
```

## Good

```ts app/api/tasks/route.ts
export async function GET() {
  return Response.json([]);
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.syntax.write import removed


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "route-handler" or not view.has(b"use server") or not view.module.is_server_actions_file:
        return
    directive = next(each for each in view.module.directives if each.text == "use server")
    yield Finding(
        directive.span,
        "A route handler is server code without a directive: this one makes its methods Server Actions besides, which "
        "anybody can call without the request that they expect.",
        (Fix("Take it away", removed(view.source, (directive.statement,)), is_preferred=True, is_safe=True),),
    )


RULE = Rule(
    code="action-in-route",
    severity="hint",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/directives/use-server",
)
