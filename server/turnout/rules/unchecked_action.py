"""A Server Action changes something, and nothing in it checks who calls.

Every Server Action can be called by anybody who sends the right POST request: a check on the page that shows the form
does not protect it, nor does a layout. Ask for the session inside of the action, and stop when there is none.

Turnout follows calls into helpers and other files, knows the usual libraries and looks into wrappers; your own
functions that check can be named in the setting `turnout.authFunctions`. Actions that strangers are meant to call
(signing in, newsletters, contact forms) are left alone. It is only a hint when the proof is thin: the app knows no
users, only the server calls, or middleware may stand in between.

## Bad

```ts app/tasks/actions.ts
'use server';

import { db } from '../../lib/db';

export async function deleteTask(id: string) {
  await db.task.delete({ where: { id } });
}
```

## Good

```ts app/tasks/actions.ts
'use server';

import { auth } from '../../auth';
import { db } from '../../lib/db';

export async function deleteTask(id: string) {
  const session = await auth();
  if (!session) throw new Error('Unauthorized');
  await db.task.delete({ where: { id, ownerId: session.user.id } });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.project.auth import guard_in
from turnout.project.entries import Entry
from turnout.project.gate import may_guard
from turnout.rules.check_stub import check_stub
from turnout.rules.rule import FileView, Finding, Related, Rule
from turnout.rules.strangers import Open, called_by, open_write
from turnout.settings import Severity


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"use server") or view.role == "test":
        return
    for found in open_actions(view):
        if page_around(view, found) is None:
            yield _finding(view, found)


def open_actions(view: FileView) -> Iterator[Open]:
    """The actions of a file that anybody may call to change something."""
    for entry in view.project.entries(view.path):
        if entry.kind != "server-action" or _is_told_elsewhere(view, entry):
            continue
        found = open_write(view, entry)
        if found is not None:
            yield found


def page_around(view: FileView, found: Open) -> c.Function | None:
    """The function around an inline action that does check who calls, though the action doesn't."""
    if not found.entry.is_inline or found.view.function is None:
        return None
    around = view.module.function_around(found.view.function)
    if around is None or guard_in(view.project, view.module, around).standing != "checked":
        return None
    return around


def _is_told_elsewhere(view: FileView, entry: Entry) -> bool:
    """A re-export of an action that is one already where it stands."""
    if entry.origin is None:
        return False
    surface = view.project.surface(entry.origin[0])
    return surface is not None and surface.directive == "use server"


def severity_of(view: FileView, found: Open) -> Severity:
    """How sure the proof is that strangers get in."""
    if (
        found.severity == "warning"
        and called_by(found.view) == "client"
        and not may_guard(view.project, view.app, None)
    ):
        return "warning"
    return "hint"


def _finding(view: FileView, found: Open) -> Finding:
    name = f"`{found.entry.symbol}`" if found.entry.symbol and "#" not in found.entry.symbol else "this Server Action"
    fix = check_stub(view, found.view.function) if found.view.module is view.module else None
    return Finding(
        found.entry.span,
        f"Nothing in {name} checks who calls, and it changes something ({found.write.text}). Anybody can call a "
        f"Server Action "
        "with a POST request: ask for the session first, and stop when there is none.",
        (fix,) if fix is not None else (),
        related_write(view, found),
        severity=severity_of(view, found),
    )


def related_write(view: FileView, found: Open) -> tuple[Related, ...]:
    """Where the change is made."""
    return (Related(found.write.path, found.write.effect.span, f"Changes something: {found.write.effect.what}."),)


RULE = Rule(
    code="unchecked-action",
    severity="warning",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/guides/data-security#authentication-and-authorization",
    needs_index=True,
)
