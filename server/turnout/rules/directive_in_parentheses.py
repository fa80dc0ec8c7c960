"""A `"use server"` or `"use client"` in parentheses.

A directive is a bare string. In parentheses it is an expression like any other, and the compiler stops with `The "use
server" directive cannot be wrapped in parentheses.` Formatters of old write such parentheses.

## Bad

```ts app/actions.ts
('use server');

export async function list() {
  return [];
}
```

## Good

```ts app/actions.ts
'use server';

export async function list() {
  return [];
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model.directives import StringStatement, is_near, string_statements
from turnout.rules.directive_not_first import CLIENT
from turnout.rules.reach import compiles_actions
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.text.edits import Edit
from turnout.text.span import Span


def check(view: FileView) -> Iterator[Finding]:
    if not (view.has(b"('use") or view.has(b'("use')) or not compiles_actions(view):
        return
    for each in string_statements(view.module):
        if not each.is_in_parentheses:
            continue
        span = _without_semicolon(view, each)
        word = _meant(view, each)
        if word is not None:
            misplaced = f"must be at the top of the {each.where}, and " if not each.is_first else ""
            quote = f'The "{word}" directive {misplaced}cannot be wrapped in parentheses.'
            yield Finding(span, quote, tuple(_fixes(view, each)))
        elif each.text == "use client" and each.function is None:
            yield Finding(span, f"{CLIENT} In parentheses it does not count.", tuple(_fixes(view, each)))


def _meant(view: FileView, each: StringStatement) -> str | None:
    if each.text == "use server" or is_near(each.text, "use server"):
        return "use server"
    if view.app.is_before(15):
        return None
    return "use cache" if each.text == "use cache" or is_near(each.text, "use cache") else None


def _without_semicolon(view: FileView, each: StringStatement) -> Span:
    start, end = each.directive.statement
    return Span(start, end - view.source.data[start:end].endswith(b";"))


def _fixes(view: FileView, each: StringStatement) -> Iterator[Fix]:
    if not each.is_first or each.text not in ("use server", "use client", "use cache"):
        return  # Two mistakes in one: taken out of its parentheses it would be the other.
    text = view.source.text(each.directive.span)
    edit = Edit(_without_semicolon(view, each), text)
    yield Fix("Take the parentheses away", (edit,), is_preferred=True, is_safe=True)


RULE = Rule(
    code="directive-in-parentheses",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/directives/use-server",
)
