"""Several calls of Server Actions started together, which run one after another.

React dispatches the actions of a page one at a time: `Promise.all` over actions takes as long as all of them in a row,
and navigation waits too. One action that does all the work, or requests to a route handler, run together.

## Bad

```ts app/actions.ts
'use server';

import { db } from '@/lib/db';

export async function archive(id: string) {
  await db.task.update({ where: { id }, data: { archived: true } });
}
```

```tsx app/page.tsx
'use client';

import { archive } from './actions';

export default function Page() {
  const ids = ['1', '2', '3'];
  return <button onClick={() => Promise.all(ids.map((id) => archive(id)))}>Archive</button>;
}
```

## Good

```ts app/actions.ts
'use server';

import { db } from '@/lib/db';

export async function archiveAll(ids: string[]) {
  await Promise.all(ids.map((id) => db.task.update({ where: { id }, data: { archived: true } })));
}
```

```tsx app/page.tsx
'use client';

import { archiveAll } from './actions';

export default function Page() {
  return <button onClick={() => archiveAll(['1', '2', '3'])}>Archive</button>;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.rules.read_through_action import is_read_through
from turnout.rules.rule import FileView, Finding, Rule


def check(view: FileView) -> Iterator[Finding]:
    surface = view.project.surface(view.path)
    if surface is None or not view.has(b"Promise.") or view.role == "test":
        return
    for use in surface.uses:
        if not use.in_parallel or use.how != "call":
            continue
        named = use.member if use.imported == "*" and use.member else use.imported
        entry = view.project.entry_of(view.path, use.source, named)
        if entry is None or is_read_through(view, use, entry):
            continue  # That it reads by an action is the greater thing: `read-through-action` says so.
        sides = {
            caller.side for caller in view.project.callers(entry) if (caller.path, caller.span) == (view.path, use.span)
        }
        if sides == {"client"}:
            message = (
                f"These calls of the Server Action {entry.symbol} run one after another, whatever Promise says: a page "
                "dispatches its actions one at a time. Do the work in one action, or ask a route handler."
            )
            yield Finding(use.span, message)


RULE = Rule(
    code="parallel-actions",
    severity="information",
    category="choice",
    check=check,
    docs="https://nextjs.org/docs/app/guides/server-actions",
    needs_index=True,
)
