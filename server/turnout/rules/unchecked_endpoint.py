"""A route handler or API route changes something, and nothing in it checks who calls.

Everybody who knows the URL can send the request: no page, layout or form stands in front of it. Ask for the session,
an API key or a signature first, and answer 401 when it is missing.

Turnout follows calls into helpers and other files, looks into wrappers, and knows handlers that libraries make.
Webhooks, jobs, sign-in and public forms are left alone. It is only a hint when middleware may stand in between, or
when the app knows no users at all.

## Bad

```ts app/api/tasks/route.ts
import { db } from '../../../lib/db';

export async function POST(request: Request) {
  const { title } = await request.json();
  const task = await db.task.create({ data: { title } });
  return Response.json(task.id, { status: 201 });
}
```

## Good

```ts app/api/tasks/route.ts
import { auth } from '../../../auth';
import { db } from '../../../lib/db';

export async function POST(request: Request) {
  const session = await auth();
  if (!session) return Response.json({ error: 'Not signed in' }, { status: 401 });
  const { title } = await request.json();
  const task = await db.task.create({ data: { title, ownerId: session.user.id } });
  return Response.json(task.id, { status: 201 });
}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.project.entries import Entry
from turnout.project.gate import may_guard
from turnout.rules.check_stub import ANSWER, check_stub
from turnout.rules.rule import FileView, Finding, Related, Rule
from turnout.rules.strangers import Open, open_write
from turnout.settings import Severity
from turnout.verdicts import cron, library_handler, oauth, token, webhook
from turnout.verdicts.view import EntryView

MUTATING = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_OWN_PROOF = (library_handler.signal, webhook.signal, cron.signal, oauth.signal, token.signal)
"""Signals of callers that prove themselves in another way, or whose library asks."""


def check(view: FileView) -> Iterator[Finding]:
    if view.role not in ("route-handler", "api-route"):
        return
    for found in open_endpoints(view):
        middleware = may_guard(view.project, view.app, found.entry.url)
        severity: Severity = "hint" if middleware else found.severity
        more = " Only the middleware may stand in between, which a changed matcher undoes." if middleware else ""
        fix = None
        if view.role == "route-handler" and found.view.module is view.module and not found.view.wrappers:
            fix = check_stub(view, found.view.function, ANSWER)
        yield Finding(
            found.entry.span,
            f"Nothing in {found.entry.name} checks who calls, and it changes something ({found.write.text}). "
            f"Anybody can send "
            f"this request: ask for the session first, and answer 401 when there is none.{more}",
            (fix,) if fix is not None else (),
            (Related(found.write.path, found.write.effect.span, f"Changes something: {found.write.effect.what}."),),
            severity=severity,
        )


def open_endpoints(view: FileView) -> Iterator[Open]:
    """The mutating endpoints of a file that anybody may call, each function once."""
    seen: set[int] = set()
    for entry in view.project.entries(view.path):
        if entry.kind == "server-action" or not mutates(entry):
            continue
        found = open_write(view, entry)
        if found is None or id(found.view.function) in seen or proves_itself(found.view):
            continue
        seen.add(id(found.view.function))
        yield found


def proves_itself(about: EntryView) -> bool:
    """Whether the callers are others than people in browsers, or a library answers."""
    return any(True for signal in _OWN_PROOF for _ in signal(about))


def mutates(entry: Entry) -> bool:
    """Whether an endpoint answers a method that changes something, as far as it says."""
    if entry.kind == "api-route":
        return (
            not entry.methods
            or bool(MUTATING & set(entry.methods))
            or not re.match(r"GET|HEAD", " ".join(entry.methods))
        )
    return entry.symbol in MUTATING


RULE = Rule(
    code="unchecked-endpoint",
    severity="warning",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/guides/authentication#route-handlers",
    needs_index=True,
)
