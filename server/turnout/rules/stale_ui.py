"""A page goes on showing what a Server Action has changed.

An action changes rows that the page around it reads on the server, and nothing renders that page again: the action
neither calls `revalidatePath`, `updateTag` or `refresh` nor redirects, and who calls it does not call
`router.refresh()`. The user saves, and sees the old data until the next reload.

Turnout tells it only when it has seen both: the action's write and a read of the same table by a Server Component of a
page from which the action is called. It is silent as soon as the action, its wrappers or anything between it and the
page may refresh, navigate, or keep the data in the browser.

## Bad

```ts app/actions.ts
'use server';

import { auth } from '../auth';
import { db } from '../lib/db';

export async function addTask(form: FormData) {
  const session = await auth();
  if (!session) throw new Error('Unauthorized');
  await db.task.create({ data: { title: String(form.get('title')), ownerId: session.user.id } });
}
```

```tsx app/tasks/page.tsx
import { db } from '../../lib/db';
import { addTask } from '../actions';

export default async function Page() {
  const tasks = await db.task.findMany();
  return (
    <form action={addTask}>
      {tasks.map((task) => <p key={task.id}>{task.title}</p>)}
      <input name="title" />
    </form>
  );
}
```

## Good

```ts app/actions.ts
'use server';

import { revalidatePath } from 'next/cache';
import { auth } from '../auth';
import { db } from '../lib/db';

export async function addTask(form: FormData) {
  const session = await auth();
  if (!session) throw new Error('Unauthorized');
  await db.task.create({ data: { title: String(form.get('title')), ownerId: session.user.id } });
  revalidatePath('/tasks');
}
```

```tsx app/tasks/page.tsx
import { db } from '../../lib/db';
import { addTask } from '../actions';

export default async function Page() {
  const tasks = await db.task.findMany();
  return (
    <form action={addTask}>
      {tasks.map((task) => <p key={task.id}>{task.title}</p>)}
      <input name="title" />
    </form>
  );
}
```
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from turnout.model import code as c
from turnout.model.actions import inline_directives
from turnout.model.callees import returned_values
from turnout.model.module import Module
from turnout.model.tables import table_of
from turnout.project.effects import Trace, Traced, function_behind, trace
from turnout.project.snapshot import Snapshot
from turnout.rules.revalidation import revalidation
from turnout.rules.rule import FileView, Finding, Related, Rule
from turnout.rules.strangers import about_entry
from turnout.rules.unchecked_endpoint import mutates
from turnout.verdicts.view import EntryView

_RENDERS = ("revalidation", "redirect", "cookie-write", "session-write", "draft-mode")
"""What makes Next.js render the page again after an action, or leave it."""
_MAY_RENDER = re.compile(
    rb"refresh|revalidat|invalidat|[mM]utat|reload|refetch|setQueryData|updateTag|expireTag|expirePath|[sS]ubscri"
    rb"|[cC]hannel|setInterval|EventSource|WebSocket|[pP]usher|useSWR|useQuery|[oO]ptimistic|dispatch|useStore|zustand"
    rb"|jotai"
)
"""Words of files that may render again, or that keep the data themselves."""
_MAY_LEAVE = re.compile(rb"router\.(?:push|replace|back)|navigate|redirect|location\b|[sS]ignOut|\bon[A-Z]\w*\?*\.?\(")
"""Words of files that may lead elsewhere after the call, or tell somebody who may."""
_READS_ANSWER = re.compile(rb"\.(?:json|text)\(\)")
"""What a handler answers may be shown in place of what the page had."""
_KEEPS = re.compile(rb"\bset(?!Is|Pending|Loading|Open|Error|Message|Show|Submitting|Busy|Timeout|Cookie)[A-Z]\w*\(")
"""``setTasks(…)``: the data is held in the browser, too."""
_BOOKKEEPING = re.compile(
    r"log|view|visit|count|hit|stat|track|event|metric|cache|session|seen|audit|analytic|impression|usage|click|token"
    r"|verification|subscri|webhook|notif|job|queue|attempt",
    re.IGNORECASE,
)
_WHO = re.compile(r"auth|session|viewer|current|permi|member|guard|access|require", re.IGNORECASE)
"""Functions that read a user or a membership to know who calls: that isn't shown."""
_PLAIN_ANSWERS = frozenset({"ok", "success", "error", "errors", "message", "status", "problem", "fieldErrors", "done"})

MOST = 40
"""Files that are looked at on the way from an action to a page, and from a page down."""


@dataclass(frozen=True)
class Shown:
    """A page, and what it reads that was written."""

    page: str
    read: Traced


def check(view: FileView) -> Iterator[Finding]:
    if view.role == "test" or not view.project.is_complete:
        return
    if view.role != "route-handler" and not view.has(b"use server"):
        return
    for entry in view.project.entries(view.path):
        is_action = entry.kind == "server-action"
        if not (is_action or (entry.kind == "route-handler" and mutates(entry))) or entry.origin is not None:
            continue
        about = about_entry(view, entry)
        write = _certain_write(view, about)
        shown = _shown(view, about, write) if write is not None else None
        if write is None or shown is None:
            continue
        route = view.project.route(shown.page)
        url = route.pattern if route is not None else None
        fix = None
        if is_action and url and write.path == view.path:
            fix = revalidation(view.module, write.effect.span, url)
        name = f"`{entry.symbol}`" if "#" not in entry.symbol else "This action"
        advice = (
            "Call `revalidatePath`, `updateTag` or `refresh` after the change, or `router.refresh()` where the action "
            "is called."
            if is_action
            else "Call `router.refresh()` after the request."
        )
        yield Finding(
            entry.span,
            f"{name if is_action else entry.name} changes what {url or 'the page'} shows ({write.text}), and "
            f"nothing renders that page again: the user sees the old data. {advice}",
            (fix,) if fix is not None else (),
            (
                Related(write.path, write.effect.span, f"Changes it: {write.effect.what}."),
                Related(shown.read.path, shown.read.effect.span, f"Shows it: {shown.read.effect.what}."),
            ),
        )


def _certain_write(view: FileView, about: EntryView) -> Traced | None:
    """A change of rows that people look at, by an action of which everything was seen, and that renders nothing."""
    if about.function is None or about.module is None or _hides(about.trace) or about.seen(*_RENDERS):
        return None
    if about.is_action and any(not _is_plain(value) for value in returned_values(about.function)):
        return None
    for wrapper in about.wrappers:
        # A builder or a wrapper may do it for all of its functions.
        callee = wrapper.callee
        found = function_behind(view.project, about.module, callee) if callee is not None else None
        source = callee.source if callee is not None else None
        path = view.project.resolve(about.module.path, source) if source else None
        text = view.project.source(path) if path is not None else None
        if (found is None and text is None) or (text is not None and _MAY_RENDER.search(text.data)):
            return None
    writes = about.trace.of("database-write")
    return next((each for each in writes if not _BOOKKEEPING.search(each.effect.what)), None)


def _hides(does: Trace) -> bool:
    """Whether functions are called that nobody can look into; a query's own ``.where(…)`` is none."""
    return any(
        not any(each.path == hidden.path and hidden.span.contains(each.effect.span) for each in does.effects)
        for hidden in does.hidden
    )


def _is_plain(value: c.Expression) -> bool:
    """``{ error: '…' }``, ``true``: nothing that the caller could show in place of the rows."""
    match c.bare(value):
        case c.Object(members=members):
            return all(isinstance(member, c.Property) and member.key in _PLAIN_ANSWERS for member in members)
        case c.Constant() | c.String() | c.Template():
            return True
        case c.Name(name="undefined"):
            return True
        case _:
            return False


def _shown(view: FileView, about: EntryView, write: Traced) -> Shown | None:
    """A page that the action is called from and that shows what it writes, if nothing on the way may render it."""
    project = view.project
    module = project.module(write.path)
    table = table_of(module, write.effect.span) if module is not None else None
    if table is None:
        return None
    callers = [each for each in about.callers if each.side != "test" and each.how != "mention"]
    if not about.is_action and any(each.side != "client" or not each.is_sure for each in callers):
        return None
    if any(each.side == "server" and each.how in ("call", "argument", "reference") for each in callers):
        return None
    starts = {about.entry.path} if about.entry.is_inline else {each.path for each in callers}
    for start in sorted(starts):
        pages = _pages_around(project, start)
        source = project.source(start)
        if not about.is_action and (source is None or _READS_ANSWER.search(source.data)):
            return None
        if pages is None:
            return None
        for page in pages:
            read = _read_below(project, page, table)
            if read is not None:
                return Shown(page, read)
    return None


def _pages_around(project: Snapshot, start: str) -> list[str] | None:
    """The pages and layouts that show a file; None when something on the way may render them again."""
    pages: list[str] = []
    seen = {start}
    pending = deque([start])
    while pending:
        path = pending.popleft()
        source = project.source(path)
        if source is None or len(seen) > MOST or _MAY_RENDER.search(source.data) or _KEEPS.search(source.data):
            return None
        if path == start and _MAY_LEAVE.search(source.data):
            return None
        role = project.role(path)
        if role in ("page", "layout"):
            pages.append(path)
            continue
        if not project.layers(path) <= {"rsc", "app-client", "actions"}:
            return None
        for importer in sorted(project.importers(path)):
            if importer not in seen and project.role(importer) != "test":
                seen.add(importer)
                pending.append(importer)
    return pages


def _read_below(project: Snapshot, page: str, table: str) -> Traced | None:
    """Where a page or one of its Server Components reads a table."""
    seen = {page}
    pending = deque([page])
    while pending and len(seen) <= MOST:
        path = pending.popleft()
        module = project.module(path)
        surface = project.surface(path)
        if module is None or surface is None or surface.directive is not None:
            continue
        for read in _reads(project, module):
            where = project.module(read.path)
            if where is not None and table_of(where, read.effect.span) == table:
                return read
        for imported in surface.imports:
            target = project.resolve(path, imported.source) if not imported.type_only else None
            below = project.surface(target) if target is not None else None
            if target is None or target in seen or below is None or below.directive is not None:
                continue
            if target.endswith((".tsx", ".jsx", ".js")) and "rsc" in project.layers(target):
                seen.add(target)
                pending.append(target)
    return None


def _reads(project: Snapshot, module: Module) -> Iterator[Traced]:
    """What the components of a file read to show it: not what only its inline actions read, nor who calls."""
    shown = [each for each in module.functions if module.function_around(each) is None]
    inline = [each.function for each in inline_directives(module)]
    own = {(each.path, each.effect.span) for each in trace(project, module, inline).of("database-read")}
    for read in trace(project, module, shown).of("database-read"):
        surface = project.surface(read.path)
        is_action = surface is not None and surface.directive == "use server"
        if not is_action and (read.path, read.effect.span) not in own and not any(map(_WHO.search, read.via)):
            yield read


RULE = Rule(
    code="stale-ui",
    severity="information",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/getting-started/mutating-data#revalidate-data",
    needs_index=True,
)
