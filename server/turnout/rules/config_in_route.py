"""`export const config` in a `route` file.

`config` belongs to API routes in `pages/api`. A route handler has an export for each option, and Next.js says ``Next.js
can't recognize the exported `config` field in route. Page config in `config` is deprecated and ignored, use individual
exports instead.`` There is no `bodyParser` to switch off: a route handler always reads the raw request.

## Bad

```ts app/api/report/route.ts
export const config = { maxDuration: 30 };

export async function GET() {
  return Response.json([]);
}
```

## Good

```ts app/api/report/route.ts
export const maxDuration = 30;

export async function GET() {
  return Response.json([]);
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Export, Module
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.syntax.write import Style, removed
from turnout.text.edits import Edit

OPTIONS = {"runtime": "runtime", "maxDuration": "maxDuration", "regions": "preferredRegion"}
"""Keys of an API route's config, and what exports the same in a route handler."""


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "route-handler" or not view.has(b"config"):
        return
    export = view.module.export("config")
    if export is None or export.is_commonjs:
        return
    value = c.bare(export.value) if export.value is not None else None
    api = isinstance(value, c.Object) and value.get("api") is not None
    raw = " A route handler reads the raw request: there is no body parser to switch off." if api else ""
    yield Finding(
        export.name_span,
        "Next.js can't recognize the exported `config` field in route. Page config in `config` is deprecated and "
        f"ignored, use individual exports instead.{raw}",
        tuple(_fixes(view.module, export)),
    )


def _fixes(module: Module, export: Export) -> Iterator[Fix]:
    match export.statement:
        case c.ExportDeclaration(declaration=c.Declare(declarators=(c.Declarator(value=written),))):
            value = c.bare(written) if written is not None else None
        case _:
            return
    binding = module.scopes.binding(export.local) if export.local is not None else None
    if not isinstance(value, c.Object) or binding is None or binding.references:
        return
    lines: list[str] = []
    for member in value.members:
        if not isinstance(member, c.Property) or member.key not in ("api", *OPTIONS) or member.shorthand:
            return
        name = OPTIONS.get(member.key)
        if name is not None:
            if name in module.scopes.top.names:
                return
            text = module.source.text(member.value.span)
            lines.append(Style.of(module.source).statement(f"export const {name} = {text}"))
    if lines:
        text = module.source.newline.join(lines)
        yield Fix("Export each option by itself", (Edit(export.statement.span, text),), is_preferred=True)
    else:
        yield Fix("Take it away", removed(module.source, (export.statement.span,)), is_preferred=True)


RULE = Rule(
    code="config-in-route",
    severity="warning",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route-segment-config",
)
