"""Data read through a Server Action, in an effect or a query function.

The read is a POST that nothing caches, and it waits until the other actions of the page are done: React dispatches
actions one after another for each user. In a query function that also breaks the library's parallel requests and
prefetching.

## Bad

```ts app/actions.ts
'use server';

import { db } from '@/lib/db';

export async function getTasks() {
  return db.task.findMany();
}
```

```tsx app/page.tsx
'use client';

import { useEffect, useState } from 'react';
import { getTasks } from './actions';

export default function Page() {
  const [tasks, setTasks] = useState<unknown[]>([]);
  useEffect(() => {
    getTasks().then(setTasks);
  }, []);
  return <p>{tasks.length}</p>;
}
```

## Good

```tsx app/page.tsx
import { db } from '@/lib/db';

export default async function Page() {
  const tasks = await db.task.findMany();
  return <p>{tasks.length}</p>;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model.uses import Use
from turnout.project.entries import Entry
from turnout.rules.rule import FileView, Finding, Related, Rule
from turnout.verdicts import verdict_of
from turnout.verdicts.client_reads import only_reads
from turnout.verdicts.view import view_of

_QUERIES = frozenset({"queryFn", "fetcher", "useSWR", "useSWRImmutable", "useSWRInfinite", "useQuery"})


def check(view: FileView) -> Iterator[Finding]:
    surface = view.project.surface(view.path)
    if surface is None or surface.directive == "use server" or view.role == "test":
        return
    for use in surface.uses:
        named = use.member if use.imported == "*" and use.member else use.imported
        entry = view.project.entry_of(view.path, use.source, named) if _when(use) else None
        if entry is None or not is_read_through(view, use, entry):
            continue
        message = (
            f"{entry.name} is a Server Action that only reads, and {_when(use)} calls it: each read is a POST that "
            "nothing caches and that waits for the page's other actions. Read it in a Server Component, or by GET from "
            "a route handler."
        )
        yield Finding(use.span, message, related=(Related(entry.path, entry.span, f"{entry.name} only reads."),))


def is_read_through(view: FileView, use: Use, entry: Entry) -> bool:
    """Whether a use reads by an action that should be something else for it."""
    return (
        bool(_when(use))
        and only_reads(view_of(view.project, entry))
        and verdict_of(view.project, entry).answer == "http-endpoint"
    )


def _when(use: Use) -> str:
    if use.phase == "query" or use.detail in _QUERIES:
        return "a query function"
    return "an effect" if use.phase == "effect" and use.how == "call" else ""


RULE = Rule(
    code="read-through-action",
    severity="information",
    category="choice",
    check=check,
    docs="https://nextjs.org/docs/app/getting-started/fetching-data",
    needs_index=True,
)
