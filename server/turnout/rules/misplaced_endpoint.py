"""An endpoint that only this app's own interface calls, to change something.

A Server Action does the same without an address of its own: it is called like a function, its types reach the caller,
Next.js compares Origin and Host, and its answer can bring the page's new data along. What others call, what is read by
GET, streamed, cached, linked or guarded by a token stays an endpoint. The light bulb converts it with its callers.

## Bad

```ts app/api/tasks/route.ts
import { db } from '@/lib/db';

export async function POST(request: Request) {
  const { title } = await request.json();
  await db.task.create({ data: { title } });
  return Response.json({ title });
}
```

```tsx app/page.tsx
'use client';

export default function Page() {
  async function add(title: string) {
    await fetch('/api/tasks', { method: 'POST', body: JSON.stringify({ title }) });
  }
  return <button onClick={() => add('Milk')}>Add</button>;
}
```

## Good

```ts app/actions.ts
'use server';

import { db } from '@/lib/db';

export async function add(title: string) {
  await db.task.create({ data: { title } });
}
```

```tsx app/page.tsx
'use client';

import { add } from './actions';

export default function Page() {
  return <button onClick={() => add('Milk')}>Add</button>;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.rules.choice import severity_of, told, verdicts
from turnout.rules.rule import FileView, Finding, Rule


def check(view: FileView) -> Iterator[Finding]:
    if view.role not in ("route-handler", "api-route"):
        return
    for verdict in verdicts(view):
        if verdict.entry.kind == "server-action" or verdict.answer != "server-action":
            continue
        yield Finding(verdict.entry.span, told(verdict), severity=severity_of(verdict))


RULE = Rule(
    code="misplaced-endpoint",
    severity="information",
    category="choice",
    check=check,
    docs="https://nextjs.org/docs/app/getting-started/mutating-data",
    needs_index=True,
)
