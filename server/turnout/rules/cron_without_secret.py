"""A scheduled job can be started by everybody.

The scheduler calls a plain URL, and so can others, as often as they like. Vercel sends `Authorization: Bearer
$CRON_SECRET` when that variable is set: compare it, and answer 401 otherwise.

## Bad

```ts app/api/cron/clean/route.ts
import { db } from '../../../../lib/db';

export async function GET() {
  await db.task.deleteMany({ where: { done: true } });
  return new Response();
}
```

## Good

```ts app/api/cron/clean/route.ts
import { db } from '../../../../lib/db';

export async function GET(request: Request) {
  if (request.headers.get('authorization') !== `Bearer ${process.env.CRON_SECRET}`) {
    return new Response('Unauthorized', { status: 401 });
  }
  await db.task.deleteMany({ where: { done: true } });
  return new Response();
}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.model import code as c
from turnout.project.gate import may_guard
from turnout.rules.edits import first_line
from turnout.rules.receivers import received
from turnout.rules.rule import FileView, Finding, Fix, Related, Rule
from turnout.rules.strangers import STRONG, about_entry, asks_in_its_own_way
from turnout.verdicts import cron, library_handler
from turnout.verdicts.guard import guard_of

_PATH = re.compile(r"/(?:crons?|cron-?jobs?)(?:/|$)", re.IGNORECASE)


def check(view: FileView) -> Iterator[Finding]:
    if view.role not in ("route-handler", "api-route"):
        return
    seen: set[int] = set()
    for entry in view.project.entries(view.path):
        about = about_entry(view, entry)
        if (
            entry.kind == "server-action"
            or about.module is None
            or about.function is None
            or id(about.function) in seen
        ):
            continue
        is_job = _PATH.search(entry.url or "") or any("vercel.json" in each.text for each in cron.signal(about))
        if not is_job or any(True for _ in library_handler.signal(about)):
            continue
        writes = about.trace.of(*STRONG)
        if not writes or not guard_of(about).is_open or asks_in_its_own_way(about.module, about.function):
            continue
        seen.add(id(about.function))
        fix = _fix(view, about.function)
        yield Finding(
            entry.span,
            f"{entry.name} is a scheduled job that everybody can start, as often as they like "
            f"({writes[0].text}). Compare the "
            "Authorization header with a secret first, and answer 401 otherwise.",
            (fix,) if fix is not None else (),
            (Related(writes[0].path, writes[0].effect.span, f"Changes something: {writes[0].effect.what}."),),
            severity="hint" if may_guard(view.project, view.app, entry.url) else "warning",
        )


def _fix(view: FileView, function: c.Function) -> Fix | None:
    """Only where the function stands here and has a name for its request."""
    if view.role != "route-handler" or not any(each.function is function for each in received(view)):
        return None
    parameter = function.parameters[0].pattern if function.parameters else None
    if not isinstance(parameter, c.Name) or not function.statements:
        return None
    text = (
        f"if ({parameter.name}.headers.get('authorization') !== `Bearer ${{process.env.CRON_SECRET}}`) "
        "return new Response('Unauthorized', { status: 401 })"
    )
    line = first_line(view.module, function, text)
    return Fix("Ask for CRON_SECRET", (line,)) if line is not None else None


RULE = Rule(
    code="cron-without-secret",
    severity="warning",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route",
    needs_index=True,
)
