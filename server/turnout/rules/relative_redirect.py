"""A `Response` that redirects to a relative URL.

Unlike `redirect()` of `next/navigation`, `NextResponse.redirect()`, its `rewrite()` and `Response.redirect()`
take absolute URLs only. With a path they throw `URL is malformed "/login". Please use only absolute URLs`, or `Failed
to parse URL from /login`, and the request is answered with 500. Resolve the path against the URL of the request.

## Bad

```ts app/api/logout/route.ts
import { NextResponse } from 'next/server';

export async function GET(request: Request) {
  return NextResponse.redirect('/login');
}
```

## Good

```ts app/api/logout/route.ts
import { NextResponse } from 'next/server';

export async function GET(request: Request) {
  return NextResponse.redirect(new URL('/login', request.url));
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.callees import callee_of
from turnout.model.endpoints import request_of, route_methods
from turnout.model.module import Module
from turnout.model.next_api import SERVER
from turnout.model.plain import is_written_text
from turnout.model.strings import known, texts
from turnout.rules.edits import insert
from turnout.rules.reach import known_layers
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.text.edits import Edit

_ON_THE_SERVER = frozenset({"handler", "middleware"})


def check(view: FileView) -> Iterator[Finding]:
    if not (view.has(b".redirect(") or view.has(b".rewrite(")) or not _is_on_the_server(view):
        return
    module = view.module
    for code in module.everything:
        if isinstance(code, c.Call) and code.arguments and not isinstance(code.arguments[0], c.Spread):
            made = _made(module, code)
            written = _relative(module, code.arguments[0]) if made is not None else None
            if made is not None and written is not None:
                yield _finding(module, code, made, written)


def _is_on_the_server(view: FileView) -> bool:
    if view.role in ("route-handler", "middleware"):
        return True
    layers = known_layers(view)
    return view.role == "module" and bool(layers) and layers <= _ON_THE_SERVER


def _made(module: Module, call: c.Call) -> str | None:
    """``NextResponse.redirect``, ``Response.redirect`` …, when the call is one of those."""
    callee = c.bare(call.callee)
    if not isinstance(callee, c.Member) or callee.name not in ("redirect", "rewrite"):
        return None
    found = callee_of(module, callee)
    if found is None:
        return None
    if (found.source, found.name, found.path) in (
        (SERVER, "NextResponse", ("redirect",)),
        (SERVER, "NextResponse", ("rewrite",)),
    ):
        return f"NextResponse.{callee.name}"
    if (found.source, found.name, found.path) == ("", "Response", ("redirect",)):
        return "Response.redirect"
    return None


def _relative(module: Module, url: c.Expression | c.Spread) -> str | None:
    """The path, when the URL surely has no origin: ``'/login'``, or ``new URL('/login')`` without a base."""
    bare = c.bare(url) if not isinstance(url, c.Spread) else url
    match bare:
        case c.New(callee=c.Name(name="URL"), arguments=(first,)) if not isinstance(first, c.Spread):
            return _relative(module, first)
        case _ if isinstance(bare, c.Spread) or not is_written_text(module, bare):
            return None
        case _:
            found = texts(module, bare)
            begins = [text[0] for text in found if text]
            if found and all(
                isinstance(first, str) and first.startswith(("/", "?", "./", "../")) and not first.startswith("//")
                for first in begins
            ):
                return known(found[0])
            return None


def _finding(module: Module, call: c.Call, made: str, written: str) -> Finding:
    says = (
        f'URL is malformed "{written}". Please use only absolute URLs'
        if made.startswith("Next")
        else f"Failed to parse URL from {written}"
    )
    function = module.function_around(call)
    fixes: tuple[Fix, ...] = ()
    base = "request.url"
    if function is not None:
        found = _fix(module, function, call)
        if found is not None:
            fix, base = found
            fixes = (fix,)
    path = module.source.text(_path(call).span)
    return Finding(
        call.arguments[0].span,
        f"{says}: `{made}()` throws, and the request is answered with 500. Write `new URL({path}, {base})`.",
        fixes,
    )


def _path(call: c.Call) -> c.Expression | c.Spread:
    first = call.arguments[0]
    bare = c.bare(first)
    return bare.arguments[0] if isinstance(bare, c.New) and bare.arguments else first


def _fix(module: Module, function: c.Function, call: c.Call) -> tuple[Fix, str] | None:
    """Resolve against the request that the function around is given; a handler without one gets it."""
    first = call.arguments[0]
    bare = c.bare(first)
    request = request_of(module, function)
    edits: list[Edit] = []
    if request is not None and request.name.lstrip("_").lower() in ("req", "request", "r", "nextrequest"):
        base = f"{request.name}.url"
    elif not function.parameters and any(each.function is function for each in route_methods(module)):
        head = module.source.data[
            function.span.start : function.body.span.start if function.body is not None else function.span.end
        ]
        at = head.find(b"()")
        if at < 0 or not module.path.endswith((".ts", ".tsx", ".js", ".jsx", ".mjs", ".mts")):
            return None
        typed = ": Request" if module.path.endswith(("ts", "tsx")) else ""
        edits.append(insert(function.span.start + at + 1, f"request{typed}"))
        base = "request.url"
    else:
        return None
    if isinstance(bare, c.New):
        edits.append(insert(bare.arguments[0].span.end, f", {base}"))
    else:
        edits += [insert(first.span.start, "new URL("), insert(first.span.end, f", {base})")]
    return Fix("Resolve it against the request's URL", tuple(edits), is_preferred=True, is_safe=True), base


RULE = Rule(
    code="relative-redirect",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/messages/middleware-relative-urls",
)
