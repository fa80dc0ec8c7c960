"""A `route` file with a default export.

A route handler is an exported function named after the HTTP method that it answers. Next.js looks for no default
export there: it says `Detected default export in 'route.ts'. Export a named export for each HTTP method instead.` in
`next dev`, and answers every request with 405 when there is nothing else. A default export is what API routes in
`pages/api` have.

## Bad

```ts app/api/hello/route.ts
export default async function handler() {
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
from turnout.model.handler import dispatch_of, exported_methods, unwrap
from turnout.model.module import Export, Module
from turnout.model.requests import METHODS
from turnout.project.paths import name_of
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.settings import Severity
from turnout.syntax.write import Style, removed
from turnout.text.edits import Edit
from turnout.text.span import Span

BODY_READERS = frozenset({"json", "formData", "text", "arrayBuffer", "blob", "body"})


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "route-handler":
        return
    module = view.module
    export = module.export("default")
    if export is None or export.is_commonjs:
        return
    methods = {name for name, _ in exported_methods(module)}
    quote = f"Detected default export in '{name_of(view.path)}'. Export a named export for each HTTP method instead."
    if methods or any(each.name == "*" for each in module.exports):
        why, severity = "Nothing calls it.", "warning"
    else:
        why, severity = "Nothing calls it, and every request is answered with 405.", "error"
    fixes = tuple(_fixes(module, export, methods))
    chosen: Severity = "warning" if severity == "warning" else "error"
    yield Finding(_span(module, export), f"{quote} {why}", fixes, severity=chosen)


def _span(module: Module, export: Export) -> Span:
    """``export default``, up to the name where there is one."""
    statement = export.statement
    if not isinstance(statement, c.ExportDefault):
        return export.name_span
    end = export.name_span.end if export.local is not None else statement.value.span.start
    text = module.source.data[statement.span.start : end].splitlines()[0]
    return Span(statement.span.start, statement.span.start + len(text.rstrip()))


def _fixes(module: Module, export: Export, methods: set[str]) -> Iterator[Fix]:
    """Only a function that plainly is a route handler gets a method, and only one that it plainly answers."""
    statement = export.statement
    if not isinstance(statement, c.ExportDefault):
        return
    if export.local is not None and export.local.name in methods and isinstance(statement.value, c.Name):
        yield Fix("Take it away", removed(module.source, (statement.span,)), is_preferred=True)
        return
    function = unwrap(module, export.value).function
    if function is None or function.is_generator or len(function.parameters) > 2 or _is_pages_style(function):
        return
    dispatch = dispatch_of(module, function)
    if dispatch is not None and len(dispatch.methods) != 1:
        return
    method = dispatch.methods[0] if dispatch is not None else "POST" if _reads_body(module, function) else "GET"
    if function.name is not None and function.name.name.upper() in METHODS:
        method = function.name.name.upper()
    if method in methods or (
        method in module.scopes.top.names and (function.name is None or function.name.name != method)
    ):
        return
    edits = tuple(_exported_as(module, statement, function, method))
    yield Fix(f"Export it as {method}", edits, is_preferred=dispatch is not None)


def _exported_as(module: Module, statement: c.ExportDefault, function: c.Function, method: str) -> Iterator[Edit]:
    start, data = statement.span.start, module.source.data
    word_end = data.find(b"default", start) + len(b"default")
    match statement.value:
        case c.FunctionDeclaration() | c.Function(form="expression") if (
            b"(" not in data[word_end : function.span.start]
        ):
            head = "async function" if function.is_async else "function"
            at = data.find(b"(", function.name.span.end if function.name else function.span.start)
            end = function.type_parameters.span.start if function.type_parameters is not None else at
            yield Edit(Span(start, end), f"export {head} {method}")
            if function.name is not None and function.name.name != method:
                binding = module.scopes.binding(function.name)
                for reference in binding.references if binding is not None else ():
                    yield Edit(reference.span, method)
        case c.Name(name=name, span=span):
            braces = Style.of(module.source).braces
            yield Edit(Span(start, span.end), f"export {braces(f'{name} as {method}')}")
        case _:
            yield Edit(Span(start, word_end), f"export const {method} =")


def _is_pages_style(function: c.Function) -> bool:
    names = [each.pattern.name for each in function.parameters if isinstance(each.pattern, c.Name)]
    types = " ".join(name.name for each in function.parameters if each.type is not None for name in each.type.names)
    return "NextApi" in types or (len(names) == 2 and names[1].lower() in ("res", "response"))


def _reads_body(module: Module, function: c.Function) -> bool:
    if not function.parameters or not isinstance(function.parameters[0].pattern, c.Name):
        return False
    binding = module.scopes.binding(function.parameters[0].pattern)
    for reference in binding.references if binding is not None else ():
        above = module.parents.get(id(reference))
        if isinstance(above, c.Member) and above.object is reference and above.name in BODY_READERS:
            return True
    return False


RULE = Rule(
    code="route-default-export",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route",
)
