"""A GET request changes something.

Browsers, crawlers, link previews and prefetching ask for GET addresses whenever they like, and another site can have a
signed-in user's browser do it with an image. Use POST, PUT, PATCH or DELETE for changes, or a Server Action.

Jobs, sign-in callbacks and links in mails are left alone, and so is what only counts, logs or caches.

## Bad

```ts app/api/tasks/clear/route.ts
import { auth } from '../../../../auth';
import { db } from '../../../../lib/db';

export async function GET() {
  const session = await auth();
  if (!session) return new Response(null, { status: 401 });
  await db.task.deleteMany({ where: { ownerId: session.user.id } });
  return new Response();
}
```

## Good

```ts app/api/tasks/clear/route.ts
import { auth } from '../../../../auth';
import { db } from '../../../../lib/db';

export async function POST() {
  const session = await auth();
  if (!session) return new Response(null, { status: 401 });
  await db.task.deleteMany({ where: { ownerId: session.user.id } });
  return new Response();
}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.effects import first_word
from turnout.model.handler import is_method
from turnout.model.module import Module
from turnout.model.strings import literal
from turnout.project.effects import Trace, Traced, trace
from turnout.rules.rule import FileView, Finding, Related, Rule
from turnout.rules.strangers import about_entry, is_for_everybody
from turnout.rules.unchecked_endpoint import proves_itself

_PLAIN = re.compile(
    r"log|view|visit|count|hit|stat|track|event|metric|cache|session|last|seen|audit|analytic|impression|usage|click|rate"
    r"|lock|redis|kv",
    re.IGNORECASE,
)
_LINKS = re.compile(
    r"unsub|confirm|verif|activate|accept|invit|redirect|/r/|/go/|/short|click|track|pixel|init|seed|setup|sync|migrat|test|debug|dev|sitemap|feed"
    r"|connect|disconnect|authorize|install|callback|download|export|checkout|portal|subscribe|preview|draft|revalid|temp|admin|mod/|internal|job",
    re.IGNORECASE,
)


def check(view: FileView) -> Iterator[Finding]:
    if view.role not in ("route-handler", "api-route"):
        return
    for entry in view.project.entries(view.path):
        if not (entry.symbol == "GET" or "GET" in entry.methods):
            continue
        if is_for_everybody(entry) or _LINKS.search(entry.url or ""):
            continue
        about = about_entry(view, entry)
        if (
            about.module is None
            or about.function is None
            or proves_itself(about)
            or about.seen("bearer", "api-key", "secret")
        ):
            continue
        does = about.trace if entry.kind == "route-handler" else _trace_of_get(view, about.module, about.function)
        write = next((each for each in does.of("database-write", "mail", "payment") if _is_change(does, each)), None)
        if write is None:
            continue
        name = entry.name if entry.kind == "route-handler" else f"GET {entry.url}"
        yield Finding(
            entry.span,
            f"{name} changes something ({write.text}), but browsers, crawlers and previews send GET requests whenever "
            "they like, and other sites can make a user's browser do so. Use POST or DELETE for it.",
            related=(Related(write.path, write.effect.span, f"Changes something: {write.effect.what}."),),
            severity="warning"
            if first_word(write.effect.what.split(".")[-1]) in ("delete", "remove") and not write.via
            else "hint",
        )


def _trace_of_get(view: FileView, module: Module, function: c.Function) -> Trace:
    """What an API route does where it surely answers GET: ``if (req.method === 'GET') …``, ``case 'GET':``."""
    parts: list[c.Code] = []
    for code in c.walk(function):
        match code:
            case c.If(test=c.Binary(operator="===" | "==", left=left, right=right), then=then):
                for side, other in ((left, right), (right, left)):
                    if is_method(module, function, side) and literal(module, other) == "GET":
                        parts.append(then)
            case c.Switch(subject=subject, cases=cases) if is_method(module, function, subject):
                for case in cases:
                    if case.test is not None and literal(module, case.test) == "GET":
                        parts += case.body
            case _:
                pass
    return trace(view.project, module, parts)


def _is_change(does: Trace, write: Traced) -> bool:
    if _PLAIN.search(write.effect.what) or any(_PLAIN.search(name) for name in write.via):
        return False
    # Made when it is missing, and then found: a second request changes nothing.
    return not (
        first_word(write.effect.what.rpartition(".")[2]) in ("create", "insert", "add", "upsert")
        and any(
            read.path == write.path and read.effect.span.end <= write.effect.span.start
            for read in does.of("database-read")
        )
    )


RULE = Rule(
    code="get-that-writes",
    severity="hint",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/guides/data-security#avoiding-side-effects-during-rendering",
    needs_index=True,
)
