"""A Server Action that nothing calls.

It stays reachable all the same: when client code imports its file, anyone can POST to it with any arguments. An action
that nobody needs is a way in that nobody watches.

## Bad

```ts app/actions.ts
'use server';

import { db } from '@/lib/db';

export async function add(title: string) {
  await db.task.create({ data: { title } });
}

export async function removeAll() {
  await db.task.deleteMany({});
}
```

```tsx app/page.tsx
'use client';

import { add } from './actions';

export default function Page() {
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

from turnout.model import code as c
from turnout.rules.choice import told, verdicts
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.text.edits import Edit
from turnout.text.span import Span
from turnout.verdicts import Verdict


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"use server") or view.role == "test":
        return
    for verdict in verdicts(view):
        if verdict.entry.kind != "server-action" or verdict.answer != "unused":
            continue
        message = f"{told(verdict)} Anyone can POST to it all the same, once client code imports its file."
        yield Finding(verdict.entry.span, message, tuple(_fixes(view, verdict)), is_unnecessary=True)


def _fixes(view: FileView, verdict: Verdict) -> Iterator[Fix]:
    export = view.module.export(verdict.entry.symbol)
    if verdict.entry.is_inline or export is None or not isinstance(export.statement, c.ExportDeclaration):
        return
    match export.statement.declaration:
        case c.FunctionDeclaration():
            pass
        case c.Declare(declarators=(_,)):
            pass
        case _:
            return
    binding = view.module.scopes.top.names.get(verdict.entry.symbol)
    if binding is None or binding.references:
        return
    lines, statement = view.source.lines, export.statement.span
    start = _with_comments(view, lines.line_span(lines.line_of(statement.start)).start)
    last = lines.line_of(statement.end)
    end = len(view.source.data)
    if last + 1 < lines.line_count:
        after = last + 1
        if after + 1 < lines.line_count and not view.source.text(lines.line_span(after)).strip():
            after += 1
        end = lines.line_span(after).start
    yield Fix(f"Remove {verdict.entry.symbol}", (Edit(Span(start, end), ""),))


def _with_comments(view: FileView, start: int) -> int:
    """Where the comments begin that stand directly above a line."""
    lines = view.source.lines
    for comment in sorted(view.module.comments, key=lambda each: -each.span.start):
        above = lines.line_span(lines.line_of(comment.span.start))
        is_alone = not view.source.text(Span(above.start, comment.span.start)).strip()
        if is_alone and comment.span.end <= start and lines.line_of(comment.span.end) + 1 == lines.line_of(start):
            start = above.start
    return start


RULE = Rule(
    code="unused-action",
    severity="hint",
    category="choice",
    check=check,
    docs="https://nextjs.org/docs/app/guides/data-security",
    needs_index=True,
)
