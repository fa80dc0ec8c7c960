"""The session is asked for, and nobody is turned away without one.

`auth()`, `getServerSession()` and `currentUser()` give nothing when nobody is signed in; they don't throw. When the
function then only writes `session?.user?.id` into the database, or never looks at what it got, it does its work for
everybody who calls. Stop when there is no session.

Turnout tells it only for these functions of Auth.js and Clerk, and only when nothing else in the function could refuse:
no condition on the session, no `throw`, no redirect, no 401 or 403, no other function that may check.

## Bad

```ts app/actions.ts
'use server';

import { getServerSession } from 'next-auth';
import { db } from '../lib/db';

export async function closeTask(id: string) {
  const session = await getServerSession();
  await db.task.update({ where: { id }, data: { isClosed: true, closedBy: session?.user?.email } });
}
```

## Good

```ts app/actions.ts
'use server';

import { getServerSession } from 'next-auth';
import { db } from '../lib/db';

export async function closeTask(id: string) {
  const session = await getServerSession();
  if (!session?.user) throw new Error('Unauthorized');
  await db.task.update({ where: { id }, data: { isClosed: true, closedBy: session.user.email } });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.callees import callee_of
from turnout.model.effects import effects_in
from turnout.model.module import Module
from turnout.project.auth import guard_in, sounds_like_check
from turnout.project.effects import Traced, function_behind
from turnout.project.gate import may_guard
from turnout.rules.check_stub import ANSWER, THROW
from turnout.rules.edits import insert
from turnout.rules.receivers import Received, received, statement_of
from turnout.rules.rule import FileView, Finding, Fix, Related, Rule
from turnout.rules.strangers import STRONG, asks_in_its_own_way, called_by, is_for_everybody, is_guarded_by_database
from turnout.rules.unchecked_endpoint import mutates, proves_itself
from turnout.settings import Severity
from turnout.syntax.write import Style

_QUIET = {
    "getServerSession": ("next-auth", "next-auth/next"),
    "currentUser": ("@clerk/nextjs/server",),
    "auth": ("@clerk/nextjs/server",),
}
"""What gives nothing, or an empty object, when nobody is signed in."""


def check(view: FileView) -> Iterator[Finding]:
    if not any(view.has(name.encode()) for name in _QUIET):
        return
    for each in received(view):
        if each.about.wrappers or is_for_everybody(each.entry) or not (each.is_action or mutates(each.entry)):
            continue
        asked = _asked(view, each)
        write = _write(view, each) if asked is not None else None
        if asked is None or write is None or proves_itself(each.about):
            continue
        name = view.module.source.text(asked.callee.span)
        yield Finding(
            asked.span,
            f"`{name}()` gives nothing when nobody is signed in, and the function goes on: it changes something "
            f"({write.text}) for everybody who calls. Stop when there is no session.",
            tuple(_fixes(view, each, asked)),
            (Related(write.path, write.effect.span, f"Changes something: {write.effect.what}."),),
            severity=_severity(view, each),
        )


def _severity(view: FileView, each: Received) -> Severity:
    """Sure when browsers call, and no middleware may stand in between."""
    is_called = not each.is_action or called_by(each.about) == "client"
    return "warning" if is_called and not may_guard(view.project, view.app, each.entry.url) else "hint"


def _fixes(view: FileView, each: Received, asked: c.Call) -> Iterator[Fix]:
    """``if (!session) throw …`` behind the statement that asks."""
    module = view.module
    statement = statement_of(view, asked)
    declared = next((above for above in module.ancestors(asked) if isinstance(above, c.Declarator)), None)
    callee = callee_of(module, asked.callee)
    is_object = callee is not None and callee.name == "auth" and (callee.source or "").startswith("@clerk/")
    if declared is None or not isinstance(declared.pattern, c.Name) or is_object or each.receiver.side == "api-route":
        return
    source, style = module.source, Style.of(module.source)
    refusal = (THROW if each.is_action else ANSWER).format(style.string("Unauthorized"))
    line = style.statement(f"if (!{declared.pattern.name}) {refusal}")
    at = statement.span
    yield Fix("Stop when there is none", (insert(at.end, f"{source.newline}{source.indent_at(at.start)}{line}"),))


def _write(view: FileView, each: Received) -> Traced | None:
    writes = each.about.trace.of(*STRONG)
    return next((one for one in writes if not is_guarded_by_database(view, each.module, one)), None)


def _asked(view: FileView, each: Received) -> c.Call | None:
    """The one call that asks who calls, when nothing comes of it."""
    found: list[c.Call] = []
    module = each.module
    for code in c.walk(each.function):
        match code:
            case c.Call() if _is_quiet(view, module, code):
                found.append(code)
            case c.Call(callee=callee) if _may_refuse(view, module, code, c.last_name(callee)):
                return None
            case c.Throw() | c.Number(text="401" | "403"):
                return None
            case c.String(value="authorization" | "Authorization" | "cookie" | "Cookie"):
                return None
            case _:
                pass
    if len(found) != 1 or asks_in_its_own_way(module, each.function):
        return None
    kinds = [effect.kind for effect in effects_in(module, each.function).effects]
    if any(kind in ("signature", "secret", "bearer", "api-key", "queue-check", "oauth") for kind in kinds):
        return None
    return found[0] if _comes_to_nothing(each, found[0]) else None


def _is_quiet(view: FileView, module: Module, call: c.Call) -> bool:
    callee = callee_of(module, call.callee) if isinstance(call.callee, c.Name) else None
    if callee is None or callee.source is None or callee.path:
        return False
    if callee.source in _QUIET.get(callee.name, ()):
        return True
    if callee.name != "auth" or call.arguments:
        return False
    path = view.project.definition(module.path, callee.source, callee.name)
    # export const { auth } = NextAuth({ … })
    return (
        path is not None and b"NextAuth(" in path.module.source.data and b"function auth" not in path.module.source.data
    )


def _may_refuse(view: FileView, module: Module, call: c.Call, name: str) -> bool:
    """A function that redirects, throws or checks, or of which nobody knows."""
    if name in ("redirect", "permanentRedirect", "notFound", "forbidden", "unauthorized"):
        return True
    callee = callee_of(module, call.callee)
    if callee is None or callee.source is None:
        behind = function_behind(view.project, module, callee) if callee is not None else None
        return behind is not None and _refuses(view, *behind)
    behind = function_behind(view.project, module, callee)
    if behind is not None:
        return _refuses(view, *behind)
    return sounds_like_check(c.dotted(call.callee) or name)


def _refuses(view: FileView, module: Module, function: c.Function) -> bool:
    return guard_in(view.project, module, function).standing != "unchecked" or any(
        isinstance(code, c.Throw) for code in c.walk(function)
    )


def _comes_to_nothing(each: Received, call: c.Call) -> bool:
    """Whether what the call gives is dropped, or only written somewhere: ``closedBy: session?.user?.id``."""
    module = each.module
    above = module.parents.get(id(call))
    if not isinstance(above, c.Await):
        return False
    outer = module.parents.get(id(above))
    if isinstance(outer, c.ExpressionStatement):
        return True
    if not isinstance(outer, c.Declarator) or not isinstance(outer.pattern, c.Name):
        return False
    binding = module.scopes.binding(outer.pattern)
    if binding is None or binding.writes:
        return False
    return all(_is_only_written(module, reference) for reference in binding.references)


def _is_only_written(module: Module, reference: c.Name) -> bool:
    """``session?.user?.id`` as a member of an object; without ``?.`` it throws when there is nobody."""
    first = module.parents.get(id(reference))
    if not isinstance(first, c.Member) or first.object is not reference or not first.optional:
        return False
    current: c.Code = first
    for above in module.ancestors(first):
        if isinstance(above, (c.Member, c.Cast)):
            current = above
            continue
        return isinstance(above, c.Property) and above.value is current and not _is_condition(module, above)
    return False


def _is_condition(module: Module, member: c.Property) -> bool:
    """``where: { id, ownerId: session?.user?.id }``: rows of nobody are none, as far as the database has it so."""
    return any(isinstance(above, c.Property) and above.key == "where" for above in module.ancestors(member))


RULE = Rule(
    code="unrequired-session",
    severity="warning",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/guides/data-security#authentication-and-authorization",
    needs_index=True,
)
