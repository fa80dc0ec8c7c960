"""A body sent with a status that has none: 204, 205 or 304.

A `Response` with one of these statuses refuses a body: it throws `Response constructor: Invalid response status code
204`, and the request is answered with 500. `NextResponse.json()` always has a body, be it `{}` or `null`. In pages/api
Next.js drops it: `A body was attempted to be set with a 204 statusCode, this is invalid and the body was ignored.`

## Bad

```ts app/api/tasks/route.ts
import { NextResponse } from 'next/server';

export async function DELETE() {
  return NextResponse.json({}, { status: 204 });
}
```

## Good

```ts app/api/tasks/route.ts
import { NextResponse } from 'next/server';

export async function DELETE() {
  return new NextResponse(null, { status: 204 });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.endpoints import api_handler, is_edge, response_of
from turnout.model.module import Module
from turnout.model.next_api import response_class
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.text.edits import Edit
from turnout.text.span import Span

_EMPTY = ("204", "205", "304")


def check(view: FileView) -> Iterator[Finding]:
    if view.role == "test" or not any(view.has(status.encode()) for status in _EMPTY):
        return
    module = view.module
    for code in module.everything:
        match code:
            case c.Call(arguments=(body, options), callee=c.Member() as callee):
                name = response_class(module, callee.object)
                status = _status(options)
                if name is not None and status is not None and callee.name == "json":
                    yield _finding(code, callee.span, status, body, name)
            case c.New(arguments=(body, options), callee=callee):
                name = response_class(module, callee)
                status = _status(options)
                if name is not None and status is not None and _is_body(body):
                    yield _finding(code, body.span, status, body, None)
            case _:
                pass
    if view.role == "api-route" and not is_edge(module):
        yield from _api_route(module)


def _status(options: c.Expression | c.Spread) -> str | None:
    bare = c.bare(options)
    status = bare.get("status") if isinstance(bare, c.Object) else None
    return status.text if isinstance(status, c.Number) and status.text in _EMPTY else None


def _is_body(body: c.Expression | c.Spread) -> bool:
    """Something that is surely no ``null``: a text (the empty one too), an object, what JSON.stringify gives."""
    match c.bare(body):
        case c.String() | c.Template() | c.Object():
            return True
        case c.Call(callee=callee):
            return c.dotted(callee) == "JSON.stringify"
        case _:
            return False


def _finding(code: c.Code, span: Span, status: str, body: c.Code, maker: str | None) -> Finding:
    """``maker`` is what is to take the place of ``NextResponse.json``."""
    what = "`json()` always has one" if maker is not None else "an empty text is one, too"
    message = (
        f"A response with status {status} can't have a body, and {what}: this throws `Invalid response status code "
        f"{status}`, and the request is answered with 500. "
    )
    edits = [Edit(body.span, "null")]
    if maker is not None:
        edits.insert(0, Edit(Span(code.span.start, span.end), f"new {maker}"))
        message += f"Write `new {maker}(null, …)`."
    else:
        message += "Write `null`."
    return Finding(span, message, (Fix("Send no body", tuple(edits), is_preferred=True),))


def _api_route(module: Module) -> Iterator[Finding]:
    """``res.status(204).json(…)``"""
    handler = api_handler(module)
    response = response_of(module, handler) if handler is not None else None
    if handler is None or response is None:
        return
    for code in c.walk(handler):
        match code:
            case c.Call(
                callee=c.Member(
                    object=c.Call(
                        callee=c.Member(object=c.Name() as root, name="status"),
                        arguments=(c.Number(text="204" | "304" as status),),
                    ) as below,
                    name="json" | "send" as sent,
                    name_span=name_span,
                ),
                arguments=(body,),
            ) if module.scopes.binding(root) is response:
                if (
                    sent == "send"
                    and not isinstance(c.bare(body), (c.Object, c.Array))
                    and not (isinstance(body, c.String) and body.value)
                ):
                    continue
                fix = Fix("Send no body", (Edit(Span(below.span.end, code.span.end), ".end()"),), is_preferred=True)
                yield Finding(
                    Span(name_span.start, code.span.end),
                    f"A body was attempted to be set with a {status} statusCode, this is invalid and the body is "
                    "ignored: the caller's `response.json()` fails. End with `.end()`, or send 200.",
                    (fix,),
                    severity="warning",
                )
            case _:
                pass


RULE = Rule(
    code="body-with-204",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/messages/invalid-api-status-body",
)
