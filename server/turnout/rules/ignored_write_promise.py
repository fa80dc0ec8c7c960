"""A change is started, and nobody waits for it.

A handler's answer ends the request. A serverless platform then stops the function, and what was only started may never
be done; when it fails, nobody hears of it, and an unhandled rejection can end the process. Prisma, drizzle, knex and
Supabase go further: their queries are sent when they are awaited, and never before. Await it, or give it to `after()`.

Work that is dropped on purpose (`void`, `.catch(…)`, `after()`, `waitUntil()`) is left alone.

## Bad

```ts app/api/tasks/route.ts
import { auth } from '../../../auth';
import { db } from '../../../lib/db';

export async function DELETE() {
  const session = await auth();
  if (!session) return new Response(null, { status: 401 });
  db.task.deleteMany({ where: { ownerId: session.user.id } });
  return new Response(null, { status: 204 });
}
```

## Good

```ts app/api/tasks/route.ts
import { auth } from '../../../auth';
import { db } from '../../../lib/db';

export async function DELETE() {
  const session = await auth();
  if (!session) return new Response(null, { status: 401 });
  await db.task.deleteMany({ where: { ownerId: session.user.id } });
  return new Response(null, { status: 204 });
}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.callees import callee_of
from turnout.model.effects import Effect, effects_in
from turnout.project.effects import Traced, function_behind, trace
from turnout.rules.edits import insert, made_async
from turnout.rules.receivers import Received, received
from turnout.rules.rule import FileView, Finding, Fix, Related, Rule
from turnout.text.edits import Edit
from turnout.text.span import Span

_KINDS = ("database-write", "mail", "payment", "storage-write")
_AT_ONCE = re.compile(
    r"^(?:run|all|get|exec|prepare|write|writeSync|persist|push|then|catch|finally|set|queue|schedule|enqueue"
    r"|getSignedUrl\w*)$"
)
"""Ends of chains that are done at once (better-sqlite3, Firestore's batches), or that take care of the promise."""
_COLLECTS = re.compile(r"batch|bulk|writer|transaction|pipeline|multi|^tx$|^trx$|^em$", re.IGNORECASE)
"""What collects changes, to make them later in one go."""
_LAZY = (
    (re.compile(rb"PrismaClient"), "Prisma"),
    (re.compile(rb"drizzle\("), "drizzle"),
    (re.compile(rb"\bknex\("), "knex"),
)
"""Clients whose queries are sent when they are awaited."""


def check(view: FileView) -> Iterator[Finding]:
    for each in received(view):
        for code in c.walk(each.function):
            if not isinstance(code, c.ExpressionStatement) or not isinstance(code.expression, c.Call):
                continue
            if view.module.function_around(code) is not each.function:
                continue
            call = code.expression
            yield from _dropped_query(view, each, call)
            yield from _dropped_call(view, each, call)
            yield from _dropped_callbacks(view, each, call)


def _dropped_query(view: FileView, each: Received, call: c.Call) -> Iterator[Finding]:
    """``db.task.create({ … });``"""
    if _AT_ONCE.match(c.last_name(call.callee)):
        return
    effect = next((effect for effect in effects_in(view.module, each.function).effects if _is_of(effect, call)), None)
    if effect is None or _COLLECTS.search(effect.what.partition(".")[0]):
        return
    library = _lazy(view, call)
    if library is not None:
        message = (
            f"{library} sends a query only when it is awaited: `{effect.what}` is never done. Await it, or give it to "
            "`after()`."
        )
    else:
        message = (
            f"Nobody waits for `{effect.what}`: after the answer the platform may stop the function before it is "
            "done, and when it fails nobody hears of it. Await it, or give it to `after()`."
        )
    yield Finding(call.span, message, _awaited(each, call), severity="error" if library is not None else None)


def _is_of(effect: Effect, call: c.Call) -> bool:
    """Whether the change is what the chain itself does, and not one in its arguments."""
    return effect.kind in _KINDS and effect.span.start == call.span.start and effect.span.end <= call.span.end


def _lazy(view: FileView, call: c.Call) -> str | None:
    """The library of a query, by the file that its client comes from."""
    callee = callee_of(view.module, call.callee)
    root: c.Code = call
    while isinstance(root, (c.Call, c.Member)):
        root = root.callee if isinstance(root, c.Call) else root.object
    source = callee.source if callee is not None else None
    if source is None and isinstance(root, c.Name) and root.name in view.module.import_of:
        source = view.module.import_of[root.name].source.value
    path = view.project.resolve(view.path, source) if source else None
    text = view.project.source(path) if path is not None else None
    if text is None:
        return None
    return next((name for pattern, name in _LAZY if pattern.search(text.data)), None)


def _dropped_call(view: FileView, each: Received, call: c.Call) -> Iterator[Finding]:
    """``addTask(title);`` of a function that waits for its own write."""
    if not isinstance(call.callee, (c.Name, c.Member)):
        return
    write = _write_of(view, each, call)
    if write is None:
        return
    name = each.module.source.text(call.callee.span)
    yield Finding(
        call.span,
        f"Nobody waits for `{name}`, which changes something ({write.effect.what}): after the answer the platform may "
        "stop the function before it is done, and when it fails nobody hears of it. Await it, or give it to `after()`.",
        _awaited(each, call),
        (Related(write.path, write.effect.span, f"Changes something: {write.effect.what}."),),
    )


def _write_of(view: FileView, each: Received, call: c.Call) -> Traced | None:
    """What an async function of the project changes that is called; none when it is given the answer to send."""
    callee = callee_of(each.module, call.callee)
    behind = function_behind(view.project, each.module, callee) if callee is not None else None
    if behind is None or not behind[1].is_async or any(_is_response(each, argument) for argument in call.arguments):
        return None
    return next(iter(trace(view.project, behind[0], (behind[1],)).of("database-write", "payment")), None)


def _is_response(each: Received, argument: c.Expression | c.Spread) -> bool:
    return (
        each.receiver.side == "api-route"
        and isinstance(argument, c.Name)
        and (binding := each.module.scopes.binding(argument)) is not None
        and binding.kind == "parameter"
        and binding.index == 1
    )


def _dropped_callbacks(view: FileView, each: Received, call: c.Call) -> Iterator[Finding]:
    """``ids.forEach(async (id) => { await … })``"""
    match call:
        case c.Call(callee=c.Member(name="forEach") as callee, arguments=(c.Function(is_async=True) as function,)):
            pass
        case _:
            return
    write = next(iter(trace(view.project, each.module, (function,)).of(*_KINDS)), None)
    if write is None:
        return
    asynced = made_async(each.module, each.function)
    edits = (
        insert(call.span.start, "await Promise.all("),
        Edit(Span(callee.span.end - len("forEach"), callee.span.end), "map"),
        insert(call.span.end, ")"),
    )
    fix = Fix("Wait for all of them", (*(asynced or ()), *edits), is_preferred=True)
    yield Finding(
        callee.span,
        f"`forEach` does not wait for what its callbacks change ({write.text}): the answer is sent before, and the "
        "platform may stop the function. Await `Promise.all(….map(…))`.",
        (fix,) if asynced is not None else (),
    )


def _awaited(each: Received, call: c.Call) -> tuple[Fix, ...]:
    asynced = made_async(each.module, each.function)
    if asynced is None:
        return ()
    return (Fix("Await it", (*asynced, insert(call.span.start, "await ")), is_preferred=True),)


RULE = Rule(
    code="ignored-write-promise",
    severity="warning",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/functions/after",
    needs_index=True,
)
