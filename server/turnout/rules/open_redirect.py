"""A redirect leads wherever the caller's address says.

A link to your site that ends on somebody else's is what phishing needs. Allow paths of your own only: begin with `/`
and not with `//`, or compare the origin of `new URL(target, request.url)`.

## Bad

```ts app/api/go/route.ts
import { redirect } from 'next/navigation';

export async function GET(request: Request) {
  redirect(new URL(request.url).searchParams.get('next') ?? '/');
}
```

## Good

```ts app/api/go/route.ts
import { redirect } from 'next/navigation';

export async function GET(request: Request) {
  const next = new URL(request.url).searchParams.get('next') ?? '/';
  redirect(next.startsWith('/') && !next.startsWith('//') ? next : '/');
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.inputs import Receiver
from turnout.model.next_api import interrupt
from turnout.rules.looked_at import is_looked_at
from turnout.rules.receivers import received
from turnout.rules.rule import FileView, Finding, Rule


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"edirect"):
        return
    for each in received(view):
        for code in c.walk(each.function):
            target = _target(view, code)
            if target is None:
                continue
            found = _whole_address(view, each.receiver, target)
            if found is None or is_looked_at(view.module, each.function, found):
                continue
            yield Finding(
                target.span,
                "The caller decides where this redirect leads, also to another site that looks like yours. Allow "
                "only paths of your own: "
                "they begin with `/` and not with `//`.",
            )


def _target(view: FileView, code: c.Code) -> c.Expression | None:
    match code:
        case c.Call(
            callee=c.Member(object=c.Name(name="Response" | "NextResponse" | "res"), name="redirect"),
            arguments=arguments,
        ):
            target = arguments[-1] if arguments else None
            target = arguments[0] if target is not None and isinstance(target, (c.Number, c.Object)) else target
        case c.Call(arguments=(first, *_)) if interrupt(view.module, code) in ("redirect", "permanentRedirect"):
            target = first
        case _:
            return None
    return target if target is not None and not isinstance(target, c.Spread) else None


def _whole_address(view: FileView, receiver: Receiver, target: c.Expression) -> c.Expression | None:
    """The caller's value when it is the beginning of the address: a base that is put in front of it keeps it at "
    "home."""
    bare = c.bare(target)
    if isinstance(bare, c.Name):
        binding = view.module.scopes.binding(bare)
        value = (
            c.bare(binding.value)
            if binding is not None and binding.value is not None and binding.pattern is None
            else None
        )
        if isinstance(value, (c.New, c.Template)):
            bare = value
    if (
        isinstance(bare, c.New)
        and c.dotted(bare.callee) == "URL"
        and bare.arguments
        and not isinstance(bare.arguments[0], c.Spread)
    ):
        # new URL(next, request.url): an absolute address wins over the base.
        bare = c.bare(bare.arguments[0])
    if isinstance(bare, c.Template):
        if (
            bare.strings[0] != ""
            or not bare.values
            or (len(bare.strings) > 1 and bare.strings[1].startswith(("/", ".")))
        ):
            return None
        bare = c.bare(bare.values[0])
    if isinstance(bare, c.Conditional):
        return None
    found = receiver.input_of(bare)
    if found is None or found.source not in ("query", "body", "form", "argument") or found.is_checked or not found.path:
        return None
    return bare if found.path[-1] not in ("pathname", "search", "hash", "href") else None


RULE = Rule(
    code="open-redirect",
    severity="warning",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/functions/redirect",
    needs_index=True,
)
