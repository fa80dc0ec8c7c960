"""A method of a `route` file that isn't in upper case.

Next.js looks for `GET`, `HEAD`, `POST`, `PUT`, `DELETE`, `PATCH` and `OPTIONS`, letter by letter. A function named
`get` answers nothing: the request gets 405, and `next dev` says `Detected lowercase method 'get' in 'route.ts'.
Export the uppercase 'GET' method name to fix this error.`

## Bad

```ts app/api/hello/route.ts
export async function get() {
  return Response.json({ hello: 'world' });
}
```

## Good

```ts app/api/hello/route.ts
export async function GET() {
  return Response.json({ hello: 'world' });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Export, Module
from turnout.model.requests import METHODS
from turnout.model.values import typeof
from turnout.project.paths import name_of
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.text.edits import Edit
from turnout.text.span import Span


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "route-handler":
        return
    module = view.module
    exported = {export.name for export in module.exports}
    for export in module.exports:
        method = export.name.upper()
        if export.is_type or method not in METHODS or export.name == method:
            continue
        if typeof(module, export.value) is not None and export.name != export.name.lower():
            continue
        if export.name == export.name.lower():
            quote = (
                f"Detected lowercase method '{export.name}' in '{name_of(view.path)}'. Export the uppercase '{method}' "
                "method name to fix this error."
            )
        else:
            quote = f"Next.js looks for '{method}', not for '{export.name}'."
        fixes = tuple(_fixes(module, export, method)) if method not in exported else ()
        yield Finding(
            export.name_span,
            f"{quote} As it stands, {method} requests are answered with 405."
            if method not in exported
            else f"{quote} Nothing calls this one.",
            fixes,
            severity="warning" if method in exported or typeof(module, export.value) is not None else None,
        )


def _fixes(module: Module, export: Export, method: str) -> Iterator[Fix]:
    title = f"Rename it to {method}"
    if isinstance(export.statement, c.ExportNamed):
        specifier = next(each for each in export.statement.specifiers if each.exported_span == export.name_span)
        is_plain = specifier.local.span == specifier.exported_span
        text = f"{specifier.local.name} as {method}" if is_plain else method
        yield Fix(title, (Edit(export.name_span, text),), is_preferred=True, is_safe=True)
        return
    if export.local is None or export.is_commonjs or method in module.scopes.top.names:
        return
    binding = module.scopes.binding(export.local)
    if binding is None or (binding.pattern is not None):
        return
    edits = [Edit(export.local.span, method)]
    for reference in binding.references:
        edits.append(_renamed(module, reference, method))
    yield Fix(title, tuple(edits), is_preferred=True, is_safe=True)


def _renamed(module: Module, reference: c.Name, name: str) -> Edit:
    above = module.parents.get(id(reference))
    if isinstance(above, c.Property) and above.shorthand:
        return Edit(Span(reference.span.end, reference.span.end), f": {name}")
    return Edit(reference.span, name)


RULE = Rule(
    code="route-method-case",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route#http-methods",
)
