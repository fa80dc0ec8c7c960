"""A redirect with a status that is none.

`NextResponse.redirect()` and `Response.redirect()` take 301, 302, 303, 307 and 308 only, and throw otherwise: `Failed
to execute "redirect" on "response": Invalid status code`. The request is answered with 500.

## Bad

```ts app/api/old/route.ts
import { NextResponse } from 'next/server';

export async function GET(request: Request) {
  return NextResponse.redirect(new URL('/new', request.url), 200);
}
```

## Good

```ts app/api/old/route.ts
import { NextResponse } from 'next/server';

export async function GET(request: Request) {
  return NextResponse.redirect(new URL('/new', request.url), 308);
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.callees import callee_of
from turnout.model.next_api import SERVER
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.text.edits import Edit

_REDIRECTS = frozenset({"301", "302", "303", "307", "308"})
_MEANINGS = {"307": "the browser goes there with the same method", "303": "the browser goes there with GET"}


def check(view: FileView) -> Iterator[Finding]:
    if view.role == "test" or not view.has(b".redirect("):
        return
    module = view.module
    for code in module.everything:
        match code:
            case c.Call(callee=c.Member(name="redirect") as callee, arguments=(_, init)):
                status = _status(init)
                found = callee_of(module, callee) if status is not None else None
                if found is None or status is None or found.path != ("redirect",):
                    continue
                if (found.source, found.name) in ((SERVER, "NextResponse"), ("", "Response")):
                    yield Finding(
                        status.span,
                        f'Failed to execute "redirect" on "response": Invalid status code. {status.text} is no '
                        "redirect, and the request is answered with 500. Take 303 after a POST, 307 or 308 otherwise.",
                        tuple(
                            Fix(f"Answer {each}: {why}", (Edit(status.span, each),)) for each, why in _MEANINGS.items()
                        ),
                    )
            case _:
                pass


def _status(init: c.Expression | c.Spread) -> c.Number | None:
    """``redirect(url, 200)``, ``redirect(url, { status: 200 })``, when the number is no redirect."""
    bare = c.bare(init)
    written = bare.get("status") if isinstance(bare, c.Object) else bare
    return written if isinstance(written, c.Number) and written.text not in _REDIRECTS else None


RULE = Rule(
    code="redirect-status",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/functions/next-response#redirect",
)
