"""An id from the caller alone decides which row is changed.

The caller is known, but may not be the owner: whoever is signed in can send any id. Put the owner into the condition
(`where: { id, ownerId: user.id }`), or read the row first and compare.

This is only a hint: roles, memberships and database policies that Turnout cannot see may make it right. It is silent
as soon as the function mentions an owner, a role or a permission anywhere.

## Bad

```ts app/actions.ts
'use server';

import { auth } from '../auth';
import { db } from '../lib/db';

export async function deleteTask(id: string) {
  const session = await auth();
  if (!session) throw new Error('Unauthorized');
  await db.task.delete({ where: { id } });
}
```

## Good

```ts app/actions.ts
'use server';

import { auth } from '../auth';
import { db } from '../lib/db';

export async function deleteTask(id: string) {
  const session = await auth();
  if (!session) throw new Error('Unauthorized');
  await db.task.delete({ where: { id, ownerId: session.user.id } });
}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.effects import effects_in
from turnout.model.handler import Wrapper
from turnout.model.module import Module
from turnout.project.auth import sounds_like_check
from turnout.rules.receivers import Received, reached
from turnout.rules.rule import FileView, Finding, Rule
from turnout.rules.strangers import is_for_everybody, is_guarded_by_database
from turnout.verdicts.guard import guard_of

_OWNER = re.compile(
    r"(?:user|owner|author|creator|account|org|organization|organisation|team|workspace|tenant|company|customer"
    r"|member|group|client"
    r"|profile|created_?by|project|store|school|household)_?(?:id|ids|by|slug|key|email)?$|^email$|admin|role|permi"
    r"|can[A-Z]|allowed|owner|access"
    r"|polic|abilit|scope|staff|moderat|superuser|authoriz|enforce|tenant",
    re.IGNORECASE,
)
_SESSION = re.compile(
    r"^(?:auth|getServerSession|getSession|currentUser|getCurrentUser|getUser|requireUser|requireAuth|verifySession"
    r"|getAuthUser"
    r"|requireSession|getAuthSession|getServerAuthSession|validateRequest|getCurrentSession)(?:\(\))?$"
)
_WHO = re.compile(
    r"^(?:with|require|ensure)?_?(?:auth|session|protected|private|signedIn|loggedIn)(?:[A-Z]\w*|ed\w*|entic\w*)?$"
    r"|^with(?:Current|Logged\w*)?User$|^(?:user|protected|private|secure)\w*(?:Action|Client|Procedure|Route|Handler)\w*$",
    re.IGNORECASE,
)
"""Wrappers and builders whose name says no more than that somebody is signed in."""
_MORE = re.compile(r"admin|role|permi|owner|org|team|workspace|access|tenant|member|project|staff|scope", re.IGNORECASE)
_IDS = re.compile(r"(?:^|_)id$|Id$|^slug$|^uuid$|^key$")
_NEUTRAL = frozenset(
    {
        "revalidatePath",
        "revalidateTag",
        "redirect",
        "Error",
        "json",
        "log",
        "error",
        "get",
        "Number",
        "String",
        "parseInt",
    }
)


def check(view: FileView) -> Iterator[Finding]:
    for each in reached(view):
        if is_for_everybody(each.entry) or "admin" in view.path.lower():
            continue
        guard = guard_of(each.about)
        if guard.standing != "checked" or not _SESSION.match(guard.what.rpartition(".")[2]):
            continue
        if not all(_asks_no_more(wrapper) for wrapper in each.about.wrappers):
            continue
        for call, key, value in _writes(view, each):
            if not _mentions_owner(each, call):
                text = each.module.source.text(call.span)
                here = call.span if "\n" not in text else call.callee.span
                yield Finding(
                    here if each.place(value) == value.span else each.place(value),
                    f"Only `{key}`, which the caller sends, decides what is changed: whoever is signed in can change "
                    f"what belongs to others. Put the owner into the condition too, or compare before.",
                    related=each.related(call, "It is changed here."),
                )


def _asks_no_more(wrapper: Wrapper) -> bool:
    """``withAuth(fn)``, ``authAction.schema(s).action(fn)``: they know who calls, and nothing of what is asked for."""
    steps = wrapper.name.replace("()", "").split(".")
    return bool(_WHO.search(steps[0])) and not _MORE.search(steps[0]) and "use" not in steps


def _writes(view: FileView, each: Received) -> Iterator[tuple[c.Call, str, c.Expression]]:
    module = each.module
    writes = {effect.span for effect in effects_in(module, each.function).effects if effect.kind == "database-write"}
    for code in c.walk(each.function):
        if not isinstance(code, c.Call) or code.span not in writes:
            continue
        for condition in _conditions(module.ancestors(code), code):
            only = _only_id(each, condition)
            if only is not None and not any(
                is_guarded_by_database(view, module, seen)
                for seen in each.about.trace.writes
                if seen.effect.span == code.span and seen.path == module.path
            ):
                yield code, *only


def _conditions(ancestors: Iterator[c.Code], call: c.Call) -> Iterator[c.Expression]:
    """``{ where: { id } }``, ``.where(eq(tasks.id, id))``, ``findByIdAndDelete(id)``, ``deleteOne({ _id: id })``"""
    name = c.last_name(call.callee)
    first = call.arguments[0] if call.arguments else None
    if isinstance(first, c.Object) and (where := first.get("where")) is not None and name in ("update", "delete"):
        yield where
    elif (first is not None and not isinstance(first, c.Spread) and name.startswith("findById")) or (
        isinstance(first, c.Object) and name in ("deleteOne", "updateOne", "findOneAndUpdate", "findOneAndDelete")
    ):
        yield first
    elif name in ("delete", "update", "set") or "delete" in name:
        for above in ancestors:
            if isinstance(above, c.Call) and c.last_name(above.callee) == "where" and len(above.arguments) == 1:
                only = above.arguments[0]
                if isinstance(only, c.Call) and c.last_name(only.callee) == "eq" and len(only.arguments) == 2:
                    value = only.arguments[1]
                    if not isinstance(value, c.Spread):
                        yield value
            elif not isinstance(above, (c.Member, c.Call, c.Await)):
                return


def _only_id(each: Received, condition: c.Expression) -> tuple[str, c.Expression] | None:
    bare = c.bare(condition)
    values: list[tuple[str, c.Expression]] = []
    if isinstance(bare, c.Object):
        for member in bare.members:
            if not isinstance(member, c.Property) or member.key is None:
                return None
            values.append((member.key, member.value))
    else:
        values.append((c.last_name(bare) or "id", bare))
    if len(values) != 1 or not (_IDS.search(values[0][0]) or not isinstance(bare, c.Object)):
        return None
    found = each.receiver.input_of(values[0][1])
    if found is None or not found.is_given or found.source == "headers":
        return None
    return values[0]


def _mentions_owner(each: Received, write: c.Call) -> bool:
    """Whether anything in the function looks like a question of ownership, or gives the caller's id away."""
    if each.by is not None and each.call is not None and _mentions_owner(each.by, each.call):
        return True
    for code in c.walk(each.function):
        match code:
            case c.Member(name=name, object=below):
                if (
                    _OWNER.search(name)
                    and not (name == "user" and _is_presence(each.module, code))
                    and not _is_database(below)
                ):
                    return True
            case c.Property(key=str() as key) if _OWNER.search(key):
                return True
            case c.PatternProperty(key=str() as key) if _OWNER.search(key) and key not in ("user", "userId"):
                return True
            case c.Call(callee=callee) if code is not write:
                name = c.last_name(callee)
                if name not in _NEUTRAL and not _SESSION.match(name) and sounds_like_check(name):
                    return True
                if name not in _NEUTRAL and _is_given_id(each, code) and not _is_same_chain(code, write):
                    return True
            case c.Name(name=name) if _OWNER.search(name) and name not in ("user", "userId", "User"):
                return True
            case c.Name(name="userId" | "user") as name if _is_used(each.module, name):
                return True
            case _:
                pass
    return False


def _is_presence(module: Module, member: c.Member) -> bool:
    """``if (!session?.user)`` asks whether there is somebody, not who."""
    above = module.parents.get(id(member))
    return isinstance(above, (c.Unary, c.If, c.Binary, c.Conditional))


def _is_used(module: Module, name: c.Name) -> bool:
    """A caller's id that goes anywhere but into the question whether it is there."""
    above = module.parents.get(id(name))
    if isinstance(above, (c.Declarator, c.PatternProperty, c.Unary, c.If, c.Type, c.ObjectPattern)):
        return False
    return not (isinstance(above, c.Binary) and any(isinstance(side, c.Constant) for side in (above.left, above.right)))


def _is_database(code: c.Code) -> bool:
    return isinstance(code, c.Name) and bool(re.search(r"db|prisma|tx|drizzle|schema|table", code.name, re.IGNORECASE))


def _is_given_id(each: Received, call: c.Call) -> bool:
    """``assertTaskBelongs(id)``: another function looks at the id, nobody knows how."""
    if isinstance(call.callee, c.Member):
        return False
    return any(
        (found := each.receiver.input_of(argument)) is not None and found.is_given
        for argument in call.arguments
        if not isinstance(argument, c.Spread)
    )


def _is_same_chain(call: c.Call, write: c.Call) -> bool:
    return (
        call.span.contains(write.span)
        or write.span.contains(call.span)
        or c.last_name(call.callee) in ("eq", "and", "sql")
    )


RULE = Rule(
    code="unowned-write",
    severity="hint",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/guides/data-security#authentication-and-authorization",
    needs_index=True,
)
