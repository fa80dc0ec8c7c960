"""An import of an action that its file does not export.

A `"use server"` file hands out what it exports, and nothing else. A Turbopack build stops with `Export rename doesn't
exist in target module`; webpack only warns with `Attempted import error`, and the call fails when it is made.

## Bad

```ts app/actions.ts
'use server';

export async function save() {}
```

```tsx app/form.tsx
'use client';

import { store } from './actions';

export const Form = () => <form action={store} />;
```

```tsx app/page.tsx
import { Form } from './form';

export default function Page() {
  return <Form />;
}
```

## Good

```ts app/actions.ts
'use server';

export async function save() {}
```

```tsx app/form.tsx
'use client';

import { save } from './actions';

export const Form = () => <form action={save} />;
```

```tsx app/page.tsx
import { Form } from './form';

export default function Page() {
  return <Form />;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.erasure import is_unused
from turnout.model.surface import Surface
from turnout.project.boundary import APP_LAYERS
from turnout.rules.rule import FileView, Finding, Related, Rule
from turnout.text.span import NOWHERE


def check(view: FileView) -> Iterator[Finding]:
    surface = view.project.surface(view.path)
    if surface is None or not view.project.layers(view.path) & APP_LAYERS:
        return
    for each in surface.imports:
        target = _action_file(view, each.source) if each.names and not each.type_only else None
        if target is None:
            continue
        known = {export.name for export in target.exports}
        if "*" in known or all(imported in known or imported == "*" for imported, _ in each.names):
            continue
        behind = view.project.module(target.path)
        if behind is not None and not behind.errors:
            yield from _missing(view, each.source, target, known)


def _action_file(view: FileView, source: str) -> Surface | None:
    path = view.project.resolve(view.path, source)
    surface = view.project.surface(path) if path is not None else None
    return surface if surface is not None and surface.directive == "use server" else None


def _missing(view: FileView, source: str, target: Surface, known: set[str]) -> Iterator[Finding]:
    module = view.module
    for statement in module.body:
        if not isinstance(statement, c.Import) or statement.type_only or statement.source.value != source:
            continue
        for each in statement.specifiers:
            binding = module.scopes.binding(each.local)
            if each.imported in known or each.imported == "*" or is_unused(module, each):
                continue
            if binding is None or not binding.references:
                continue
            quote = f"Export {each.imported} doesn't exist in target module."
            if view.app.bundler == "webpack":
                quote = f"Attempted import error: '{each.imported}' is not exported from '{source}'."
            yield Finding(
                each.span,
                f"{quote} {target.path} exports {_listed(known)}.",
                related=(Related(target.path, NOWHERE, "The file with the actions."),),
                severity="warning" if view.app.bundler == "webpack" else None,
            )


def _listed(names: set[str]) -> str:
    shown = [f"`{name}`" for name in sorted(names)]
    return ", ".join(shown[:5]) + (" and others" if len(shown) > 5 else "") if shown else "nothing"


RULE = Rule(
    code="missing-action-export",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/directives/use-server",
    needs_index=True,
)
