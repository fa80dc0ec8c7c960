"""A `route` file that exports no HTTP method.

The file takes its URL, and answers every request to it with 405. `next dev` says `No HTTP methods exported in
'route.ts'. Export a named export for each HTTP method.`; in TypeScript the build's type check refuses the file, too.

## Bad

```ts app/api/hello/route.ts
export async function handler() {
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
from turnout.model.module import Module
from turnout.model.requests import METHODS
from turnout.project.paths import name_of
from turnout.rules.rule import FileView, Finding, Rule
from turnout.text.span import Span


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "route-handler" or view.module.errors:
        return
    module = view.module
    names = {export.name for export in module.exports if not export.is_type}
    # A default export, or `get` for `GET`, has a rule of its own.
    if "*" in names or "default" in names or any(name.upper() in METHODS for name in names):
        return
    quote = f"No HTTP methods exported in '{name_of(view.path)}'. Export a named export for each HTTP method."
    span = _place(module)
    message = f"{quote} Until then every request to this URL is answered with 405."
    yield Finding(span, message, severity=None if module.body else "warning")


def _place(module: Module) -> Span:
    """The one function that it may have been, else the first line that does something."""
    exports = [export for export in module.exports if not export.is_type]
    functions = [export for export in exports if isinstance(export.value, c.Function)]
    if len(functions) == 1:
        return functions[0].name_span
    statements = [each for each in module.body if not isinstance(each, c.Import)] or list(module.body)
    if not statements:
        return Span(module.source.start, module.source.start)
    start, end = statements[0].span
    return Span(start, start + len(module.source.data[start:end].splitlines()[0].rstrip()))


RULE = Rule(
    code="route-no-methods",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route#http-methods",
)
