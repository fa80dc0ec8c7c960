"""A `GET` handler reads a body.

Requests with GET have none: `request.json()` throws `Unexpected end of JSON input`, and the request is answered with
500. Take what the caller asks for from the URL, or let the handler answer POST.

## Bad

```ts app/api/search/route.ts
export async function GET(request: Request) {
  const { query } = await request.json();
  return Response.json({ query });
}
```

## Good

```ts app/api/search/route.ts
export async function GET(request: Request) {
  const query = new URL(request.url).searchParams.get('query');
  return Response.json({ query });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.body import body_read
from turnout.model.endpoints import request_of, route_methods
from turnout.rules.rule import FileView, Finding, Rule


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "route-handler" or not (view.has(b".json()") or view.has(b".formData()")):
        return
    module = view.module
    exported = {export.name: export.value for export in module.exports}
    for endpoint in route_methods(module):
        request = request_of(module, endpoint.function)
        if endpoint.name not in ("GET", "HEAD") or request is None or request.writes:
            continue
        if sum(value is endpoint.export.value for value in exported.values()) > 1:
            continue  # One function for several methods may tell them apart.
        for code in c.walk_own(endpoint.function):
            read = body_read(module, code, request)
            if (
                read is not None
                and read.how in ("json", "formData")
                and not _is_caught(view, read.call, endpoint.function)
            ):
                message = (
                    f"{endpoint.name} requests have no body: `{request.name}.{read.how}()` throws, and the request is "
                    "answered with 500. Take it from the URL, or answer POST."
                )
                yield Finding(read.call.span, message)


def _is_caught(view: FileView, call: c.Call, function: c.Function) -> bool:
    """``await request.json().catch(() => null)``"""
    for above in view.module.ancestors(call):
        if above is function:
            return False
        if isinstance(above, c.Member) and above.name in ("catch", "then"):
            return True
        if isinstance(above, c.If) or (isinstance(above, c.Try) and above.handler is not None):
            return True
    return False


RULE = Rule(
    code="body-of-get",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route",
)
