"""Headers for the request that goes on, given as a plain object.

`NextResponse.next({ request: { headers } })` replaces what the page or handler behind the proxy gets to see. It wants
`Headers`, and throws otherwise: `request.headers must be an instance of Headers`. Begin with a copy of what came, or
the others are gone.

## Bad

```ts proxy.ts
import { NextResponse } from 'next/server';

export function proxy() {
  return NextResponse.next({ request: { headers: { 'x-plan': 'pro' } } });
}
```

## Good

```ts proxy.ts
import { NextResponse, type NextRequest } from 'next/server';

export function proxy(request: NextRequest) {
  const headers = new Headers(request.headers);
  headers.set('x-plan', 'pro');
  return NextResponse.next({ request: { headers } });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.next_api import response_class
from turnout.rules.rule import FileView, Finding, Rule


def check(view: FileView) -> Iterator[Finding]:
    if view.role == "test" or not view.has(b"NextResponse") or not view.has(b"headers"):
        return
    module = view.module
    for code in module.everything:
        match code:
            case (
                c.Call(callee=c.Member(object=maker, name="next"), arguments=(c.Object() as init,))
                | c.Call(callee=c.Member(object=maker, name="rewrite"), arguments=(_, c.Object() as init))
            ) if response_class(module, maker) is not None:
                request = init.get("request")
                headers = request.get("headers") if isinstance(request, c.Object) else None
                if headers is not None and _is_plain(module, headers):
                    yield Finding(
                        headers.span,
                        "request.headers must be an instance of Headers: an object throws. Write `const headers = new "
                        "Headers(request.headers)`, and set what is to be added.",
                    )
            case _:
                pass


def _is_plain(module: Module, value: c.Expression) -> bool:
    """An object or array, there or in a constant."""
    bare = c.bare(value)
    if isinstance(bare, c.Name):
        binding = module.scopes.binding(bare)
        if binding is None or binding.kind != "const" or binding.pattern is not None or binding.value is None:
            return False
        bare = c.bare(binding.value)
    return isinstance(bare, (c.Object, c.Array))


RULE = Rule(
    code="forwarded-headers",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/functions/next-response#next",
)
