"""A `"use server"`, `"use client"` or `"use cache"` below other code.

A directive counts only at the very top: of the file before the imports, of a function before its first statement.
Further down it is an idle string, and the compiler stops with `The "use server" directive must be at the top of the
file.`, or with `The "use client" directive must be placed before other expressions.`

## Bad

```ts app/actions.ts
import { db } from './db';
'use server';

export async function list() {
  return db;
}
```

## Good

```ts app/actions.ts
'use server';
import { db } from './db';

export async function list() {
  return db;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model.directives import StringStatement, string_statements
from turnout.rules.reach import compiles_actions, is_only_client_code, opens_well
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.syntax.write import Style, removed
from turnout.text.edits import Edit
from turnout.text.span import Span

CLIENT = (
    'The "use client" directive must be placed before other expressions. Move it to the top of the file to resolve '
    "this issue."
)


_WORDS = (b"use server", b"use client", b"use cache")


def check(view: FileView) -> Iterator[Finding]:
    if not any(view.has(word) for word in _WORDS) or opens_well(view) or not compiles_actions(view):
        return
    module = view.module
    in_client = is_only_client_code(view)
    known = {each.text for each in module.directives}
    for each in string_statements(module):
        if each.is_first or each.is_in_parentheses:
            continue
        if each.text == "use server" and not (each.function is not None and in_client):
            if each.function is None and "use server" in known:
                continue
            quote = f'The "use server" directive must be at the top of the {each.where}.'
            what = "the function is" if each.function is not None else "the exports are"
            message = f"{quote} Here it is an idle string, and {what} no Server Action" + (
                "." if each.function is not None else "s."
            )
            yield Finding(each.directive.span, message, (_moved(view, each),))
        elif each.text == "use cache" and not view.app.is_before(15) and not (each.function is not None and in_client):
            if each.function is None and "use cache" in known:
                continue
            what = "the function" if each.function is not None else "what the file exports"
            message = (
                f'The "use cache" directive must be at the top of the {each.where}. Here it is an idle string, and '
                f"{what} is not cached."
            )
            yield Finding(each.directive.span, message, (_moved(view, each),))
        elif each.text == "use client" and each.function is None and "use client" not in known:
            message = f"{CLIENT} Here it is an idle string, and the file stays server code."
            yield Finding(each.directive.span, message, (_moved(view, each),))


def _moved(view: FileView, each: StringStatement) -> Fix:
    """The statement taken out where it is, and written before the first."""
    source = view.source
    body = each.body(view.module)
    first = body[0].span.start
    indent = source.indent_at(first) if each.function is not None else ""
    text = source.text(each.directive.statement)
    if not text.endswith(";"):
        text = Style.of(source).statement(text)
    is_alone = not source.data[source.lines.line_span(source.lines.line_of(first)).start : first].strip()
    # `() => { save(); 'use server'; }` on one line stays on one.
    gap = f"{source.newline}{indent}" if is_alone or each.function is None else " " if text.endswith(";") else "; "
    insert = Edit(Span(first, first), f"{text}{gap}")
    return Fix(
        "Move it to the top", (insert, *removed(source, (each.directive.statement,))), is_preferred=True, is_safe=True
    )


RULE = Rule(
    code="directive-not-first",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/directives/use-server",
)
