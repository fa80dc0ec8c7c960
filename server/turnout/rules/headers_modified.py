"""The headers of the request are changed.

`headers()` gives what the browser sent, and that is read-only: `Headers cannot be modified.` Headers of the answer
are set on the `Response`, those of later requests in the proxy.

## Bad

```ts app/api/hello/route.ts
import { headers } from 'next/headers';

export async function GET() {
  (await headers()).set('cache-control', 'no-store');
  return Response.json({ hello: 'world' });
}
```

## Good

```ts app/api/hello/route.ts
export async function GET() {
  return Response.json({ hello: 'world' }, { headers: { 'cache-control': 'no-store' } });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.callees import callee_of
from turnout.model.next_api import HEADERS
from turnout.rules.rule import FileView, Finding, Rule
from turnout.text.span import Span


def check(view: FileView) -> Iterator[Finding]:
    if view.role == "test" or not view.has(HEADERS.encode()):
        return
    module = view.module
    for code in module.everything:
        if not isinstance(code, c.Call) or not isinstance(code.callee, c.Member):
            continue
        name = code.callee.name
        if name not in ("set", "append", "delete"):
            continue
        found = callee_of(module, code.callee)
        if found is None or found.source != HEADERS:
            continue
        path = (found.name, *found.path) if found.name != "*" else found.path
        if path == ("headers", "()", name):
            proxy = "middleware" if view.app.is_before(16) else "proxy"
            yield Finding(
                Span(code.span.start, code.callee.span.end),
                f"Headers cannot be modified: `headers()` gives those of the request, and `{name}` throws. Set them on "
                f"the `Response`, or in the {proxy}.",
            )


RULE = Rule(
    code="headers-modified",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/functions/headers",
)
