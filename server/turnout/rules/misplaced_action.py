"""A Server Action that only reads data for the browser.

An action is always a POST: nothing caches it, and the actions of a page run one after another, navigation included.
Data that a page shows from the start belongs into a Server Component; what the browser asks for later (search as you
type, infinite lists, polling) into a GET route handler, which runs in parallel and can be cached.

## Bad

```ts app/actions.ts
'use server';

import { db } from '@/lib/db';

export async function getTasks(page: number) {
  return db.task.findMany({ skip: page * 20, take: 20 });
}
```

```tsx app/tasks.tsx
'use client';

import { getTasks } from './actions';

export function More({ show }: { show: (tasks: unknown[]) => void }) {
  return <button onClick={async () => show(await getTasks(1))}>More</button>;
}
```

```tsx app/page.tsx
import { More } from './tasks';

export default function Page() {
  return <More show={console.log} />;
}
```

## Good

```ts app/api/tasks/route.ts
import { db } from '@/lib/db';

export async function GET(request: Request) {
  const page = Number(new URL(request.url).searchParams.get('page'));
  return Response.json(await db.task.findMany({ skip: page * 20, take: 20 }));
}
```

```tsx app/page.tsx
'use client';

import useSWR from 'swr';

export default function Page() {
  const { data } = useSWR('/api/tasks?page=1', (url: string) => fetch(url).then((response) => response.json()));
  return <p>{data?.length}</p>;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.rules.choice import severity_of, speaks, told, verdicts
from turnout.rules.rule import FileView, Finding, Rule


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"use server"):
        return
    for verdict in verdicts(view):
        if verdict.entry.kind != "server-action" or verdict.answer != "http-endpoint":
            continue
        if speaks(verdict, "pages-router", "app-support"):
            continue  # Rules of their own say so, and louder.
        message = told(verdict, ", or as data that a Server Component loads")
        yield Finding(verdict.entry.span, message, severity=severity_of(verdict))


RULE = Rule(
    code="misplaced-action",
    severity="information",
    category="choice",
    check=check,
    docs="https://nextjs.org/docs/app/getting-started/fetching-data",
    needs_index=True,
)
