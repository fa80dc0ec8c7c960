"""`params` or `searchParams` annotated as a plain object.

Since Next.js 15 both are promises, for route handlers, pages and layouts. The type check of a build refuses a function
that says otherwise: `Type 'typeof import("…/route")' does not satisfy the constraint 'RouteHandlerConfig<…>'`, in a
generated file, far from the annotation. For pages only a webpack build checks it, which is the default before Next.js
16; after that a wrong annotation hides that a value is `undefined`. Write `Promise<…>` around it, and take the values
from `await params`.

## Bad

```ts app/api/tasks/[id]/route.ts
export async function GET(request: Request, { params }: { params: { id: string } }) {
  const { id } = await params;
  return Response.json({ id });
}
```

## Good

```ts app/api/tasks/[id]/route.ts
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return Response.json({ id });
}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.model.endpoints import Endpoint, page_functions, route_methods
from turnout.model.module import Module
from turnout.model.type_text import declared_type, parameter_member
from turnout.rules.edits import insert
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.rules.unawaited_params import takes
from turnout.text.span import Span

_PAGES = ("page", "layout")


def check(view: FileView) -> Iterator[Finding]:
    if view.role not in ("route-handler", *_PAGES) or not view.path.endswith((".ts", ".tsx")):
        return
    if view.app.is_before(15) or not (view.has(b"params") or view.has(b"searchParams")):
        return
    module = view.module
    is_route = view.role == "route-handler"
    names = ("params", "searchParams") if view.role == "page" else ("params",)
    annotated: dict[Span, tuple[str, list[Endpoint]]] = {}
    told: set[Span] = set()
    for endpoint in route_methods(module) if is_route else page_functions(module):
        index = 1 if is_route else 0
        for name in names:
            written = _written(module, endpoint, index, name)
            if written is None:
                continue
            annotated.setdefault(written, (name, []))[1].append(endpoint)
            if takes(module, endpoint, index, name):
                told.add(written)  # `unawaited-params` tells it, and its fix changes the annotation too.
    for span, (name, endpoints) in annotated.items():
        if span not in told and _is_plain(module, module.source.text(span)):
            yield _finding(view, span, name, endpoints)


def _written(module: Module, endpoint: Endpoint, index: int, name: str) -> Span | None:
    parameters = endpoint.function.parameters
    if len(parameters) <= index or parameters[index].is_rest:
        return None
    return parameter_member(module, parameters[index], name)


def _is_plain(module: Module, text: str) -> bool:
    """Whether a type surely is no promise; nobody knows for imported ones."""
    if "Promise" in text or "|" in _outside(text):
        return False
    if text.startswith("{") or re.match(r"(?:Record|Readonly|Partial)\s*<", text):
        return True
    declared = declared_type(module, text)
    if declared is None or declared.form not in ("interface", "type"):
        return False
    whole = module.source.text(declared.span)
    if "Promise" in whole or re.search(r"\bextends\b", whole.partition("{")[0]):
        return False
    return declared.form == "interface" or re.search(r"=\s*\{[^{}]*\}\s*;?\s*$", whole) is not None


def _outside(text: str) -> str:
    """A type without what stands in its braces."""
    return re.sub(r"\{.*\}", "", text, flags=re.DOTALL)


def _finding(view: FileView, span: Span, name: str, endpoints: list[Endpoint]) -> Finding:
    route = view.project.route(view.path)
    where = f" of {route.pattern}" if route is not None else ""
    shown = endpoints[0].name if endpoints[0].name != "default" else f"The {view.role}{where}"
    is_refused = any(_is_refused(view, each) for each in endpoints)
    who = "the build's type check refuses this annotation" if is_refused else "a webpack build refuses this annotation"
    # Only the annotation is wrong: `unawaited-params` tells what is used without `await`.
    edits = (insert(span.start, "Promise<"), insert(span.end, ">"))
    fix = Fix("Make it a Promise", edits, is_preferred=True, is_safe=True)
    return Finding(
        span,
        f"{shown} gets `{name}` as a Promise since Next.js 15, and {who}. "
        f"Write `Promise<…>` around it, and take the values from `await {name}`.",
        (fix,),
        severity="error" if is_refused else "warning",
    )


def _is_refused(view: FileView, endpoint: Endpoint) -> bool:
    """Next.js 16 (next/dist/server/lib/router-utils/typegen.js) lets pages and ``generateMetadata`` take anything."""
    if view.role == "route-handler" or view.app.is_before(16):
        return True
    return view.role == "layout" and endpoint.name == "default"


RULE = Rule(
    code="route-params-type",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/guides/upgrading/version-15",
)
