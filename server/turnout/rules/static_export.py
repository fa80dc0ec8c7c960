"""An endpoint or Server Action in an app that is exported as static files.

`output: 'export'` makes files that any web server can send: nothing runs when a request comes. The build stops with
`Server Actions are not supported with static export.`, and at a route handler that isn't static with `export const
dynamic = "force-static"/export const revalidate not configured on route`. Other methods than GET, and API routes in
`pages/api`, are left out without an error: they answer in `next dev`, and 404 afterwards.

## Bad

```js next.config.js
module.exports = { output: 'export' };
```

```ts app/feed.json/route.ts
export async function GET() {
  return Response.json([]);
}
```

## Good

```js next.config.js
module.exports = { output: 'export' };
```

```ts app/feed.json/route.ts
export const dynamic = 'force-static';

export async function GET() {
  return Response.json([]);
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.actions import inline_directives
from turnout.model.handler import exported_methods
from turnout.model.module import Module
from turnout.project.discover import App
from turnout.rules.exports import statement_added
from turnout.rules.places import entry_site
from turnout.rules.reach import compiles_actions, is_only_client_code
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.syntax.write import Style
from turnout.text.edits import Edit
from turnout.text.span import Span


def check(view: FileView) -> Iterator[Finding]:
    if not _is_exported(view.app) or view.role in ("test", "next-config"):
        return
    if view.role == "route-handler":
        yield from _route_handler(view)
    elif view.role == "api-route":
        yield Finding(
            entry_site(view.module),
            'API Routes cannot be used with "output: export": `next dev` refuses them, and the exported site answers '
            "this URL with 404.",
            severity="warning",
        )
    if view.has(b"use server") and compiles_actions(view) and not is_only_client_code(view):
        yield from _actions(view.module)


def _is_exported(app: App) -> bool:
    return app.config.output == "export" and app.config.is_known("output")


def _actions(module: Module) -> Iterator[Finding]:
    spans = [each.span for each in module.directives if each.text == "use server"]
    spans += [each.directive.span for each in inline_directives(module) if each.counts]
    for span in spans:
        yield Finding(
            span, "Server Actions are not supported with static export: nothing runs on a server that could answer."
        )


def _route_handler(view: FileView) -> Iterator[Finding]:
    module = view.module
    methods = list(exported_methods(module))
    for name, local in methods:
        if name not in ("GET", "HEAD", "OPTIONS") and local is not None:
            yield Finding(
                local.span,
                f'With "output: export" only GET is written to a file: {name} answers in `next dev`, and nothing does '
                "in the exported site.",
                severity="warning",
            )
    if "GET" not in {name for name, _ in methods}:
        return
    pattern = route.pattern if (route := view.project.route(view.path)) is not None else view.path
    dynamic = module.export("dynamic")
    value = c.bare(dynamic.value) if dynamic is not None and dynamic.value is not None else None
    if isinstance(value, c.String) and value.value == "force-dynamic":
        yield Finding(
            value.span,
            f'export const dynamic = "force-dynamic" on page "{pattern}" cannot be used with "output: export".',
            (Fix("Make it static", (_text(module, value.span),), is_preferred=True),),
        )
    elif not view.app.is_before(15) and dynamic is None and module.export("revalidate") is None:
        text = f"export const dynamic = {Style.of(view.source).string('force-static')}"
        edit = statement_added(module, text, "dynamic")
        fixes = (Fix("Make it static", (edit,), is_preferred=True),) if edit is not None else ()
        yield Finding(
            entry_site(module),
            f'export const dynamic = "force-static"/export const revalidate not configured on route "{pattern}" with '
            '"output: export".',
            fixes,
        )
    elif route is not None and route.params and module.export("generateStaticParams") is None:
        yield Finding(
            entry_site(module),
            f'Page "{pattern}" is missing "generateStaticParams()" so it cannot be used with "output: export" config.',
        )


def _text(module: Module, span: Span) -> Edit:
    return Edit(span, Style.of(module.source).string("force-static"))


RULE = Rule(
    code="static-export",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/guides/static-exports",
)
