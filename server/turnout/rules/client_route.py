"""A `route` file with `"use client"`.

The directive makes each export a reference to code of the browser, and a route handler only runs on the server. Next.js
builds the file, and every request fails with 500: `Attempted to call GET() from the server but GET is on the client.`

## Bad

```ts app/api/tasks/route.ts
'use client';

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

from turnout.model.requests import METHODS
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.syntax.write import removed


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "route-handler" or not view.has(b"use client") or not view.module.is_client_file:
        return
    methods = [export.name for export in view.module.exports if export.name in METHODS]
    directive = next((each for each in view.module.directives if each.text == "use client"), None)
    if directive is None or not methods:
        return
    edits = removed(view.source, (directive.statement,))
    fix = Fix('Take "use client" out', edits, is_preferred=True, is_safe=True)
    yield Finding(
        directive.span,
        f"Attempted to call {methods[0]}() from the server but {methods[0]} is on the client. A route handler runs on "
        "the server only, and with this directive every request fails with 500: take it out.",
        (fix,),
    )


RULE = Rule(
    code="client-route",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/directives/use-client",
)
