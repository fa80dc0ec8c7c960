"""The body of a request is read twice.

A body is a stream: the first `request.json()` or `request.text()` takes it, also when it fails, and the second throws
`Body is unusable: Body has already been read`. Keep what the first one gave, or read a `request.clone()` first.

## Bad

```ts app/api/echo/route.ts
export async function POST(request: Request) {
  const data = await request.json();
  const raw = await request.text();
  return Response.json({ data, length: raw.length });
}
```

## Good

```ts app/api/echo/route.ts
export async function POST(request: Request) {
  const raw = await request.text();
  const data = JSON.parse(raw);
  return Response.json({ data, length: raw.length });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.body import BodyRead, body_read, sure_parts, surely_before
from turnout.model.endpoints import request_of
from turnout.model.handler import unwrap
from turnout.model.module import Module
from turnout.model.requests import METHODS
from turnout.model.scope import Binding
from turnout.rules.edits import insert
from turnout.rules.rule import FileView, Finding, Fix, Related, Rule


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "route-handler":
        return
    module = view.module
    seen: set[int] = set()
    for export in module.exports:
        function = unwrap(module, export.value).function if export.name in METHODS and not export.is_type else None
        request = request_of(module, function) if function is not None else None
        if function is None or request is None or request.writes or id(function) in seen:
            continue
        seen.add(id(function))
        for code in c.walk_own(function):
            read = body_read(module, code, request)
            first = _first(module, read, request) if read is not None else None
            if read is not None and first is not None:
                yield _finding(view, read, first)


def _first(module: Module, read: BodyRead, request: Binding) -> BodyRead | None:
    """The read that took the body before this one, on every way to it."""
    found: BodyRead | None = None
    for before in surely_before(module, read.call):
        for part in sure_parts(before):
            found = body_read(module, part, request) or found
    return found


def _finding(view: FileView, read: BodyRead, first: BodyRead) -> Finding:
    name = first.request.name
    message = (
        f"Body is unusable: Body has already been read. `{name}.{first.how}()` above took it, so `{name}.{read.how}()` "
        f"throws. Keep what the first one gave, or read `{name}.clone()` there."
    )
    fix = Fix("Read the first one from a clone", (insert(first.request.span.end, ".clone()"),))
    return Finding(read.call.span, message, (fix,), (Related(view.path, first.call.span, "Takes the body."),))


RULE = Rule(
    code="body-read-twice",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route#request-body",
)
