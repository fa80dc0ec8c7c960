"""The text or stack of a caught error is sent to the caller.

Errors of databases and services name tables, hosts, paths and queries. Log the error on the server, and answer with a
sentence of your own. A stack is a warning; the message of an unknown error is a hint, because many of them are
harmless. Errors that were told apart before (`instanceof ZodError`) are left alone.

## Bad

```ts app/api/tasks/route.ts
export async function GET() {
  try {
    return Response.json(await (await fetch('https://example.com/tasks')).json());
  } catch (error) {
    return Response.json({ error: (error as Error).stack }, { status: 500 });
  }
}
```

## Good

```ts app/api/tasks/route.ts
export async function GET() {
  try {
    return Response.json(await (await fetch('https://example.com/tasks')).json());
  } catch (error) {
    console.error(error);
    return Response.json({ error: 'The tasks could not be loaded' }, { status: 500 });
  }
}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.model import code as c
from turnout.rules.answered import parts_of, sent_values
from turnout.rules.receivers import received
from turnout.rules.rule import FileView, Finding, Rule

_INSIDE = re.compile(
    r"/(?:admin|internal|testing|tests?|debug|dev|mod|web-?hooks?|crons?|jobs?|health)(?:/|$)", re.IGNORECASE
)
"""Addresses whose callers are the project's own people and machines."""


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"catch"):
        return
    for each in received(view):
        told: set[int] = set()
        for value in sent_values(view.module, each):
            for part in parts_of(value):
                what = _detail(view, part)
                if what is None or id(part) in told:
                    continue
                told.add(id(part))
                is_inside = bool(_INSIDE.search(each.entry.url or ""))
                if is_inside and what != "stack":
                    continue
                if what == "stack":
                    yield Finding(
                        part.span,
                        "The stack of the error goes to the caller: it shows paths and code of the server. Log it "
                        "there, and answer with "
                        "a sentence of your own.",
                        severity="hint" if is_inside else "warning",
                    )
                else:
                    yield Finding(
                        part.span,
                        "The text of any error goes to the caller, also what databases and services say about "
                        "themselves. Log it on the "
                        "server, and answer with a sentence of your own.",
                        severity="hint",
                    )


def _detail(view: FileView, part: c.Expression) -> str | None:
    """``stack``, ``message``, or ``error`` for the whole."""
    match part:
        case c.Member(object=below, name="stack" | "message" as name) if _is_caught(view, c.bare(below)):
            return None if _is_told_apart(view, part, c.bare(below)) else name
        case c.Name() if _is_caught(view, part) and not _is_told_apart(view, part, part):
            return "error"
        case _:
            return None


def _is_caught(view: FileView, code: c.Expression) -> bool:
    if not isinstance(code, c.Name):
        return False
    binding = view.module.scopes.binding(code)
    return binding is not None and binding.kind == "catch" and binding.pattern is None


def _is_told_apart(view: FileView, part: c.Code, error: c.Expression) -> bool:
    """``if (error instanceof NotFound)``, ``error.code === 'P2002'``: somebody knows which error it is."""
    name = error.name if isinstance(error, c.Name) else ""
    below: c.Code = part
    for above in view.module.ancestors(part):
        if isinstance(above, c.Function):
            return False
        if isinstance(above, (c.If, c.Conditional)) and below is not above.test:
            if not _is_plain_error(above.test) and _mentions(above.test, name):
                return above.then is below
        if isinstance(above, c.Switch):
            return _mentions(above.subject, name)
        below = above
    return False


def _is_plain_error(test: c.Expression) -> bool:
    """``error instanceof Error`` tells nothing apart."""
    return any(
        isinstance(code, c.Binary) and code.operator == "instanceof" and c.dotted(code.right) == "Error"
        for code in c.walk(test)
    )


def _mentions(code: c.Code, name: str) -> bool:
    return any(isinstance(each, c.Name) and each.name == name for each in c.walk(code))


RULE = Rule(
    code="error-detail-sent",
    severity="warning",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/guides/data-security",
    needs_index=True,
)
