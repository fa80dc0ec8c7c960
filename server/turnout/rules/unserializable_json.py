"""An answer in JSON of something that JSON can't hold.

`Response.json(undefined)` throws `Value is not JSON serializable`, a bigint `Do not know how to serialize a BigInt`,
and the request is answered with 500. A `Map`, a `Set` and a promise that nobody awaits become `{}` without a word.

## Bad

```ts app/api/tasks/route.ts
export async function GET() {
  return Response.json({ tags: new Set(['a', 'b']) });
}
```

## Good

```ts app/api/tasks/route.ts
export async function GET() {
  return Response.json({ tags: [...new Set(['a', 'b'])] });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.endpoints import is_said_by, node_api_handler, request_of
from turnout.model.module import Module
from turnout.model.next_api import response_class
from turnout.model.scope import Binding
from turnout.model.values import literal_kind
from turnout.rules.edits import awaited, insert
from turnout.rules.reach import function_called
from turnout.rules.rule import FileView, Finding, Fix, Rule

_EMPTIED = ("Map", "Set", "WeakMap", "WeakSet")


def check(view: FileView) -> Iterator[Finding]:
    if view.role == "test" or not view.has(b".json("):
        return
    if view.role == "api-route":
        yield from _api_route(view)
    if view.has(b"Response"):
        for code in view.module.everything:
            match code:
                case c.Call(callee=c.Member(object=maker, name="json"), arguments=arguments) if response_class(
                    view.module, maker
                ):
                    yield from _response(view, code, arguments)
                case _:
                    pass


def _response(view: FileView, call: c.Call, arguments: tuple[c.Expression | c.Spread, ...]) -> Iterator[Finding]:
    first = c.bare(arguments[0]) if arguments else None
    is_nothing = isinstance(first, c.Constant) and first.text == "undefined"
    if not arguments or is_nothing or (isinstance(first, c.Name) and first.name == "undefined"):
        span = call.span if first is None else first.span
        yield Finding(span, "Value is not JSON serializable: `undefined` is none, and this throws. Send `null`.")
    else:
        yield from _parts(view, arguments[0])


def _api_route(view: FileView) -> Iterator[Finding]:
    module = view.module
    handler = node_api_handler(module)
    if handler is None:
        return
    function, response = handler
    for code in c.walk(function):
        match code:
            case c.Call(callee=c.Member(object=below, name="json"), arguments=(body,)):
                if not is_said_by(module, below, response):
                    continue
                if _is_one_of(module, body, (request_of(module, function), response)):
                    message = "Converting circular structure to JSON: this throws. Name what is to be sent."
                    yield Finding(body.span, message)
                else:
                    yield from _parts(view, body)
            case _:
                pass


def _is_one_of(module: Module, value: c.Expression | c.Spread, bindings: tuple[Binding | None, ...]) -> bool:
    bare = c.bare(value)
    binding = module.scopes.binding(bare) if isinstance(bare, c.Name) else None
    return binding is not None and any(binding is each for each in bindings)


def _parts(view: FileView, value: c.Expression | c.Spread) -> Iterator[Finding]:
    """What is written into the answer itself: the value, members of objects, items of arrays."""
    bare = c.bare(value)
    match bare:
        case c.Object(members=members):
            for member in members:
                if isinstance(member, c.Property) and not isinstance(member.value, c.Function):
                    yield from _parts(view, member.value)
        case c.Array(items=items):
            for item in items:
                if item is not None:
                    yield from _parts(view, item)
        case c.New(callee=c.Name(name=name)) if name in _EMPTIED and _is_global(view, bare):
            is_list = name == "Set"
            edits = (insert(bare.span.start, "[..."), insert(bare.span.end, "]"))
            yield Finding(
                value.span,
                f"A {name} becomes `{{}}` in JSON: nothing of what it holds is sent. "
                + ("Spread it into an array." if is_list else "Send `Object.fromEntries(…)` of it."),
                (Fix("Spread it into an array", edits, is_preferred=True),) if is_list else (),
                severity="warning",
            )
        case c.Number() if literal_kind(bare) == "bigint":
            yield Finding(value.span, _BIGINT)
        case c.Call(callee=c.Name(name="BigInt") as callee) if view.module.scopes.is_global(callee):
            yield Finding(value.span, _BIGINT)
        case c.Call() if _is_promise(view, bare):
            edits = tuple(awaited(view.module, bare))
            function = view.module.function_around(bare)
            can = function is not None and function.is_async
            yield Finding(
                value.span,
                f"`{view.source.text(bare.callee.span)}` is async, and a promise becomes `{{}}` in JSON. Await it.",
                (Fix("Await it", edits, is_preferred=True, is_safe=True),) if can else (),
                severity="warning",
            )
        case _:
            pass


_BIGINT = "Do not know how to serialize a BigInt: this throws, and the request is answered with 500. Send `String(…)`."


def _is_global(view: FileView, made: c.New) -> bool:
    return isinstance(made.callee, c.Name) and view.module.scopes.is_global(made.callee)


def _is_promise(view: FileView, call: c.Call) -> bool:
    called = function_called(view.project, view.module, call)
    return called is not None and called[1].is_async and not called[1].is_generator


RULE = Rule(
    code="unserializable-json",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route",
)
