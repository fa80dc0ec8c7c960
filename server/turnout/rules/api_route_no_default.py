"""A file in `pages/api` without a function as default export.

Every file in `pages/api` is an API route, and its default export is the handler. Without one each request fails with
500 and `Page /api/x does not export a default function.`; a build of JavaScript files does not say so. Functions
named `GET` or `POST` are for `route` files in `app`: here nothing calls them. Helpers belong outside of `pages`.

## Bad

```ts pages/api/tasks.ts
import type { NextApiRequest, NextApiResponse } from 'next';

export function handler(_req: NextApiRequest, res: NextApiResponse) {
  res.status(200).json({ ok: true });
}
```

## Good

```ts pages/api/tasks.ts
import type { NextApiRequest, NextApiResponse } from 'next';

export default function handler(_req: NextApiRequest, res: NextApiResponse) {
  res.status(200).json({ ok: true });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Export, Module
from turnout.model.requests import METHODS
from turnout.model.values import typeof
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.syntax.write import Style
from turnout.text.edits import Edit
from turnout.text.span import Span


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "api-route":
        return
    module = view.module
    route = view.project.route(view.path)
    quote = f"Page {route.pattern if route is not None else '/api'} does not export a default function."
    default = module.export("default")
    if default is not None:
        found = "a class" if isinstance(default.value, c.Class) else typeof(module, default.value)
        is_object = default.value is not None and isinstance(c.bare(default.value), c.Object)
        if found is not None and not (default.is_commonjs and is_object):
            shown = "a plain value" if found == "data" else found
            message = (
                f"{quote} This is {shown if shown == 'a class' else f'of type {shown}'}: every request fails with 500."
            )
            yield Finding(_first_line(module, default.name_span), message)
        return
    if module.errors or any(each.is_commonjs for each in module.exports) or _assigns_exports(module):
        return
    values = [export for export in module.exports if not export.is_type]
    methods = [export for export in values if export.name in METHODS]
    if methods:
        names = ", ".join(f"`{export.name}`" for export in methods)
        yield Finding(
            methods[0].name_span,
            f"{quote} {names}: that is how a route handler in app/ is written; in pages/api only the default "
            "export is called, with (req, res).",
        )
        return
    handler = _handler(module, values)
    if handler is not None:
        span, fixes = handler
        yield Finding(span, f"{quote} Every request fails with 500: export this function as default.", fixes)
        return
    used = bool(values) and bool(view.project.importers(view.path))
    message = f"{quote} Every request fails with 500."
    if used:
        message += " Every file in pages/api is an API route: move helpers that others import out of pages."
    yield Finding(_place(module), message, severity="warning" if used or not module.body else None)


def _assigns_exports(module: Module) -> bool:
    """``Object.assign(module.exports, …)`` and whatever else may set them."""
    return b"module.exports" in module.source.data or b"exports." in module.source.data


def _handler(module: Module, values: list[Export]) -> tuple[Span, tuple[Fix, ...]] | None:
    """The function that was meant: the only exported one that looks like a handler, or one named ``handler``."""
    looks = [export for export in values if isinstance(export.value, c.Function) and _takes_response(export.value)]
    if len(looks) == 1:
        export = looks[0]
        match export.statement:
            case c.ExportDeclaration(declaration=c.FunctionDeclaration() as declaration):
                at = declaration.span.start
                return export.name_span, (
                    Fix("Export it as default", (Edit(Span(at, at), "default "),), is_preferred=True),
                )
            case _:
                local = export.local.name if export.local is not None else None
                return export.name_span, (_default(module, local),) if local is not None else ()
    if looks or values:
        return None
    for name, value in module.top_level.items():
        if isinstance(value, c.Function) and _takes_response(value):
            binding = module.scopes.top.names.get(name)
            if binding is not None and not binding.references:
                return binding.site.span, (_default(module, name),)
    return None


def _default(module: Module, name: str) -> Fix:
    source = module.source
    end = len(source.data.rstrip())
    line = Style.of(source).statement(f"export default {name}")
    edit = Edit(Span(end, end), f"{source.newline}{source.newline}{line}")
    return Fix(f"Export `{name}` as default", (edit,), is_preferred=True)


def _takes_response(function: c.Function) -> bool:
    if len(function.parameters) != 2:
        return False
    second = function.parameters[1]
    types = {name.name for name in second.type.names} if second.type is not None else set[str]()
    is_named = isinstance(second.pattern, c.Name) and second.pattern.name.lstrip("_").lower() in ("res", "response")
    return "NextApiResponse" in types or is_named


def _place(module: Module) -> Span:
    statements = [each for each in module.body if not isinstance(each, c.Import)] or list(module.body)
    return _first_line(module, statements[0].span) if statements else Span(module.source.start, module.source.start)


def _first_line(module: Module, span: Span) -> Span:
    line = module.source.data[span.start : span.end].splitlines()
    return Span(span.start, span.start + len(line[0].rstrip())) if line else span


RULE = Rule(
    code="api-route-no-default",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/pages/building-your-application/routing/api-routes",
)
