"""What the caller sends goes into the database as a whole, without a look.

Callers can send more and other fields than the form has: `role: 'admin'`, an owner, a price. TypeScript's types and
`as` say nothing at run time. Parse with a schema first, or take the fields that are meant one by one.

## Bad

```ts app/actions.ts
'use server';

import { auth } from '../auth';
import { db } from '../lib/db';

export async function addTask(form: FormData) {
  const session = await auth();
  if (!session) throw new Error('Unauthorized');
  await db.task.create({ data: Object.fromEntries(form) });
}
```

## Good

```ts app/actions.ts
'use server';

import { z } from 'zod';
import { auth } from '../auth';
import { db } from '../lib/db';

const Task = z.object({ title: z.string().min(1) });

export async function addTask(form: FormData) {
  const session = await auth();
  if (!session) throw new Error('Unauthorized');
  const { title } = Task.parse(Object.fromEntries(form));
  await db.task.create({ data: { title, ownerId: session.user.id } });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.effects import effects_in
from turnout.model.inputs import Input
from turnout.rules.receivers import Received, reached
from turnout.rules.rule import FileView, Finding, Rule
from turnout.rules.schema_stub import schema_stub
from turnout.settings import Severity
from turnout.text.span import Span

_DATA = ("data", "create", "update", "$set")
_WHOLE = {
    "body": "the whole body",
    "form": "the whole form",
    "argument": "the whole argument",
    "query": "the whole query",
}


def check(view: FileView) -> Iterator[Finding]:
    for each in reached(view):
        writes = {
            effect.span for effect in effects_in(each.module, each.function).effects if effect.kind == "database-write"
        }
        told: set[int] = set()
        for code in c.walk(each.function):
            if not isinstance(code, c.Call) or not _is_write(code, writes):
                continue
            for place, found in _wholes(each, code):
                if id(place) not in told and not _is_looked_at(each, place):
                    told.add(id(place))
                    yield _finding(view, each, place, found)


def _finding(view: FileView, each: Received, place: c.Expression, found: Input) -> Finding:
    words = _WHOLE.get(found.source, "what the caller sends")
    severity: Severity = "hint" if found.source == "argument" and not found.is_cast else "warning"
    types = "The type says nothing at run time: " if found.source == "argument" or found.is_cast else ""
    fix = schema_stub(view, each.function, place) if each.module.path == view.path else None
    return Finding(
        each.place(place),
        f"This puts {words} into the database without validation. {types}{'c' if types else 'C'}allers can set any "
        f"field, such as "
        "a role or an owner. Parse it with a schema, or take the fields one by one.",
        fixes=(fix,) if fix is not None else (),
        related=each.related(place, "It is written here."),
        severity=severity,
    )


def _is_write(call: c.Call, writes: set[Span]) -> bool:
    return call.span in writes or (
        c.last_name(call.callee) in ("values", "set")
        and any(isinstance(below, c.Call) and below.span in writes for below in c.walk(call.callee))
    )


def _wholes(each: Received, call: c.Call) -> Iterator[tuple[c.Expression, Input]]:
    name = c.last_name(call.callee)
    for argument in call.arguments:
        bare = c.bare(argument) if not isinstance(argument, c.Spread) else argument
        if isinstance(bare, c.Object):
            parts = [bare.get(key) for key in _DATA]
            inner = [part for part in parts if part is not None]
            if name in ("values", "set", "insert", "insertOne", "insertInto") or (
                not inner and "where" not in _keys(bare)
            ):
                inner = [bare]
            for part in inner:
                yield from _in_data(each, part)
        elif not isinstance(bare, c.Spread) and name not in ("delete", "eq", "where", "findByIdAndDelete", "update"):
            yield from _in_data(each, bare)


def _keys(table: c.Object) -> set[str | None]:
    return {member.key for member in table.members if isinstance(member, c.Property)}


def _in_data(each: Received, value: c.Expression) -> Iterator[tuple[c.Expression, Input]]:
    bare = c.bare(value)
    if isinstance(bare, c.Object):
        for member in bare.members:
            if isinstance(member, c.Spread):
                yield from _whole(each, member.value)
        return
    yield from _whole(each, value)


def _whole(each: Received, value: c.Expression) -> Iterator[tuple[c.Expression, Input]]:
    found = each.receiver.input_of(value)
    if found is None or found.is_checked or found.source not in _WHOLE or found.path not in ((), ("...",)):
        return
    if found.source == "argument" and not _is_object(each, value):
        return
    yield value, found


def _is_object(each: Received, value: c.Expression) -> bool:
    """Whether an action's argument surely is an object of several fields: ``data: TaskInput``, not ``id: string``."""
    bare = c.bare(value)
    if isinstance(bare, c.Call):
        return True
    if not isinstance(bare, c.Name):
        return False
    binding = each.module.scopes.binding(bare)
    if binding is None or binding.kind != "parameter":
        return True
    if each.by is not None:
        given = each.given(bare)
        return given is not None and _is_object(each.by, given)
    parameter = each.function.parameters[binding.index]
    if parameter.type is None:
        return False
    text = each.module.source.text(parameter.type.span)
    return (
        not text.lstrip(": ").startswith(("string", "number", "boolean", "Date", "bigint", "unknown", "z.infer"))
        and "[]" not in text
    )


def _is_looked_at(each: Received, place: c.Expression) -> bool:
    """Whether the value, or one with its name, is given to something that validates before."""
    given = each.given(place)
    if each.by is not None and given is not None and _is_looked_at(each.by, given):
        return True
    names = {code.name for code in c.walk(place) if isinstance(code, c.Name)}
    for code in c.walk(each.function):
        if isinstance(code, c.Call) and code.span.end <= place.span.start:
            called = c.last_name(code.callee).lower()
            if any(
                word in called for word in ("valid", "parse", "assert", "check", "sanitize", "schema", "pick", "allow")
            ):
                if called == "parse" and "JSON" in each.module.source.text(code.callee.span):
                    continue
                if any(
                    isinstance(part, c.Name) and part.name in names
                    for argument in code.arguments
                    for part in c.walk(argument)
                ):
                    return True
    return False


RULE = Rule(
    code="unvalidated-input",
    severity="warning",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/guides/data-security#validating-client-input",
    needs_index=True,
)
