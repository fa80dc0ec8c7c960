"""A route handler that says it is static, and reads the request.

With `dynamic = 'error'` Next.js makes the answer at build time and stops at the first thing that depends on who asks:
``Route /api/x with `dynamic = "error"` couldn't be rendered statically because it used `request.headers`.`` With
`'force-static'` it gives the handler empty headers, no cookies and no query instead, for every request, without a word.

## Bad

```ts app/api/greeting/route.ts
export const dynamic = 'force-static';

export async function GET(request: Request) {
  return Response.json({ language: request.headers.get('accept-language') });
}
```

## Good

```ts app/api/greeting/route.ts
export async function GET(request: Request) {
  return Response.json({ language: request.headers.get('accept-language') });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.handler import unwrap
from turnout.model.module import Module
from turnout.model.request_reads import RequestRead, request_reads
from turnout.model.requests import METHODS
from turnout.model.segment_options import Option, option
from turnout.rules.exports import taken_away
from turnout.rules.rule import FileView, Finding, Related, Rule

_EMPTY = frozenset({
    "request.headers", "request.cookies", "nextUrl.search", "nextUrl.searchParams", "headers()", "cookies()",
})  # fmt: skip
"""What `force-static` empties; `request.url` only loses its query."""


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "route-handler" or not (view.has(b"force-static") or view.has(b"error")):
        return
    dynamic = option(view.module, "dynamic")
    if dynamic is None or dynamic.text not in ("force-static", "error"):
        return
    for method, function in _handlers(view.module):
        reads = request_reads(view.module, function)
        if dynamic.text == "error":
            read = next(reads, None) if method == "GET" else None
            if read is not None:
                yield _error(view, dynamic, read)
        else:
            read = next((each for each in reads if _is_emptied(view.module, function, each)), None)
            if read is not None:
                yield _emptied(view, dynamic, read)


def _handlers(module: Module) -> Iterator[tuple[str, c.Function]]:
    """The functions behind the methods, each once, wrappers seen through."""
    seen: set[int] = set()
    for export in module.exports:
        function = unwrap(module, export.value).function if export.name in METHODS and not export.is_type else None
        if function is not None and id(function) not in seen:
            seen.add(id(function))
            yield export.name, function


def _is_emptied(module: Module, function: c.Function, read: RequestRead) -> bool:
    if read.what in _EMPTY:
        return True
    # const { searchParams } = new URL(request.url)
    url = read.what in ("request.url", "nextUrl.href", "nextUrl.url")
    return url and b"searchParams" in module.source.data[function.span.start : function.span.end]


def _error(view: FileView, dynamic: Option, read: RequestRead) -> Finding:
    route = view.project.route(view.path)
    shown = route.pattern if route is not None else "This route"
    return Finding(
        read.span,
        f'Route {shown} with `dynamic = "error"` couldn\'t be rendered statically because it used `{read.what}`: the '
        "build stops here. Take the option away, or read nothing of the request.",
        taken_away(view, dynamic.export),
        (Related(view.path, dynamic.export.name_span, "It is meant to be static."),),
    )


def _emptied(view: FileView, dynamic: Option, read: RequestRead) -> Finding:
    what = "the query of this URL" if read.what.endswith(("url", "href")) else f"`{read.what}`"
    return Finding(
        read.span,
        f"With `dynamic = 'force-static'` {what} is empty for every request: the answer is made once. Take the option "
        "away, or read nothing of the request.",
        taken_away(view, dynamic.export),
        (Related(view.path, dynamic.export.name_span, "It is meant to be static."),),
        severity="warning",
    )


RULE = Rule(
    code="static-handler-reads-request",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route-segment-config/dynamic",
)
