"""A `"use server"` file exports something else than async functions.

Every export of a `"use server"` file becomes an address that the browser can post to, and only an async function can
answer there. For literals, classes and `export … from` the compiler stops the build with `Only async functions are
allowed to be exported in a "use server" file.` Objects, arrays, enums and everything else that it can't see through
pass the compiler, and fail when the file is loaded on the server: `A "use server" file can only export async
functions, found object.`

Types cost nothing and are fine, and so are actions made by a builder such as `client.schema(…).action(…)`. Put
constants and schemas into a file of their own.

## Bad

```ts app/actions.ts
'use server';

export const pageSize = 20;

export const limits = { title: 80 };

export async function list() {
  return [pageSize, limits.title];
}
```

## Good

```ts app/limits.ts
export const pageSize = 20;

export const limits = { title: 80 };
```

```ts app/actions.ts
'use server';

import { limits, pageSize } from './limits';

export async function list() {
  return [pageSize, limits.title];
}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Export
from turnout.model.values import literal_kind, typeof
from turnout.rules.exports import unexported
from turnout.rules.reach import compiles_actions
from turnout.rules.rule import FileView, Finding, Related, Rule
from turnout.text.span import Span

BUILD = 'Only async functions are allowed to be exported in a "use server" file.'
RUN = 'A "use server" file can only export async functions, found {}.'


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"use server"):
        return
    module = view.module
    if not module.is_server_actions_file or module.is_client_file or not compiles_actions(view):
        return
    for statement in module.body:
        if re.match(rb"export\s+type\b", module.source.data[slice(*statement.span)]):
            continue  # The grammar does not know `export type * from './x'` as one.
        refused = _refused_by_compiler(statement)
        if refused is not None:
            yield Finding(head_of_export(view, statement), f"{BUILD} {refused}", tuple(unexported(view, statement)))
            continue
        for export in module.exports:
            if export.statement is statement and not export.is_type and not export.is_commonjs:
                yield from _refused_at_run_time(view, export)


def _refused_by_compiler(statement: c.Statement) -> str | None:
    """Why the compiler refuses an export statement, as a sentence; None when it lets it pass."""
    elsewhere = "Move it to a file without the directive and import it from there."
    match statement:
        case c.ExportDeclaration(declaration=c.ClassDeclaration()) | c.ExportDefault(value=c.ClassDeclaration()):
            return f"A class can't be called from the browser. {elsewhere}"
        case c.ExportDeclaration(declaration=c.Declare(declarators=declarators)):
            for each in declarators:
                if isinstance(each.pattern, c.Name) and each.value is not None and literal_kind(each.value) is not None:
                    return f"`{each.pattern.name}` is a constant. {elsewhere}"
        case c.ExportDefault(value=value) if not isinstance(value, (c.FunctionDeclaration, c.TypeDeclaration)):
            bare = c.bare(value) if not isinstance(value, c.ClassDeclaration) else value
            if isinstance(bare, (c.Object, c.Array, c.Class)) or literal_kind(bare) is not None:  # type: ignore[arg-type]
                return f"The default export is no function. {elsewhere}"
        case c.ExportAll(type_only=False, source=source):
            return (
                f"Next.js can't see what `{source.value}` exports. Name the actions, and wrap each in an async "
                "function of this file; or let the callers import it from there."
            )
        case c.ExportNamed(specifiers=specifiers, source=c.String(value=source), type_only=False):
            if any(not each.type_only for each in specifiers):
                return (
                    f"Next.js can't see whether these are async. Let the callers import from `{source}`, or wrap each "
                    "in an async function of this file."
                )
        case _:
            pass
    return None


def _refused_at_run_time(view: FileView, export: Export) -> Iterator[Finding]:
    module = view.module
    if export.source is not None:
        yield from _imported(view, export)
        return
    statement = export.statement
    found: str | None = None
    match statement:
        case c.ExportDeclaration(declaration=c.TypeDeclaration(form="enum" | "namespace" as form)):
            text = module.source.text(statement.span)
            if re.match(r"export\s+(declare|const\s+enum)\b", text):
                return
            if form == "namespace" and not re.search(r"\b(const|let|var|function|class)\b", text):
                return
            found = "object"
        case c.ExportDeclaration(declaration=c.Declare(declarators=declarators)):
            for each in declarators:
                if isinstance(each.pattern, c.ObjectPattern) and isinstance(each.value, c.Object):
                    found = found or typeof(module, each.value.get(export.name))
                elif isinstance(each.pattern, c.Name) and each.pattern.name == export.name:
                    found = _given(view, each.pattern, each.value)
        case _:
            if isinstance(export.value, c.Class):
                message = f"{RUN.format('a class')} A class is no async function: nothing can call it from the browser."
                yield Finding(export.name_span, message, severity="warning")
                return
            found = _given(view, export.local, export.value) if export.local else typeof(module, export.value)
    if found is None:
        return
    yield Finding(
        export.name_span, f"{_run(found)} The compiler lets it pass, and the file fails when the server loads it. "
        "Move it to a file without the directive and import it from there.", tuple(unexported(view, statement)),
    )  # fmt: skip


def _run(found: str) -> str:
    return RUN.format(found if found != "data" else "a plain value")


def _given(view: FileView, name: c.Name, value: c.Expression | None) -> str | None:
    """What a variable holds, when nothing else is ever put into it."""
    binding = view.module.scopes.binding(name)
    if binding is None or binding.writes:
        return None
    if binding.kind == "enum":
        return "object"
    if value is None:
        return "undefined" if binding.kind in ("let", "var") and binding.pattern is None else None
    return typeof(view.module, value)


def _imported(view: FileView, export: Export) -> Iterator[Finding]:
    """``import { x } from './x'; export { x }`` passes the compiler; what x is only the other file tells."""
    if export.source is None or export.imported in (None, "*") or not view.project.is_complete:
        return
    behind = view.project.definition(view.path, export.source.value, export.imported or "")
    if behind is None or behind.export.value is None:
        return
    related = (Related(behind.path, behind.export.name_span, f"`{export.imported}` is declared here."),)
    value = c.bare(behind.export.value)
    if isinstance(value, c.Function):
        if not value.is_async and not value.is_generator:
            yield Finding(
                export.name_span, f"`{export.name}` is not async where it is declared. The compiler can't see that, "
                "and a Turbopack build then fails with `Cannot read properties of undefined (reading 'bind')`. Make it "
                "async there.", related=related, severity="warning",
            )  # fmt: skip
        return
    found = "a class" if isinstance(value, c.Class) else typeof(behind.module, value)
    if found is not None:
        message = f"{_run(found)} Let the callers import it from `{export.source.value}`."
        yield Finding(export.name_span, message, related=related)


def head_of_export(view: FileView, statement: c.Statement) -> Span:
    """The first line of an export statement, up to what it exports."""
    end = statement.span.end
    match statement:
        case c.ExportDeclaration(declaration=c.Declare(declarators=declarators)):
            bad = [each for each in declarators if each.value is not None and literal_kind(each.value) is not None]
            end = bad[0].span.end if bad else end
        case c.ExportDeclaration(declaration=c.ClassDeclaration(definition=c.Class(name=c.Name(span=span)))):
            end = span.end
        case c.ExportDefault(value=c.ClassDeclaration(definition=c.Class(name=c.Name(span=span)))):
            end = span.end
        case _:
            pass
    line = view.module.source.data[statement.span.start : end].splitlines()[0]
    return Span(statement.span.start, statement.span.start + len(line.rstrip()))


RULE = Rule(
    code="use-server-export",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/directives/use-server",
)
