"""An answer with a status that HTTP doesn't have.

A `Response` takes statuses from 200 to 599, and throws otherwise: `init["status"] must be in the range of 200 to 599,
inclusive.` In an API route Node.js refuses what isn't between 100 and 999: `Invalid status code`. Either way the
request is answered with 500.

## Bad

```ts app/api/tasks/route.ts
export async function GET() {
  return Response.json([], { status: 20 });
}
```

## Good

```ts app/api/tasks/route.ts
export async function GET() {
  return Response.json([], { status: 200 });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.endpoints import node_api_handler
from turnout.model.next_api import response_class
from turnout.rules.rule import FileView, Finding, Rule


def check(view: FileView) -> Iterator[Finding]:
    if view.role == "test" or not view.has(b"status"):
        return
    if view.role == "api-route":
        yield from _api_route(view)
    if view.has(b"Response"):
        yield from _responses(view)


def _responses(view: FileView) -> Iterator[Finding]:
    for code in view.module.everything:
        match code:
            case (
                c.New(callee=maker, arguments=(_, init))
                | c.Call(callee=c.Member(object=maker, name="json"), arguments=(_, init))
            ):
                status = init.get("status") if isinstance(init, c.Object) else None
                if status is not None and _is_wrong(status, 200, 599) and response_class(view.module, maker):
                    yield Finding(
                        status.span,
                        'init["status"] must be in the range of 200 to 599, inclusive: this throws, and the request is '
                        "answered with 500.",
                    )
            case _:
                pass


def _api_route(view: FileView) -> Iterator[Finding]:
    module = view.module
    handler = node_api_handler(module)
    if handler is None:
        return
    for code in c.walk(handler[0]):
        match code:
            case c.Call(callee=c.Member(object=c.Name() as root, name="status" | "writeHead"), arguments=(status, *_)):
                pass
            case c.Assign(operator="=", target=c.Member(object=c.Name() as root, name="statusCode"), value=status):
                pass
            case _:
                continue
        if module.scopes.binding(root) is handler[1] and _is_wrong(status, 100, 999):
            shown = module.source.text(status.span)
            message = f"Invalid status code: {shown}. Node.js refuses it, and the request is answered with 500."
            yield Finding(status.span, message)


def _is_wrong(status: c.Expression | c.Spread, least: int, most: int) -> bool:
    """Surely no such number: ``20``, ``'ok'``. Node.js and browsers take ``'404'`` for 404."""
    match c.bare(status):
        case c.Number(text=text):
            return text.isdigit() and not least <= int(text) <= most
        case c.String(value=text):
            return not (text.isdigit() and least <= int(text) <= most)
        case _:
            return False


RULE = Rule(
    code="invalid-status",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route",
)
