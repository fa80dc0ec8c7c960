"""An inline Server Action in a file that the browser gets.

A function with its own `"use server"` stays on the server, and so does everything that it closes over. In a `"use
client"` file, and in every file that one imports, there is no server to stay on: the compiler stops with `It is not
allowed to define inline "use server" annotated Server Actions in Client Components.`

Put the action into a file of its own that begins with `"use server"` and import it, or let a Server Component define
it and pass it down as a prop.

## Bad

```tsx app/subscribe.tsx
'use client';

export function Subscribe() {
  async function subscribe(formData: FormData) {
    'use server';
    console.log(formData.get('email'));
  }

  return <form action={subscribe} />;
}
```

## Good

```ts app/actions.ts
'use server';

export async function subscribe(formData: FormData) {
  console.log(formData.get('email'));
}
```

```tsx app/subscribe.tsx
'use client';

import { subscribe } from './actions';

export function Subscribe() {
  return <form action={subscribe} />;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model.actions import inline_directives
from turnout.model.module import in_parentheses
from turnout.project.snapshot import Snapshot
from turnout.rules.reach import chain, compiles_actions, known_layers
from turnout.rules.rule import FileView, Finding, Related, Rule
from turnout.text.span import NOWHERE

QUOTE = 'It is not allowed to define inline "use server" annotated Server Actions in Client Components.'
ADVICE = (
    'Put it into a separate file with "use server" at the top, or pass it down through props from a Server Component.'
)


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"use server") or not compiles_actions(view):
        return
    module = view.module
    inline = [
        each
        for each in inline_directives(module)
        if not in_parentheses(each.directive) and each.holder not in ("instance", "constructor")
    ]
    if not inline:
        return
    found = way_to_client(view)
    if found is None:
        return
    why, related = found
    for each in inline:
        yield Finding(each.directive.span, f"{QUOTE} {why}{ADVICE}", related=related)


def way_to_client(view: FileView) -> tuple[str, tuple[Related, ...]] | None:
    """How a file gets into the browser's code, as a sentence: none needed for a ``'use client'`` file."""
    if view.module.is_client_file:
        return "", ()
    if "app-client" not in known_layers(view):
        return None
    way = chain(view.project, view.path, lambda path: is_client_file(view.project, path), "app-client")
    if len(way) < 2:
        return None
    why = f"This file is part of the browser's code, because {way[0]} imports it. "
    if len(way) > 2:
        why = f"This file is part of the browser's code: {' → '.join(way)}. "
    return why, (Related(way[0], NOWHERE, f"A Client Component: it brings {way[1]} to the browser."),)


def is_client_file(project: Snapshot, path: str) -> bool:
    surface = project.surface(path)
    return surface is not None and surface.directive == "use client"


RULE = Rule(
    code="inline-action-in-client-file",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/directives/use-server#using-server-functions-in-a-client-component",
)
