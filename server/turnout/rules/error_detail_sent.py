"""The text or stack of a caught error is sent to the caller.

Errors of databases and services name tables, hosts, paths and queries. Log the error on the server, and answer with a
sentence of your own. A stack is a warning; the message of an unknown error is a hint, because many of them are
harmless. Errors that were told apart before (`instanceof ZodError`) are left alone, and so are answers with 4xx: who
calls the mistake the caller's has thought of one.

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
from turnout.model.module import Module
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
                if what is None or id(part) in told or _is_for_developers(view.module, part):
                    continue
                told.add(id(part))
                is_inside = bool(_INSIDE.search(each.entry.url or ""))
                if what != "stack" and (is_inside or _status(view.module, part) == "4"):
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
    """``stack`` or ``message``; an error as a text is its message, as a value in JSON it is ``{}``."""
    match part:
        case c.Member(object=below, name="stack" | "message" as name) if _is_caught(view, c.bare(below)):
            return None if _is_told_apart(view, part, c.bare(below)) else name
        case c.Name() if _is_caught(view, part) and _is_text(view.module, part):
            return None if _is_told_apart(view, part, part) else "message"
        case _:
            return None


def _is_caught(view: FileView, code: c.Expression) -> bool:
    if not isinstance(code, c.Name):
        return False
    binding = view.module.scopes.binding(code)
    return binding is not None and binding.kind == "catch" and binding.pattern is None


def _is_text(module: Module, part: c.Expression) -> bool:
    """`` `Failed: ${error}` ``, ``'Failed: ' + error``, ``String(error)``"""
    match module.parents.get(id(part)):
        case c.Template() | c.Binary(operator="+") | c.Call(callee=c.Name(name="String")):
            return True
        case _:
            return False


def _is_for_developers(module: Module, part: c.Code) -> bool:
    """Behind a question about NODE_ENV."""
    return any(
        isinstance(above, (c.If, c.Conditional, c.Binary))
        and "NODE_ENV" in module.source.text(above.left.span if isinstance(above, c.Binary) else above.test.span)
        for above in module.ancestors(part)
    )


def _status(module: Module, part: c.Code) -> str:
    """The first digit of the status that an answer is given with; empty when it isn't written there."""
    for above in module.ancestors(part):
        match above:
            case c.Function():
                return ""
            case (
                c.Call(callee=c.Member(name="json"), arguments=(_, c.Object() as options))
                | c.New(arguments=(_, c.Object() as options))
            ):
                status = options.get("status")
                return status.text[:1] if isinstance(status, c.Number) else ""
            case c.Call(callee=c.Member(name="json" | "send" | "end", object=below)):
                return _status_of_chain(below)
            case _:
                pass
    return ""


def _status_of_chain(below: c.Expression) -> str:
    """``res.status(400)``, and what is called between it and ``json``."""
    while True:
        match c.bare(below):
            case c.Call(callee=c.Member(name="status"), arguments=(c.Number(text=text), *_)):
                return text[:1]
            case c.Call(callee=c.Member(object=c.Call() as further)):
                below = further
            case _:
                return ""


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
