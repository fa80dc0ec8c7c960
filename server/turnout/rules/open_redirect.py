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

import re
from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.next_api import interrupt
from turnout.rules.receivers import Received, reached
from turnout.rules.rule import FileView, Finding, Rule

_ADDRESS = re.compile(r"ur[li]|next|redirect|return|back|dest|target|goto|callback", re.IGNORECASE)


def check(view: FileView) -> Iterator[Finding]:
    for each in reached(view):
        for code in c.walk(each.function):
            target = _target(each.module, code)
            found = _whole_address(each, target) if target is not None else None
            if target is None or found is None or each.is_looked_at(found):
                continue
            yield Finding(
                target.span if each.place(found) == found.span else each.place(found),
                "The caller decides where this redirect leads, also to another site that looks like yours. Allow "
                "only paths of your own: they begin with `/` and not with `//`.",
                related=each.related(target, "It is redirected to here."),
            )


def _target(module: Module, code: c.Code) -> c.Expression | None:
    match code:
        case c.Call(
            callee=c.Member(object=c.Name(name="Response" | "NextResponse" | "res"), name="redirect"),
            arguments=arguments,
        ):
            target = arguments[-1] if arguments else None
            target = arguments[0] if target is not None and isinstance(target, (c.Number, c.Object)) else target
        case c.Call(arguments=(first, *_)) if interrupt(module, code) in ("redirect", "permanentRedirect"):
            target = first
        case c.Property(key=str() as key, value=target) if key.lower() == "location" and _is_header(module, code):
            pass
        case c.Call(callee=c.Member(name="setHeader" | "set"), arguments=(c.String(value=key), target, *_)) if (
            key.lower() == "location"
        ):
            pass
        case _:
            return None
    return target if target is not None and not isinstance(target, c.Spread) else None


def _is_header(module: Module, member: c.Property) -> bool:
    """``{ headers: { Location: next } }``, ``res.writeHead(302, { Location: next })``"""
    table = module.parents.get(id(member))
    above = module.parents.get(id(table)) if table is not None else None
    match above:
        case c.Property(key="headers"):
            return True
        case c.Call(callee=callee) | c.New(callee=callee):
            return c.last_name(callee) in ("writeHead", "Headers")
        case _:
            return False


def _whole_address(each: Received, target: c.Expression) -> c.Expression | None:
    """The caller's value when it begins the address: a base that is put in front of it keeps it at home."""
    bare = c.bare(target)
    if isinstance(bare, c.Name):
        binding = each.module.scopes.binding(bare)
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
    found = each.receiver.input_of(bare)
    if found is None or found.source not in ("query", "body", "form", "argument") or found.is_checked:
        return None
    if not found.path:
        # An action's one argument may be anything that the page has bound: only its name says that it is an address.
        return bare if found.source == "argument" and isinstance(bare, c.Name) and _ADDRESS.search(bare.name) else None
    return bare if found.path[-1] not in ("pathname", "search", "hash", "href") else None


RULE = Rule(
    code="open-redirect",
    severity="warning",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/functions/redirect",
    needs_index=True,
)
