"""A `"use server"` or `"use client"` in backticks.

A directive is a string in single or double quotes. In backticks it is a template, an expression like any other: the
compiler says nothing, and the file or function is not what it says. A function meant as a Server Action runs where it
is called, in the browser too.

## Bad

```ts app/actions.ts
`use server`;

export async function save(name: string) {
  return name;
}
```

## Good

```ts app/actions.ts
'use server';

export async function save(name: string) {
  return name;
}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from turnout.model import code as c
from turnout.rules.reach import compiles_actions
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.syntax.write import Style
from turnout.text.edits import Edit

_WRITTEN = re.compile(rb"`use (?:server|client|cache)`")
_DIRECTIVES = ("use server", "use client", "use cache")


def check(view: FileView) -> Iterator[Finding]:
    if not _WRITTEN.search(view.source.data) or not compiles_actions(view):
        return
    yield from _in(view, view.module.body)
    for function in view.module.functions:
        yield from _in(view, function.statements)


def _in(view: FileView, body: Sequence[c.Statement]) -> Iterator[Finding]:
    """Only where a directive would count: before every other statement, strings and their like left aside."""
    for statement in body:
        match statement:
            case c.ExpressionStatement(expression=c.String()):
                continue
            case c.ExpressionStatement(expression=c.Template(span=span, strings=(text,))) if text in _DIRECTIVES:
                fix = Fix("Use quotes", (Edit(span, Style.of(view.source).string(text)),), is_preferred=True)
                yield Finding(
                    span,
                    f"`{text}` in backticks is no directive: the compiler passes it over without a word. "
                    f'Write "{text}".',
                    (fix,),
                )
            case _:
                return


RULE = Rule(
    code="directive-in-backticks",
    severity="warning",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/directives/use-server",
)
