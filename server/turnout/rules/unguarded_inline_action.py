"""An inline Server Action relies on the check of its page.

A page that asks for the session protects what it shows. The action inside of it is an endpoint of its own: whoever has
its id can call it without ever seeing the page, and nothing in it asks who calls. Check inside of the action too.

## Bad

```tsx app/admin/page.tsx
import { auth } from '../../auth';
import { db } from '../../lib/db';

export default async function Page() {
  const session = await auth();
  if (!session) return null;

  async function clear() {
    'use server';
    await db.task.deleteMany();
  }
  return <form action={clear} />;
}
```

## Good

```tsx app/admin/page.tsx
import { auth } from '../../auth';
import { db } from '../../lib/db';

export default async function Page() {
  const session = await auth();
  if (!session) return null;

  async function clear() {
    'use server';
    const caller = await auth();
    if (!caller) throw new Error('Unauthorized');
    await db.task.deleteMany();
  }
  return <form action={clear} />;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.rules.check_stub import check_stub
from turnout.rules.rule import FileView, Finding, Rule
from turnout.rules.unchecked_action import open_actions, page_around, related_write


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"use server") or view.role == "test":
        return
    for found in open_actions(view):
        if page_around(view, found) is None:
            continue
        name = f"`{found.entry.symbol}`" if found.entry.symbol and "#" not in found.entry.symbol else "This action"
        fix = check_stub(view, found.view.function)
        yield Finding(
            found.entry.span,
            f"{name} does not check who calls; the check of the page around it runs when the page is shown, not when "
            f"the action "
            f"is called. It changes something ({found.write.text}): ask for the session inside of it.",
            (fix,) if fix is not None else (),
            related_write(view, found),
            severity="warning" if found.is_strong else "hint",
        )


RULE = Rule(
    code="unguarded-inline-action",
    severity="warning",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/guides/data-security#authentication-and-authorization",
    needs_index=True,
)
