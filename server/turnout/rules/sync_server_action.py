"""A Server Action that is not async.

The browser calls a Server Action over the network, so the call always gives a promise. Next.js therefore takes async
functions only: the compiler stops `next dev` and `next build` with `Server Actions must be async functions.` wherever
a function exported from a `"use server"` file, or one with its own `"use server"`, is a plain one.

Functions that a builder makes (`client.schema(…).action(…)`, `withAuth(…)`) are fine: what they return is async.

## Bad

```ts app/actions.ts
'use server';

export function rename(name: string) {
  return name.trim();
}
```

## Good

```ts app/actions.ts
'use server';

export async function rename(name: string) {
  return name.trim();
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.actions import exported_actions, inline_directives
from turnout.model.module import Module
from turnout.rules.made_async import async_fixes, shown_name
from turnout.rules.reach import compiles_actions, is_only_client_code
from turnout.rules.rule import FileView, Finding, Rule
from turnout.text.span import Span

QUOTE = "Server Actions must be async functions."


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"use server") or not compiles_actions(view):
        return
    module = view.module
    told: set[int] = set()
    if module.is_server_actions_file and not module.is_client_file:
        for action in exported_actions(module):
            if not action.function.is_async:
                told.add(id(action.function))
                yield _finding(module, action.function, action.site, 'exported from a "use server" file')
    if is_only_client_code(view):
        return  # There the directive itself is the mistake: inline-action-in-client-file.
    for inline in inline_directives(module):
        if inline.counts and not inline.function.is_async and id(inline.function) not in told:
            yield _finding(module, inline.function, inline.site, 'marked with "use server"')


def _finding(module: Module, function: c.Function, site: Span, why: str) -> Finding:
    shown = shown_name(module, function, site)
    if function.is_generator:
        return Finding(
            site, f"{QUOTE} {shown} is {why}, and a generator is none: return the values all at once, or stream them "
            "from a route handler.",
        )  # fmt: skip
    if function.form in ("getter", "setter"):
        return Finding(site, f"{QUOTE} {shown} is {why}, and a {function.form} can't be async: make it a method.")
    message = f"{QUOTE} {shown} is {why}, so the browser calls it over the network and always gets a promise."
    return Finding(site, message, tuple(async_fixes(module, function)))


RULE = Rule(
    code="sync-server-action",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/directives/use-server",
)
