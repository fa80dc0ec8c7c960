"""A Server Action in an app where Server Actions can't work.

Server Actions are a part of the App Router: an app that has only a `pages` folder bundles them into the browser like
any other function. They are stable since Next.js 14; 13.4 and 13.5 want `experimental: { serverActions: true }` in
next.config and stop the build otherwise, and older versions don't know them. An API route does the same job there.

## Bad

```json package.json
{ "dependencies": { "next": "13.5.6" } }
```

```ts app/actions.ts
'use server';

export async function save(name: string) {
  return name;
}
```

## Good

```json package.json
{ "dependencies": { "next": "14.2.0" } }
```

```ts app/actions.ts
'use server';

export async function save(name: string) {
  return name;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model.actions import inline_directives
from turnout.rules.reach import action_support
from turnout.rules.rule import FileView, Finding, Rule

FLAG = "To use Server Actions, please enable the feature flag in your Next.js config."


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"use server") or view.role in ("test", "next-config"):
        return
    why = action_support(view.app)
    if why is None:
        return
    module = view.module
    spans = [each.span for each in module.directives if each.text == "use server"]
    spans += [each.directive.span for each in inline_directives(module) if each.counts]
    for span in spans:
        yield Finding(span, _message(view, why))


def _message(view: FileView, why: str) -> str:
    if view.app.app_dir is None:
        return (
            f"Server Actions need the App Router, and {why}. The directive does nothing here: the function is "
            "bundled into the browser's JavaScript like any other. Use an API route in pages/api."
        )
    if not view.app.is_before(13, 4):
        return f"{FLAG} It is stable since Next.js 14; {why}."
    return f"Server Actions need Next.js 14; {why}. Use a route handler or an API route, or upgrade."


RULE = Rule(
    code="server-action-unsupported",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/config/next-config-js/serverActions",
)
